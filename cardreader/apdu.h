#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Command and answer APDUs as ISO/IEC 7816-4 lays them out: making, taking apart, and describing
// them in a log without what must not be read there.

namespace madoguchi::card::apdu {

/// Instruction bytes, ISO/IEC 7816-4:2020 table 5; 2A is ISO/IEC 7816-8's PERFORM SECURITY
/// OPERATION.
namespace instruction {
inline constexpr std::uint8_t kVerify = 0x20;
inline constexpr std::uint8_t kChangeReferenceData = 0x24;
inline constexpr std::uint8_t kPerformSecurityOperation = 0x2A;
inline constexpr std::uint8_t kResetRetryCounter = 0x2C;
inline constexpr std::uint8_t kSelect = 0xA4;
inline constexpr std::uint8_t kReadBinary = 0xB0;
inline constexpr std::uint8_t kGetResponse = 0xC0;
}  // namespace instruction

/// Status words, ISO/IEC 7816-4:2020 tables 6 and 7.
namespace status {
inline constexpr std::uint16_t kOk = 0x9000;
inline constexpr std::uint16_t kEndOfFile = 0x6282;
inline constexpr std::uint16_t kVerificationFailed = 0x6300;
inline constexpr std::uint16_t kWrongLength = 0x6700;
inline constexpr std::uint16_t kSecurityNotSatisfied = 0x6982;
inline constexpr std::uint16_t kBlocked = 0x6983;
inline constexpr std::uint16_t kReferenceDataUnusable = 0x6984;
inline constexpr std::uint16_t kAppletSelectionFailed = 0x6999;
inline constexpr std::uint16_t kFunctionNotSupported = 0x6A81;
inline constexpr std::uint16_t kFileNotFound = 0x6A82;
inline constexpr std::uint16_t kRecordNotFound = 0x6A83;
inline constexpr std::uint16_t kWrongOffset = 0x6B00;
inline constexpr std::uint16_t kInstructionNotSupported = 0x6D00;
inline constexpr std::uint16_t kClassNotSupported = 0x6E00;
inline constexpr std::uint16_t kNoDiagnosis = 0x6F00;
/// Of a reader with a keypad, to a VERIFY that it was to ask the person for (PC/SC part 10, 2.5.2).
inline constexpr std::uint16_t kPadTimeout = 0x6400;
inline constexpr std::uint16_t kPadCancelled = 0x6401;
inline constexpr std::uint16_t kPadWrongLength = 0x6403;
inline constexpr std::uint16_t kPadEntryNotUnderstood = 0x6B80;
}  // namespace status

/// D392F000260100000001: the JPKI application (OpenSC, jpki.h: AID_JPKI).
inline constexpr std::array<std::uint8_t, 10> kJpkiApplication = {0xD3, 0x92, 0xF0, 0x00, 0x26,
                                                                  0x01, 0x00, 0x00, 0x00, 0x01};

/// A short command carries at most 255 data bytes and asks for at most 256 (ISO/IEC 7816-4, 5.2).
inline constexpr std::size_t kMaxShortData = 255;
inline constexpr std::size_t kMaxShortAnswer = 256;
/// The most that an extended command can ask for.
inline constexpr std::size_t kMaxExtendedAnswer = 65536;

struct Header {
  std::uint8_t cla = 0;
  std::uint8_t ins = 0;
  std::uint8_t p1 = 0;
  std::uint8_t p2 = 0;
};

/// A short command APDU. `expected` is how many bytes are asked for, 1 to 256; 0 asks for none.
/// Throws std::invalid_argument beyond those bounds. Not for secrets: their bytes must not pass a
/// vector.
std::vector<std::uint8_t> command(Header header, std::span<const std::uint8_t> data,
                                  std::size_t expected);

/// An extended command APDU that carries no data and asks for `expected` bytes, 1 to 65,536. Throws
/// std::invalid_argument beyond those bounds.
std::vector<std::uint8_t> extendedCommand(Header header, std::size_t expected);

/// A command taken apart. `data` lies in the command's own bytes.
struct CommandView {
  Header header;
  std::span<const std::uint8_t> data;
  std::size_t expected = 0;  ///< most bytes that the answer may carry before its status word
};

/// Takes short and extended commands apart; empty where the bytes are no command.
std::optional<CommandView> parse(std::span<const std::uint8_t> command);

/// SW1 SW2 of an answer of at least two bytes.
std::uint16_t statusWord(std::span<const std::uint8_t> answer);
/// "6A82 file not found", for logs and messages to developers.
std::string describeStatus(std::uint16_t statusWord);

/// One line for a log. Data bytes are shown for SELECT only; everything that could carry a secret
/// (VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER) shows neither data nor their length,
/// whatever class byte and length it has.
std::string describe(std::span<const std::uint8_t> command);
/// One line for the answer to `command`: the status word and how long the data are, never the data.
std::string describeAnswer(std::span<const std::uint8_t> command,
                           std::span<const std::uint8_t> answer);

}  // namespace madoguchi::card::apdu
