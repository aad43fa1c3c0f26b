#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace madoguchi::simulated {

/// A command APDU taken apart (ISO/IEC 7816-3, 12.1.3). `data` points into the bytes parsed.
/// Apart from the client's own apdu.h on purpose: a card that shared the client's reading of the
/// standard could not contradict it.
struct CommandApdu {
  std::uint8_t cla = 0;
  std::uint8_t ins = 0;
  std::uint8_t p1 = 0;
  std::uint8_t p2 = 0;
  std::span<const std::uint8_t> data;
  std::optional<std::size_t> expected;  ///< Ne: 1 to 256, or 1 to 65536 where extended
  bool extended = false;
};

/// std::nullopt where the lengths contradict each other or the header is cut short.
std::optional<CommandApdu> parseCommand(std::span<const std::uint8_t> bytes);

}  // namespace madoguchi::simulated
