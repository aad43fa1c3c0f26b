#include "cardreader/simulated/command_apdu.h"

namespace madoguchi::simulated {
namespace {

constexpr std::size_t kHeader = 4;

std::size_t twoBytes(std::span<const std::uint8_t> bytes) {
  return static_cast<std::size_t>(bytes[0]) << 8 | bytes[1];
}

// A zero stands for the largest value the field can express plus one.
std::size_t shortLe(std::uint8_t byte) { return byte == 0 ? 256 : byte; }
std::size_t extendedLe(std::span<const std::uint8_t> bytes) {
  const std::size_t value = twoBytes(bytes);
  return value == 0 ? 65536 : value;
}

bool parseShort(std::span<const std::uint8_t> body, CommandApdu& command) {
  if (body.size() == 1) {
    command.expected = shortLe(body[0]);
    return true;
  }
  const std::size_t length = body[0];
  const std::size_t rest = body.size() - 1;
  if (length == 0 || rest < length || rest > length + 1) {
    return false;
  }
  command.data = body.subspan(1, length);
  if (rest == length + 1) {
    command.expected = shortLe(body.back());
  }
  return true;
}

bool parseExtended(std::span<const std::uint8_t> body, CommandApdu& command) {
  command.extended = true;
  if (body.size() == 3) {
    command.expected = extendedLe(body.subspan(1));
    return true;
  }
  const std::size_t length = twoBytes(body.subspan(1));
  const std::size_t rest = body.size() - 3;
  if (length == 0 || (rest != length && rest != length + 2)) {
    return false;
  }
  command.data = body.subspan(3, length);
  if (rest == length + 2) {
    command.expected = extendedLe(body.last(2));
  }
  return true;
}

}  // namespace

std::optional<CommandApdu> parseCommand(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < kHeader) {
    return std::nullopt;
  }
  CommandApdu command;
  command.cla = bytes[0];
  command.ins = bytes[1];
  command.p1 = bytes[2];
  command.p2 = bytes[3];
  const auto body = bytes.subspan(kHeader);
  if (body.empty()) {
    return command;
  }
  const bool extended = body[0] == 0 && body.size() >= 3;
  if (!(extended ? parseExtended(body, command) : parseShort(body, command))) {
    return std::nullopt;
  }
  return command;
}

}  // namespace madoguchi::simulated
