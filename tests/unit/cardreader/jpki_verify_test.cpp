#include <gtest/gtest.h>

#include <tuple>

#include "tests/unit/cardreader/jpki_card_fixture.h"

namespace madoguchi::card {
namespace {

// "MADO1234" and "1234" of the made-up demo persons.
constexpr const char* kVerifyPassword = "00 20 00 9B 08 4D 41 44 4F 31 32 33 34";
constexpr const char* kVerifyPin = "00 20 00 98 04 31 32 33 34";

using Verify = JpkiCardTest;

TEST_F(Verify, SendsTheSecretOnce) {
  script().on(kVerifyPassword, "90 00").on(kVerifyPin, "90 00");
  EXPECT_EQ(card().verify(Secret::signaturePassword, secret("MADO1234")).status,
            VerifyStatus::verified);
  EXPECT_EQ(card().verify(Secret::authenticationPin, secret("1234")).status,
            VerifyStatus::verified);
}

TEST_F(Verify, CapitalisesTheSignaturePasswordAndLeavesTheOriginal) {
  script().on(kVerifyPassword, "90 00");
  const SecretBuffer typed = secret("maDo1234");
  EXPECT_EQ(card().verify(Secret::signaturePassword, typed).status, VerifyStatus::verified);
  EXPECT_EQ(std::string(typed.bytes().begin(), typed.bytes().end()), "maDo1234");
}

class Answer
    : public JpkiCardTest,
      public testing::WithParamInterface<std::tuple<const char*, VerifyStatus, TriesLeft>> {};
TEST_P(Answer, SaysHowItWent) {
  const auto& [answer, status, tries] = GetParam();
  script().on(kVerifyPin, answer);
  const VerifyResult result = card().verify(Secret::authenticationPin, secret("1234"));
  EXPECT_EQ(result.status, status);
  EXPECT_EQ(result.triesLeft, tries);
}
INSTANTIATE_TEST_SUITE_P(JpkiVerify, Answer,
                         testing::Values(std::tuple("63 C2", VerifyStatus::wrong, 2),
                                         std::tuple("63 C1", VerifyStatus::wrong, 1),
                                         std::tuple("63 C0", VerifyStatus::blocked, 0),
                                         std::tuple("69 83", VerifyStatus::blocked, 0),
                                         std::tuple("69 84", VerifyStatus::blocked, 0)));

TEST_F(Verify, AsksForTheTriesWhereTheAnswerDoesNotTellThem) {
  script().on(kVerifyPin, "63 00").on("00 20 00 98", "63 C1");
  const VerifyResult result = card().verify(Secret::authenticationPin, secret("1234"));
  EXPECT_EQ(result.status, VerifyStatus::wrong);
  EXPECT_EQ(result.triesLeft, 1);
}

/// None of these may lead to a second VERIFY: the script has no second step.
class Error : public JpkiCardTest,
              public testing::WithParamInterface<std::tuple<const char*, int>> {};
TEST_P(Error, IsNeverFollowedByASecondTry) {
  const auto& [answer, statusWord] = GetParam();
  script().on(kVerifyPin, answer);
  EXPECT_EQ(cardError([&] { card().verify(Secret::authenticationPin, secret("1234")); }),
            statusWord);
}
INSTANTIATE_TEST_SUITE_P(JpkiVerify, Error,
                         testing::Values(std::tuple("6C 04", 0x6C04), std::tuple("67 00", 0x6700),
                                         std::tuple("69 82", 0x6982), std::tuple("6A 82", 0x6A82),
                                         std::tuple("6A 88", 0x6A88)));

class Unclear : public JpkiCardTest, public testing::WithParamInterface<const char*> {};
TEST_P(Unclear, AnswerMayHaveCounted) {
  script().on(kVerifyPin, GetParam());
  EXPECT_THROW(card().verify(Secret::authenticationPin, secret("1234")), VerifyInterrupted);
}
INSTANTIATE_TEST_SUITE_P(JpkiVerify, Unclear,
                         testing::Values("6F 00", "61 04", "62 82", "64 00", "65 81"));

TEST_F(Verify, ATryThatCountedAndWhoseCounterIsLostMayHaveCounted) {
  script().on(kVerifyPin, "63 00").on("00 20 00 98", "69 85");
  EXPECT_THROW(card().verify(Secret::authenticationPin, secret("1234")), VerifyInterrupted);
  script().on(kVerifyPin, "63 00").on("00 20 00 98", TransportFault::communication);
  EXPECT_THROW(card().verify(Secret::authenticationPin, secret("1234")), VerifyInterrupted);
}

TEST(JpkiVerifyFirst, IsNotRepeatedEvenAsTheFirstCommand) {
  auto script = std::make_shared<test::CardScript>();
  script->on("00 20 00 98 04 31 32 33 34", "6F 00");
  const auto connection = test::scriptedConnection(script);
  JpkiCard card(*connection);
  EXPECT_THROW(card.verify(Secret::authenticationPin, secret("1234")), VerifyInterrupted);
}

class Interrupted : public JpkiCardTest, public testing::WithParamInterface<TransportFault> {};
TEST_P(Interrupted, VerifyMayHaveCounted) {
  script().on(kVerifyPin, GetParam());
  try {
    card().verify(Secret::authenticationPin, secret("1234"));
    FAIL();
  } catch (const VerifyInterrupted& error) {
    EXPECT_EQ(error.fault(), GetParam());
  }
}
INSTANTIATE_TEST_SUITE_P(JpkiVerify, Interrupted,
                         testing::Values(TransportFault::cardRemoved, TransportFault::cardReset,
                                         TransportFault::communication,
                                         TransportFault::readerUnavailable,
                                         TransportFault::serviceUnavailable));

TEST_F(Verify, AnUnusableAnswerMayHaveCountedToo) {
  script().on(kVerifyPin, "90");
  EXPECT_THROW(card().verify(Secret::authenticationPin, secret("1234")), VerifyInterrupted);
}

TEST(JpkiVerifyGuarded, WithoutSelectIsRefusedAndCountsNothing) {
  test::ScriptedTransport transport;
  transport.addConnection(std::make_shared<test::CardScript>());
  const auto connection = transport.connect(test::ScriptedTransport::kReader);
  JpkiCard card(*connection);
  try {
    card.verify(Secret::authenticationPin, secret("1234"));
    FAIL();
  } catch (const VerifyInterrupted&) {
    FAIL() << "nothing was sent";
  } catch (const TransportError& error) {
    EXPECT_EQ(error.fault(), TransportFault::forbiddenCommand);
  }
}

class Impossible : public JpkiCardTest,
                   public testing::WithParamInterface<std::tuple<Secret, const char*>> {};
TEST_P(Impossible, SecretIsNeverSent) {
  const auto& [which, text] = GetParam();
  EXPECT_EQ(card().verify(which, secret(text)).status, VerifyStatus::neverSent);
}
INSTANTIATE_TEST_SUITE_P(JpkiVerify, Impossible,
                         testing::Values(std::tuple(Secret::authenticationPin, ""),
                                         std::tuple(Secret::authenticationPin, "123"),
                                         std::tuple(Secret::authenticationPin, "12345"),
                                         std::tuple(Secret::authenticationPin, "12a4"),
                                         std::tuple(Secret::authenticationPin, "12 4"),
                                         std::tuple(Secret::signaturePassword, ""),
                                         std::tuple(Secret::signaturePassword, "ABC12"),
                                         std::tuple(Secret::signaturePassword, "ABCDEFGHIJKLMNOPQ"),
                                         std::tuple(Secret::signaturePassword, "ABC-123"),
                                         std::tuple(Secret::signaturePassword, "ABC 123"),
                                         std::tuple(Secret::signaturePassword,
                                                    "\xEF\xBC\xA1\xEF\xBC\xA2")));

TEST_F(Verify, TakesPasswordsOfEveryAllowedLength) {
  for (const std::string_view text : {"ABC123", "ABCDEFGH12345678"}) {
    SecretBuffer typed = secret(text);
    EXPECT_TRUE(normaliseSecret(Secret::signaturePassword, typed)) << text;
  }
}

}  // namespace
}  // namespace madoguchi::card
