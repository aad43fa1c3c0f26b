#include "app/kit/secret_page.h"

#include <QScrollBar>
#include <QTest>

#include "app/widgets/message_panel.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/secret_field.h"
#include "tests/unit/app/pages/page_fixture.h"

// What happens to a secret that is typed is said where it is typed, in the smallest window too.

namespace madoguchi::test {
namespace {

using app::MessagePanel;
using app::Page;
using app::SecretAnswer;
using app::SecretField;

class SecretPageTest : public PageTest {
 protected:
  void toPassword(int tries = 5) {
    window().resize(window().minimumSize());
    auto contents = contentsOf("maria");
    contents.signaturePasswordTries = static_cast<std::uint8_t>(tries);
    insert(std::move(contents));
    ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  }
  /// All of it lies within what can be seen of the page.
  bool isSeen(const char* name) {
    QCoreApplication::processEvents();
    const QWidget* found = find(name);
    return found != nullptr && found->visibleRegion().boundingRect() == found->rect();
  }
  void scrollAway() {
    for (QScrollBar* bar : window().findChildren<QScrollBar*>()) {
      if (bar->isVisible()) bar->triggerAction(QAbstractSlider::SliderToMaximum);
    }
  }
  SecretField& field() { return *find<SecretField>("password.field"); }
  void giveByKeys(const char* text) {
    QTest::keyClicks(&field(), QLatin1String(text));
    key(&field(), Qt::Key_Return);
  }
};

TEST_F(SecretPageTest, AWrongPasswordIsSaidAtTheField) {
  for (const QString& language : app::Language::tags()) {
    ASSERT_NO_FATAL_FAILURE(toPassword());
    speak(language);
    giveByKeys("WRONG999");
    ASSERT_TRUE(waitForAnswer(SecretAnswer::wrong));
    EXPECT_TRUE(wordsOf("password.answer").contains("4")) << language.toStdString();
    EXPECT_TRUE(isSeen("password.answer")) << language.toStdString();
    EXPECT_TRUE(isSeen("password.field")) << language.toStdString();
    EXPECT_TRUE(field().hasFocus());
    EXPECT_EQ(field().length(), 0);
    leave();
    speak("en");
  }
}

TEST_F(SecretPageTest, WhatWasNotSentIsSaidAtTheField) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  QTest::keyClicks(&field(), "MADO1");
  scrollAway();
  ASSERT_FALSE(isSeen("password.field"));
  key(&field(), Qt::Key_Return);
  EXPECT_TRUE(isSeen("password.answer"));
  EXPECT_TRUE(isSeen("password.field"));
  EXPECT_EQ(simulatedCard->verifications(), 0U);
}

TEST_F(SecretPageTest, WhatAKeyDidIsSeenWithTheField) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  field().setFocus();
  struct Case {
    const char* keys;
    const char* said;
  };
  for (const Case& one : {Case{"M", "password.count"}, Case{"!", "password.hint"},
                          Case{"ADO4567890123456789", "password.hint"}}) {
    scrollAway();
    ASSERT_FALSE(isSeen("password.field"));
    QTest::keyClicks(&field(), one.keys);
    EXPECT_TRUE(isSeen(one.said)) << one.keys;
    EXPECT_TRUE(isSeen("password.field")) << one.keys;
  }
  scrollAway();
  QTest::keyClick(&field(), Qt::Key_V, Qt::ControlModifier);
  EXPECT_TRUE(isSeen("password.hint"));
  EXPECT_TRUE(isSeen("password.field"));
}

TEST_F(SecretPageTest, CanBeTypedWithoutAKeyboard) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  ASSERT_TRUE(press("password.useKeys"));
  ASSERT_NE(find("password.entry.keys"), nullptr);
  for (const QChar character : QStringLiteral("MADO1234")) {
    auto* key = find("password.entry.keys")
                    ->findChild<QAbstractButton*>(QStringLiteral("key.") + character);
    ASSERT_NE(key, nullptr);
    QTest::mouseClick(key, Qt::LeftButton);
  }
  EXPECT_TRUE(field().hasFocus());
  EXPECT_EQ(field().length(), 8);
  ASSERT_TRUE(press("password.next"));
  EXPECT_TRUE(waitForPage(Page::authenticationPin));
}

TEST_F(SecretPageTest, WhoIsAskedAboutTheLastTrySeesWhatTheyTyped) {
  ASSERT_NO_FATAL_FAILURE(toPassword(1));
  giveByKeys("WRONG999");
  ASSERT_TRUE(waitForAnswer(SecretAnswer::lastTry));
  const auto* panel = find<MessagePanel>("password.lastTry");
  ASSERT_NE(panel, nullptr);
  EXPECT_EQ(panel->kind(), MessagePanel::Kind::warning);
  EXPECT_TRUE(isSeen("password.field"));
  EXPECT_TRUE(panel->title()->hasFocus());
  EXPECT_EQ(field().length(), 8);
  EXPECT_TRUE(field().isEnabled());
  ASSERT_TRUE(press("password.show"));
  EXPECT_TRUE(field().isShown());
  // What was asked about is what is sent.
  QTest::keyClicks(&field(), "X");
  key(&field(), Qt::Key_Backspace);
  EXPECT_EQ(field().length(), 8);
  const SecretField& given = field();
  ASSERT_TRUE(press("password.lastTry.yes"));
  EXPECT_EQ(given.length(), 0);
  ASSERT_TRUE(eventually([&] { return visit().status().passwordTries == 0; }));
}

TEST_F(SecretPageTest, AfterANoOnlyWhatCanBeReadStays) {
  ASSERT_NO_FATAL_FAILURE(toPassword(1));
  giveByKeys("MADO123");
  ASSERT_TRUE(press("password.lastTry.no"));
  EXPECT_EQ(field().length(), 0);
  ASSERT_TRUE(press("password.show"));
  giveByKeys("MADO123");
  ASSERT_TRUE(press("password.lastTry.no"));
  EXPECT_EQ(field().length(), 7);
  giveByKeys("4");
  ASSERT_TRUE(press("password.lastTry.yes"));
  EXPECT_TRUE(waitForPage(Page::authenticationPin));
}

TEST_F(SecretPageTest, SaysWhatTheTriesMeanAndWhatTheLastOneCosts) {
  ASSERT_NO_FATAL_FAILURE(toPassword(1));
  for (const QString& language : app::Language::tags()) {
    speak(language);
    EXPECT_TRUE(textOf("password.triesMeaning").contains("5") || language == "en");
  }
  speak("en");
  EXPECT_TRUE(textOf("password.triesMeaning").contains("Five wrong entries in a row"));
  giveByKeys("WRONG999");
  const QString words = wordsOf("password.lastTry");
  EXPECT_TRUE(words.contains("signature password is blocked until")) << words.toStdString();
  EXPECT_TRUE(words.contains("free of charge")) << words.toStdString();
  EXPECT_TRUE(words.contains("can still be used")) << words.toStdString();
  EXPECT_TRUE(words.contains("Use it (blocked if wrong)")) << words.toStdString();
  ASSERT_TRUE(press("password.lastTry.yes"));
  ASSERT_TRUE(eventually([&] { return visit().status().passwordTries == 0; }));
  EXPECT_EQ(textOf("password.triesMeaning"), "");
  EXPECT_EQ(textOf("password.heading"), "The signature password is blocked")
      << "it is not asked for any more";
}

TEST_F(SecretPageTest, OnStep2EachSecretHasItsOwnAnswer) {
  constexpr std::chrono::milliseconds kLifetime(20);
  configure(server->settings(), kLifetime);
  window().resize(window().minimumSize());
  ASSERT_NO_FATAL_FAILURE(toStep2());
  beAbsentFor(kLifetime);
  ASSERT_TRUE(eventually([&] { return flow().secretsNeeded(); }));
  QTest::keyClicks(find("step2.password.field"), "MADO1234");
  QTest::keyClicks(find("step2.pin.field"), "9999");
  ASSERT_TRUE(press("step2.submit"));
  ASSERT_TRUE(waitForAnswer(SecretAnswer::wrong));
  EXPECT_EQ(find("step2.password.answer"), nullptr);
  EXPECT_TRUE(isSeen("step2.pin.answer"));
  EXPECT_TRUE(isSeen("step2.pin.field"));
  EXPECT_TRUE(find("step2.pin.field")->hasFocus());
  EXPECT_TRUE(find("step2.pin.field")->property("wrong").toBool());
  EXPECT_FALSE(find("step2.password.field")->property("wrong").toBool());
  // The answer sends people to it.
  for (const char* words : {"forgotten", "smartphone app", "My Number Card to your municipal"})
    EXPECT_TRUE(wordsOf("step2.forgotten").contains(QLatin1String(words))) << words;
}

}  // namespace
}  // namespace madoguchi::test
