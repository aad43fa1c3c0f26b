#include <gtest/gtest.h>

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/ruby_layout.h"

namespace madoguchi::app {
namespace {

/// WCAG 2.2, 2.5.5.
constexpr int kTarget = 44;

const QString kName = QStringLiteral("{名前|な.まえ}を {書|か}いて ください");
const QString kNameBase = QStringLiteral("名前を 書いて ください");

QString heard(QWidget& widget, QAccessible::Text which = QAccessible::Name) {
  return QAccessible::queryAccessibleInterface(&widget)->text(which);
}

TEST(RubyLabel, IsHeardAndCopiedOnceWithoutReadings) {
  RubyLabel label;
  label.setMarkup(kName);
  EXPECT_EQ(heard(label), kNameBase);
  label.copySelection();
  EXPECT_EQ(QApplication::clipboard()->text(), kNameBase);
}

TEST(RubyLabel, IsAHeadingForAssistiveTechnologyWhereItIsOne) {
  RubyLabel heading(RubyLabel::Role::heading);
  heading.setMarkup(kName);
  EXPECT_EQ(QAccessible::queryAccessibleInterface(&heading)->role(), QAccessible::Heading);
  EXPECT_EQ(heard(heading), kNameBase);
  RubyLabel body;
  EXPECT_EQ(QAccessible::queryAccessibleInterface(&body)->role(), QAccessible::StaticText);
}

TEST(RubyLabel, TakesTextOfPeopleLiterally) {
  RubyLabel label;
  label.setPlain(QStringLiteral("<b>{a|b}</b>"));
  EXPECT_EQ(label.text(), QStringLiteral("<b>{a|b}</b>"));
}

TEST(RubyLabel, GrowsInHeightWhereItIsNarrow) {
  RubyLabel label;
  label.setMarkup(kName);
  const int once = label.heightForWidth(2000);
  const int wrapped = label.heightForWidth(100);
  // Lines are equally high, to the part of a pixel.
  const double lines = std::round(static_cast<double>(wrapped) / once);
  EXPECT_GE(lines, 2);
  EXPECT_NEAR(wrapped, lines * once, lines);
}

TEST(RubyLabel, SelectsByMouseAndCopiesByKeyboard) {
  RubyLabel label;
  label.setMarkup(QStringLiteral("{名前|な.まえ}"));
  label.resize(label.sizeHint());
  label.show();
  QTest::mouseDClick(&label, Qt::LeftButton, Qt::NoModifier, QPoint(4, 4));
  EXPECT_EQ(label.selectedBaseText(), QStringLiteral("名前"));
  QApplication::clipboard()->clear();
  QTest::keyClick(&label, Qt::Key_C, Qt::ControlModifier);
  EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("名前"));
}

TEST(RubyLabel, LeadsToItsFieldByMouse) {
  QWidget window;
  RubyLabel label(RubyLabel::Role::strong, &window);
  RubyCheckBox box(&window);
  label.setMarkup(kName);
  label.setBuddy(&box);
  window.show();
  window.activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
  QTest::mouseClick(&label, Qt::LeftButton);
  EXPECT_EQ(QApplication::focusWidget(), &box);
}

TEST(RubyButton, IsAsHighWithReadingsAsWithout) {
  for (const auto kind : {RubyButton::Kind::primary, RubyButton::Kind::secondary,
                          RubyButton::Kind::link, RubyButton::Kind::segment}) {
    RubyButton with(kind);
    with.setMarkup(QStringLiteral("{名前|な.まえ}"));
    RubyButton without(kind);
    without.setMarkup(QStringLiteral("Name"));
    EXPECT_EQ(with.sizeHint().height(), without.sizeHint().height());
  }
}

TEST(RubyButton, ALinkOfSeveralLinesHasAsMuchRoomAroundItAsOneOfOne) {
  RubyButton one(RubyButton::Kind::link);
  one.setMarkup(QStringLiteral("A"));
  RubyButton two(RubyButton::Kind::link);
  two.setMarkup(QStringLiteral("A\nA"));
  one.resize(one.sizeHint());
  two.resize(two.sizeHint());
  EXPECT_NEAR(one.firstLineMiddle(), one.height() / 2.0, 1);
  EXPECT_NEAR(two.firstLineMiddle(), one.firstLineMiddle(), 1);
  const RubyLayout layout(two.shownText(), two.font(), 0, 1.5);
  EXPECT_NEAR(two.height() - one.height(),
              layout.lines().back().baseline - layout.lines().front().baseline, 2);
}

TEST(RubyButton, ReadingsOfADescriptionKeepAwayFromTheTitle) {
  const auto heightWith = [](const char* description) {
    RubyButton button(RubyButton::Kind::entrance);
    button.setMarkup(QStringLiteral("Title"));
    button.setDescription(QString::fromUtf8(description));
    return button.heightForWidth(1000);
  };
  EXPECT_GT(heightWith("{紙|かみ}"), heightWith("紙"));
}

TEST(RubyButton, IsLargeEnoughToHit) {
  for (const auto kind : {RubyButton::Kind::primary, RubyButton::Kind::secondary,
                          RubyButton::Kind::link, RubyButton::Kind::segment}) {
    RubyButton button(kind);
    button.setMarkup(QStringLiteral("A"));
    EXPECT_GE(button.sizeHint().height(), kTarget);
    button.setCompact(true);
    EXPECT_GE(button.sizeHint().height(), 24);  // 2.5.8
  }
}

TEST(RubyChoices, AreLargeEnoughToHit) {
  QWidget window;
  window.resize(900, 900);
  RubyCheckBox box(&window);
  RubyRadioButton radio(&window);
  for (QWidget* choice : std::initializer_list<QWidget*>{&box, &radio}) {
    EXPECT_GE(choice->sizeHint().height(), kTarget);
    EXPECT_GE(choice->minimumSizeHint().height(), kTarget);
    EXPECT_GE(choice->heightForWidth(500), kTarget);
  }
}

TEST(RubyButton, WrapsInsteadOfBeingCutOff) {
  RubyButton button(RubyButton::Kind::secondary);
  button.setMarkup(kName + kName);
  EXPECT_GT(button.heightForWidth(150), button.heightForWidth(1000));
}

TEST(RubyButton, SpeaksItsTextAndItsDescription) {
  RubyButton button(RubyButton::Kind::entrance);
  button.setMnemonic(u'N');
  button.setMarkup(kName);
  button.setDescription(QStringLiteral("{紙|かみ}"));
  EXPECT_EQ(heard(button), kNameBase);
  EXPECT_EQ(heard(button, QAccessible::Description), QStringLiteral("紙"));
}

TEST(RubyButton, KeepsItsMnemonicWhenItsTextChanges) {
  RubyButton button(RubyButton::Kind::primary);
  button.setMnemonic(u'N');
  button.setMarkup(QStringLiteral("Next"));
  button.setMarkup(QStringLiteral("{次|つぎ}へ"));
  EXPECT_EQ(button.shortcut(), QKeySequence(QStringLiteral("Alt+N")));
}

TEST(RubyButton, NeverLeavesItsLetterAloneOnALine) {
  RubyButton button(RubyButton::Kind::secondary);
  button.setMnemonic(u'F');
  for (const char* markup :
       {"{名前|な.まえ}を {書|か}いて ください", "名前を書いてください", "次へ"}) {
    button.setMarkup(QString::fromUtf8(markup));
    for (int width = button.sizeHint().width(); width > 60; --width) {
      const RubyLayout layout(button.shownText(), button.font(), width);
      const auto& last = layout.lines().back().base;
      EXPECT_FALSE(last.front().text.startsWith(u'(')) << markup << ' ' << width;
    }
  }
}

TEST(RubyButton, IsPressedByReturnAndSpace) {
  RubyButton button(RubyButton::Kind::secondary);
  button.setMarkup(kName);
  button.show();
  const QSignalSpy clicked(&button, &RubyButton::clicked);
  QTest::keyClick(&button, Qt::Key_Return);
  QTest::keyClick(&button, Qt::Key_Space);
  EXPECT_EQ(clicked.count(), 2);
}

TEST(RubyCheckBox, IsToggledByAClickOnItsText) {
  RubyCheckBox box;
  box.setMarkup(kName);
  box.resize(box.sizeHint());
  box.show();
  QTest::mouseClick(&box, Qt::LeftButton, Qt::NoModifier,
                    QPoint(box.width() - 2, box.height() - 2));
  EXPECT_TRUE(box.isChecked());
  EXPECT_EQ(heard(box), kNameBase);
}

}  // namespace
}  // namespace madoguchi::app
