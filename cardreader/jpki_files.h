#pragma once

#include <cstdint>

#include "cardreader/apdu.h"

// The elementary files of the JPKI application and how commands name them. Private to cardreader.

namespace madoguchi::card {

// Short file identifiers are the elementary files' own numbers, which are all below 0x1F
// (OpenSC, jpki.h and pkcs15-jpki.c; soltia48/myna-card names 0006 and 0008).
inline constexpr std::uint8_t kSigningCertificateFile = 0x01;
inline constexpr std::uint8_t kTokenInformationFile = 0x06;
inline constexpr std::uint8_t kPresenceFile = 0x08;
inline constexpr std::uint8_t kAuthenticationCertificateFile = 0x0A;
inline constexpr std::uint8_t kAuthenticationKeyFile = 0x17;
inline constexpr std::uint8_t kAuthenticationPinFile = 0x18;
inline constexpr std::uint8_t kSigningKeyFile = 0x1A;
inline constexpr std::uint8_t kSignaturePasswordFile = 0x1B;

// ISO/IEC 7816-4: bit 8 of P1 (READ BINARY) or of P2 says that the lowest five bits are a short id.
inline constexpr std::uint8_t kShortIdFlag = 0x80;

inline std::uint8_t withShortId(std::uint8_t file) {
  return static_cast<std::uint8_t>(kShortIdFlag | file);
}

inline bool isAbsent(std::uint16_t word) {
  return word == apdu::status::kFileNotFound || word == apdu::status::kRecordNotFound ||
         word == apdu::status::kWrongOffset;
}

}  // namespace madoguchi::card
