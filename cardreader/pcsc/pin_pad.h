#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardreader/pcsc/pcsc_calls.h"
#include "cardreader/transport.h"

namespace madoguchi::card::pcsc {

/// The keypad of a reader as PC/SC part 10 (IFDs with secure PIN entry capabilities, 2.02.09)
/// reaches it.
struct PinPad {
  DWORD verifyCode = 0;  ///< of FEATURE_VERIFY_PIN_DIRECT
  std::uint8_t fewestDigits = 0;
  std::uint8_t mostDigits = 0xFF;
  /// What ends an entry, of what the reader can: a full entry (1), the confirmation key (2), time
  /// (4).
  std::uint8_t entryEnd = 2;
  std::uint8_t messages = 1;  ///< how many of its own the reader shall show
};

/// Empty where the reader has none, or one that is known not to be usable
/// (resources/readers/readers.json). Costs no exchange with the card.
std::optional<PinPad> findPinPad(SCARDHANDLE card, const std::string& reader);

/// See CardConnection::verifyAtPad().
std::vector<std::uint8_t> verifyAtPad(SCARDHANDLE card, const PinPad& pad, const PadEntry& entry);

}  // namespace madoguchi::card::pcsc
