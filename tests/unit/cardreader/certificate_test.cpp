#include "cardreader/certificate/certificate.h"

#include <gtest/gtest.h>
#include <openssl/err.h>

#include <algorithm>
#include <string_view>

#include "tests/unit/cardreader/golden_certificates.h"

namespace madoguchi::certificate {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using namespace std::chrono_literals;

// All expectations stand in tests/data/certificates/golden.cnf and generate.sh.

TEST(Certificate, SigningCertificateIsReadWhole) {
  const auto der = golden("signing");
  const Certificate certificate = parseCertificate(der);
  EXPECT_EQ(certificate.der, der);
  EXPECT_EQ(certificate.serialHex, "a1b2c3d4e");
  EXPECT_EQ(certificate.issuer,
            "OU=Japan Agency for Local Authority Information Systems,"
            "OU=JPKI-TEST for digital signature,O=JPKI-TEST,C=JP");
  EXPECT_EQ(certificate.notBefore, sys_days(2026y / 4 / 1));
  EXPECT_EQ(certificate.notAfter, sys_days(2031y / 3 / 6) + 14h + 59min + 59s);
  EXPECT_EQ(certificate.purpose, Purpose::signing);
  EXPECT_EQ(certificate.rsaBits, 2048);
  EXPECT_EQ(certificate.items.name, "窓口　花子");
  EXPECT_FALSE(certificate.items.nameSubstituted);
  EXPECT_TRUE(certificate.items.sexPresent);
  EXPECT_EQ(certificate.items.sex, Sex::female);
  EXPECT_EQ(certificate.items.birth.year, 1985);
  EXPECT_EQ(certificate.items.birth.month, 3);
  EXPECT_EQ(certificate.items.birth.day, 7);
  EXPECT_EQ(certificate.items.birth.text, "319850307");
  EXPECT_TRUE(certificate.items.birth.complete());
  EXPECT_EQ(certificate.items.address, "東京都千代田区霞が関一丁目１番１号");
  EXPECT_FALSE(certificate.items.addressSubstituted);
}

TEST(Certificate, LatinNameWithoutAddressFlags) {
  const BasicFourItems items = parseCertificate(golden("latin")).items;
  EXPECT_EQ(items.name, "SAMPLE　JOSE　MARIA");
  EXPECT_EQ(items.sex, Sex::male);
  // 29 February 1999 does not exist: the year and the month stand, the day cannot.
  EXPECT_EQ(items.birth.year, 1999);
  EXPECT_EQ(items.birth.month, 2);
  EXPECT_FALSE(items.birth.day);
  EXPECT_EQ(items.birth.text, "419990229");
  EXPECT_EQ(items.address, "大阪府大阪市中央区大手前一丁目１番１号");
  EXPECT_FALSE(items.addressSubstituted);
}

TEST(Certificate, AliasStaysInTheName) {
  const BasicFourItems items = parseCertificate(golden("alias")).items;
  EXPECT_EQ(items.name, "SAMPLE　ANNA　（見本　安奈）");
  EXPECT_TRUE(items.birth.complete());
  EXPECT_EQ(items.birth.day, 29);  // of a leap year
}

TEST(Certificate, UnknownSexIsPresentAndUnknown) {
  const BasicFourItems items = parseCertificate(golden("unknown_sex")).items;
  EXPECT_TRUE(items.sexPresent);
  EXPECT_EQ(items.sex, Sex::unknown);
}

TEST(Certificate, PartsOfTheBirthDateMayBeMissing) {
  const BirthDate zeros = parseCertificate(golden("unknown_sex")).items.birth;
  EXPECT_EQ(zeros.year, 1960);
  EXPECT_FALSE(zeros.month);
  EXPECT_FALSE(zeros.day);
  EXPECT_EQ(zeros.text, "019600000");

  const BirthDate blank = parseCertificate(golden("birth_blank")).items.birth;
  EXPECT_EQ(blank.year, 1972);
  EXPECT_EQ(blank.month, 5);
  EXPECT_FALSE(blank.day);
  EXPECT_EQ(blank.text, "3197205  ");

  const BirthDate truncated = parseCertificate(golden("birth_truncated")).items.birth;
  EXPECT_EQ(truncated.year, 1948);
  EXPECT_FALSE(truncated.month);
  EXPECT_FALSE(truncated.day);
  EXPECT_FALSE(truncated.complete());
}

TEST(Certificate, MissingAddressStaysEmpty) {
  EXPECT_EQ(parseCertificate(golden("birth_blank")).items.address, "");
}

TEST(Certificate, SubstitutedCharactersAreFlagged) {
  const BasicFourItems items = parseCertificate(golden("substituted")).items;
  EXPECT_TRUE(items.nameSubstituted);
  EXPECT_TRUE(items.addressSubstituted);
  EXPECT_EQ(items.name, "渡辺　崎子");
  EXPECT_EQ(items.birth.year, 1912);
}

TEST(Certificate, OrderAndUnknownItemsDoNotMatter) {
  const Certificate certificate = parseCertificate(golden("shuffled"));
  EXPECT_EQ(certificate.purpose, Purpose::signing);  // its policy is the second of two
  EXPECT_EQ(certificate.items.name, "SAMPLE　TARO");
  EXPECT_EQ(certificate.items.sex, Sex::male);
  EXPECT_EQ(certificate.items.birth.text, "420011231");
  EXPECT_EQ(certificate.items.address, "北海道札幌市中央区北三条西六丁目");
}

TEST(Certificate, MalformedItemsStayEmptyAndTheOthersStand) {
  const BasicFourItems items = parseCertificate(golden("malformed")).items;
  EXPECT_EQ(items.name, "");
  EXPECT_FALSE(items.nameSubstituted);
  EXPECT_FALSE(items.sexPresent);
  EXPECT_EQ(items.birth.text, "");
  EXPECT_FALSE(items.birth.year);
  EXPECT_EQ(items.address, "京都府京都市上京区");
}

TEST(Certificate, AuthenticationCertificateHasNoItems) {
  const Certificate certificate = parseCertificate(golden("authentication"));
  EXPECT_EQ(certificate.purpose, Purpose::authentication);
  EXPECT_EQ(certificate.serialHex, "ff00ff00ff00ff00");
  // Past 2049 the certificate writes its time as GeneralizedTime.
  EXPECT_EQ(certificate.notAfter, sys_days(2051y / 3 / 6) + 14h + 59min + 59s);
  EXPECT_EQ(certificate.items.name, "");
  EXPECT_FALSE(certificate.items.sexPresent);
}

TEST(Certificate, KeyUsageDecidesWithoutAPolicy) {
  const Certificate certificate = parseCertificate(golden("by_key_usage"));
  EXPECT_EQ(certificate.purpose, Purpose::signing);
  EXPECT_EQ(certificate.rsaBits, 0);  // an elliptic curve
  EXPECT_EQ(parseCertificate(golden("no_usage")).purpose, Purpose::other);
}

TEST(Certificate, EveryTruncationIsRefused) {
  for (const char* name : kGoldenNames) {
    const auto der = golden(name);
    for (std::size_t length = 0; length < der.size(); ++length) {
      EXPECT_THROW(parseCertificate(std::span(der).first(length)), CertificateError)
          << name << " cut to " << length;
    }
  }
}

TEST(Certificate, BytesBehindItAreRefused) {
  auto der = golden("signing");
  der.push_back(0);
  EXPECT_THROW(parseCertificate(der), CertificateError);
}

TEST(Certificate, AnyChangedByteIsParsedOrRefusedCleanly) {
  const auto original = golden("signing");
  std::size_t parsed = 0;
  std::size_t refused = 0;
  for (std::size_t at = 0; at < original.size(); ++at) {
    for (const unsigned mask : {0x01U, 0x20U, 0x80U, 0xFFU}) {
      auto der = original;
      der[at] = static_cast<std::uint8_t>(der[at] ^ mask);
      try {
        parseCertificate(der);
        ++parsed;
      } catch (const CertificateError&) {
        ++refused;
      }
    }
  }
  EXPECT_GT(parsed, 0U);
  EXPECT_GT(refused, 0U);
}

TEST(Certificate, MayBeginAFewMinutesAfterTheClockSays) {
  using std::chrono::seconds;
  Certificate certificate;
  certificate.notBefore = std::chrono::sys_seconds(std::chrono::hours(1000));
  certificate.notAfter = certificate.notBefore + std::chrono::hours(24);
  const std::chrono::sys_seconds begins = certificate.notBefore;
  const std::chrono::sys_seconds ends = certificate.notAfter;
  EXPECT_EQ(validityAt(begins - kClockLeeway - seconds(1), certificate), Validity::notYet);
  EXPECT_EQ(validityAt(begins - kClockLeeway, certificate), Validity::valid);
  EXPECT_EQ(validityAt(begins, certificate), Validity::valid);
  EXPECT_EQ(validityAt(ends - seconds(1), certificate), Validity::valid);
  EXPECT_EQ(validityAt(ends, certificate), Validity::ended);
}

TEST(Certificate, LeavesNothingInTheErrorQueue) {
  ERR_clear_error();
  EXPECT_THROW(parseCertificate({}), CertificateError);
  EXPECT_EQ(ERR_peek_error(), 0U);
}

/// Replaces `what` in the signing certificate by `with`, of the same length; the parser does not
/// look at the signature.
Certificate patched(std::string_view what, std::string_view with) {
  auto der = golden("signing");
  EXPECT_EQ(what.size(), with.size());
  const auto found = std::search(der.begin(), der.end(), what.begin(), what.end(),
                                 [](std::uint8_t byte, char character) {
                                   return byte == static_cast<std::uint8_t>(character);
                                 });
  EXPECT_NE(found, der.end());
  std::transform(with.begin(), with.end(), found,
                 [](char character) { return static_cast<std::uint8_t>(character); });
  return parseCertificate(der);
}

class BadText : public testing::TestWithParam<std::string_view> {};
TEST_P(BadText, NameStaysEmpty) {
  const BasicFourItems items = patched("花子", GetParam()).items;
  EXPECT_EQ(items.name, "");
  EXPECT_EQ(items.address, "東京都千代田区霞が関一丁目１番１号");
}
INSTANTIATE_TEST_SUITE_P(Certificate, BadText,
                         testing::Values("\xFF\xFE\xFF\xFE\xFF\xFE",  // no UTF-8
                                         "\xE8\x8A\xB1\xE5\xAD\x28",  // cut within a character
                                         "\xED\xA0\x80\xE5\xAD\x90",  // a surrogate
                                         "\xF4\x90\x80\x80"
                                         "AB",  // past U+10FFFF
                                         "\xC1\x81"
                                         "ABCD",  // overlong
                                         std::string_view("AB\0CDE", 6), "AB\x1B[0m",
                                         "\xC2\x85"
                                         "ABCD"));

TEST(Certificate, PartsOfTheBirthDateOutOfRangeStayEmpty) {
  const BirthDate month = patched("319850307", "319851307").items.birth;
  EXPECT_EQ(month.year, 1985);
  EXPECT_FALSE(month.month);
  EXPECT_EQ(month.day, 7);
  EXPECT_EQ(month.text, "319851307");
  EXPECT_FALSE(patched("319850307", "319850332").items.birth.day);
  EXPECT_FALSE(patched("319850307", "000000000").items.birth.year);
}

class NoBirth : public testing::TestWithParam<const char*> {};
TEST_P(NoBirth, StaysEmpty) {
  const BirthDate birth = patched("319850307", GetParam()).items.birth;
  EXPECT_EQ(birth.text, "");
  EXPECT_FALSE(birth.year || birth.month || birth.day);
}
INSTANTIATE_TEST_SUITE_P(Certificate, NoBirth,
                         testing::Values("619850307", "         ", "1985-3-07", "3198503a7"));

}  // namespace
}  // namespace madoguchi::certificate
