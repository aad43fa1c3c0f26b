#include "tests/unit/app/flow_fixture.h"

// The PIN typed at the reader's keypad, through a whole visit.

namespace madoguchi::test {
namespace {

using app::FailureCode;
using app::Page;
using app::SecretAnswer;

class FlowPinPadTest : public FlowTest {
 protected:
  FlowPinPadTest() {
    transport.setPinPad([this] {
      ++asked;
      return typed;
    });
  }
  void typeAtReader(SecretAnswer outcome) {
    visit().typePinAtReader();
    ASSERT_TRUE(waitForAnswer(outcome));
  }
  void toStep2AtReader() {
    ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
    EXPECT_TRUE(visit().status().pinPad);
    visit().typePinAtReader();
    ASSERT_TRUE(waitForPage(Page::step1));
    fillForm();
    flow().check();
    ASSERT_EQ(flow().page(), Page::step2);
  }

  std::optional<std::string> typed = "1234";
  std::atomic<int> asked = 0;
};

TEST_F(FlowPinPadTest, RegistersWithThePinTypedTwiceAtTheReader) {
  ASSERT_NO_FATAL_FAILURE(toStep2AtReader());
  EXPECT_EQ(asked, 1);
  EXPECT_FALSE(flow().secretsNeeded());
  EXPECT_TRUE(visit().isPinTypedAtReader());
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_EQ(asked, 2);
  EXPECT_FALSE(visit().isPinTypedAtReader());
  EXPECT_FALSE(visit().holdsSecrets());
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(FlowPinPadTest, TheScreenDoesInsteadAndTheReaderIsNotAsked) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  EXPECT_FALSE(visit().isPinTypedAtReader());
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_EQ(asked, 0);
}

TEST_F(FlowPinPadTest, CancellingAtTheReaderCostsNothing) {
  ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
  typed.reset();
  ASSERT_NO_FATAL_FAILURE(typeAtReader(SecretAnswer::notEntered));
  EXPECT_EQ(flow().page(), Page::authenticationPin);
  EXPECT_EQ(visit().status().pinTries, 3);
  EXPECT_EQ(flow().problem(), FailureCode::none);
  // On the screen after all.
  givePin("1234");
  ASSERT_TRUE(waitForPage(Page::step1));
  EXPECT_FALSE(visit().isPinTypedAtReader());
}

TEST_F(FlowPinPadTest, AKeypadThatDoesNotUnderstandGivesWayToTheScreen) {
  ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
  ASSERT_TRUE(visit().status().pinPad);
  transport.setPinPadUnderstands(false);
  ASSERT_NO_FATAL_FAILURE(typeAtReader(SecretAnswer::notEntered));
  EXPECT_FALSE(visit().status().pinPad);
  EXPECT_EQ(visit().status().pinTries, 3);
  EXPECT_EQ(flow().page(), Page::authenticationPin);
  EXPECT_EQ(flow().problem(), FailureCode::none);
  givePin("1234");
  EXPECT_TRUE(waitForPage(Page::step1));
  EXPECT_EQ(asked, 0);
}

TEST_F(FlowPinPadTest, AKeypadThatFailsAtTheSubmissionGivesWayToTheScreen) {
  ASSERT_NO_FATAL_FAILURE(toStep2AtReader());
  transport.setPinPadUnderstands(false);
  flow().submit();
  ASSERT_TRUE(waitForAnswer(SecretAnswer::notEntered));
  EXPECT_EQ(flow().page(), Page::step2);
  EXPECT_FALSE(visit().status().pinPad);
  EXPECT_TRUE(flow().secretsNeeded());
  EXPECT_FALSE(visit().isPinTypedAtReader());
  EXPECT_TRUE(server->requests("/v1/registrations").empty());
  giveSecretsAgain("MADO1234", "1234");
  ASSERT_TRUE(eventually([&] { return !flow().secretsNeeded(); }));
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(simulatedCard->authenticationPinTries(), 3);
}

TEST_F(FlowPinPadTest, AWrongPinCostsATryAndTheLastOneWantsAYes) {
  ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
  typed = "0000";
  ASSERT_NO_FATAL_FAILURE(typeAtReader(SecretAnswer::wrong));
  EXPECT_EQ(visit().status().pinTries, 2);
  visit().typePinAtReader();
  ASSERT_TRUE(eventually([&] { return visit().status().pinTries == 1; }));
  ASSERT_TRUE(waitForAnswer(SecretAnswer::wrong));
  typed = "1234";
  ASSERT_NO_FATAL_FAILURE(typeAtReader(SecretAnswer::lastTry));
  EXPECT_EQ(asked, 2);
  visit().confirmLastTry(false);
  EXPECT_EQ(secretAnswer(), SecretAnswer::none);
  EXPECT_FALSE(visit().isPinTypedAtReader());
  ASSERT_NO_FATAL_FAILURE(typeAtReader(SecretAnswer::lastTry));
  visit().confirmLastTry(true);
  ASSERT_TRUE(waitForPage(Page::step1));
  EXPECT_EQ(asked, 3);
}

TEST_F(FlowPinPadTest, CancellingAtTheSubmissionLeavesItToBeDoneAgain) {
  ASSERT_NO_FATAL_FAILURE(toStep2AtReader());
  typed.reset();
  flow().submit();
  ASSERT_TRUE(waitForAnswer(SecretAnswer::notEntered));
  EXPECT_EQ(flow().page(), Page::step2);
  EXPECT_FALSE(flow().secretsNeeded());
  EXPECT_TRUE(server->requests("/v1/registrations").empty());
  EXPECT_EQ(simulatedCard->authenticationPinTries(), 3);
  typed = "1234";
  flow().submit();
  EXPECT_TRUE(waitForPage(Page::step3));
}

TEST_F(FlowPinPadTest, AWrongPinAtTheSubmissionIsNotRepeated) {
  ASSERT_NO_FATAL_FAILURE(toStep2AtReader());
  typed = "0000";
  flow().submit();
  ASSERT_TRUE(waitForAnswer(SecretAnswer::wrong));
  EXPECT_EQ(flow().page(), Page::step2);
  EXPECT_EQ(visit().status().pinTries, 2);
  EXPECT_TRUE(flow().secretsNeeded());
  EXPECT_FALSE(visit().isPinTypedAtReader());
  flow().submit();
  EXPECT_EQ(flow().page(), Page::step2);
  EXPECT_EQ(asked, 2);
}

TEST_F(FlowPinPadTest, AfterAWipeTheReaderAsksAgain) {
  ASSERT_NO_FATAL_FAILURE(toStep2AtReader());
  server->answer("/v1/nonces", {.never = true});
  flow().submit();
  ASSERT_TRUE(eventually([&] { return !server->requests("/v1/nonces").empty(); }));
  flow().cancelSubmission();
  ASSERT_TRUE(flow().secretsNeeded());
  EXPECT_FALSE(visit().isPinTypedAtReader());
  const int before = asked;
  giveSecretsAgain("WRONG123", std::nullopt);
  ASSERT_TRUE(waitForAnswer(SecretAnswer::wrong));
  EXPECT_EQ(asked, before);  // the reader asks nobody after a wrong password
  typed.reset();
  giveSecretsAgain("MADO1234", std::nullopt);
  ASSERT_TRUE(waitForAnswer(SecretAnswer::notEntered));
  EXPECT_TRUE(flow().secretsNeeded());
  EXPECT_EQ(visit().status().pinTries, 3);
  typed = "1234";
  giveSecretsAgain("MADO1234", std::nullopt);
  ASSERT_TRUE(eventually([&] { return !flow().secretsNeeded(); }));
  EXPECT_TRUE(visit().isPinTypedAtReader());
  server->release();
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_EQ(asked, before + 3);
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(FlowPinPadTest, GoingBackToThePinForgetsHowItWasGiven) {
  ASSERT_NO_FATAL_FAILURE(toStep2AtReader());
  flow().back();
  flow().back();
  EXPECT_EQ(flow().page(), Page::authenticationPin);
  EXPECT_FALSE(visit().isPinTypedAtReader());
}

TEST_F(FlowPinPadTest, WithoutAKeypadNothingIsAsked) {
  transport.setPinPad({});
  ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
  EXPECT_FALSE(visit().status().pinPad);
  visit().typePinAtReader();
  EXPECT_EQ(secretAnswer(), SecretAnswer::none);
  EXPECT_EQ(asked, 0);
  givePin("1234");
  ASSERT_TRUE(waitForPage(Page::step1));
  fillForm();
  flow().check();
  server->answer("/v1/nonces", {.never = true});
  flow().submit();
  flow().cancelSubmission();
  ASSERT_TRUE(flow().secretsNeeded());
  ASSERT_TRUE(eventually([&] { return !visit().status().busy; }));
  giveSecretsAgain("MADO1234", std::nullopt);
  EXPECT_EQ(secretAnswer(), SecretAnswer::none);
}

}  // namespace
}  // namespace madoguchi::test
