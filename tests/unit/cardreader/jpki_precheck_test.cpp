#include <gtest/gtest.h>

#include <tuple>

#include "tests/unit/cardreader/jpki_card_fixture.h"

namespace madoguchi::card {
namespace {

using test::toHex;

constexpr const char* kReadLabel = "00 B0 86 00 20";
constexpr const char* kReadPresence = "00 B0 88 00 03";

std::string label(std::string_view text) {
  std::vector<std::uint8_t> bytes(text.begin(), text.end());
  bytes.resize(32, ' ');
  return toHex(bytes);
}

class Kind : public JpkiCardTest,
             public testing::WithParamInterface<std::tuple<const char*, CardKind>> {};
TEST_P(Kind, ComesFromTheLabel) {
  const auto& [text, kind] = GetParam();
  script().on(kReadLabel, label(text) + "90 00");
  EXPECT_EQ(card().readKind(), kind);
}
INSTANTIATE_TEST_SUITE_P(Jpki, Kind,
                         testing::Values(std::tuple("JPKIAPICCTOKEN2", CardKind::myNumberCard),
                                         std::tuple("JPKIAPICCTOKEN", CardKind::olderResidentCard),
                                         std::tuple("JPKIAPGPSETOKEN", CardKind::androidPhone),
                                         std::tuple("JPKIAPIOSTOKEN", CardKind::iPhone),
                                         std::tuple("JPKIAPICCTOKEN22", CardKind::unknown),
                                         std::tuple("", CardKind::unknown)));

using Precheck = JpkiCardTest;

TEST_F(Precheck, ShortLabelFilledWithZerosIsRead) {
  script().on(kReadLabel, "4A 50 4B 49 41 50 49 43 43 54 4F 4B 45 4E 32 00 00 62 82");
  EXPECT_EQ(card().readKind(), CardKind::myNumberCard);
}

TEST_F(Precheck, NoTokenInformationIsAnUnknownKind) {
  script().on(kReadLabel, "6A 82");
  EXPECT_EQ(card().readKind(), CardKind::unknown);
}

TEST_F(Precheck, UnreadableTokenInformationIsAnError) {
  script().on(kReadLabel, "69 82");
  EXPECT_EQ(cardError([&] { card().readKind(); }), 0x6982);
}

class Presence : public JpkiCardTest,
                 public testing::WithParamInterface<std::tuple<const char*, bool, bool>> {};
TEST_P(Presence, ComesFromItsFile) {
  const auto& [answer, signing, authentication] = GetParam();
  script().on(kReadPresence, answer);
  const CertificatePresence presence = card().readPresence();
  EXPECT_EQ(presence.signing, signing);
  EXPECT_EQ(presence.authentication, authentication);
}
// Where the file says nothing sure, reading the certificate decides.
INSTANTIATE_TEST_SUITE_P(Jpki, Presence,
                         testing::Values(std::tuple("8F 8F 00 90 00", true, true),
                                         std::tuple("00 8F 00 90 00", false, true),
                                         std::tuple("8F 00 00 90 00", true, false),
                                         std::tuple("00 00 00 90 00", false, false),
                                         std::tuple("01 80 00 90 00", true, true),
                                         std::tuple("00 62 82", true, true),
                                         std::tuple("6A 82", true, true),
                                         std::tuple("6B 00", true, true)));

TEST_F(Precheck, UnreadablePresenceIsAnError) {
  script().on(kReadPresence, "6D 00");
  EXPECT_EQ(cardError([&] { card().readPresence(); }), 0x6D00);
}

class Tries : public JpkiCardTest,
              public testing::WithParamInterface<std::tuple<const char*, TriesLeft, TriesLeft>> {};
TEST_P(Tries, ComeFromTheEmptyVerify) {
  const auto& [answer, password, pin] = GetParam();
  script().on("00 20 00 9B", answer).on("00 20 00 98", answer);
  EXPECT_EQ(card().readTriesLeft(Secret::signaturePassword), password);
  EXPECT_EQ(card().readTriesLeft(Secret::authenticationPin), pin);
}
INSTANTIATE_TEST_SUITE_P(Jpki, Tries,
                         testing::Values(std::tuple("63 C5", 5, 5), std::tuple("63 C1", 1, 1),
                                         std::tuple("63 C0", 0, 0), std::tuple("69 83", 0, 0),
                                         std::tuple("69 84", 0, 0),
                                         // Already verified: the counter stands at its start.
                                         std::tuple("90 00", 5, 3)));

class NoTries : public JpkiCardTest,
                public testing::WithParamInterface<std::tuple<const char*, int>> {};
TEST_P(NoTries, AreAnErrorAndNotAskedAgain) {
  const auto& [answer, statusWord] = GetParam();
  script().on("00 20 00 98", answer);
  EXPECT_EQ(cardError([&] { card().readTriesLeft(Secret::authenticationPin); }), statusWord);
}
INSTANTIATE_TEST_SUITE_P(Jpki, NoTries,
                         testing::Values(std::tuple("6A 88", 0x6A88), std::tuple("67 00", 0x6700),
                                         std::tuple("6F 00", 0x6F00), std::tuple("6C 04", 0x6C04)));

TEST_F(Precheck, AskingForTriesSurvivesNothingButTheLink) {
  script().on("00 20 00 98", TransportFault::cardRemoved);
  try {
    card().readTriesLeft(Secret::authenticationPin);
    FAIL();
  } catch (const VerifyInterrupted&) {
    FAIL() << "an empty VERIFY counts nothing";
  } catch (const TransportError& error) {
    EXPECT_EQ(error.fault(), TransportFault::cardRemoved);
  }
}

}  // namespace
}  // namespace madoguchi::card
