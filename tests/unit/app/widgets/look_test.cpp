#include "app/widgets/look.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QFontInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QStyleOptionSlider>
#include <array>
#include <string>
#include <utility>

#include "app/widgets/counted_lines.h"
#include "app/widgets/fonts.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {
namespace {

// WCAG 2.2, 1.4.3 and 1.4.11.
constexpr double kLegible = 4.5;
constexpr double kGraphics = 3.0;

struct Desktop {
  const char* name;
  QRgb window;
  QRgb text;
  QRgb highlight;
  QRgb highlightedText;
};

// As desktops have them; the last two are nobody's, but a person can choose such.
constexpr std::array kDesktops{
    Desktop{"BreezeDark", 0x2a2e32, 0xfcfcfc, 0x3daee9, 0xfcfcfc},
    Desktop{"AdwaitaDark", 0x353535, 0xeeeeec, 0x15539e, 0xffffff},
    Desktop{"FusionDark", 0x323232, 0xffffff, 0x308cc6, 0xffffff},
    Desktop{"HighContrastBlack", 0x000000, 0xffffff, 0xffff00, 0x000000},
    Desktop{"HighContrastBlue", 0x000000, 0xffff00, 0x0000ff, 0xffffff},
    Desktop{"Faint", 0x2b2b2b, 0x777777, 0x444444, 0x555555},
    Desktop{"Brown", 0x5a3b1c, 0xd8c9a8, 0x7a5b2c, 0xd8c9a8},
};

QPalette paletteOf(const Desktop& desktop) {
  QPalette palette(QColor::fromRgb(desktop.window));
  for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Base, QPalette::Button})
    palette.setColor(role, QColor::fromRgb(desktop.window));
  for (const QPalette::ColorRole role :
       {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(role, QColor::fromRgb(desktop.text));
  palette.setColor(QPalette::Highlight, QColor::fromRgb(desktop.highlight));
  palette.setColor(QPalette::HighlightedText, QColor::fromRgb(desktop.highlightedText));
  return palette;
}

/// The first column behind the frame that has something in it, at the height of the first line.
int firstInk(QWidget& field) {
  const QImage drawn = field.grab().toImage();
  const int unit = em(field);
  for (int x = unit / 2; x < drawn.width(); ++x) {
    for (int y = unit / 2; y < std::min(drawn.height() - unit / 2, unit * 5 / 2); ++y)
      if (drawn.pixelColor(x, y).lightness() < 128) return x;
  }
  return -1;
}

TEST(Look, WhatIsWrittenBeginsAtOnePlaceInAllFields) {
  for (const double size : {1.0, 2.0}) {
    setTextSize(size);
    QWidget page;
    auto* line = new QLineEdit(&page);
    auto* lines = new CountedLines(0, QStringLiteral("lines"), &page);
    line->resize(500, line->sizeHint().height());
    lines->resize(500, 300);
    page.resize(600, 400);
    page.show();
    QCoreApplication::processEvents();
    line->setText(QStringLiteral("H"));
    lines->setText(QStringLiteral("H"));
    EXPECT_NEAR(firstInk(*line), firstInk(lines->lines()), size) << size;
  }
  setTextSize(1);
}

TEST(Look, AListOnAPageHasTheFrameOfAField) {
  const QListWidget list;
  const QPlainTextEdit lines;
  const auto frameOf = [](const QWidget& widget) {
    return QApplication::style()->pixelMetric(QStyle::PM_DefaultFrameWidth, nullptr, &widget);
  };
  EXPECT_EQ(frameOf(list), frameOf(lines));
  EXPECT_GT(frameOf(list), 1) << "its rows keep out of the round corners";
}

/// The program's own light palette, and those of desktops.
class ColoursTest : public testing::TestWithParam<std::size_t> {
 protected:
  static QPalette palette() {
    return GetParam() == 0 ? QApplication::palette()
                           : readable(paletteOf(kDesktops.at(GetParam() - 1)));
  }
  static Colours colours() { return coloursOf(palette()); }
};

TEST_P(ColoursTest, CanBeRead) {
  const Colours c = colours();
  for (const QColor& ink : {c.text, c.faintText, c.error, c.warning, c.good, c.primary}) {
    EXPECT_GE(contrast(ink, c.background), kLegible) << ink.name().toStdString();
    EXPECT_GE(contrast(ink, c.surface), kLegible) << ink.name().toStdString();
  }
  for (const QColor& surface :
       {c.errorSurface, c.warningSurface, c.noticeSurface, c.goodSurface, c.hover}) {
    EXPECT_GE(contrast(c.text, surface), kLegible) << surface.name().toStdString();
    EXPECT_GE(contrast(c.primary, surface), kLegible) << surface.name().toStdString();
  }
  for (const QColor& ground : {c.errorSurface, c.hover})
    EXPECT_GE(contrast(c.error, ground), kLegible) << ground.name().toStdString();
  EXPECT_GE(contrast(c.good, c.goodSurface), kLegible);
  for (const QColor& fill : {c.primary, c.primaryHover, c.primaryDown})
    EXPECT_GE(contrast(c.onPrimary, fill), kLegible) << fill.name().toStdString();
}

TEST_P(ColoursTest, CanBeReadInWhatQtDraws) {
  const QPalette p = palette();
  for (const auto& [ink, ground] : {std::pair{QPalette::WindowText, QPalette::Window},
                                    {QPalette::Text, QPalette::Base},
                                    {QPalette::PlaceholderText, QPalette::Base},
                                    {QPalette::ButtonText, QPalette::Button},
                                    {QPalette::HighlightedText, QPalette::Highlight}})
    EXPECT_GE(contrast(p.color(ink), p.color(ground)), kLegible)
        << p.color(ink).name().toStdString();
}

TEST_P(ColoursTest, ShowFieldsAndTheFocus) {
  const Colours c = colours();
  for (const QColor& ground : {c.background, c.surface}) {
    for (const QColor& part : {c.border, c.primary, c.error, c.focusOuter})
      EXPECT_GE(contrast(part, ground), kGraphics) << part.name().toStdString();
  }
}

INSTANTIATE_TEST_SUITE_P(Palettes, ColoursTest,
                         testing::Range<std::size_t>(0, kDesktops.size() + 1),
                         [](const auto& one) -> std::string {
                           return one.param == 0 ? "Light" : kDesktops.at(one.param - 1).name;
                         });

/// Easy Japanese while it lives.
struct Furigana {
  Furigana() { become(true); }
  ~Furigana() { become(false); }
  Furigana(const Furigana&) = delete;
  Furigana& operator=(const Furigana&) = delete;

 private:
  static void become(bool on) {
    setFurigana(on);
    QCoreApplication::processEvents();  // by which widgets hear of their font
  }
};

TEST(Look, MakesReadingsLargeEnoughToRead) {
  constexpr int kSmallestReading = 10;
  constexpr int kSmallestText = 20;
  using Role = RubyLabel::Role;
  RubyLabel made(Role::small);  // before the language became another one
  made.show();
  const Furigana furigana;
  EXPECT_GE(QFontInfo(made.font()).pixelSize(), kSmallestText);
  EXPECT_GE(QFontInfo(QLineEdit().font()).pixelSize(), kSmallestText);
  for (const Role role :
       {Role::body, Role::small, Role::heading, Role::section, Role::strong, Role::large}) {
    const RubyLabel label(role);
    const RubyLayout layout(RubyText::fromMarkup(QStringLiteral("{名|な}")), label.font(), 0);
    EXPECT_GE(QFontInfo(layout.rubyFont()).pixelSize(), kSmallestReading);
    EXPECT_GE(QFontInfo(label.font()).pixelSize(), kSmallestText);
  }
}

TEST(Look, FitsWidthsToTheSizeOfTheText) {
  QWidget widget;
  limitWidth(widget, 10);
  widget.show();
  const int before = widget.maximumWidth();
  {
    const Furigana furigana;
    EXPECT_EQ(widget.maximumWidth(), em(widget, 10));
    EXPECT_GT(widget.maximumWidth(), before);
  }
  EXPECT_EQ(widget.maximumWidth(), before);
}

TEST(Look, LeavesFieldsHighEnoughToHit) {
  // WCAG 2.2, 2.5.5: 44 px.
  EXPECT_GE(QLineEdit().sizeHint().height(), 44);
}

TEST(Look, SetsTheArrowOfAComboBoxApartFromItsFrame) {
  QComboBox box;
  QFont large = QApplication::font();
  large.setPointSizeF(large.pointSizeF() * 2);
  for (const QFont& font : {QApplication::font(), large}) {
    box.setFont(font);
    box.resize(box.sizeHint());
    QStyleOptionComboBox option;
    option.initFrom(&box);
    const QRect arrow =
        box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, &box);
    const int text = QFontInfo(font).pixelSize();
    EXPECT_GT(box.width() - arrow.center().x(), text * 3 / 4);
    EXPECT_LT(box.width() - arrow.center().x(), text * 5 / 4);
  }
}

TEST(Look, HandlesOfScrollBarsLieWithinTheirBarAndCanBeHit) {
  QStyleOptionSlider option;
  option.rect = QRect(0, 0, 14, 300);
  option.orientation = Qt::Vertical;
  option.minimum = 0;
  option.maximum = 100000;
  option.pageStep = 300;
  for (const int position : {0, 50000, 100000}) {
    option.sliderPosition = position;
    const QRect handle = QApplication::style()->subControlRect(QStyle::CC_ScrollBar, &option,
                                                               QStyle::SC_ScrollBarSlider, nullptr);
    EXPECT_TRUE(option.rect.contains(handle)) << position;
    EXPECT_GE(handle.height(), 24);
  }
}

TEST(TextFamiliesTest, TheSystemsOwnIsFirstUnlessItHasTheKanjiOfAnotherLanguage) {
  EXPECT_EQ(textFamilies("Segoe UI").first(), "Segoe UI");
  EXPECT_EQ(textFamilies("Yu Gothic UI").first(), "Yu Gothic UI");
  EXPECT_EQ(textFamilies("Noto Sans CJK JP").first(), "Noto Sans CJK JP");
  for (const char* other : {"Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans CJK KR"}) {
    EXPECT_EQ(textFamilies(other).first(), "Noto Sans CJK JP");
    EXPECT_EQ(textFamilies(other).last(), other);
  }
  EXPECT_EQ(textFamilies("DejaVu Sans").last(), "DejaVu Sans");
}

}  // namespace
}  // namespace madoguchi::app
