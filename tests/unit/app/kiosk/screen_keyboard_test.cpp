#include "app/widgets/screen_keyboard.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QVBoxLayout>

#include "app/widgets/look.h"
#include "app/widgets/secret_field.h"
#include "app/widgets/secret_keys.h"
#include "tests/unit/app/event_loop.h"

namespace madoguchi::test {
namespace {

class ScreenKeyboardTest : public ::testing::Test {
 protected:
  ScreenKeyboardTest() {
    auto* column = new QVBoxLayout(&window);
    line = new QLineEdit(&window);
    text = new QPlainTextEdit(&window);
    other = new QWidget(&window);
    other->setFocusPolicy(Qt::StrongFocus);
    keyboard = new app::ScreenKeyboard(&window);
    for (QWidget* one : std::initializer_list<QWidget*>{line, text, other, keyboard})
      column->addWidget(one);
    window.resize(1200, 800);
    window.show();
    window.activateWindow();
    other->setFocus();
    EXPECT_TRUE(eventually([this] { return other->hasFocus(); }));
  }
  /// By what stands on the key, or by its name.
  void press(const QString& key) {
    for (auto* one : keyboard->findChildren<QAbstractButton*>()) {
      const bool isIt =
          one->text() == key || one->objectName() == QStringLiteral("screenKey.") + key;
      if (isIt && one->isVisible()) {
        QTest::mouseClick(one, Qt::LeftButton);
        return;
      }
    }
    ADD_FAILURE() << "no key " << key.toStdString();
  }
  void pressAll(const char* keys) {
    for (const QString& one : QString::fromUtf8(keys).split(u' ')) press(one);
  }

  QWidget window;
  QLineEdit* line;
  QPlainTextEdit* text;
  QWidget* other;
  app::ScreenKeyboard* keyboard;
};

TEST_F(ScreenKeyboardTest, IsThereWhileTextIsTyped) {
  EXPECT_FALSE(keyboard->isVisible());
  line->setFocus();
  EXPECT_TRUE(keyboard->isVisible());
  other->setFocus();
  EXPECT_FALSE(keyboard->isVisible());
  line->setReadOnly(true);
  line->setFocus();
  EXPECT_FALSE(keyboard->isVisible()) << "nothing can be typed there";
}

TEST_F(ScreenKeyboardTest, TypesLatinAndLeavesTheFocus) {
  line->setFocus();
  pressAll("m a r capitals I letters a @ 4");
  EXPECT_EQ(line->text(), QStringLiteral("marIa@4"));
  press(QStringLiteral("erase"));
  press(QStringLiteral("left"));
  press(QStringLiteral("space"));
  EXPECT_EQ(line->text(), QStringLiteral("marIa @"));
  EXPECT_TRUE(line->hasFocus());
  press(QStringLiteral("next"));
  EXPECT_TRUE(text->hasFocus());
}

TEST_F(ScreenKeyboardTest, TypesKanaWithTheirMarks) {
  text->setFocus();
  pressAll("hiragana か voiced つ small こ う は halfVoiced");
  EXPECT_EQ(text->toPlainText(), QStringLiteral("がっこうぱ"));
  press(QStringLiteral("halfVoiced"));
  press(QStringLiteral("voiced"));
  EXPECT_EQ(text->toPlainText(), QStringLiteral("がっこうば"));
  pressAll("katakana マ ン シ small erase カ small ヨ small ー");
  EXPECT_EQ(text->toPlainText(), QStringLiteral("がっこうばマンカョー")) << "カ has no small one";
}

TEST_F(ScreenKeyboardTest, KanaAreNotOfferedWhereDigitsAreWanted) {
  text->setFocus();
  press(QStringLiteral("hiragana"));
  line->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
  line->setFocus();
  pressAll("1 0");
  EXPECT_EQ(line->text(), QStringLiteral("10"));
}

TEST_F(ScreenKeyboardTest, KeysAreAsHighAsWhatIsTouched) {
  line->setFocus();
  QCoreApplication::processEvents();
  for (const auto* one : keyboard->findChildren<QAbstractButton*>()) {
    if (one->isVisible()) {
      EXPECT_GE(one->height(), app::targetSize()) << one->objectName().toStdString();
    }
  }
}

TEST(SecretKeysUseTest, DigitsStandInAnotherOrderWhereThePolicyWantsIt) {
  const app::SecretRules pin = app::rulesOf(card::Secret::authenticationPin);
  app::SecretField field(pin);
  const auto order = [&] {
    const app::SecretKeys keys(field);
    QString digits;
    for (const auto* one : keys.findChildren<QAbstractButton*>())
      if (one->text().size() == 1 && one->text().front().isDigit()) digits += one->text();
    return digits;
  };
  EXPECT_EQ(order(), QStringLiteral("0123456789"));
  app::useSecretKeys({.always = true, .shuffledDigits = true});
  // All of them in order so often: once in 10!^5.
  bool isOther = false;
  for (int i = 0; i < 5; ++i) {
    QString digits = order();
    isOther = isOther || digits != QStringLiteral("0123456789");
    std::sort(digits.begin(), digits.end());
    EXPECT_EQ(digits, QStringLiteral("0123456789")) << "each is there";
  }
  EXPECT_TRUE(isOther);
  app::useSecretKeys({});
}

}  // namespace
}  // namespace madoguchi::test
