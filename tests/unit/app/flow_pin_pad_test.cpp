#include "tests/unit/app/flow_fixture.h"

// The PIN typed at the reader's keypad, through a whole visit.

namespace madoguchi::test {
namespace {

using app::FailureCode;
using app::Page;
using app::SecretOutcome;

class FlowPinPadTest : public FlowTest {
 protected:
  FlowPinPadTest() {
    transport.setPinPad([this] {
      ++asked;
      return typed;
    });
  }
  void typeAtReader(SecretOutcome outcome) {
    flow().typeAuthenticationPinAtReader();
    ASSERT_TRUE(waitForOutcome(outcome));
  }
  void toStep2AtReader() {
    ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
    EXPECT_TRUE(flow().cardStatus().pinPad);
    flow().typeAuthenticationPinAtReader();
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
  EXPECT_TRUE(flow().isPinTypedAtReader());
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_EQ(asked, 2);
  EXPECT_FALSE(flow().isPinTypedAtReader());
  EXPECT_FALSE(flow().holdsSecrets());
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(FlowPinPadTest, TheScreenDoesInsteadAndTheReaderIsNotAsked) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  EXPECT_FALSE(flow().isPinTypedAtReader());
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_EQ(asked, 0);
}

TEST_F(FlowPinPadTest, CancellingAtTheReaderCostsNothing) {
  ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
  typed.reset();
  ASSERT_NO_FATAL_FAILURE(typeAtReader(SecretOutcome::notEntered));
  EXPECT_EQ(flow().page(), Page::authenticationPin);
  EXPECT_EQ(flow().cardStatus().pinTries, 3);
  EXPECT_EQ(flow().problem(), FailureCode::none);
  // On the screen after all.
  flow().giveAuthenticationPin(secret("1234"));
  ASSERT_TRUE(waitForPage(Page::step1));
  EXPECT_FALSE(flow().isPinTypedAtReader());
}

TEST_F(FlowPinPadTest, AWrongPinCostsATryAndTheLastOneWantsAYes) {
  ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
  typed = "0000";
  ASSERT_NO_FATAL_FAILURE(typeAtReader(SecretOutcome::wrong));
  EXPECT_EQ(flow().cardStatus().pinTries, 2);
  flow().typeAuthenticationPinAtReader();
  ASSERT_TRUE(eventually([&] { return flow().cardStatus().pinTries == 1; }));
  ASSERT_TRUE(waitForOutcome(SecretOutcome::wrong));
  typed = "1234";
  ASSERT_NO_FATAL_FAILURE(typeAtReader(SecretOutcome::needsLastTryConfirmation));
  EXPECT_EQ(asked, 2);
  flow().confirmLastTry(false);
  EXPECT_EQ(flow().secretOutcome(), SecretOutcome::none);
  EXPECT_FALSE(flow().isPinTypedAtReader());
  ASSERT_NO_FATAL_FAILURE(typeAtReader(SecretOutcome::needsLastTryConfirmation));
  flow().confirmLastTry(true);
  ASSERT_TRUE(waitForPage(Page::step1));
  EXPECT_EQ(asked, 3);
}

TEST_F(FlowPinPadTest, CancellingAtTheSubmissionLeavesItToBeDoneAgain) {
  ASSERT_NO_FATAL_FAILURE(toStep2AtReader());
  typed.reset();
  flow().submit();
  ASSERT_TRUE(waitForOutcome(SecretOutcome::notEntered));
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
  ASSERT_TRUE(waitForOutcome(SecretOutcome::wrong));
  EXPECT_EQ(flow().page(), Page::step2);
  EXPECT_EQ(flow().cardStatus().pinTries, 2);
  EXPECT_TRUE(flow().secretsNeeded());
  EXPECT_FALSE(flow().isPinTypedAtReader());
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
  EXPECT_FALSE(flow().isPinTypedAtReader());
  const int before = asked;
  flow().giveSecretsAgain(secret("WRONG123"), std::nullopt);
  ASSERT_TRUE(waitForOutcome(SecretOutcome::wrong));
  EXPECT_EQ(asked, before);  // the reader asks nobody after a wrong password
  typed.reset();
  flow().giveSecretsAgain(secret("MADO1234"), std::nullopt);
  ASSERT_TRUE(waitForOutcome(SecretOutcome::notEntered));
  EXPECT_TRUE(flow().secretsNeeded());
  EXPECT_EQ(flow().cardStatus().pinTries, 3);
  typed = "1234";
  flow().giveSecretsAgain(secret("MADO1234"), std::nullopt);
  ASSERT_TRUE(eventually([&] { return !flow().secretsNeeded(); }));
  EXPECT_TRUE(flow().isPinTypedAtReader());
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
  EXPECT_FALSE(flow().isPinTypedAtReader());
}

TEST_F(FlowPinPadTest, WithoutAKeypadNothingIsAsked) {
  transport.setPinPad({});
  ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
  EXPECT_FALSE(flow().cardStatus().pinPad);
  flow().typeAuthenticationPinAtReader();
  EXPECT_EQ(flow().secretOutcome(), SecretOutcome::none);
  EXPECT_EQ(asked, 0);
  flow().giveAuthenticationPin(secret("1234"));
  ASSERT_TRUE(waitForPage(Page::step1));
  fillForm();
  flow().check();
  server->answer("/v1/nonces", {.never = true});
  flow().submit();
  flow().cancelSubmission();
  ASSERT_TRUE(flow().secretsNeeded());
  ASSERT_TRUE(eventually([&] { return !flow().cardStatus().busy; }));
  flow().giveSecretsAgain(secret("MADO1234"), std::nullopt);
  EXPECT_EQ(flow().secretOutcome(), SecretOutcome::none);
}

}  // namespace
}  // namespace madoguchi::test
