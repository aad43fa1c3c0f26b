#pragma once

#include <cstdint>

// Status words of ISO/IEC 7816-4, 5.6, as far as the simulated card answers them.

namespace madoguchi::simulated {

inline constexpr std::uint16_t kOk = 0x9000;
inline constexpr std::uint16_t kEndOfFile = 0x6282;
inline constexpr std::uint16_t kTriesLeft = 0x63C0;
inline constexpr std::uint16_t kWrongLength = 0x6700;
inline constexpr std::uint16_t kNoLogicalChannels = 0x6881;
inline constexpr std::uint16_t kNoSecureMessaging = 0x6882;
inline constexpr std::uint16_t kNoCommandChaining = 0x6884;
inline constexpr std::uint16_t kWrongKindOfFile = 0x6981;
inline constexpr std::uint16_t kSecurityStatus = 0x6982;
inline constexpr std::uint16_t kConditions = 0x6985;
inline constexpr std::uint16_t kNoCurrentFile = 0x6986;
inline constexpr std::uint16_t kFileNotFound = 0x6A82;
inline constexpr std::uint16_t kWrongParameters = 0x6A86;
inline constexpr std::uint16_t kReferenceNotFound = 0x6A88;
inline constexpr std::uint16_t kOffsetOutside = 0x6B00;
inline constexpr std::uint16_t kWrongLe = 0x6C00;
inline constexpr std::uint16_t kUnknownInstruction = 0x6D00;
inline constexpr std::uint16_t kUnknownClass = 0x6E00;
inline constexpr std::uint16_t kNoPreciseDiagnosis = 0x6F00;
inline constexpr std::uint16_t kMoreData = 0x6100;

}  // namespace madoguchi::simulated
