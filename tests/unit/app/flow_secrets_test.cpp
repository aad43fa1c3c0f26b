#include "tests/unit/app/flow_fixture.h"

// Password and PIN: tries, wrong ones, the last one, and when they are forgotten.

namespace madoguchi::test {
namespace {

using app::FailureCode;
using app::Page;
using app::SecretOutcome;

class FlowSecretsTest : public FlowTest {
 protected:
  void givePassword(std::string_view text, SecretOutcome outcome) {
    flow().giveSignaturePassword(secret(text));
    ASSERT_TRUE(waitForOutcome(outcome));
  }
  void givePin(std::string_view text, SecretOutcome outcome) {
    flow().giveAuthenticationPin(secret(text));
    ASSERT_TRUE(waitForOutcome(outcome));
  }
};

TEST_F(FlowSecretsTest, ShowsTheTriesBeforeTheSecretIsAsked) {
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  EXPECT_EQ(flow().cardStatus().passwordTries, 5);
  EXPECT_EQ(flow().cardStatus().pinTries, 3);
}

TEST_F(FlowSecretsTest, AWrongPasswordCostsATryAndARightOneGivesAllBack) {
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  ASSERT_NO_FATAL_FAILURE(givePassword("WRONG123", SecretOutcome::wrong));
  EXPECT_EQ(flow().cardStatus().passwordTries, 4);
  EXPECT_EQ(flow().page(), Page::signaturePassword);
  EXPECT_FALSE(flow().holdsSecrets());
  flow().giveSignaturePassword(secret("MADO1234"));
  ASSERT_TRUE(waitForPage(Page::authenticationPin));
  EXPECT_EQ(flow().cardStatus().passwordTries, 5);
  EXPECT_EQ(simulatedCard->verifications(), 2U);
}

TEST_F(FlowSecretsTest, WhatCannotBeRightIsNeverSent) {
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  ASSERT_NO_FATAL_FAILURE(givePassword("SHORT", SecretOutcome::impossible));
  ASSERT_NO_FATAL_FAILURE(givePassword("WITH SPACE", SecretOutcome::impossible));
  flow().giveSignaturePassword(secret("mado1234"));
  ASSERT_TRUE(waitForPage(Page::authenticationPin));
  ASSERT_NO_FATAL_FAILURE(givePin("12A4", SecretOutcome::impossible));
  EXPECT_EQ(simulatedCard->verifications(), 1U);
  EXPECT_EQ(flow().cardStatus().pinTries, 3);
}

TEST_F(FlowSecretsTest, TheLastPasswordTryWantsAYes) {
  auto contents = contentsOf("maria");
  contents.signaturePasswordTries = 1;
  insert(std::move(contents));
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  ASSERT_NO_FATAL_FAILURE(givePassword("WRONG123", SecretOutcome::needsLastTryConfirmation));
  flow().confirmLastTry(false);
  EXPECT_EQ(flow().secretOutcome(), SecretOutcome::none);
  EXPECT_FALSE(flow().holdsSecrets());
  EXPECT_EQ(simulatedCard->verifications(), 0U);
  ASSERT_NO_FATAL_FAILURE(givePassword("WRONG123", SecretOutcome::needsLastTryConfirmation));
  flow().confirmLastTry(true);
  ASSERT_TRUE(waitForOutcome(SecretOutcome::failed));
  EXPECT_EQ(flow().problem(), FailureCode::passwordBlocked);
  EXPECT_EQ(flow().cardStatus().passwordTries, 0);
  EXPECT_FALSE(flow().holdsSecrets());
  // Not a dead end, and no further try.
  flow().giveSignaturePassword(secret("MADO1234"));
  EXPECT_EQ(flow().problem(), FailureCode::passwordBlocked);
  EXPECT_EQ(simulatedCard->verifications(), 1U);
  flow().back();
  EXPECT_EQ(flow().page(), Page::beforeYouStart);
  EXPECT_FALSE(flow().canGoNext());
}

TEST_F(FlowSecretsTest, TheLastPinTryWantsAYes) {
  ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
  ASSERT_NO_FATAL_FAILURE(givePin("0000", SecretOutcome::wrong));
  EXPECT_EQ(flow().cardStatus().pinTries, 2);
  flow().giveAuthenticationPin(secret("0000"));
  ASSERT_TRUE(eventually([&] { return flow().cardStatus().pinTries == 1; }));
  ASSERT_TRUE(waitForOutcome(SecretOutcome::wrong));
  ASSERT_NO_FATAL_FAILURE(givePin("1234", SecretOutcome::needsLastTryConfirmation));
  EXPECT_EQ(simulatedCard->authenticationPinTries(), 1);
  flow().confirmLastTry(true);
  ASSERT_TRUE(waitForPage(Page::step1));
  EXPECT_EQ(flow().cardStatus().pinTries, 3);
}

TEST_F(FlowSecretsTest, AVerifyThatBreaksOffIsSaidAndTheTriesAreReadAgain) {
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  // The card counts the try, then the link breaks.
  observed.between = [this](auto command) -> std::optional<std::vector<std::uint8_t>> {
    if (isVerify(command)) {
      simulatedCard->process(command);
      throw card::TransportError(card::TransportFault::communication, "test");
    }
    return std::nullopt;
  };
  ASSERT_NO_FATAL_FAILURE(givePassword("WRONG123", SecretOutcome::failed));
  EXPECT_EQ(flow().problem(), FailureCode::verifyInterrupted);
  EXPECT_EQ(flow().page(), Page::signaturePassword);
  ASSERT_TRUE(eventually([&] { return flow().cardStatus().passwordTries == 4; }));
  EXPECT_EQ(flow().problem(), FailureCode::verifyInterrupted);
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(FlowSecretsTest, ASecretThatTurnsWrongAtTheSubmissionIsNotRepeated) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  int verifications = 0;
  observed.between = [&](auto command) -> std::optional<std::vector<std::uint8_t>> {
    if (isVerify(command)) {
      ++verifications;
      return std::vector<std::uint8_t>{0x63, 0xC2};
    }
    return std::nullopt;
  };
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::submitting));
  ASSERT_TRUE(waitForPage(Page::step2));
  EXPECT_EQ(verifications, 1);
  EXPECT_EQ(flow().secretOutcome(), SecretOutcome::wrong);
  EXPECT_EQ(flow().cardStatus().passwordTries, 2);
  EXPECT_TRUE(flow().secretsNeeded());
  EXPECT_FALSE(flow().holdsSecrets());
  EXPECT_TRUE(server->requests("/v1/registrations").empty());
}

TEST_F(FlowSecretsTest, SecretsAreForgottenAfterTheRegistration) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  EXPECT_TRUE(flow().holdsSecrets());
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_FALSE(flow().holdsSecrets());
}

TEST_F(FlowSecretsTest, SecretsAreForgottenOnTheWayToTheTop) {
  for (int i = 0; i < 2; ++i) {
    ASSERT_NO_FATAL_FAILURE(toStep1());
    EXPECT_TRUE(flow().holdsSecrets());
    flow().backToTop();
    EXPECT_EQ(flow().page(), Page::top);
    EXPECT_FALSE(flow().holdsSecrets());
  }
}

TEST_F(FlowSecretsTest, SecretsAreForgottenWhereTheirPageIsReachedAgain) {
  ASSERT_NO_FATAL_FAILURE(toStep1());
  flow().back();
  flow().back();
  EXPECT_EQ(flow().page(), Page::signaturePassword);
  EXPECT_FALSE(flow().holdsSecrets());
}

TEST_F(FlowSecretsTest, SecretsAreForgottenWithoutActivityAndAskedForAgain) {
  configure({.secretLifetime = std::chrono::milliseconds(50)}, server->settings());
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  flow().giveSignaturePassword(secret("MADO1234"));
  ASSERT_TRUE(waitForPage(Page::authenticationPin));
  flow().giveAuthenticationPin(secret("1234"));
  ASSERT_TRUE(waitForPage(Page::step1));
  ASSERT_TRUE(eventually([&] { return flow().secretsNeeded(); }));
  EXPECT_FALSE(flow().holdsSecrets());
  fillForm();
  flow().check();
  ASSERT_EQ(flow().page(), Page::step2);
  flow().submit();
  EXPECT_EQ(flow().page(), Page::step2);
  EXPECT_TRUE(server->requests("/v1/registrations").empty());
}

TEST_F(FlowSecretsTest, SecretsGivenAgainAreCheckedBeforeTheSubmission) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  server->answer("/v1/nonces", {.never = true});
  flow().submit();
  ASSERT_TRUE(eventually([&] { return !server->requests("/v1/nonces").empty(); }));
  flow().cancelSubmission();
  ASSERT_TRUE(flow().secretsNeeded());
  flow().giveSecretsAgain(secret("MADO1234"), secret("0000"));
  ASSERT_TRUE(waitForOutcome(SecretOutcome::wrong));
  EXPECT_EQ(flow().cardStatus().pinTries, 2);
  EXPECT_TRUE(flow().secretsNeeded());
  EXPECT_FALSE(flow().holdsSecrets());
  flow().giveSecretsAgain(secret("MADO1234"), secret("1234"));
  ASSERT_TRUE(eventually([&] { return !flow().secretsNeeded(); }));
  server->release();
  flow().submit();
  ASSERT_TRUE(eventually([&] { return flow().page() != Page::submitting; }));
  EXPECT_EQ(flow().page(), Page::step3) << codeText(flow().problem()).toStdString();
}

TEST_F(FlowSecretsTest, GoingBackEndsACheckThatIsUnderWay) {
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  flow().giveSignaturePassword(secret("MADO1234"));
  ASSERT_EQ(flow().secretOutcome(), SecretOutcome::checking);
  flow().back();
  EXPECT_EQ(flow().page(), Page::beforeYouStart);
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  EXPECT_EQ(flow().page(), Page::beforeYouStart);
  EXPECT_EQ(flow().cardStatus().passwordTries, 5);
  EXPECT_FALSE(flow().holdsSecrets());
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(FlowSecretsTest, WhatACalledOffCheckHadIsNeverSentAgain) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  server->answer("/v1/nonces", {.never = true});
  flow().submit();
  flow().cancelSubmission();
  const std::size_t before = simulatedCard->verifications();
  flow().giveSecretsAgain(secret("WRONG123"), secret("1234"));
  flow().back();
  flow().back();
  ASSERT_EQ(flow().page(), Page::authenticationPin);
  ASSERT_TRUE(eventually([&] { return !flow().cardStatus().busy; }));
  const std::size_t calledOff = simulatedCard->verifications() - before;
  EXPECT_LE(calledOff, 1U);
  flow().giveAuthenticationPin(secret("1234"));
  ASSERT_TRUE(waitForPage(Page::step1));
  EXPECT_EQ(simulatedCard->verifications() - before, calledOff + 1);
  EXPECT_EQ(simulatedCard->signaturePasswordTries(), 5 - static_cast<int>(calledOff));
}

}  // namespace
}  // namespace madoguchi::test
