#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

// What is read from a JPKI certificate. The layout of the basic four items (OID base
// 1.2.392.200149.8.5.5 in subjectAltName) is described with its source in certificate.cpp.

namespace madoguchi::certificate {

enum class Sex { unknown, male, female };

/// Parts that the certificate leaves out are empty: a partial date of birth is lawful.
struct BirthDate {
  std::optional<int> year;  ///< Western year
  std::optional<int> month;
  std::optional<int> day;
  std::string text;  ///< as the certificate has it (EYYYYMMDD), for showing
  [[nodiscard]] bool complete() const { return year && month && day; }
};

/// 基本4情報. Absent items are empty.
struct BasicFourItems {
  std::string name;  ///< UTF-8; parts separated by U+3000; an alias may follow in brackets
  bool nameSubstituted = false;  ///< at least one character stands in for one the table lacks
  Sex sex = Sex::unknown;
  bool sexPresent = false;
  BirthDate birth;
  std::string address;  ///< UTF-8, no postal code
  bool addressSubstituted = false;
};

enum class Purpose { signing, authentication, other };

struct Certificate {
  std::vector<std::uint8_t> der;
  std::string serialHex;  ///< lower case, no leading zeros
  std::string issuer;     ///< RFC 2253
  std::chrono::sys_seconds notBefore;
  std::chrono::sys_seconds notAfter;
  Purpose purpose = Purpose::other;  ///< from the policy OID, else from the key usage
  int rsaBits = 0;                   ///< 0 where the key is not RSA
  BasicFourItems items;              ///< empty in an authentication certificate
};

enum class Validity { notYet, valid, ended };

/// What begins within this time has begun: clocks differ by minutes.
inline constexpr std::chrono::minutes kClockLeeway{5};

/// Of a certificate at a moment of this computer's clock. Clocks differ: a certificate may begin
/// some minutes later than the clock says and counts as begun, as one is used that was issued just
/// now. Its last second counts as after, as OpenSSL has it, so that no two checks differ.
Validity validityAt(std::chrono::sys_seconds now, const Certificate& certificate);

class CertificateError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws CertificateError where `der` is no X.509 certificate or trailing bytes follow it. A
/// missing or malformed item of the four never throws: it stays empty.
Certificate parseCertificate(std::span<const std::uint8_t> der);

}  // namespace madoguchi::certificate
