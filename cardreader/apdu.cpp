#include "cardreader/apdu.h"

#include <iomanip>
#include <sstream>
#include <stdexcept>

namespace madoguchi::card::apdu {

namespace {

constexpr std::size_t kHeaderLength = 4;

std::string hex(std::span<const std::uint8_t> bytes) {
  std::ostringstream text;
  text << std::hex << std::uppercase << std::setfill('0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    text << (i == 0 ? "" : " ") << std::setw(2) << static_cast<int>(bytes[i]);
  }
  return text.str();
}

/// The even instruction byte of a pair: odd ones are the same instruction with BER-TLV data.
std::uint8_t evenInstruction(std::uint8_t ins) { return static_cast<std::uint8_t>(ins & 0xFE); }

bool carriesSecret(std::uint8_t ins) {
  const std::uint8_t even = evenInstruction(ins);
  return even == instruction::kVerify || even == instruction::kChangeReferenceData ||
         even == instruction::kResetRetryCounter;
}

std::size_t bigEndian16(std::span<const std::uint8_t> bytes, std::size_t at) {
  return (static_cast<std::size_t>(bytes[at]) << 8U) | bytes[at + 1];
}

struct LengthField {
  std::size_t start;  ///< where the bytes after the length begin
  std::size_t value;
  std::size_t width;  ///< of a length field of this kind at the end of the command
};

/// The field behind the header: one byte, or 00 and two bytes in an extended command.
LengthField lengthField(std::span<const std::uint8_t> command) {
  if (command[kHeaderLength] == 0 && command.size() >= kHeaderLength + 3) {
    return {kHeaderLength + 3, bigEndian16(command, kHeaderLength + 1), 2};
  }
  return {kHeaderLength + 1, command[kHeaderLength], 1};
}

/// What Le says: 0 means the most that its width can ask for.
std::size_t expectedLength(std::size_t le, std::size_t width) {
  if (le != 0) {
    return le;
  }
  return width == 1 ? kMaxShortAnswer : kMaxExtendedAnswer;
}

std::string_view statusText(std::uint16_t word) {
  switch (word) {
    case status::kOk:
      return "ok";
    case status::kEndOfFile:
      return "end of file reached before the asked length";
    case status::kVerificationFailed:
      return "verification failed";
    case status::kWrongLength:
      return "wrong length";
    case status::kSecurityNotSatisfied:
      return "security status not satisfied";
    case status::kBlocked:
      return "authentication method blocked";
    case status::kReferenceDataUnusable:
      return "reference data not usable";
    case status::kAppletSelectionFailed:
      return "applet selection failed";
    case status::kFunctionNotSupported:
      return "function not supported";
    case status::kFileNotFound:
      return "file or application not found";
    case status::kRecordNotFound:
      return "record not found";
    case status::kWrongOffset:
      return "offset beyond the end of the file";
    case status::kInstructionNotSupported:
      return "instruction not supported";
    case status::kClassNotSupported:
      return "class not supported";
    case status::kNoDiagnosis:
      return "no precise diagnosis";
    default:
      break;
  }
  switch (word >> 8U) {
    case 0x61:
      return "more data available";
    case 0x63:
      return (word & 0xF0U) == 0xC0U ? "verification failed, tries left in the last digit"
                                     : "warning";
    case 0x6C:
      return "wrong Le, exact length in the last byte";
    default:
      return "unlisted";
  }
}

}  // namespace

std::vector<std::uint8_t> command(Header header, std::span<const std::uint8_t> data,
                                  std::size_t expected) {
  if (data.size() > kMaxShortData || expected > kMaxShortAnswer) {
    throw std::invalid_argument("apdu::command: too long for a short command");
  }
  std::vector<std::uint8_t> bytes = {header.cla, header.ins, header.p1, header.p2};
  if (!data.empty()) {
    bytes.push_back(static_cast<std::uint8_t>(data.size()));
    bytes.insert(bytes.end(), data.begin(), data.end());
  }
  if (expected > 0) {
    bytes.push_back(static_cast<std::uint8_t>(expected & 0xFFU));
  }
  return bytes;
}

std::vector<std::uint8_t> extendedCommand(Header header, std::size_t expected) {
  if (expected == 0 || expected > kMaxExtendedAnswer) {
    throw std::invalid_argument("apdu::extendedCommand: expected length");
  }
  return {header.cla,
          header.ins,
          header.p1,
          header.p2,
          0x00,
          static_cast<std::uint8_t>((expected >> 8U) & 0xFFU),
          static_cast<std::uint8_t>(expected & 0xFFU)};
}

std::optional<CommandView> parse(std::span<const std::uint8_t> command) {
  if (command.size() < kHeaderLength) {
    return std::nullopt;
  }
  CommandView view;
  view.header = {command[0], command[1], command[2], command[3]};
  if (command.size() == kHeaderLength) {
    return view;
  }
  const LengthField field = lengthField(command);
  if (command.size() == field.start) {
    view.expected = expectedLength(field.value, field.width);
    return view;
  }
  const std::size_t end = field.start + field.value;
  if (field.value == 0 || command.size() < end) {
    return std::nullopt;
  }
  view.data = command.subspan(field.start, field.value);
  if (command.size() == end) {
    return view;
  }
  if (command.size() != end + field.width) {
    return std::nullopt;
  }
  const std::size_t le = field.width == 1 ? command[end] : bigEndian16(command, end);
  view.expected = expectedLength(le, field.width);
  return view;
}

std::uint16_t statusWord(std::span<const std::uint8_t> answer) {
  return static_cast<std::uint16_t>(bigEndian16(answer, answer.size() - 2));
}

std::string describeStatus(std::uint16_t statusWord) {
  std::ostringstream text;
  text << std::hex << std::uppercase << std::setw(4) << std::setfill('0') << statusWord << ' '
       << statusText(statusWord);
  return text.str();
}

std::string describe(std::span<const std::uint8_t> command) {
  if (command.size() < kHeaderLength) {
    return "no command";
  }
  std::string text = hex(command.first(kHeaderLength));
  if (command.size() == kHeaderLength) {
    return text;
  }
  const std::span<const std::uint8_t> body = command.subspan(kHeaderLength);
  const std::uint8_t ins = command[1];
  if (carriesSecret(ins)) {
    return text + " [redacted]";
  }
  if (ins == instruction::kSelect) {
    return text + ' ' + hex(body);
  }
  const std::optional<CommandView> view = parse(command);
  if (!view) {
    return text + " [malformed]";
  }
  if (!view->data.empty()) {
    text += " [" + std::to_string(view->data.size()) + " bytes]";
  }
  if (view->expected > 0) {
    text += " Le=" + std::to_string(view->expected);
  }
  return text;
}

std::string describeAnswer(std::span<const std::uint8_t> command,
                           std::span<const std::uint8_t> answer) {
  if (answer.size() < 2) {
    return "no answer";
  }
  std::string text = describeStatus(statusWord(answer));
  const std::size_t length = answer.size() - 2;
  if (length == 0 || command.size() < 2 || carriesSecret(command[1])) {
    return text;
  }
  return text + " [" + std::to_string(length) + " bytes]";
}

}  // namespace madoguchi::card::apdu
