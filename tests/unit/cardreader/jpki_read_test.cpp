#include <gtest/gtest.h>

#include <tuple>

#include "tests/unit/cardreader/jpki_card_fixture.h"

namespace madoguchi::card {
namespace {

using test::toHex;

constexpr const char* kReadSigning = "00 B0 81 00 00";
constexpr const char* kReadAuthentication = "00 B0 8A 00 00";

/// Bytes with the header of a DER object of that length; the rest counts up.
std::vector<std::uint8_t> object(std::size_t length) {
  std::vector<std::uint8_t> bytes(length);
  for (std::size_t i = 0; i < length; ++i) {
    bytes[i] = static_cast<std::uint8_t>(i * 7 + 1);
  }
  const std::size_t content = length - 4;
  bytes[0] = 0x30;
  bytes[1] = 0x82;
  bytes[2] = static_cast<std::uint8_t>(content >> 8U);
  bytes[3] = static_cast<std::uint8_t>(content & 0xFFU);
  return bytes;
}

std::string part(const std::vector<std::uint8_t>& bytes, std::size_t from, std::size_t length) {
  return toHex(std::span(bytes).subspan(from, length));
}

using Read = JpkiCardTest;

TEST_F(Read, TakesTheLengthFromTheHeader) {
  const auto der = object(600);
  script()
      .on(kReadAuthentication, part(der, 0, 256) + "90 00")
      .on("00 B0 01 00 00", part(der, 256, 256) + "90 00")
      .on("00 B0 02 00 58", part(der, 512, 88) + "90 00");
  EXPECT_EQ(card().readCertificate(KeyPair::authentication), der);
}

TEST_F(Read, KnowsTheSigningCertificatesFile) {
  const auto der = object(257);
  script()
      .on(kReadSigning, part(der, 0, 256) + "90 00")
      .on("00 B0 01 00 01", part(der, 256, 1) + "90 00");
  EXPECT_EQ(card().readCertificate(KeyPair::signing), der);
}

TEST_F(Read, TakesCertificatesPastTheShortOffset) {
  const auto der = object(8192);
  script().on(kReadSigning, part(der, 0, 256) + "90 00");
  for (std::size_t offset = 256; offset < der.size(); offset += 256) {
    const std::vector<std::uint8_t> high = {static_cast<std::uint8_t>(offset >> 8U)};
    script().on("00 B0" + toHex(high) + "00 00", part(der, offset, 256) + "90 00");
  }
  EXPECT_EQ(card().readCertificate(KeyPair::signing), der);
}

TEST_F(Read, GoesOnWhereTheCardGivesLess) {
  const auto der = object(400);
  script()
      .on(kReadSigning, part(der, 0, 200) + "62 82")
      .on("00 B0 00 C8 C8", part(der, 200, 100) + "90 00")
      .on("00 B0 01 2C 64", part(der, 300, 100) + "62 82");
  EXPECT_EQ(card().readCertificate(KeyPair::signing), der);
}

TEST_F(Read, FetchesAnswersThatComeInParts) {
  const auto der = object(300);
  script()
      .on(kReadSigning, "61 00")
      .on("00 C0 00 00 00", part(der, 0, 128) + "61 80")
      .on("00 C0 00 00 80", part(der, 128, 128) + "90 00")
      .on("00 B0 01 00 2C", part(der, 256, 44) + "90 00");
  EXPECT_EQ(card().readCertificate(KeyPair::signing), der);
}

TEST_F(Read, AsksAgainWithTheLengthThatTheCardWants) {
  const auto der = object(300);
  script()
      .on(kReadSigning, "6C 64")
      .on("00 B0 81 00 64", part(der, 0, 100) + "90 00")
      .on("00 B0 00 64 C8", part(der, 100, 200) + "90 00");
  EXPECT_EQ(card().readCertificate(KeyPair::signing), der);
}

TEST_F(Read, AsksAgainOnlyOnce) {
  script().on(kReadSigning, "6C 64").on("00 B0 81 00 64", "6C 63");
  EXPECT_EQ(cardError([&] { card().readCertificate(KeyPair::signing); }), 0x6C63);
}

TEST_F(Read, WrongLengthForMoreThanWasAskedIsRefused) {
  script().on("00 B0 88 00 03", "6C 04");
  EXPECT_EQ(test::transportFaultOf([&] { card().readPresence(); }),
            TransportFault::malformedAnswer);
}

class Absent : public JpkiCardTest, public testing::WithParamInterface<std::string> {};
TEST_P(Absent, CertificateIsNone) {
  script().on(kReadSigning, GetParam());
  EXPECT_FALSE(card().readCertificate(KeyPair::signing));
}
INSTANTIATE_TEST_SUITE_P(JpkiRead, Absent,
                         testing::Values("6A 82", "6A 83", "6B 00", "90 00", "62 82",
                                         "00 00 00 00 00 00 90 00", "FF FF FF FF FF FF 90 00"));

class Failing : public JpkiCardTest,
                public testing::WithParamInterface<std::tuple<const char*, int>> {};
TEST_P(Failing, ReadIsAnError) {
  const auto& [answer, statusWord] = GetParam();
  script().on(kReadSigning, answer);
  EXPECT_EQ(cardError([&] { card().readCertificate(KeyPair::signing); }), statusWord);
}
INSTANTIATE_TEST_SUITE_P(
    JpkiRead, Failing,
    testing::Values(std::tuple("69 82", 0x6982),  // the password is not verified
                    std::tuple("67 00", 0x6700), std::tuple("6F 00", 0x6F00),
                    std::tuple("31 82 01 00 05 90 00", 0),  // no SEQUENCE
                    std::tuple("30 82 1F FD 05 90 00", 0),  // 8,193 bytes: more than any has
                    std::tuple("30 83 01 00 00 90 00", 0), std::tuple("30 84 FF FF FF FF 90 00", 0),
                    std::tuple("30 80 01 02 90 00", 0),  // indefinite length is not DER
                    std::tuple("30 10 01 02 90 00", 0), std::tuple("30 82 00 10 05 90 00", 0),
                    std::tuple("30 82 90 00", 0), std::tuple("30 90 00", 0)));

class Lying : public JpkiCardTest, public testing::WithParamInterface<const char*> {};
TEST_P(Lying, HeaderThatPromisesTooMuchIsRefused) {
  const auto der = object(600);
  script().on(kReadSigning, part(der, 0, 256) + "90 00").on("00 B0 01 00 00", GetParam());
  EXPECT_EQ(cardError([&] { card().readCertificate(KeyPair::signing); }), 0);
}
INSTANTIATE_TEST_SUITE_P(JpkiRead, Lying, testing::Values("6B 00", "62 82", "90 00"));

TEST_F(Read, ErrorHalfwayIsAnError) {
  const auto der = object(600);
  script().on(kReadSigning, part(der, 0, 256) + "90 00").on("00 B0 01 00 00", "69 82");
  EXPECT_EQ(cardError([&] { card().readCertificate(KeyPair::signing); }), 0x6982);
}

TEST_F(Read, DroppedLinkIsPassedOn) {
  const auto der = object(600);
  script()
      .on(kReadSigning, part(der, 0, 256) + "90 00")
      .on("00 B0 01 00 00", TransportFault::cardRemoved);
  EXPECT_EQ(test::transportFaultOf([&] { card().readCertificate(KeyPair::signing); }),
            TransportFault::cardRemoved);
}

TEST_F(Read, AnswerLongerThanAskedForIsRefused) {
  script().on("00 B0 88 00 03", "8F 8F 00 00 90 00");
  EXPECT_EQ(test::transportFaultOf([&] { card().readPresence(); }),
            TransportFault::malformedAnswer);
}

TEST_F(Read, AnnouncedDataThatNeverComeAreRefused) {
  script().on(kReadSigning, "61 10").on("00 C0 00 00 10", "61 10");
  EXPECT_EQ(test::transportFaultOf([&] { card().readCertificate(KeyPair::signing); }),
            TransportFault::malformedAnswer);
}

TEST_F(Read, AnswersAreFetchedOnlyUpToWhatWasAskedFor) {
  script().on("00 B0 88 00 03", "8F 8F 61 10").on("00 C0 00 00 01", "00 61 10");
  EXPECT_EQ(cardError([&] { card().readPresence(); }), 0x6110);
}

using Sign = JpkiCardTest;

TEST_F(Sign, NamesTheKeyAndReturnsTheSignature) {
  script()
      .on("80 2A 00 97 02 AB CD 00", "01 02 03 90 00")
      .on("80 2A 00 9A 02 AB CD 00", "61 02")
      .on("00 C0 00 00 02", "04 05 90 00");
  const auto info = test::fromHex("AB CD");
  EXPECT_EQ(toHex(card().sign(KeyPair::authentication, info)), "01 02 03");
  EXPECT_EQ(toHex(card().sign(KeyPair::signing, info)), "04 05");
}

class FailingSign : public JpkiCardTest,
                    public testing::WithParamInterface<std::tuple<const char*, int>> {};
TEST_P(FailingSign, IsAnError) {
  const auto& [answer, statusWord] = GetParam();
  script().on("80 2A 00 97 02 AB CD 00", answer);
  EXPECT_EQ(cardError([&] { card().sign(KeyPair::authentication, test::fromHex("AB CD")); }),
            statusWord);
}
INSTANTIATE_TEST_SUITE_P(JpkiSign, FailingSign,
                         testing::Values(std::tuple("69 82", 0x6982), std::tuple("6A 82", 0x6A82),
                                         std::tuple("67 00", 0x6700),
                                         std::tuple("01 62 82", 0x6282), std::tuple("90 00", 0)));

TEST_F(Sign, RefusesWhatDoesNotFitTheKey) {
  EXPECT_THROW(card().sign(KeyPair::signing, {}), std::invalid_argument);
  const std::vector<std::uint8_t> tooLong(246);
  EXPECT_THROW(card().sign(KeyPair::signing, tooLong), std::invalid_argument);
}

}  // namespace
}  // namespace madoguchi::card
