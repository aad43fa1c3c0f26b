#include "cardreader/digest_info.h"

#include <openssl/evp.h>

#include <stdexcept>

namespace madoguchi::card {

namespace {

// RFC 8017, section 9.2, note 1: DER of DigestInfo up to the digest itself, for SHA-256.
constexpr std::array<std::uint8_t, 19> kSha256Prefix = {0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60,
                                                        0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02,
                                                        0x01, 0x05, 0x00, 0x04, 0x20};

}  // namespace

std::vector<std::uint8_t> sha256DigestInfo(std::span<const std::uint8_t, kSha256Length> digest) {
  std::vector<std::uint8_t> info(kSha256Prefix.begin(), kSha256Prefix.end());
  info.insert(info.end(), digest.begin(), digest.end());
  return info;
}

std::vector<std::uint8_t> sha256DigestInfoOf(std::span<const std::uint8_t> data) {
  std::array<std::uint8_t, kSha256Length> digest{};
  if (EVP_Digest(data.data(), data.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 is not available");
  }
  return sha256DigestInfo(digest);
}

}  // namespace madoguchi::card
