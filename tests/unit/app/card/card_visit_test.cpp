#include "app/card/card_visit.h"

#include <gtest/gtest.h>

#include "cardreader/digest_info.h"
#include "tests/unit/app/flow_fixture.h"

// A visit of its own, without any journey: what is wanted of the card, and nothing else.

namespace madoguchi::test {
namespace {

using app::CardVisit;
using app::CheckResult;
using app::FailureCode;
using app::SecretAnswer;
using card::Secret;
using std::chrono::milliseconds;

constexpr CardVisit::Wants kPin = {.pin = true};
constexpr CardVisit::Wants kPassword = {.password = true};
constexpr CardVisit::Wants kBoth = {.password = true, .pin = true, .signingCertificate = true};

/// A visit as one that listens sees it.
struct Visitor {
  Visitor(app::CardDesk& desk, app::IdleClock& idle, CardVisit::Wants wants)
      : visit(desk, idle, wants, nullptr, milliseconds(10)) {
    QObject::connect(&visit, &CardVisit::completed, [this] { ++completed; });
    QObject::connect(&visit, &CardVisit::lost, [this](FailureCode why) { lost.push_back(why); });
    QObject::connect(&visit, &CardVisit::ownerChanged, [this] { ++otherOwners; });
    QObject::connect(&visit, &CardVisit::expired, [this] { ++expired; });
  }
  bool comesToTheCard() {
    return eventually([this] {
      return visit.status().certificates == CheckResult::good && !visit.status().busy;
    });
  }
  bool hears(Secret which, SecretAnswer answer) {
    return eventually([&] { return visit.answer(which) == answer; });
  }

  CardVisit visit;
  int completed = 0;
  int otherOwners = 0;
  int expired = 0;
  std::vector<FailureCode> lost;
};

class CardVisitTest : public ::testing::Test {
 protected:
  CardVisitTest() { desk.setPatience(std::chrono::minutes(10)); }

  void insert(simulated::CardContents contents) {
    simulatedCard = std::make_shared<simulated::SimulatedCard>(std::move(contents));
    transport.insert(simulatedCard);
  }
  void insert(std::string_view person) { insert(contentsOf(person)); }
  void comeToTheCard(Visitor& visitor) {
    visitor.visit.begin();
    ASSERT_TRUE(visitor.comesToTheCard()) << codeText(visitor.visit.status().problem).toStdString();
    EXPECT_EQ(visitor.visit.status().problem, FailureCode::none);
  }
  void givePin(Visitor& visitor, std::string_view text = "1234") {
    visitor.visit.give(Secret::authenticationPin, secret(text));
  }
  void givePassword(Visitor& visitor, std::string_view text = "MADO1234") {
    visitor.visit.give(Secret::signaturePassword, secret(text));
  }
  /// One signature with the user-authentication key.
  static std::vector<app::SignatureStep> oneStep() {
    return {{card::KeyPair::authentication, [](std::span<const app::Signature>) {
               return card::sha256DigestInfoOf(std::vector<std::uint8_t>{1, 2, 3});
             }}};
  }
  /// Keeps the card thread in the next VERIFY.
  void holdTheNextVerify() {
    observed.between = [this](auto command) -> std::optional<std::vector<std::uint8_t>> {
      if (isVerify(command) && !letGo) {
        held = true;
        ObservedTransport::wakeEventLoop();
        letGo.wait(false);
      }
      return std::nullopt;
    };
  }
  void release() {
    letGo = true;
    letGo.notify_all();
  }

  std::atomic<bool> held = false;
  std::atomic<bool> letGo = false;
  simulated::InProcessTransport transport;
  ObservedTransport observed{transport};
  std::shared_ptr<simulated::SimulatedCard> simulatedCard;
  app::IdleClock::Time now;
  app::IdleClock idle{[this] { return now; }};
  app::CardDesk desk{observed};
};

TEST_F(CardVisitTest, WhoWantsThePinHearsNothingOfTheSigningCertificateOrItsPassword) {
  auto contents = contentsOf("child");  // has no signing certificate
  contents.signaturePasswordTries = 0;
  const std::string pin = contents.authenticationPin;
  insert(std::move(contents));
  Visitor visitor(desk, idle, kPin);
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(visitor));
  EXPECT_FALSE(visitor.visit.isComplete());
  givePin(visitor, pin);
  ASSERT_TRUE(visitor.hears(Secret::authenticationPin, SecretAnswer::right));
  EXPECT_TRUE(visitor.visit.isComplete());
  EXPECT_EQ(visitor.completed, 1);
  EXPECT_EQ(visitor.visit.signing(), nullptr);
  ASSERT_NE(visitor.visit.authentication(), nullptr);
  EXPECT_EQ(visitor.visit.answer(Secret::signaturePassword), SecretAnswer::none);
  EXPECT_EQ(simulatedCard->verifications(), 1U);
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(CardVisitTest, WhoWantsThePinIsToldThatItIsBlocked) {
  auto contents = contentsOf("maria");
  contents.authenticationPinTries = 0;
  insert(std::move(contents));
  Visitor visitor(desk, idle, kPin);
  visitor.visit.begin();
  EXPECT_TRUE(
      eventually([&] { return visitor.visit.status().problem == FailureCode::pinBlocked; }));
}

TEST_F(CardVisitTest, WhoWantsThePasswordHearsNothingOfThePinOrItsCertificate) {
  auto contents = contentsOf("maria");
  contents.authenticationPinTries = 0;
  contents.authenticationCertificate.clear();
  insert(std::move(contents));
  Visitor visitor(desk, idle, kPassword);
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(visitor));
  EXPECT_FALSE(visitor.visit.status().validUntil.isValid());
  givePassword(visitor);
  ASSERT_TRUE(visitor.hears(Secret::signaturePassword, SecretAnswer::right));
  EXPECT_EQ(visitor.completed, 1);
  EXPECT_EQ(visitor.visit.signing(), nullptr);  // which was not wanted
  EXPECT_EQ(simulatedCard->verifications(), 1U);
}

TEST_F(CardVisitTest, WhoWantsThePasswordIsToldThatItIsBlockedOrHasNoCertificate) {
  insert("blocked");
  Visitor visitor(desk, idle, kPassword);
  visitor.visit.begin();
  EXPECT_TRUE(
      eventually([&] { return visitor.visit.status().problem == FailureCode::passwordBlocked; }));
  insert("child");
  EXPECT_TRUE(eventually(
      [&] { return visitor.visit.status().problem == FailureCode::noSigningCertificate; }));
}

TEST_F(CardVisitTest, TheSigningCertificateIsReadWhereItIsWanted) {
  insert("maria");
  Visitor visitor(desk, idle, {.password = true, .signingCertificate = true});
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(visitor));
  givePassword(visitor);
  ASSERT_TRUE(eventually([&] { return visitor.completed == 1; }));
  ASSERT_NE(visitor.visit.signing(), nullptr);
  EXPECT_EQ(visitor.visit.signing()->der, contentsOf("maria").signingCertificate);
}

TEST_F(CardVisitTest, APinCostsThreeApdusAndASignatureThreeMore) {
  insert("maria");
  Visitor visitor(desk, idle, kPin);
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(visitor));
  const auto before = desk.apdus().count;
  givePin(visitor);
  ASSERT_TRUE(visitor.hears(Secret::authenticationPin, SecretAnswer::right));
  const auto verified = desk.apdus().count;
  EXPECT_EQ(verified - before, 3U);  // SELECT, whether it is that card, VERIFY
  std::optional<app::CardWorkDone> done;
  const app::Pending signing =
      visitor.visit.sign(oneStep(), [&](const app::CardWorkDone& result) { done = result; });
  ASSERT_TRUE(eventually([&] { return done.has_value(); }));
  EXPECT_EQ(desk.apdus().count - verified, 3U);  // SELECT, VERIFY, sign
  EXPECT_EQ(done->failure, FailureCode::none);
  ASSERT_EQ(done->signatures.size(), 1U);
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(CardVisitTest, ASignatureAtOnceIsOneApduMoreThanThePin) {
  insert("maria");
  Visitor visitor(desk, idle, kPin);
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(visitor));
  visitor.visit.signAtOnce([](const certificate::Certificate&) { return oneStep(); });
  givePin(visitor, "0000");
  ASSERT_TRUE(visitor.hears(Secret::authenticationPin, SecretAnswer::wrong));
  EXPECT_TRUE(visitor.visit.signatures().empty());
  const auto before = desk.apdus().count;
  givePin(visitor);
  ASSERT_TRUE(eventually([&] { return visitor.completed == 1; }));
  EXPECT_EQ(desk.apdus().count - before, 4U);  // SELECT, whether it is that card, VERIFY, sign
  EXPECT_EQ(visitor.visit.signatures().size(), 1U);
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(CardVisitTest, NothingIsSignedAtOnceWhereSecretsComeOneByOne) {
  insert("maria");
  Visitor visitor(desk, idle, kBoth);
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(visitor));
  visitor.visit.signAtOnce([](const certificate::Certificate&) { return oneStep(); });
  givePassword(visitor);
  ASSERT_TRUE(visitor.hears(Secret::signaturePassword, SecretAnswer::right));
  givePin(visitor);
  ASSERT_TRUE(eventually([&] { return visitor.completed == 1; }));
  EXPECT_TRUE(visitor.visit.signatures().empty());
}

TEST_F(CardVisitTest, NothingIsSignedBeforeTheSecretsAreRight) {
  insert("maria");
  Visitor visitor(desk, idle, kPin);
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(visitor));
  EXPECT_FALSE(visitor.visit.sign(oneStep(), [](const app::CardWorkDone&) { FAIL(); }));
  QCoreApplication::processEvents();
  EXPECT_EQ(simulatedCard->verifications(), 0U);
}

TEST_F(CardVisitTest, CountsTriesAndAsksBeforeTheLastOne) {
  auto contents = contentsOf("maria");
  contents.authenticationPinTries = 2;
  insert(std::move(contents));
  Visitor visitor(desk, idle, kPin);
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(visitor));
  givePin(visitor, "0000");
  ASSERT_TRUE(visitor.hears(Secret::authenticationPin, SecretAnswer::wrong));
  EXPECT_EQ(visitor.visit.status().pinTries, 1);
  EXPECT_FALSE(visitor.visit.holdsSecrets());
  givePin(visitor);
  EXPECT_EQ(visitor.visit.answer(Secret::authenticationPin), SecretAnswer::lastTry);
  visitor.visit.confirmLastTry(false);
  EXPECT_EQ(visitor.visit.answer(Secret::authenticationPin), SecretAnswer::none);
  EXPECT_FALSE(visitor.visit.holdsSecrets());
  visitor.visit.confirmLastTry(true);  // of nothing
  EXPECT_EQ(simulatedCard->verifications(), 1U);
  givePin(visitor);
  visitor.visit.confirmLastTry(true);
  ASSERT_TRUE(visitor.hears(Secret::authenticationPin, SecretAnswer::right));
  EXPECT_EQ(visitor.visit.status().pinTries, 3);
}

TEST_F(CardVisitTest, SaysWhichOfTwoSecretsWasWrong) {
  insert("maria");
  Visitor visitor(desk, idle, kBoth);
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(visitor));
  app::CardSecrets secrets;
  secrets.password = secret("MADO1234");
  secrets.pin = secret("0000");
  visitor.visit.give(std::move(secrets));
  ASSERT_TRUE(visitor.hears(Secret::authenticationPin, SecretAnswer::wrong));
  EXPECT_EQ(visitor.visit.answer(Secret::signaturePassword), SecretAnswer::none);
  EXPECT_FALSE(visitor.visit.holdsSecrets());
  app::CardSecrets impossible;
  impossible.password = secret("MADO1234");
  impossible.pin = secret("12");
  visitor.visit.give(std::move(impossible));
  EXPECT_EQ(visitor.visit.answer(Secret::authenticationPin), SecretAnswer::impossible);
  EXPECT_EQ(visitor.visit.answer(Secret::signaturePassword), SecretAnswer::none);
}

TEST_F(CardVisitTest, AfterALossItLooksForTheNextCardByItself) {
  insert("maria");
  Visitor visitor(desk, idle, kPin);
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(visitor));
  givePin(visitor);
  ASSERT_TRUE(visitor.hears(Secret::authenticationPin, SecretAnswer::right));
  transport.remove();
  ASSERT_TRUE(eventually([&] { return !visitor.lost.empty(); }));
  EXPECT_EQ(visitor.lost, std::vector{FailureCode::cardRemoved});
  EXPECT_FALSE(visitor.visit.holdsSecrets());
  EXPECT_FALSE(visitor.visit.isComplete());
  EXPECT_EQ(visitor.visit.answer(Secret::authenticationPin), SecretAnswer::none);
  transport.insert(simulatedCard);
  ASSERT_TRUE(visitor.comesToTheCard());
  EXPECT_EQ(visitor.otherOwners, 0);
  insert("alias");
  ASSERT_TRUE(eventually([&] { return visitor.otherOwners == 1; }));
  EXPECT_EQ(visitor.visit.authentication(), nullptr);
}

TEST_F(CardVisitTest, RestingForgetsTheSecretsAndNotWhoseCardItWas) {
  insert("maria");
  Visitor visitor(desk, idle, kPin);
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(visitor));
  givePin(visitor);
  ASSERT_TRUE(visitor.hears(Secret::authenticationPin, SecretAnswer::right));
  visitor.visit.rest();
  EXPECT_FALSE(visitor.visit.isActive());
  EXPECT_FALSE(visitor.visit.holdsSecrets());
  EXPECT_NE(visitor.visit.authentication(), nullptr);
  insert("alias");
  visitor.visit.begin();
  ASSERT_TRUE(eventually([&] { return visitor.otherOwners == 1; }));
  visitor.visit.end();
  insert("maria");
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(visitor));
  EXPECT_EQ(visitor.otherOwners, 1);  // nobody was known any more
  EXPECT_TRUE(visitor.lost.empty());
}

TEST_F(CardVisitTest, CallingOffASignatureReadsTheTriesAnew) {
  insert("maria");
  Visitor visitor(desk, idle, kPin);
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(visitor));
  givePin(visitor);
  ASSERT_TRUE(visitor.hears(Secret::authenticationPin, SecretAnswer::right));
  holdTheNextVerify();
  app::Pending signing =
      visitor.visit.sign(oneStep(), [](const app::CardWorkDone&) { FAIL() << "called off"; });
  ASSERT_TRUE(eventually([&] { return held.load(); }));
  signing.drop();
  EXPECT_EQ(visitor.visit.status().pinTries, std::nullopt);
  release();
  ASSERT_TRUE(eventually([&] { return visitor.visit.status().pinTries == 3; }));
  EXPECT_TRUE(visitor.visit.isComplete());
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(CardVisitTest, TwoVisitsNeverCallOffEachOther) {
  insert("maria");
  Visitor first(desk, idle, kPin);
  Visitor second(desk, idle, kPassword);
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(first));
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(second));
  holdTheNextVerify();
  givePin(first);
  ASSERT_TRUE(eventually([&] { return held.load(); }));
  givePassword(second);
  second.visit.end();  // as when a journey is left while another lies under it
  release();
  ASSERT_TRUE(first.hears(Secret::authenticationPin, SecretAnswer::right));
  EXPECT_EQ(first.completed, 1);
  EXPECT_EQ(second.completed, 0);
  EXPECT_EQ(simulatedCard->verifications(), 1U);
}

TEST_F(CardVisitTest, SecretsGoWhenNobodyDoesAnything) {
  insert("maria");
  Visitor visitor(desk, idle, kPin);
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(visitor));
  givePin(visitor);
  ASSERT_TRUE(visitor.hears(Secret::authenticationPin, SecretAnswer::right));
  bool typedIsWiped = false;
  const app::Pending typed = visitor.visit.afterSecretLifetime([&] { typedIsWiped = true; });
  now += milliseconds(10);
  ASSERT_TRUE(eventually([&] { return visitor.expired == 1 && typedIsWiped; }));
  EXPECT_FALSE(visitor.visit.holdsSecrets());
  EXPECT_FALSE(visitor.visit.isComplete());
  EXPECT_EQ(visitor.visit.answer(Secret::authenticationPin), SecretAnswer::none);
}

TEST_F(CardVisitTest, WhatIsWithdrawnIsNotSent) {
  auto contents = contentsOf("maria");
  contents.authenticationPinTries = 1;
  insert(std::move(contents));
  Visitor visitor(desk, idle, kPin);
  ASSERT_NO_FATAL_FAILURE(comeToTheCard(visitor));
  givePin(visitor);
  ASSERT_EQ(visitor.visit.answer(Secret::authenticationPin), SecretAnswer::lastTry);
  visitor.visit.withdraw();
  visitor.visit.confirmLastTry(true);
  EXPECT_FALSE(visitor.visit.holdsSecrets());
  EXPECT_EQ(simulatedCard->verifications(), 0U);
}

}  // namespace
}  // namespace madoguchi::test
