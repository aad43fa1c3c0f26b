#include "backend/core/encoding.h"

#include <sodium.h>

#include <array>
#include <cstdio>

#include "protocol/base64.h"

namespace madoguchi::backend {
namespace {

struct Moment {
  int year;
  unsigned month;
  unsigned day;
  unsigned weekday;  ///< 0 = Sunday
  std::chrono::hh_mm_ss<std::chrono::seconds> time;
};

Moment split(Seconds time) {
  const auto days = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(days);
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day()), std::chrono::weekday(days).c_encoding(),
          std::chrono::hh_mm_ss<std::chrono::seconds>(time - days)};
}

}  // namespace

std::span<const std::uint8_t> asBytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string toHex(std::span<const std::uint8_t> bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();  // the terminating zero
  return text;
}

std::vector<std::uint8_t> sha256(std::span<const std::uint8_t> bytes) {
  std::vector<std::uint8_t> digest(crypto_hash_sha256_BYTES);
  crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
  return digest;
}

std::string sha256Hex(std::string_view text) { return toHex(sha256(asBytes(text))); }

std::vector<std::uint8_t> randomBytes(std::size_t count) {
  std::vector<std::uint8_t> bytes(count);
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string randomHex(std::size_t bytes) { return toHex(randomBytes(bytes)); }

std::string base64(std::string_view bytes) { return protocol::base64(asBytes(bytes)); }

std::string rfc3339(Seconds time) {
  const Moment at = split(time);
  std::array<char, 40> text{};
  const int length = std::snprintf(
      text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", at.year, at.month, at.day,
      static_cast<int>(at.time.hours().count()), static_cast<int>(at.time.minutes().count()),
      static_cast<int>(at.time.seconds().count()));
  return {text.data(), static_cast<std::size_t>(length)};
}

std::string rfc5322(Seconds time) {
  // English whatever the locale (RFC 5322 section 3.3), therefore not strftime.
  constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const Moment at = split(time + std::chrono::hours(9));
  std::array<char, 48> text{};
  const int length = std::snprintf(
      text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d +0900", kDays.at(at.weekday),
      at.day, kMonths.at(at.month - 1), at.year, static_cast<int>(at.time.hours().count()),
      static_cast<int>(at.time.minutes().count()), static_cast<int>(at.time.seconds().count()));
  return {text.data(), static_cast<std::size_t>(length)};
}

Seconds now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

}  // namespace madoguchi::backend
