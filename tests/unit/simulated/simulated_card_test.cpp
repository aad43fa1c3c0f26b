// Power, classes, instructions, selection and reading.

#include <gtest/gtest.h>

#include <numeric>

#include "tests/unit/simulated/card_on_the_bench.h"

namespace madoguchi::test {
namespace {

using simulated::Behaviour;

class CardFiles : public CardOnTheBench {};

TEST_F(CardFiles, AnswersToResetWithAValidChecksum) {
  const auto atr = card().powerOn();
  ASSERT_EQ(toHex(atr, "").substr(0, 8), "3B888001");
  // All bytes but the first, checksum included, combine to 0 (ISO/IEC 7816-3, 8.2.5).
  EXPECT_EQ(std::accumulate(atr.begin() + 1, atr.end(), 0, std::bit_xor<>()), 0);
  EXPECT_EQ(card().reset(), atr);
}

TEST_F(CardFiles, SaysNothingWithoutPower) {
  card().powerOff();
  EXPECT_EQ(selectJpki(), "");
  card().powerOn();
  EXPECT_EQ(selectJpki(), "9000");
}

TEST_F(CardFiles, SelectsTheApplicationByName) {
  EXPECT_EQ(selectJpki(), "9000");
  EXPECT_EQ(send("00A404000A D392F000260100000001 00"), "6F0C840AD392F0002601000000019000");
  EXPECT_EQ(send("00A404000A D392F000260100000001"), "9000");
  EXPECT_EQ(send("00A4040C0A D392F000260100000002"), "6A82");
  EXPECT_EQ(send("00A4040C"), "6A82");
}

TEST_F(CardFiles, SelectsElementaryFiles) {
  selectJpki();
  for (const char* file :
       {"0001", "0002", "0006", "0008", "000A", "000B", "0017", "0018", "001A", "001B"}) {
    EXPECT_EQ(send(std::string("00A4020C02") + file), "9000") << file;
  }
  EXPECT_EQ(send("00A4020002 000A 00"), "6F048302000A9000");
  for (const char* file : {"0000", "0003", "001F", "0101", "3F00"}) {
    EXPECT_EQ(send(std::string("00A4020C02") + file), "6A82") << file;
  }
  EXPECT_EQ(send("00A4020C01 0A"), "6700");
  EXPECT_EQ(send("00A4080C02 000A"), "6A86");
  EXPECT_EQ(send("00A4020402 000A"), "6A86");
}

TEST_F(CardFiles, TheMasterFileHoldsNothing) {
  EXPECT_EQ(send("00A4000C02 3F00"), "9000");
  EXPECT_EQ(send("00A4000C"), "9000");
  EXPECT_EQ(send("00A4000C02 3F01"), "6A82");
  EXPECT_EQ(send("00A4020C02 000A"), "6A82");
  EXPECT_EQ(send("00B0000000"), "6986");
  EXPECT_EQ(send("00B08A0000"), "6A82");
  EXPECT_EQ(send("00200098"), "6A88");
  EXPECT_EQ(send("00200080"), "6986");
  selectJpki();
  send("00A4000C02 3F00");
  EXPECT_EQ(send("00A4020C02 000A"), "6A82") << "the application is still selected";
}

TEST_F(CardFiles, ReadsTheCurrentFileByOffset) {
  selectJpki();
  EXPECT_EQ(send("00B0000004"), "6986");
  send("00A4020C02 000A");
  const auto whole = toHex(pattern(kAuthenticationSize, 3), "");
  EXPECT_EQ(send("00B0000000"), whole.substr(0, 512) + "9000");
  EXPECT_EQ(send("00B0010004"), whole.substr(512, 8) + "9000");
  EXPECT_EQ(send("00B005AD01"), whole.substr(whole.size() - 2) + "9000");
  EXPECT_EQ(send("00B005AE01"), "6B00");
  EXPECT_EQ(send("00B07FFF01"), "6B00");
}

TEST_F(CardFiles, TellsTheEndOfTheFile) {
  selectJpki();
  send("00A4020C02 000A");
  const auto whole = toHex(pattern(kAuthenticationSize, 3), "");
  EXPECT_EQ(send("00B005AC02"), whole.substr(whole.size() - 4) + "9000");
  EXPECT_EQ(send("00B005AC03"), whole.substr(whole.size() - 4) + "6282");
  EXPECT_EQ(send("00B0050000"), whole.substr(std::size_t{0x500} * 2) + "6282");
  Behaviour exact;
  exact.wantsExactLe = true;
  card().setBehaviour(exact);
  EXPECT_EQ(send("00B005AC03"), "6C02");
  EXPECT_EQ(send("00B005AC02"), whole.substr(whole.size() - 4) + "9000");
}

TEST_F(CardFiles, ReadsByShortIdentifierAndMakesTheFileCurrent) {
  selectJpki();
  const auto whole = toHex(pattern(kAuthenticationSize, 3), "");
  EXPECT_EQ(send("00B08A0002"), whole.substr(0, 4) + "9000");
  EXPECT_EQ(send("00B08AFF02"), whole.substr(510, 4) + "9000");
  EXPECT_EQ(send("00B0010002"), whole.substr(512, 4) + "9000");
  EXPECT_EQ(send("00B08300 01"), "6A82");
  EXPECT_EQ(send("00B0EA00 01"), "6A86");
}

TEST_F(CardFiles, ReadsWholeFilesWithExtendedLength) {
  selectJpki();
  send("00A4020C02 000A");
  const auto whole = toHex(pattern(kAuthenticationSize, 3), "");
  EXPECT_EQ(send("00B00000 0005AE"), whole + "9000");
  EXPECT_EQ(send("00B00000 000000"), whole + "6282");
}

TEST_F(CardFiles, AnswersExtendedLengthAsOddlyAsReadersDo) {
  constexpr const char* kExtended = "00B08A00 000000";
  const auto whole = toHex(pattern(kAuthenticationSize, 3), "");
  const auto with = [this](simulated::ExtendedApdus odd) {
    powerUp(Behaviour{.extendedApdus = odd});
    selectJpki();
  };
  with(simulated::ExtendedApdus::wrongLength);
  EXPECT_EQ(send(kExtended), "6700");
  with(simulated::ExtendedApdus::wrongLe);
  EXPECT_EQ(send(kExtended), "6C00");
  with(simulated::ExtendedApdus::shortened);
  EXPECT_EQ(send(kExtended), whole.substr(0, 512) + "6282");
  with(simulated::ExtendedApdus::cutOff);
  EXPECT_EQ(send(kExtended), whole.substr(0, 512));
  for (const auto lost : {simulated::ExtendedApdus::silent, simulated::ExtendedApdus::resetsCard}) {
    with(lost);
    EXPECT_EQ(send(kExtended), "");
    EXPECT_EQ(card().wasReset(), lost == simulated::ExtendedApdus::resetsCard);
    EXPECT_EQ(send("00B0880003"), "");
    card().powerOn();
    EXPECT_FALSE(card().wasReset());
    EXPECT_EQ(selectJpki(), "9000");
  }
}

TEST_F(CardFiles, DescribesTheToken) {
  selectJpki();
  const std::string information = send("00B0860000");
  ASSERT_EQ(information.size(), (160 + 2) * 2U);
  EXPECT_EQ(
      information.substr(0, 64),
      toHex(fromHex("4A504B494150494343544F4B454E32 2020202020202020202020202020202020"), ""));
  EXPECT_EQ(information.substr(320), "6282");
  EXPECT_EQ(send("00B0880003"), "8F8F009000");
}

TEST_F(CardFiles, WithoutSigningCertificateItsFileIsEmpty) {
  auto child = contents();
  child.signingCertificate.clear();
  powerUp({}, child);
  selectJpki();
  EXPECT_EQ(send("00B0880003"), "008F009000");
  EXPECT_EQ(verifyPassword("MADO1234"), "9000");
  EXPECT_EQ(send("00B0810000"), "6A82");
  EXPECT_EQ(send("802A009701 AA 00"), "6A82") << "no key in this test's card";
}

TEST_F(CardFiles, KeysAndSecretsCannotBeRead) {
  selectJpki();
  for (const char* command : {"00B0970000", "00B0980000", "00B09A0000", "00B09B0000"}) {
    EXPECT_EQ(send(command), "6981") << command;
  }
}

TEST_F(CardFiles, FilesMayBeLongerThanTheirContent) {
  Behaviour longer;
  longer.bytesAfterCertificates = 5;
  powerUp(longer);
  selectJpki();
  send("00A4020C02 000A");
  EXPECT_EQ(send("00B005AE05"), "00000000009000");
  EXPECT_EQ(send("00B005B301"), "6B00");
}

TEST_F(CardFiles, RefusesWhatItDoesNotKnow) {
  selectJpki();
  EXPECT_EQ(send("0084000008"), "6D00");
  EXPECT_EQ(send("80CA000000"), "6D00");
  EXPECT_EQ(send("A0A4040C0A D392F000260100000001"), "6E00");
  EXPECT_EQ(send("FFCA000000"), "6E00");
  EXPECT_EQ(send("01A4040C0A D392F000260100000001"), "6881");
  EXPECT_EQ(send("40A4040C0A D392F000260100000001"), "6881");
  EXPECT_EQ(send("0070000001"), "6881");
  EXPECT_EQ(send("0CB08A0000"), "6882");
  EXPECT_EQ(send("10B08A0000"), "6884");
  EXPECT_EQ(send("20B08A0000"), "6E00");
}

TEST_F(CardFiles, RefusesWrongLengths) {
  selectJpki();
  EXPECT_EQ(send("00"), "6700");
  EXPECT_EQ(send("00B08A"), "6700");
  EXPECT_EQ(send("00B08A00"), "6700") << "READ BINARY without Le";
  EXPECT_EQ(send("00B08A0001 AA 00"), "6700") << "READ BINARY with data";
  EXPECT_EQ(send("00A4020C05 000A"), "6700") << "Lc beyond the end";
  EXPECT_EQ(send("00A4020C02 000A 0000"), "6700") << "bytes after Le";
  EXPECT_EQ(send("00A4020C00000300 0A"), "6700") << "extended Lc beyond the end";
}

TEST_F(CardFiles, TheFirstCommandMayFailOncePerPower) {
  Behaviour moody;
  moody.firstCommandFails = true;
  powerUp(moody);
  EXPECT_EQ(selectJpki(), "6F00");
  EXPECT_EQ(selectJpki(), "9000");
  card().reset();
  EXPECT_EQ(selectJpki(), "9000");
  card().powerOn();
  EXPECT_EQ(selectJpki(), "6F00");
}

TEST_F(CardFiles, HandsLongAnswersOutInParts) {
  Behaviour parts;
  parts.answersInParts = true;
  powerUp(parts);
  EXPECT_EQ(send("00C0000000"), "6985");
  selectJpki();
  send("00A4020C02 000A");
  const auto whole = toHex(pattern(kAuthenticationSize, 3), "");
  EXPECT_EQ(send("00B0000000"), "6100");
  EXPECT_EQ(send("00C0000000"), whole.substr(0, 512) + "9000");
  EXPECT_EQ(send("00C0000000"), "6985");
  EXPECT_EQ(send("00B0000010"), "6110");
  EXPECT_EQ(send("00C0000008"), whole.substr(0, 16) + "6108");
  EXPECT_EQ(send("00C0000008"), whole.substr(16, 16) + "9000");
  EXPECT_EQ(send("00B0000010"), "6110");
  EXPECT_EQ(send("00200098"), "63C3") << "another command";
  EXPECT_EQ(send("00C0000010"), "6985") << "forgets what was left";
  EXPECT_EQ(send("00C0010010"), "6A86");
  EXPECT_EQ(send("00C00000"), "6700");
}

TEST_F(CardFiles, CanBeMuteOrDropACommand) {
  Behaviour mute;
  mute.mute = true;
  powerUp(mute);
  EXPECT_TRUE(card().powerOn().empty());
  EXPECT_EQ(selectJpki(), "");
  Behaviour dropping;
  dropping.dropsAtCommand = 2;
  powerUp(dropping);
  EXPECT_EQ(selectJpki(), "9000");
  EXPECT_EQ(send("00B08A0001"), "");
  EXPECT_EQ(send("00B08A0001"), "039000");
}

TEST_F(CardFiles, GuardsTheIndividualNumberAndCountsWhoAsks) {
  EXPECT_EQ(send("00A4040C0A D3921000310001010408"), "9000");
  EXPECT_EQ(card().forbiddenTouches(), 0U);
  EXPECT_EQ(send("00A4020C02 0001"), "9000");
  EXPECT_EQ(card().forbiddenTouches(), 1U);
  EXPECT_EQ(send("00B0000000"), "6982");
  EXPECT_EQ(send("00B0810000"), "6982");
  EXPECT_EQ(card().forbiddenTouches(), 3U);
  EXPECT_EQ(verify(0x94, "000000000000"), "6982");
  EXPECT_EQ(card().forbiddenTouches(), 4U);
  EXPECT_EQ(send("00A4040C0A D3921000310001010402"), "9000");
  EXPECT_EQ(send("00B0850000"), "6982");
  EXPECT_EQ(verify(0x93, "000000000000"), "6982");
  EXPECT_EQ(card().forbiddenTouches(), 6U);
  EXPECT_EQ(send("00B0810000"), "6A82");
  EXPECT_EQ(card().forbiddenTouches(), 6U);
}

}  // namespace
}  // namespace madoguchi::test
