#include <QTest>
#include <atomic>

#include "tests/unit/app/pages/page_fixture.h"

// A reader with a keypad as the pages offer it.

namespace madoguchi::test {
namespace {

using app::Page;
using app::SecretAnswer;

class PinPadPageTest : public PageTest {
 protected:
  void toPin() {
    transport.setPinPad([this] {
      hesitates.wait(true);
      ++asked;
      return typed;
    });
    window();
    ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
  }

  std::optional<std::string> typed = "1234";
  std::atomic<int> asked = 0;
  std::atomic<bool> hesitates = false;  ///< the person, while the page is looked at
};

TEST_F(PinPadPageTest, TheReaderIsTheDefaultAndAsksAgainAtTheRegistration) {
  ASSERT_NO_FATAL_FAILURE(toPin());
  ASSERT_NE(find("pin.onScreen"), nullptr);
  EXPECT_EQ(find("pin.entry"), nullptr);
  ASSERT_TRUE(press("pin.next"));
  ASSERT_TRUE(waitForPage(Page::step1));
  fillForm();
  flow().check();
  ASSERT_EQ(flow().page(), Page::step2);
  hesitates = true;
  EXPECT_TRUE(press("step2.submit"));
  EXPECT_EQ(flow().page(), Page::submitting);
  for (const QString& language : app::Language::tags()) {
    speak(language);
    EXPECT_FALSE(textOf("submitting.typeAtReader").isEmpty());
    EXPECT_EQ(textOf("submitting.wait"), "") << "the reader waits for the person";
  }
  hesitates = false;
  hesitates.notify_all();
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_EQ(asked, 2);
}

TEST_F(PinPadPageTest, TheScreenIsThereInstead) {
  ASSERT_NO_FATAL_FAILURE(toPin());
  ASSERT_TRUE(press("pin.onScreen"));
  EXPECT_NE(find("pin.entry"), nullptr);
  ASSERT_TRUE(press("pin.onScreen"));
  EXPECT_EQ(find("pin.entry"), nullptr);
}

TEST_F(PinPadPageTest, CancellingAtTheReaderIsSaidInEveryLanguage) {
  ASSERT_NO_FATAL_FAILURE(toPin());
  typed.reset();
  ASSERT_TRUE(press("pin.next"));
  ASSERT_TRUE(waitForAnswer(SecretAnswer::notEntered));
  for (const QString& language : app::Language::tags()) {
    speak(language);
    const QString words = wordsOf("pin.notEntered");
    EXPECT_GE(words.split(u'\n').size(), 2) << words.toStdString();
    EXPECT_FALSE(words.contains("pin.pad")) << words.toStdString();
  }
}

TEST_F(PinPadPageTest, AWrongPinAtTheReaderIsSaidWhereItIsAskedFor) {
  ASSERT_NO_FATAL_FAILURE(toPin());
  typed = "9999";
  ASSERT_TRUE(press("pin.next"));
  ASSERT_TRUE(waitForAnswer(SecretAnswer::wrong));
  EXPECT_TRUE(wordsOf("pin.readerAnswer").contains("2 tries left"))
      << wordsOf("pin.readerAnswer").toStdString();
  ASSERT_TRUE(press("pin.onScreen"));
  EXPECT_EQ(find("pin.readerAnswer"), nullptr);
  EXPECT_TRUE(wordsOf("pin.answer").contains("2 tries left"));
}

TEST_F(PinPadPageTest, AfterAWipeTheReaderIsOfferedAgainWithTheScreenInstead) {
  ASSERT_NO_FATAL_FAILURE(toPin());
  ASSERT_TRUE(press("pin.next"));
  ASSERT_TRUE(waitForPage(Page::step1));
  fillForm();
  flow().check();
  server->answer("/v1/nonces", {.never = true});
  ASSERT_TRUE(press("step2.submit"));
  ASSERT_TRUE(eventually([&] { return !server->requests("/v1/nonces").empty(); }));
  flow().cancelSubmission();
  server->release();
  ASSERT_TRUE(flow().secretsNeeded());
  ASSERT_TRUE(eventually([&] { return !visit().status().busy; }));
  ASSERT_NE(find("step2.onScreen"), nullptr);
  EXPECT_EQ(find("step2.pin"), nullptr);
  ASSERT_TRUE(press("step2.onScreen"));
  EXPECT_NE(find("step2.pin"), nullptr);
  ASSERT_TRUE(press("step2.onScreen"));
  EXPECT_EQ(find("step2.pin"), nullptr);
  typed.reset();
  QTest::keyClicks(find("step2.password.field"), "MADO1234");
  ASSERT_TRUE(press("step2.submit"));
  ASSERT_TRUE(waitForAnswer(SecretAnswer::notEntered));
  for (const QString& language : app::Language::tags()) {
    speak(language);
    EXPECT_FALSE(wordsOf("step2.notEntered").contains("step2."));
  }
  typed = "1234";
  QTest::keyClicks(find("step2.password.field"), "MADO1234");
  ASSERT_TRUE(press("step2.submit"));
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_EQ(asked, 4);
  EXPECT_EQ(simulatedCard->authenticationPinTries(), 3);
}

TEST_F(PinPadPageTest, WithoutAKeypadThePageIsTheOrdinaryOne) {
  window();
  ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
  EXPECT_EQ(find("pin.onScreen"), nullptr);
  EXPECT_NE(find("pin.entry"), nullptr);
}

}  // namespace
}  // namespace madoguchi::test
