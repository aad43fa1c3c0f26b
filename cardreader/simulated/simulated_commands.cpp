#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "cardreader/certificate/openssl_handles.h"
#include "cardreader/simulated/command_apdu.h"
#include "cardreader/simulated/openssl_require.h"
#include "cardreader/simulated/simulated_card.h"
#include "cardreader/simulated/status_words.h"

// Where the facts come from: the JPKI file numbers, access rules and commands from OpenSC
// (card-jpki.c, pkcs15-jpki.c, jpki.h) and jpki/myna (Go and Rust); the files of the two other
// applications from public descriptions that build on them. Status words follow ISO/IEC
// 7816-4, 5.6, wherever those sources do not say what a real card answers.

namespace madoguchi::simulated {
namespace {

using certificate::KeyContextHandle;

using Bytes = std::vector<std::uint8_t>;

constexpr std::array<std::uint8_t, 10> kJpkiAid = {0xD3, 0x92, 0xF0, 0x00, 0x26,
                                                   0x01, 0x00, 0x00, 0x00, 0x01};
constexpr std::array<std::uint8_t, 10> kTextEntryAid = {0xD3, 0x92, 0x10, 0x00, 0x31,
                                                        0x00, 0x01, 0x01, 0x04, 0x08};
constexpr std::array<std::uint8_t, 10> kVisualAid = {0xD3, 0x92, 0x10, 0x00, 0x31,
                                                     0x00, 0x01, 0x01, 0x04, 0x02};

// Elementary files of the JPKI application.
constexpr std::uint8_t kSigningCertificate = 0x01;
constexpr std::uint8_t kSigningCa = 0x02;
constexpr std::uint8_t kTokenInformation = 0x06;
constexpr std::uint8_t kPresence = 0x08;
constexpr std::uint8_t kAuthenticationCertificate = 0x0A;
constexpr std::uint8_t kAuthenticationCa = 0x0B;
constexpr std::uint8_t kAuthenticationKey = 0x17;
constexpr std::uint8_t kAuthenticationPin = 0x18;
constexpr std::uint8_t kSigningKey = 0x1A;
constexpr std::uint8_t kSignaturePassword = 0x1B;
constexpr std::array kJpkiFiles = {kSigningCertificate,
                                   kSigningCa,
                                   kTokenInformation,
                                   kPresence,
                                   kAuthenticationCertificate,
                                   kAuthenticationCa,
                                   kAuthenticationKey,
                                   kAuthenticationPin,
                                   kSigningKey,
                                   kSignaturePassword};

// The other two applications hold nothing here but what a client must stay away from: the
// Individual Number itself, and the secret that consists of it (照合番号A).
constexpr std::uint8_t kTextEntryIndividualNumber = 0x01;
constexpr std::uint8_t kTextEntrySecretA = 0x14;
constexpr std::uint8_t kVisualIndividualNumber = 0x05;
constexpr std::uint8_t kVisualSecretA = 0x13;

constexpr std::size_t kTokenInformationSize = 160;
constexpr std::size_t kTokenLabelSize = 32;
constexpr std::uint8_t kCertificateExists = 0x8F;
constexpr std::size_t kLongestSecret = 16;
constexpr std::size_t kSha256Size = 32;

constexpr std::uint8_t kShortIdFlag = 0x80;
constexpr std::uint8_t kShortIdMask = 0x1F;

// The file number that P2 names: its own, or the current file for 0x80. std::nullopt: malformed.
std::optional<std::optional<std::uint8_t>> fileFromReference(
    std::uint8_t p2, const std::optional<std::uint8_t>& current) {
  if ((p2 & ~kShortIdMask) != kShortIdFlag) {
    return std::nullopt;
  }
  const auto number = static_cast<std::uint8_t>(p2 & kShortIdMask);
  return number == 0 ? current : std::optional<std::uint8_t>(number);
}

// PKCS #1 v1.5 over exactly what was sent: the card adds the padding, not the DigestInfo.
Bytes signRaw(evp_pkey_st* key, std::span<const std::uint8_t> message) {
  const KeyContextHandle context(require(EVP_PKEY_CTX_new(key, nullptr), "key context"));
  requireOne(EVP_PKEY_sign_init(context.get()), "sign");
  requireOne(EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING), "padding");
  std::size_t length = 0;
  requireOne(EVP_PKEY_sign(context.get(), nullptr, &length, message.data(), message.size()),
             "signature length");
  Bytes signature(length);
  requireOne(
      EVP_PKEY_sign(context.get(), signature.data(), &length, message.data(), message.size()),
      "signature");
  signature.resize(length);
  return signature;
}

// The DigestInfo of a SHA-256 value (RFC 8017, 9.2, note 1).
Bytes sha256DigestInfo(std::span<const std::uint8_t> digest) {
  Bytes info = {0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01,
                0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20};
  info.insert(info.end(), digest.begin(), digest.end());
  return info;
}

Bytes tokenInformation(std::string_view label) {
  Bytes content(kTokenInformationSize, 0);
  // The label is filled up with spaces; jpki/myna trims them.
  std::fill_n(content.begin(), kTokenLabelSize, std::uint8_t{' '});
  std::copy_n(label.begin(), std::min(label.size(), kTokenLabelSize), content.begin());
  return content;
}

}  // namespace

bool SimulatedCard::fileExists(std::uint8_t file) const {
  switch (m_application) {
    case Application::masterFile:
      return false;
    case Application::jpki:
      return std::ranges::find(kJpkiFiles, file) != kJpkiFiles.end();
    case Application::textEntry:
    case Application::visual:
      return isForbidden(file);
  }
  return false;
}

bool SimulatedCard::isForbidden(std::uint8_t file) const {
  return (m_application == Application::textEntry &&
          (file == kTextEntryIndividualNumber || file == kTextEntrySecretA)) ||
         (m_application == Application::visual &&
          (file == kVisualIndividualNumber || file == kVisualSecretA));
}

// std::nullopt for files that hold a key or a secret and cannot be read.
std::optional<Bytes> SimulatedCard::fileContent(std::uint8_t file) const {
  const auto certificate = [this](const Bytes& der) {
    Bytes content = der;
    content.resize(der.size() + (der.empty() ? 0 : m_behaviour.bytesAfterCertificates));
    return content;
  };
  switch (file) {
    case kSigningCertificate:
      return certificate(m_contents.signingCertificate);
    case kSigningCa:
      return certificate(m_contents.signingCaCertificate);
    case kAuthenticationCertificate:
      return certificate(m_contents.authenticationCertificate);
    case kAuthenticationCa:
      return certificate(m_contents.authenticationCaCertificate);
    case kTokenInformation:
      return tokenInformation(m_contents.tokenLabel);
    case kPresence:
      return Bytes{
          m_contents.signingCertificate.empty() ? std::uint8_t{0} : kCertificateExists,
          m_contents.authenticationCertificate.empty() ? std::uint8_t{0} : kCertificateExists, 0};
    default:
      return std::nullopt;
  }
}

SimulatedCard::StoredSecret* SimulatedCard::secretIn(std::uint8_t file) {
  if (m_application != Application::jpki) {
    return nullptr;
  }
  switch (file) {
    case kSignaturePassword:
    case kSigningKey:
      return &m_signaturePassword;
    case kAuthenticationPin:
    case kAuthenticationKey:
      return &m_authenticationPin;
    default:
      return nullptr;
  }
}

SimulatedCard::Answer SimulatedCard::selectFile(const CommandApdu& command) {
  constexpr std::uint8_t kMasterFile = 0x00;
  constexpr std::uint8_t kElementaryFile = 0x02;
  constexpr std::uint8_t kByName = 0x04;
  constexpr std::uint8_t kWithControlInformation = 0x00;
  constexpr std::uint8_t kWithoutAnswer = 0x0C;
  if (command.p2 != kWithControlInformation && command.p2 != kWithoutAnswer) {
    return {kWrongParameters, {}};
  }
  Bytes controlInformation;
  if (command.p1 == kByName) {
    static constexpr std::array kApplications = {
        std::pair{kJpkiAid, Application::jpki},
        std::pair{kTextEntryAid, Application::textEntry},
        std::pair{kVisualAid, Application::visual},
    };
    const auto found = std::ranges::find_if(kApplications, [&](const auto& application) {
      return std::ranges::equal(application.first, command.data);
    });
    if (found == kApplications.end()) {
      return {kFileNotFound, {}};
    }
    m_application = found->second;
    m_currentFile.reset();
    if (m_behaviour.selectForgetsSecrets) {
      m_signaturePassword.verified = false;
      m_authenticationPin.verified = false;
    }
    // Template 6F with the name of the application (tag 84).
    controlInformation = {0x6F, static_cast<std::uint8_t>(found->first.size() + 2), 0x84,
                          static_cast<std::uint8_t>(found->first.size())};
    controlInformation.insert(controlInformation.end(), found->first.begin(), found->first.end());
  } else if (command.p1 == kElementaryFile) {
    if (command.data.size() != 2) {
      return {kWrongLength, {}};
    }
    const std::uint8_t file = command.data[1];
    if (command.data[0] != 0 || !fileExists(file)) {
      return {kFileNotFound, {}};
    }
    m_forbiddenTouches += isForbidden(file) ? 1U : 0U;
    m_currentFile = file;
    // Template 6F with the file's identifier (tag 83).
    controlInformation = {0x6F, 0x04, 0x83, 0x02, 0x00, file};
  } else if (command.p1 == kMasterFile) {
    constexpr std::array<std::uint8_t, 2> kMasterFileId = {0x3F, 0x00};
    if (!command.data.empty() && !std::ranges::equal(kMasterFileId, command.data)) {
      return {kFileNotFound, {}};
    }
    returnToMasterFile();
    controlInformation = {0x6F, 0x04, 0x83, 0x02, 0x3F, 0x00};
  } else {
    return {kWrongParameters, {}};
  }
  if (command.p2 == kWithoutAnswer || !command.expected) {
    return {kOk, {}};
  }
  return {kOk, std::move(controlInformation)};
}

SimulatedCard::Answer SimulatedCard::readBinary(const CommandApdu& command) {
  if (!command.data.empty() || !command.expected) {
    return {kWrongLength, {}};
  }
  std::size_t offset = command.p2;
  if ((command.p1 & kShortIdFlag) != 0) {
    const auto file = static_cast<std::uint8_t>(command.p1 & kShortIdMask);
    if ((command.p1 & ~(kShortIdFlag | kShortIdMask)) != 0) {
      return {kWrongParameters, {}};
    }
    if (!fileExists(file)) {
      return {kFileNotFound, {}};
    }
    m_currentFile = file;
  } else {
    offset |= static_cast<std::size_t>(command.p1) << 8;
  }
  if (!m_currentFile) {
    return {kNoCurrentFile, {}};
  }
  if (isForbidden(*m_currentFile)) {
    ++m_forbiddenTouches;
    return {kSecurityStatus, {}};
  }
  const auto content = fileContent(*m_currentFile);
  if (!content) {
    return {kWrongKindOfFile, {}};
  }
  if (*m_currentFile == kSigningCertificate && !m_signaturePassword.verified) {
    return {kSecurityStatus, {}};
  }
  if (content->empty()) {
    return {kFileNotFound, {}};
  }
  if (offset >= content->size()) {
    return {kOffsetOutside, {}};
  }
  const std::size_t left = content->size() - offset;
  if (m_behaviour.wantsExactLe && *command.expected > left && left < 256) {
    return {static_cast<std::uint16_t>(kWrongLe | left), {}};
  }
  const auto begin = content->begin() + static_cast<std::ptrdiff_t>(offset);
  const auto count = static_cast<std::ptrdiff_t>(std::min(*command.expected, left));
  return {*command.expected > left ? kEndOfFile : kOk, Bytes(begin, begin + count)};
}

SimulatedCard::Answer SimulatedCard::verify(const CommandApdu& command) {
  const auto file = fileFromReference(command.p2, m_currentFile);
  if (command.p1 != 0 || !file) {
    return {kWrongParameters, {}};
  }
  if (!*file) {
    return {kNoCurrentFile, {}};
  }
  if (!fileExists(**file)) {
    return {kReferenceNotFound, {}};
  }
  if (isForbidden(**file)) {
    ++m_forbiddenTouches;
    return {kSecurityStatus, {}};
  }
  if (**file != kSignaturePassword && **file != kAuthenticationPin) {
    return {kWrongKindOfFile, {}};
  }
  if (command.expected || command.data.size() > kLongestSecret) {
    return {kWrongLength, {}};
  }
  m_currentFile = **file;
  StoredSecret& secret = *secretIn(**file);
  if (command.data.empty()) {
    return {static_cast<std::uint16_t>(kTriesLeft | secret.triesLeft), {}};
  }
  ++m_verifications;
  if (secret.triesLeft == 0) {
    return {m_behaviour.blockedStatus, {}};
  }
  // Byte by byte, so a lower-case letter is as wrong as any other: the card counts it.
  secret.verified = std::ranges::equal(command.data, secret.value, {}, {}, [](char letter) {
    return static_cast<std::uint8_t>(letter);
  });
  if (secret.verified) {
    secret.triesLeft = secret.triesAtMost;
    return {kOk, {}};
  }
  --secret.triesLeft;
  return {static_cast<std::uint16_t>(kTriesLeft | secret.triesLeft), {}};
}

SimulatedCard::Answer SimulatedCard::sign(const CommandApdu& command) {
  constexpr std::uint8_t kRaw = 0x00;
  constexpr std::uint8_t kBareSha256 = 0x02;
  constexpr std::size_t kSignatureSize = 256;  // RSA-2048
  // PKCS #1 v1.5 needs eleven bytes of padding (RFC 8017, 7.2.1).
  constexpr std::size_t kLongestMessage = kSignatureSize - 11;
  const auto file = fileFromReference(command.p2, m_currentFile);
  if ((command.p1 != kRaw && command.p1 != kBareSha256) || !file) {
    return {kWrongParameters, {}};
  }
  if (!*file) {
    return {kNoCurrentFile, {}};
  }
  if (!fileExists(**file)) {
    return {kReferenceNotFound, {}};
  }
  if (**file != kSigningKey && **file != kAuthenticationKey) {
    return {kWrongKindOfFile, {}};
  }
  const bool bareDigest = command.p1 == kBareSha256;
  if (!command.expected || command.data.empty() || command.data.size() > kLongestMessage ||
      (bareDigest && command.data.size() != kSha256Size)) {
    return {kWrongLength, {}};
  }
  m_currentFile = **file;
  const PrivateKey& key =
      **file == kSigningKey ? m_contents.signingKey : m_contents.authenticationKey;
  if (!key) {
    return {kFileNotFound, {}};
  }
  if (!secretIn(**file)->verified) {
    return {kSecurityStatus, {}};
  }
  if (*command.expected < kSignatureSize) {
    return {kWrongLe, {}};  // 6C00: the right Le is 256
  }
  return {kOk, bareDigest ? signRaw(key.get(), sha256DigestInfo(command.data))
                          : signRaw(key.get(), command.data)};
}

}  // namespace madoguchi::simulated
