#include "app/widgets/look.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QFontInfo>
#include <QLineEdit>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QStyleOptionSlider>

namespace madoguchi::app {
namespace {

// WCAG 2.2, 1.4.3 and 1.4.11.
constexpr double kText = 4.5;
constexpr double kGraphics = 3.0;

class ColoursTest : public testing::TestWithParam<bool> {
 protected:
  static Colours colours() {
    QPalette palette = QApplication::palette();
    if (GetParam()) {
      palette = QPalette(Qt::black);
      palette.setColor(QPalette::Window, Qt::black);
      palette.setColor(QPalette::WindowText, Qt::white);
      palette.setColor(QPalette::Highlight, QColor(0x7d, 0xb1, 0xff));
      palette.setColor(QPalette::HighlightedText, Qt::black);
    }
    return coloursOf(palette);
  }
};

TEST_P(ColoursTest, CanBeRead) {
  const Colours c = colours();
  for (const QColor& ink : {c.text, c.faintText, c.error, c.good, c.primary}) {
    EXPECT_GE(contrast(ink, c.background), kText) << ink.name().toStdString();
    EXPECT_GE(contrast(ink, c.surface), kText) << ink.name().toStdString();
  }
  for (const QColor& surface : {c.errorSurface, c.noticeSurface, c.goodSurface, c.hover}) {
    EXPECT_GE(contrast(c.text, surface), kText) << surface.name().toStdString();
    EXPECT_GE(contrast(c.primary, surface), kText) << surface.name().toStdString();
  }
  EXPECT_GE(contrast(c.error, c.errorSurface), kText);
  EXPECT_GE(contrast(c.onPrimary, c.primary), kText);
}

TEST_P(ColoursTest, ShowFieldsAndTheFocus) {
  const Colours c = colours();
  EXPECT_GE(contrast(c.border, c.background), kGraphics);
  EXPECT_GE(contrast(c.focusOuter, c.background), kGraphics);
  EXPECT_GE(contrast(c.focusOuter, c.surface), kGraphics);
}

INSTANTIATE_TEST_SUITE_P(Palettes, ColoursTest, testing::Bool(),
                         [](const auto& one) { return one.param ? "Dark" : "Light"; });

TEST(Look, FollowsTheFont) {
  QWidget widget;
  QFont large = widget.font();
  const int before = em(widget);
  large.setPointSizeF(large.pointSizeF() * 2);
  widget.setFont(large);
  EXPECT_NEAR(em(widget), 2 * before, 1);
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

}  // namespace
}  // namespace madoguchi::app
