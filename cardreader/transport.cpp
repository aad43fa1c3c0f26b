#include "cardreader/transport.h"

#include <iomanip>
#include <sstream>

namespace madoguchi::card {

namespace {

std::string message(const std::string& function, std::int64_t pcscCode) {
  std::ostringstream text;
  text << function;
  if (pcscCode != 0) {
    text << ": 0x" << std::hex << std::uppercase << std::setw(8) << std::setfill('0') << pcscCode;
  }
  return text.str();
}

}  // namespace

TransportError::TransportError(TransportFault fault, const std::string& function,
                               std::int64_t pcscCode)
    : std::runtime_error(message(function, pcscCode)), m_fault(fault), m_pcscCode(pcscCode) {}

bool CardConnection::hasPinPad(std::uint8_t /*digits*/) { return false; }

std::vector<std::uint8_t> CardConnection::verifyAtPad(const PadEntry& /*entry*/) {
  throw TransportError(TransportFault::other, "verifyAtPad");
}

}  // namespace madoguchi::card
