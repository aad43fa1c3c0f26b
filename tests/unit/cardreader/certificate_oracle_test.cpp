#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <sstream>
#include <string>

#include "cardreader/certificate/certificate.h"
#include "tests/unit/cardreader/golden_certificates.h"

// The same golden files read by somebody else: the openssl command line.

namespace madoguchi::certificate {
namespace {

std::string openssl(const std::string& arguments) {
  const std::string command = std::string(MADOGUCHI_OPENSSL) + " " + arguments;
  struct Close {
    void operator()(std::FILE* pipe) const { pclose(pipe); }
  };
  const std::unique_ptr<std::FILE, Close> pipe(popen(command.c_str(), "r"));
  std::string output;
  std::array<char, 4096> part{};
  while (pipe && std::fgets(part.data(), part.size(), pipe.get()) != nullptr) {
    output += part.data();
  }
  return output;
}

/// What follows the last colon of the columns that asn1parse prints before a value.
std::string valueOf(const std::string& line) {
  const std::size_t type = line.find(": ");
  const std::size_t colon = line.find(':', type + 2);
  return colon == std::string::npos ? "" : line.substr(colon + 1);
}

/// otherName values by the last number of their type, as asn1parse prints them.
std::map<std::string, std::string> itemsByOpenssl(const std::string& path) {
  const std::string base = "1.2.392.200149.8.5.5.";
  std::istringstream outer(openssl("asn1parse -inform DER -in '" + path + "'"));
  std::string line;
  std::string offset;
  while (std::getline(outer, line)) {
    if (line.find("X509v3 Subject Alternative Name") != std::string::npos &&
        std::getline(outer, line)) {
      offset = line.substr(0, line.find(':'));
    }
  }
  std::map<std::string, std::string> items;
  if (offset.empty()) {
    return items;
  }
  std::istringstream inner(openssl("asn1parse -inform DER -in '" + path + "' -strparse " + offset));
  std::string type;
  while (std::getline(inner, line)) {
    if (line.find("OBJECT") != std::string::npos) {
      type = valueOf(line);
    } else if (line.find("UTF8STRING") != std::string::npos && type.starts_with(base)) {
      items[type.substr(base.size())] = valueOf(line);
      type.clear();
    }
  }
  return items;
}

class Oracle : public testing::TestWithParam<const char*> {};

TEST_P(Oracle, AgreesOnTheItems) {
  const auto theirs = itemsByOpenssl(goldenPath(GetParam()));
  const BasicFourItems ours = parseCertificate(golden(GetParam())).items;
  const auto value = [&](const char* type) {
    const auto found = theirs.find(type);
    return found == theirs.end() ? std::string() : found->second;
  };
  EXPECT_EQ(ours.name, value("1"));
  EXPECT_EQ(ours.address, value("5"));
  EXPECT_EQ(ours.nameSubstituted, value("2").find('1') != std::string::npos);
  EXPECT_EQ(ours.addressSubstituted, value("6").find('1') != std::string::npos);
  if (std::string(GetParam()) != "malformed") {
    EXPECT_EQ(ours.birth.text, value("4"));
    const std::string sex = ours.sex == Sex::male ? "1" : ours.sex == Sex::female ? "2" : "3";
    EXPECT_EQ(ours.sexPresent ? sex : "", value("3"));
  }
}

TEST_P(Oracle, AgreesOnSerialIssuerAndValidity) {
  const std::string path = goldenPath(GetParam());
  const Certificate ours = parseCertificate(golden(GetParam()));
  std::string serial = openssl("x509 -inform DER -in '" + path + "' -noout -serial");
  std::string expected = "serial=";
  for (const char digit : (ours.serialHex.size() % 2 == 0 ? "" : "0") + ours.serialHex) {
    expected += static_cast<char>(std::toupper(static_cast<unsigned char>(digit)));
  }
  EXPECT_EQ(serial, expected + "\n");
  EXPECT_EQ(openssl("x509 -inform DER -in '" + path + "' -noout -issuer -nameopt RFC2253"),
            "issuer=" + ours.issuer + "\n");
  const std::string dates =
      openssl("x509 -inform DER -in '" + path + "' -noout -startdate -enddate -dateopt iso_8601");
  const auto text = [](std::chrono::sys_seconds time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u %02d:%02d:%02dZ",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return std::string(buffer.data());
  };
  EXPECT_EQ(dates,
            "notBefore=" + text(ours.notBefore) + "\nnotAfter=" + text(ours.notAfter) + "\n");
}

INSTANTIATE_TEST_SUITE_P(Golden, Oracle, testing::ValuesIn(kGoldenNames),
                         [](const auto& instance) { return std::string(instance.param); });

}  // namespace
}  // namespace madoguchi::certificate
