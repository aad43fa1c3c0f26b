#include "tests/unit/app/flow_fixture.h"

// The PIN typed at the reader, as the card thread's commands have it.

namespace madoguchi::test {
namespace {

using app::CardService;
using app::FailureCode;
using card::VerifyStatus;

class PinPadCommands : public ::testing::Test {
 protected:
  PinPadCommands() {
    simulatedCard = cardOf("maria");
    transport.insert(simulatedCard);
    transport.setPinPad([this] {
      ++asked;
      return typed;
    });
    QObject::connect(&service, &CardService::inspected,
                     [this](const app::CardInspection& result) { inspection = result; });
    QObject::connect(&service, &CardService::secretsVerified,
                     [this](const app::SecretsVerified& result) { verified = result; });
    QObject::connect(&service, &CardService::registrationSigned,
                     [this](const app::RegistrationSigned& result) { registration = result; });
  }
  void inspect() {
    inspection.reset();
    service.inspect();
    ASSERT_TRUE(eventually([&] { return inspection.has_value(); }));
  }
  void askAtPad() {
    verified.reset();
    service.verify({.identity = inspection->identity,
                    .password = {},
                    .pin = {},
                    .readSigningCertificate = false,
                    .pinAtPad = true,
                    .authenticationCertificate = inspection->authentication.value().der});
    ASSERT_TRUE(eventually([&] { return verified.has_value(); }));
  }
  card::VerifyResult verifyAtPad() {
    askAtPad();
    EXPECT_TRUE(verified->pin.has_value());
    return verified->pin.value_or(card::VerifyResult{});
  }
  void sign() {
    registration.reset();
    const auto contents = contentsOf("maria");
    service.sign({.identity = inspection->identity,
                  .password = secret("MADO1234"),
                  .pin = {},
                  .payload = "{}",
                  .nonce = "nonce",
                  .origin = "https://localhost",
                  .signingCertificate = contents.signingCertificate,
                  .authenticationCertificate = contents.authenticationCertificate});
    ASSERT_TRUE(eventually([&] { return registration.has_value(); }));
  }

  simulated::InProcessTransport transport;
  std::shared_ptr<simulated::SimulatedCard> simulatedCard;
  std::optional<std::string> typed = "1234";
  int asked = 0;
  CardService service{transport};
  std::optional<app::CardInspection> inspection;
  std::optional<app::SecretsVerified> verified;
  std::optional<app::RegistrationSigned> registration;
};

TEST_F(PinPadCommands, InspectionSaysWhetherThereIsOne) {
  ASSERT_NO_FATAL_FAILURE(inspect());
  EXPECT_TRUE(inspection->pinPad);
  EXPECT_EQ(asked, 0);
  transport.setPinPad({});
  ASSERT_NO_FATAL_FAILURE(inspect());
  EXPECT_FALSE(inspection->pinPad);
}

TEST_F(PinPadCommands, PinTypedAtTheReaderIsVerified) {
  ASSERT_NO_FATAL_FAILURE(inspect());
  EXPECT_EQ(verifyAtPad().status, VerifyStatus::verified);
  EXPECT_EQ(verified->failure, FailureCode::none);
  EXPECT_EQ(asked, 1);
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(PinPadCommands, WrongPinCostsATryAndIsNotAskedAgain) {
  ASSERT_NO_FATAL_FAILURE(inspect());
  typed = "0000";
  const auto result = verifyAtPad();
  EXPECT_EQ(result.status, VerifyStatus::wrong);
  EXPECT_EQ(result.triesLeft, 2);
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(simulatedCard->verifications(), 1U);
}

TEST_F(PinPadCommands, LastWrongPinBlocks) {
  auto contents = contentsOf("maria");
  contents.authenticationPinTries = 1;
  simulatedCard = std::make_shared<simulated::SimulatedCard>(std::move(contents));
  transport.insert(simulatedCard);
  ASSERT_NO_FATAL_FAILURE(inspect());
  typed = "0000";
  EXPECT_EQ(verifyAtPad().status, VerifyStatus::blocked);
  EXPECT_EQ(verified->failure, FailureCode::pinBlocked);
}

TEST_F(PinPadCommands, CancellingCostsNoTry) {
  ASSERT_NO_FATAL_FAILURE(inspect());
  for (const std::optional<std::string>& what :
       {std::optional<std::string>(), std::optional<std::string>("12")}) {
    typed = what;
    EXPECT_EQ(verifyAtPad().status, VerifyStatus::notEntered);
    EXPECT_EQ(verified->failure, FailureCode::none);
  }
  EXPECT_EQ(simulatedCard->verifications(), 0U);
  EXPECT_EQ(simulatedCard->authenticationPinTries(), 3);
}

TEST_F(PinPadCommands, SignsWithThePinTypedInTheSameSession) {
  ASSERT_NO_FATAL_FAILURE(inspect());
  ASSERT_NO_FATAL_FAILURE(sign());
  EXPECT_EQ(registration->failure, FailureCode::none);
  EXPECT_FALSE(registration->registration.empty());
  EXPECT_FALSE(registration->authentication.empty());
  EXPECT_EQ(asked, 1);
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(PinPadCommands, SignsNothingWhereThePersonCancels) {
  ASSERT_NO_FATAL_FAILURE(inspect());
  typed.reset();
  ASSERT_NO_FATAL_FAILURE(sign());
  EXPECT_EQ(registration->pin->status, VerifyStatus::notEntered);
  EXPECT_TRUE(registration->registration.empty());
  EXPECT_TRUE(registration->authentication.empty());
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(PinPadCommands, CardTakenAwayWhileThePersonTypesIsSaid) {
  ASSERT_NO_FATAL_FAILURE(inspect());
  transport.setPinPad([this] {
    transport.remove();
    return typed;
  });
  ASSERT_NO_FATAL_FAILURE(askAtPad());
  EXPECT_EQ(verified->failure, FailureCode::verifyInterrupted);
}

}  // namespace
}  // namespace madoguchi::test
