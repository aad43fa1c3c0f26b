#include "backend/core/data_keys.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>
#include <vector>

#include "backend/core/encoding.h"
#include "backend/core/structured_log.h"
#include "protocol/base64.h"

namespace madoguchi::backend {
namespace {

constexpr std::size_t kNonceBytes = 12;
constexpr std::size_t kTagBytes = 16;
static_assert(kNonceBytes + kTagBytes == kSealBytes);

struct FreeCipher {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using CipherHandle = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

unsigned char* bytesOf(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* bytesIn(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

/// As the file is now. Throws std::runtime_error.
std::string linesOf(const std::filesystem::path& file) {
  using std::filesystem::perms;
  std::error_code fault;
  const auto status = std::filesystem::status(file, fault);
  if (fault || (status.permissions() & (perms::group_all | perms::others_all)) != perms::none) {
    throw std::runtime_error("the file of data keys is not there, or not its owner's alone");
  }
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

}  // namespace

bool isKeyId(std::string_view text) {
  constexpr std::size_t kLongest = 32;
  return !text.empty() && text.size() <= kLongest && std::ranges::all_of(text, [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '-';
  });
}

/// The keys that there are at one time.
class DataKeys::Ring {
 public:
  static constexpr std::size_t kKeyBytes = 32;
  struct Key {
    std::string id;
    std::array<std::uint8_t, kKeyBytes> bytes{};
  };

  explicit Ring(std::string_view lines);
  ~Ring() {
    for (Key& key : m_keys) {
      OPENSSL_cleanse(key.bytes.data(), key.bytes.size());
    }
  }
  Ring(const Ring&) = delete;
  Ring& operator=(const Ring&) = delete;

  [[nodiscard]] const Key& sealing() const { return m_keys.front(); }
  /// nullptr where there is none.
  [[nodiscard]] const Key* find(std::string_view id) const {
    const auto key = std::ranges::find(m_keys, id, &Key::id);
    return key == m_keys.end() ? nullptr : &*key;
  }

 private:
  void add(std::string_view line);

  std::vector<Key> m_keys;
};

DataKeys::Ring::Ring(std::string_view lines) {
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    if (!line.empty()) {
      add(line);
    }
  }
  if (m_keys.empty()) {
    throw std::runtime_error("there is no key in the file of data keys");
  }
}

void DataKeys::Ring::add(std::string_view line) {
  const std::size_t blank = std::min(line.find(' '), line.size());
  Key key{.id = std::string(line.substr(0, blank))};
  auto bytes = protocol::fromBase64(line.substr(std::min(blank + 1, line.size())));
  if (!isKeyId(key.id) || find(key.id) != nullptr || !bytes || bytes->size() != kKeyBytes) {
    throw std::runtime_error(
        "the file of data keys has a line that is no id and 32 bytes in base64, or an id twice");
  }
  std::copy_n(bytes->begin(), kKeyBytes, key.bytes.begin());
  OPENSSL_cleanse(bytes->data(), bytes->size());
  m_keys.push_back(std::move(key));
}

DataKeys::DataKeys(std::string_view lines) : m_ring(std::make_shared<const Ring>(lines)) {}

DataKeys DataKeys::fromFile(const std::filesystem::path& file) { return DataKeys(linesOf(file)); }

DataKeys::DataKeys(std::filesystem::path file, StructuredLog& log)
    : m_file(std::move(file)), m_log(&log) {
  readWhereChanged();
}

DataKeys::~DataKeys() = default;

void DataKeys::lookAtFile() const {
  const FileState state = stateOf(m_file).value_or(FileState());
  if (m_ring && !m_isUnreadable && m_read.isStill(state)) {
    return;
  }
  const FileRead read{state, std::filesystem::file_time_type::clock::now()};
  std::string lines = linesOf(m_file);
  auto fresh = std::make_shared<const Ring>(lines);
  OPENSSL_cleanse(lines.data(), lines.size());
  const bool isNews = !m_ring || state != m_read.state || m_isUnreadable;
  m_ring = std::move(fresh);
  m_read = read;
  m_isUnreadable = false;
  if (isNews) {
    m_log->info("dataKeysRead", {{"seals", m_ring->sealing().id}});
  }
}

void DataKeys::readWhereChanged() const {
  const std::lock_guard lock(m_mutex);
  lookAtFile();
}

std::shared_ptr<const DataKeys::Ring> DataKeys::ring() const {
  if (m_file.empty()) {
    return m_ring;
  }
  const std::lock_guard lock(m_mutex);
  try {
    lookAtFile();
  } catch (const std::runtime_error& fault) {
    if (!std::exchange(m_isUnreadable, true)) {
      m_log->error("dataKeysUnreadable", {{"error", fault.what()}});
    }
  }
  return m_ring;
}

std::string DataKeys::currentId() const { return ring()->sealing().id; }

Sealed DataKeys::seal(std::string_view plain, std::string_view about) const {
  const auto keys = ring();
  const Ring::Key& key = keys->sealing();
  const auto nonce = randomBytes(kNonceBytes);
  Sealed sealed{.keyId = key.id, .bytes = std::string(nonce.begin(), nonce.end())};
  sealed.bytes.resize(kNonceBytes + plain.size() + kTagBytes);
  unsigned char* const out = bytesOf(sealed.bytes) + kNonceBytes;
  const CipherHandle context(EVP_CIPHER_CTX_new());
  int length = 0;
  const bool done = context &&
                    EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.bytes.data(),
                                       nonce.data()) == 1 &&
                    EVP_EncryptUpdate(context.get(), nullptr, &length, bytesIn(about),
                                      static_cast<int>(about.size())) == 1 &&
                    EVP_EncryptUpdate(context.get(), out, &length, bytesIn(plain),
                                      static_cast<int>(plain.size())) == 1 &&
                    EVP_EncryptFinal_ex(context.get(), out + plain.size(), &length) == 1 &&
                    EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG,
                                        static_cast<int>(kTagBytes), out + plain.size()) == 1;
  if (!done) {
    throw LoggableError("what is to rest cannot be encrypted");
  }
  return sealed;
}

std::string DataKeys::open(const Sealed& sealed, std::string_view about) const {
  const auto keys = ring();
  const Ring::Key* const key = keys->find(sealed.keyId);
  if (key == nullptr) {
    throw MissingKey("the data key '" + sealed.keyId + "' is not there");
  }
  if (sealed.bytes.size() < kSealBytes) {
    throw DamagedSeal("what rested encrypted is too short");
  }
  const std::size_t size = sealed.bytes.size() - kSealBytes;
  std::string tag = sealed.bytes.substr(kNonceBytes + size);
  std::string plain(size, '\0');
  const CipherHandle context(EVP_CIPHER_CTX_new());
  int length = 0;
  const bool done =
      context &&
      EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key->bytes.data(),
                         bytesIn(sealed.bytes)) == 1 &&
      EVP_DecryptUpdate(context.get(), nullptr, &length, bytesIn(about),
                        static_cast<int>(about.size())) == 1 &&
      EVP_DecryptUpdate(context.get(), bytesOf(plain), &length, bytesIn(sealed.bytes) + kNonceBytes,
                        static_cast<int>(size)) == 1 &&
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(kTagBytes),
                          bytesOf(tag)) == 1 &&
      EVP_DecryptFinal_ex(context.get(), bytesOf(plain) + size, &length) == 1;
  if (!done) {
    throw DamagedSeal("what rested encrypted is not what was sealed there");
  }
  return plain;
}

}  // namespace madoguchi::backend
