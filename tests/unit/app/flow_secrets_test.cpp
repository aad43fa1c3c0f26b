#include "tests/unit/app/flow_fixture.h"

// Password and PIN: tries, wrong ones, the last one, and when they are forgotten.

namespace madoguchi::test {
namespace {

using app::FailureCode;
using app::Page;
using app::SecretAnswer;

class FlowSecretsTest : public FlowTest {
 protected:
  void expectOfPassword(std::string_view text, SecretAnswer answer) {
    givePassword(text);
    ASSERT_TRUE(waitForAnswer(answer));
  }
  void expectOfPin(std::string_view text, SecretAnswer answer) {
    givePin(text);
    ASSERT_TRUE(waitForAnswer(answer));
  }
};

TEST_F(FlowSecretsTest, ShowsTheTriesBeforeTheSecretIsAsked) {
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  EXPECT_EQ(visit().status().passwordTries, 5);
  EXPECT_EQ(visit().status().pinTries, 3);
}

TEST_F(FlowSecretsTest, AWrongPasswordCostsATryAndARightOneGivesAllBack) {
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  ASSERT_NO_FATAL_FAILURE(expectOfPassword("WRONG123", SecretAnswer::wrong));
  EXPECT_EQ(visit().status().passwordTries, 4);
  EXPECT_EQ(flow().page(), Page::signaturePassword);
  EXPECT_FALSE(visit().holdsSecrets());
  givePassword("MADO1234");
  ASSERT_TRUE(waitForPage(Page::authenticationPin));
  EXPECT_EQ(visit().status().passwordTries, 5);
  EXPECT_EQ(simulatedCard->verifications(), 2U);
}

TEST_F(FlowSecretsTest, WhatCannotBeRightIsNeverSent) {
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  ASSERT_NO_FATAL_FAILURE(expectOfPassword("SHORT", SecretAnswer::impossible));
  ASSERT_NO_FATAL_FAILURE(expectOfPassword("WITH SPACE", SecretAnswer::impossible));
  givePassword("mado1234");
  ASSERT_TRUE(waitForPage(Page::authenticationPin));
  ASSERT_NO_FATAL_FAILURE(expectOfPin("12A4", SecretAnswer::impossible));
  EXPECT_EQ(simulatedCard->verifications(), 1U);
  EXPECT_EQ(visit().status().pinTries, 3);
}

TEST_F(FlowSecretsTest, TheLastPasswordTryWantsAYes) {
  auto contents = contentsOf("maria");
  contents.signaturePasswordTries = 1;
  insert(std::move(contents));
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  ASSERT_NO_FATAL_FAILURE(expectOfPassword("WRONG123", SecretAnswer::lastTry));
  visit().confirmLastTry(false);
  EXPECT_EQ(secretAnswer(), SecretAnswer::none);
  EXPECT_FALSE(visit().holdsSecrets());
  EXPECT_EQ(simulatedCard->verifications(), 0U);
  ASSERT_NO_FATAL_FAILURE(expectOfPassword("WRONG123", SecretAnswer::lastTry));
  visit().confirmLastTry(true);
  ASSERT_TRUE(waitForAnswer(SecretAnswer::failed));
  EXPECT_EQ(flow().problem(), FailureCode::passwordBlocked);
  EXPECT_EQ(visit().status().passwordTries, 0);
  EXPECT_FALSE(visit().holdsSecrets());
  // Not a dead end, and no further try.
  givePassword("MADO1234");
  EXPECT_EQ(flow().problem(), FailureCode::passwordBlocked);
  EXPECT_EQ(simulatedCard->verifications(), 1U);
  flow().back();
  EXPECT_EQ(flow().page(), Page::beforeYouStart);
  EXPECT_FALSE(flow().canGoNext());
}

TEST_F(FlowSecretsTest, TheLastPinTryWantsAYes) {
  ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
  ASSERT_NO_FATAL_FAILURE(expectOfPin("0000", SecretAnswer::wrong));
  EXPECT_EQ(visit().status().pinTries, 2);
  givePin("0000");
  ASSERT_TRUE(eventually([&] { return visit().status().pinTries == 1; }));
  ASSERT_TRUE(waitForAnswer(SecretAnswer::wrong));
  ASSERT_NO_FATAL_FAILURE(expectOfPin("1234", SecretAnswer::lastTry));
  EXPECT_EQ(simulatedCard->authenticationPinTries(), 1);
  visit().confirmLastTry(true);
  ASSERT_TRUE(waitForPage(Page::step1));
  EXPECT_EQ(visit().status().pinTries, 3);
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
  ASSERT_NO_FATAL_FAILURE(expectOfPassword("WRONG123", SecretAnswer::failed));
  EXPECT_EQ(flow().problem(), FailureCode::verifyInterrupted);
  EXPECT_EQ(flow().page(), Page::signaturePassword);
  ASSERT_TRUE(eventually([&] { return visit().status().passwordTries == 4; }));
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
  EXPECT_EQ(secretAnswer(), SecretAnswer::wrong);
  EXPECT_EQ(visit().status().passwordTries, 2);
  EXPECT_TRUE(flow().secretsNeeded());
  EXPECT_FALSE(visit().holdsSecrets());
  EXPECT_TRUE(server->requests("/v1/registrations").empty());
}

TEST_F(FlowSecretsTest, SecretsAreForgottenAfterTheRegistration) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  EXPECT_TRUE(visit().holdsSecrets());
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_FALSE(visit().holdsSecrets());
}

TEST_F(FlowSecretsTest, SecretsAreForgottenOnTheWayToTheTop) {
  for (int i = 0; i < 2; ++i) {
    ASSERT_NO_FATAL_FAILURE(toStep1());
    EXPECT_TRUE(visit().holdsSecrets());
    leave();
    EXPECT_FALSE(visit().holdsSecrets());
  }
}

TEST_F(FlowSecretsTest, SecretsAreForgottenWhereTheirPageIsReachedAgain) {
  ASSERT_NO_FATAL_FAILURE(toStep1());
  flow().back();
  flow().back();
  EXPECT_EQ(flow().page(), Page::signaturePassword);
  EXPECT_FALSE(visit().holdsSecrets());
}

TEST_F(FlowSecretsTest, SecretsAreForgottenWithoutActivityAndAskedForAgain) {
  configure(server->settings(), std::chrono::milliseconds(50));
  ASSERT_NO_FATAL_FAILURE(toStep1());
  EXPECT_FALSE(flow().secretsNeeded());
  beAbsentFor(std::chrono::milliseconds(50));
  ASSERT_TRUE(eventually([&] { return flow().secretsNeeded(); }));
  EXPECT_FALSE(visit().holdsSecrets());
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
  giveSecretsAgain("MADO1234", "0000");
  ASSERT_TRUE(waitForAnswer(SecretAnswer::wrong));
  EXPECT_EQ(visit().status().pinTries, 2);
  EXPECT_TRUE(flow().secretsNeeded());
  EXPECT_FALSE(visit().holdsSecrets());
  giveSecretsAgain("MADO1234", "1234");
  ASSERT_TRUE(eventually([&] { return !flow().secretsNeeded(); }));
  server->release();
  flow().submit();
  ASSERT_TRUE(eventually([&] { return flow().page() != Page::submitting; }));
  EXPECT_EQ(flow().page(), Page::step3) << codeText(flow().problem()).toStdString();
}

TEST_F(FlowSecretsTest, GoingBackEndsACheckThatIsUnderWay) {
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  givePassword("MADO1234");
  ASSERT_EQ(secretAnswer(), SecretAnswer::checking);
  flow().back();
  EXPECT_EQ(flow().page(), Page::beforeYouStart);
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  EXPECT_EQ(flow().page(), Page::beforeYouStart);
  EXPECT_EQ(visit().status().passwordTries, 5);
  EXPECT_FALSE(visit().holdsSecrets());
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(FlowSecretsTest, WhatACalledOffCheckHadIsNeverSentAgain) {
  ASSERT_NO_FATAL_FAILURE(toStep2());
  server->answer("/v1/nonces", {.never = true});
  flow().submit();
  flow().cancelSubmission();
  const std::size_t before = simulatedCard->verifications();
  giveSecretsAgain("WRONG123", "1234");
  flow().back();
  flow().back();
  ASSERT_EQ(flow().page(), Page::authenticationPin);
  ASSERT_TRUE(eventually([&] { return !visit().status().busy; }));
  const std::size_t calledOff = simulatedCard->verifications() - before;
  EXPECT_LE(calledOff, 1U);
  givePin("1234");
  ASSERT_TRUE(waitForPage(Page::step1));
  EXPECT_EQ(simulatedCard->verifications() - before, calledOff + 1);
  EXPECT_EQ(simulatedCard->signaturePasswordTries(), 5 - static_cast<int>(calledOff));
}

}  // namespace
}  // namespace madoguchi::test
