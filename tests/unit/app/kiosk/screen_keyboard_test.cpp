#include "app/widgets/screen_keyboard.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QVBoxLayout>

#include "app/widgets/kana_kanji.h"
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
    keyboard = new app::ScreenKeyboard(app::KanaKanji::load(), &window);
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
      const bool isIt = one->text() == key || one->objectName() == key ||
                        one->objectName() == QStringLiteral("screenKey.") + key;
      if (isIt && one->isVisible()) {
        QTest::mouseClick(one, Qt::LeftButton);
        return;
      }
    }
    ADD_FAILURE() << "no key " << key.toStdString();
  }
  [[nodiscard]] bool hasKey(const char* name) const {
    const auto* one = keyboard->findChild<QAbstractButton*>(QLatin1String(name));
    return one != nullptr && one->isVisible();
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
  EXPECT_FALSE(hasKey("screenKey.hiragana"));
  text->setFocus();
  EXPECT_TRUE(hasKey("screenKey.hiragana"));
}

TEST_F(ScreenKeyboardTest, KanaBecomeTheKanjiThatIsChosen) {
  text->setPlainText(QStringLiteral("〒100 "));
  text->moveCursor(QTextCursor::End);
  text->setFocus();
  pressAll("hiragana ち よ た voiced く か す み か voiced せ き");
  EXPECT_EQ(text->toPlainText(), QStringLiteral("〒100 ちよだくかすみがせき"))
      << "they stand in the field from the first on";
  press(QStringLiteral("千代田区"));
  EXPECT_EQ(text->toPlainText(), QStringLiteral("〒100 千代田区かすみがせき"));
  press(QStringLiteral("霞が関"));
  EXPECT_EQ(text->toPlainText(), QStringLiteral("〒100 千代田区霞が関"));
  EXPECT_FALSE(hasKey("candidate.asItIs")) << "nothing is left to be written otherwise";
  EXPECT_TRUE(text->hasFocus());
  pressAll("に ほ ん");
  press(QStringLiteral("日本"));
  EXPECT_EQ(text->toPlainText(), QStringLiteral("〒100 千代田区霞が関日本"));
}

TEST_F(ScreenKeyboardTest, KanjiReplaceKanaInTheMiddleOfALine) {
  line->setText(QStringLiteral("東京の"));
  line->setFocus();
  line->setCursorPosition(2);
  pressAll("hiragana た voiced い か voiced く");
  press(QStringLiteral("大学"));
  EXPECT_EQ(line->text(), QStringLiteral("東京大学の"));
  EXPECT_EQ(line->cursorPosition(), 4) << "typing goes on behind it";
}

TEST_F(ScreenKeyboardTest, EachWritingIsReached) {
  line->setFocus();
  pressAll("hiragana し");
  QStringList seen;
  const auto shown = [&] {
    QStringList now;
    for (const auto* one : keyboard->findChildren<QAbstractButton*>())
      if (one->isVisible() && one->objectName().startsWith(QStringLiteral("candidate.")))
        now += one->text();
    return now;
  };
  const QStringList first = shown();
  do {
    seen += shown();
    press(QStringLiteral("candidate.others"));
  } while (shown() != first && seen.size() < 1000);
  for (const auto& one : app::KanaKanji::load()->writings(QStringLiteral("し")))
    EXPECT_TRUE(seen.contains(one.text)) << one.text.toStdString();
}

TEST_F(ScreenKeyboardTest, KanaStayAsTheyAreWhereNothingIsChosen) {
  line->setFocus();
  EXPECT_FALSE(hasKey("candidate.asItIs"));
  pressAll("hiragana か わ");
  press(QStringLiteral("candidate.asItIs"));
  EXPECT_FALSE(hasKey("candidate.asItIs"));
  EXPECT_EQ(line->text(), QStringLiteral("かわ"));
  pressAll("や ま");
  press(QStringLiteral("山"));
  EXPECT_EQ(line->text(), QStringLiteral("かわ山")) << "what stays is no part of the next word";
  pressAll("う み erase");
  EXPECT_TRUE(hasKey("candidate.asItIs"));
  press(QStringLiteral("left"));
  EXPECT_FALSE(hasKey("candidate.asItIs")) << "the cursor has left the word";
  press(QStringLiteral("right"));
  pressAll("い ぬ");
  line->setCursorPosition(0);
  EXPECT_FALSE(hasKey("candidate.asItIs"));
  line->end(false);
  pressAll("ね こ letters");
  EXPECT_FALSE(hasKey("candidate.asItIs")) << "other characters end a word";
  text->setFocus();
  EXPECT_EQ(line->text(), QStringLiteral("かわ山ういぬねこ"));
}

TEST_F(ScreenKeyboardTest, NothingIsOfferedForKatakanaAndLatin) {
  line->setFocus();
  pressAll("hiragana katakana カ ワ");
  EXPECT_FALSE(hasKey("candidate.asItIs"));
  line->clear();
  line->setInputMethodHints(Qt::ImhPreferLatin);
  text->setFocus();
  press(QStringLiteral("hiragana"));
  line->setFocus();
  EXPECT_FALSE(hasKey("screenKey.hiragana"));
  EXPECT_FALSE(keyboard->findChild<QWidget*>(QStringLiteral("candidates"))->isVisible());
}

TEST_F(ScreenKeyboardTest, WithoutAConversionKanaAreTypedAllTheSame) {
  delete keyboard;
  keyboard = new app::ScreenKeyboard(nullptr, &window);
  window.layout()->addWidget(keyboard);
  line->setFocus();
  pressAll("hiragana か わ");
  EXPECT_EQ(line->text(), QStringLiteral("かわ"));
  EXPECT_EQ(keyboard->findChild<QWidget*>(QStringLiteral("candidates")), nullptr);
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
