#include "cardreader/digest_info.h"
#include "tests/unit/app/flow_fixture.h"

// The PIN typed at the reader, as the card thread has it.

namespace madoguchi::test {
namespace {

using app::CardDesk;
using app::FailureCode;
using app::Signature;
using card::VerifyStatus;

class PinPadWork : public ::testing::Test {
 protected:
  PinPadWork() {
    simulatedCard = cardOf("maria");
    transport.insert(simulatedCard);
    transport.setPinPad([this] {
      ++asked;
      return typed;
    });
  }
  void inspect() {
    inspection.reset();
    const app::Pending pending =
        desk.inspect([this](const app::CardInspection& result) { inspection = result; });
    ASSERT_TRUE(eventually([&] { return inspection.has_value(); }));
  }
  /// With the PIN typed at the reader.
  void work(app::CardWork what) {
    done.reset();
    what.stay = inspection->identity;
    what.secrets.pin = app::TypedAtReader{};
    const app::Pending pending =
        desk.work(std::move(what), [this](const app::CardWorkDone& result) { done = result; });
    ASSERT_TRUE(eventually([&] { return done.has_value(); }));
  }
  void askAtPad() {
    app::CardWork what;
    what.authenticationCertificate = inspection->authentication.value().der;
    work(std::move(what));
  }
  card::VerifyResult verifyAtPad() {
    askAtPad();
    EXPECT_TRUE(done->pin.has_value());
    return done->pin.value_or(card::VerifyResult{});
  }
  void sign() {
    app::CardWork what;
    what.secrets.password = secret("MADO1234");
    for (const card::KeyPair key : {card::KeyPair::signing, card::KeyPair::authentication}) {
      what.sign.push_back({key, [](std::span<const app::Signature> before) {
                             return card::sha256DigestInfoOf(before.empty() ? Signature{1}
                                                                            : before.back());
                           }});
    }
    work(std::move(what));
  }

  simulated::InProcessTransport transport;
  std::shared_ptr<simulated::SimulatedCard> simulatedCard;
  std::optional<std::string> typed = "1234";
  int asked = 0;
  CardDesk desk{transport};
  std::optional<app::CardInspection> inspection;
  std::optional<app::CardWorkDone> done;
};

TEST_F(PinPadWork, InspectionSaysWhetherThereIsOne) {
  ASSERT_NO_FATAL_FAILURE(inspect());
  EXPECT_TRUE(inspection->pinPad);
  EXPECT_EQ(asked, 0);
  transport.setPinPad({});
  ASSERT_NO_FATAL_FAILURE(inspect());
  EXPECT_FALSE(inspection->pinPad);
}

TEST_F(PinPadWork, PinTypedAtTheReaderIsVerified) {
  ASSERT_NO_FATAL_FAILURE(inspect());
  EXPECT_EQ(verifyAtPad().status, VerifyStatus::verified);
  EXPECT_EQ(done->failure, FailureCode::none);
  EXPECT_EQ(asked, 1);
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(PinPadWork, WrongPinCostsATryAndIsNotAskedAgain) {
  ASSERT_NO_FATAL_FAILURE(inspect());
  typed = "0000";
  const auto result = verifyAtPad();
  EXPECT_EQ(result.status, VerifyStatus::wrong);
  EXPECT_EQ(result.triesLeft, 2);
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(simulatedCard->verifications(), 1U);
}

TEST_F(PinPadWork, LastWrongPinBlocks) {
  auto contents = contentsOf("maria");
  contents.authenticationPinTries = 1;
  simulatedCard = std::make_shared<simulated::SimulatedCard>(std::move(contents));
  transport.insert(simulatedCard);
  ASSERT_NO_FATAL_FAILURE(inspect());
  typed = "0000";
  EXPECT_EQ(verifyAtPad().status, VerifyStatus::blocked);
  EXPECT_EQ(done->failure, FailureCode::pinBlocked);
}

TEST_F(PinPadWork, CancellingCostsNoTry) {
  ASSERT_NO_FATAL_FAILURE(inspect());
  for (const std::optional<std::string>& what :
       {std::optional<std::string>(), std::optional<std::string>("12")}) {
    typed = what;
    EXPECT_EQ(verifyAtPad().status, VerifyStatus::notEntered);
    EXPECT_EQ(done->failure, FailureCode::none);
    EXPECT_FALSE(done->pinPadFails);
  }
  EXPECT_EQ(simulatedCard->verifications(), 0U);
  EXPECT_EQ(simulatedCard->authenticationPinTries(), 3);
}

TEST_F(PinPadWork, AKeypadThatDoesNotUnderstandIsSaidAndNotOfferedAgain) {
  ASSERT_NO_FATAL_FAILURE(inspect());
  ASSERT_TRUE(inspection->pinPad);
  transport.setPinPadUnderstands(false);
  EXPECT_EQ(verifyAtPad().status, VerifyStatus::notEntered);
  EXPECT_EQ(done->failure, FailureCode::none);
  EXPECT_TRUE(done->pinPadFails);
  EXPECT_EQ(asked, 0);
  EXPECT_EQ(simulatedCard->authenticationPinTries(), 3);
  ASSERT_NO_FATAL_FAILURE(inspect());
  EXPECT_FALSE(inspection->pinPad);
}

TEST_F(PinPadWork, SignsWithThePinTypedInTheSameSession) {
  ASSERT_NO_FATAL_FAILURE(inspect());
  ASSERT_NO_FATAL_FAILURE(sign());
  EXPECT_EQ(done->failure, FailureCode::none);
  ASSERT_EQ(done->signatures.size(), 2U);
  EXPECT_NE(done->signatures[0], done->signatures[1]);
  EXPECT_EQ(asked, 1);
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(PinPadWork, SignsNothingThatNeedsThePinWhereThePersonCancels) {
  ASSERT_NO_FATAL_FAILURE(inspect());
  typed.reset();
  ASSERT_NO_FATAL_FAILURE(sign());
  EXPECT_EQ(done->pin->status, VerifyStatus::notEntered);
  EXPECT_EQ(done->signatures.size(), 1U);
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(PinPadWork, CardTakenAwayWhileThePersonTypesIsSaid) {
  ASSERT_NO_FATAL_FAILURE(inspect());
  transport.setPinPad([this] {
    transport.remove();
    return typed;
  });
  ASSERT_NO_FATAL_FAILURE(askAtPad());
  EXPECT_EQ(done->failure, FailureCode::verifyInterrupted);
}

}  // namespace
}  // namespace madoguchi::test
