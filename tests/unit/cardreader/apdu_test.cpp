#include "cardreader/apdu.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/support/hex.h"

namespace madoguchi::card::apdu {
namespace {

using test::fromHex;
using test::toHex;

TEST(Apdu, BuildsTheFourCasesOfShortCommands) {
  const auto data = fromHex("01 02 03");
  EXPECT_EQ(toHex(command({0x00, 0x20, 0x00, 0x98}, {}, 0)), "00 20 00 98");
  EXPECT_EQ(toHex(command({0x00, 0xB0, 0x86, 0x00}, {}, 32)), "00 B0 86 00 20");
  EXPECT_EQ(toHex(command({0x00, 0xA4, 0x04, 0x0C}, data, 0)), "00 A4 04 0C 03 01 02 03");
  EXPECT_EQ(toHex(command({0x80, 0x2A, 0x00, 0x97}, data, 256)), "80 2A 00 97 03 01 02 03 00");
}

TEST(Apdu, RefusesWhatNoShortCommandCarries) {
  const std::vector<std::uint8_t> tooLong(256);
  EXPECT_THROW(command({}, tooLong, 0), std::invalid_argument);
  EXPECT_THROW(command({}, {}, 257), std::invalid_argument);
}

TEST(Apdu, TakesShortCommandsApart) {
  const auto bytes = fromHex("00 A4 04 0C 03 01 02 03 10");
  const auto view = parse(bytes);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->header.ins, 0xA4);
  EXPECT_EQ(view->header.p2, 0x0C);
  EXPECT_EQ(toHex(view->data), "01 02 03");
  EXPECT_EQ(view->expected, 16U);
  EXPECT_EQ(parse(fromHex("00 B0 81 00 00"))->expected, 256U);
  EXPECT_EQ(parse(fromHex("00 20 00 98"))->expected, 0U);
}

TEST(Apdu, TakesExtendedCommandsApart) {
  EXPECT_EQ(parse(fromHex("00 B0 81 00 00 08 00"))->expected, 2048U);
  EXPECT_EQ(parse(fromHex("00 B0 81 00 00 00 00"))->expected, 65536U);
  const auto bytes = fromHex("80 2A 00 97 00 00 02 AA BB 01 00");
  const auto view = parse(bytes);
  ASSERT_TRUE(view);
  EXPECT_EQ(toHex(view->data), "AA BB");
  EXPECT_EQ(view->expected, 256U);
}

class NoCommand : public testing::TestWithParam<const char*> {};
TEST_P(NoCommand, IsRefused) { EXPECT_FALSE(parse(fromHex(GetParam()))); }
INSTANTIATE_TEST_SUITE_P(Apdu, NoCommand,
                         testing::Values("", "00 A4 04", "00 A4 04 0C 03 01 02",
                                         "00 A4 04 0C 03 01 02 03 00 00", "00 A4 04 0C 00 01",
                                         "00 A4 04 0C 00 00 02 01", "00 A4 04 0C 00 00 01 01 00"));

// Made-up secrets: what stands in them must not come out again in any form.
class Secretive : public testing::TestWithParam<const char*> {};
TEST_P(Secretive, CommandShowsNeitherDataNorTheirLength) {
  const auto bytes = fromHex(GetParam());
  const std::string text = describe(bytes);
  EXPECT_EQ(text, toHex(std::span(bytes).first(4)) + " [redacted]");
  EXPECT_EQ(describeAnswer(bytes, fromHex("31 32 33 34 90 00")), "9000 ok");
}
INSTANTIATE_TEST_SUITE_P(
    Apdu, Secretive,
    testing::Values("00 20 00 98 04 31 32 33 34",        // VERIFY
                    "00 20 00 98 04 31 32",              // cut off
                    "00 20 00 98 00 00 04 31 32 33 34",  // extended
                    "10 20 00 98 04 31 32 33 34",        // chained
                    "80 20 00 98 01 31", "00 21 00 98 04 31 32 33 34",
                    "00 24 00 98 08 31 32 33 34 35 36 37 38",  // CHANGE REFERENCE DATA
                    "00 24 01 98 04 31 32 33 34",
                    "00 2C 02 98 04 31 32 33 34",  // RESET RETRY COUNTER
                    "0C 2C 00 98 08 31 32 33 34 35 36 37 38 00"));

TEST(Apdu, EmptyVerifyIsToldApartFromOneWithASecret) {
  EXPECT_EQ(describe(fromHex("00 20 00 9B")), "00 20 00 9B");
}

TEST(Apdu, DescribesWhatMayBeSeen) {
  EXPECT_EQ(describe(fromHex("00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01")),
            "00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01");
  EXPECT_EQ(describe(fromHex("00 B0 81 00 00")), "00 B0 81 00 Le=256");
  EXPECT_EQ(describe(fromHex("80 2A 00 97 02 AB CD 00")), "80 2A 00 97 [2 bytes] Le=256");
  EXPECT_EQ(describe(fromHex("00 D6 00 00 05 AB")), "00 D6 00 00 [malformed]");
  EXPECT_EQ(describe(fromHex("00 B0")), "no command");
}

TEST(Apdu, AnswersShowTheirStatusAndHowLongTheyAre) {
  for (const char* read : {"00 B0 81 00 00", "00 B0 8A 00 00", "00 B0 01 00 00"}) {
    EXPECT_EQ(describeAnswer(fromHex(read), fromHex("30 82 06 93 90 00")), "9000 ok [4 bytes]");
  }
  EXPECT_EQ(describeAnswer(fromHex("00 B0 81 00 00"), fromHex("69 82")),
            "6982 security status not satisfied");
  EXPECT_EQ(describeAnswer(fromHex("00 B0 81 00 00"), fromHex("90")), "no answer");
}

TEST(Apdu, NamesStatusWords) {
  EXPECT_EQ(describeStatus(0x63C2), "63C2 verification failed, tries left in the last digit");
  EXPECT_EQ(describeStatus(0x6984), "6984 reference data not usable");
  EXPECT_EQ(describeStatus(0x6A82), "6A82 file or application not found");
  EXPECT_EQ(describeStatus(0x6C10), "6C10 wrong Le, exact length in the last byte");
  EXPECT_EQ(describeStatus(0x0B0B), "0B0B unlisted");
}

}  // namespace
}  // namespace madoguchi::card::apdu
