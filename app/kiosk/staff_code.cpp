#include "app/kiosk/staff_code.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <QByteArray>
#include <QList>
#include <array>
#include <cstdint>
#include <cstdio>
#include <span>
#include <stdexcept>
#include <utility>

#include "app/kiosk/system.h"

namespace madoguchi::app {
namespace {

constexpr int kUsualCost = 15;  ///< 32 MB and about a tenth of a second
constexpr int kHighestCost = 20;
constexpr std::uint64_t kBlockSize = 8;
constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;
constexpr qsizetype kParts = 4;

using Hash = std::array<std::uint8_t, kHashBytes>;

Hash hashed(const card::SecretBuffer& code, std::span<const std::uint8_t> salt, int cost) {
  Hash hash{};
  const std::uint64_t n = std::uint64_t{1} << static_cast<unsigned>(cost);
  constexpr std::uint64_t kTwice = 256;  // what it takes: RFC 7914, 128 * N * r bytes
  const std::uint64_t memory = kTwice * n * kBlockSize;
  const auto bytes = code.bytes();
  if (EVP_PBE_scrypt(reinterpret_cast<const char*>(bytes.data()), bytes.size(), salt.data(),
                     salt.size(), n, kBlockSize, 1, memory, hash.data(), hash.size()) != 1) {
    throw std::runtime_error("the code could not be hashed");
  }
  return hash;
}

QByteArray hex(std::span<const std::uint8_t> bytes) {
  return QByteArray(reinterpret_cast<const char*>(bytes.data()),
                    static_cast<qsizetype>(bytes.size()))
      .toHex();
}

}  // namespace

std::string hashOfStaffCode(const card::SecretBuffer& code) {
  std::array<std::uint8_t, kSaltBytes> salt{};
  if (RAND_bytes(salt.data(), static_cast<int>(salt.size())) != 1)
    throw std::runtime_error("there are no random numbers");
  const Hash hash = hashed(code, salt, kUsualCost);
  return ("scrypt:" + QByteArray::number(kUsualCost) + ':' + hex(salt) + ':' + hex(hash))
      .toStdString();
}

bool isStaffCode(const card::SecretBuffer& code, const std::string& hash) {
  const QList<QByteArray> parts = QByteArray::fromStdString(hash).split(':');
  if (parts.size() != kParts || parts[0] != "scrypt") return false;
  const int cost = parts[1].toInt();
  const QByteArray salt = QByteArray::fromHex(parts[2]);
  const QByteArray expected = QByteArray::fromHex(parts[3]);
  if (cost < 1 || cost > kHighestCost || expected.size() != qsizetype{kHashBytes}) return false;
  const Hash found = hashed(code,
                            {reinterpret_cast<const std::uint8_t*>(salt.constData()),
                             static_cast<std::size_t>(salt.size())},
                            cost);
  return CRYPTO_memcmp(found.data(), expected.constData(), found.size()) == 0;
}

StaffDoor::StaffDoor(std::string hash, std::function<Time()> now)
    : m_hash(std::move(hash)), m_now(std::move(now)) {}

StaffDoor::Answer StaffDoor::enter(const card::SecretBuffer& code) {
  if (m_closedUntil && m_now() < *m_closedUntil) return Answer::closed;
  m_closedUntil.reset();
  if (isStaffCode(code, m_hash)) {
    m_wrong = 0;
    return Answer::open;
  }
  if (++m_wrong < kTries) return Answer::wrong;
  m_wrong = 0;
  m_closedUntil = m_now() + kClosed;
  return Answer::closed;
}

int askForStaffCode() {
  const auto code = readHiddenLine("Code of staff: ", kLongestStaffCode);
  if (!code || code->size() < kShortestStaffCode) {
    std::fputs("madoguchi: a code has 6 to 64 letters, digits or signs of an English keyboard\n",
               stderr);
    return 1;
  }
  if (isAtTerminal()) {
    const auto again = readHiddenLine("Once more: ", kLongestStaffCode);
    if (!again || again->size() != code->size() ||
        CRYPTO_memcmp(again->bytes().data(), code->bytes().data(), code->size()) != 0) {
      std::fputs("madoguchi: the two are not the same\n", stderr);
      return 1;
    }
  }
  std::printf("%s\n", hashOfStaffCode(*code).c_str());
  return 0;
}

}  // namespace madoguchi::app
