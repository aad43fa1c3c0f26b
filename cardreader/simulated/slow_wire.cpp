#include "cardreader/simulated/slow_wire.h"

#include <thread>
#include <utility>
#include <vector>

namespace madoguchi::simulated {

namespace {

// A character of type B is a start bit, eight bits and a stop bit (ISO/IEC 14443-3, 7.1.1).
constexpr std::size_t kBitsPerByte = 10;
// The largest frame, less block number and checksum (ISO/IEC 14443-4, FSC 256).
constexpr std::size_t kMostInBlock = 253;

constexpr std::uint8_t kSign = 0x2A;

std::size_t onTheWire(const WireTiming& timing, std::size_t bytes) {
  const std::size_t blocks = (bytes + kMostInBlock - 1) / kMostInBlock;
  return bytes + blocks * timing.blockOverhead;
}

}  // namespace

std::chrono::nanoseconds timeOf(const WireTiming& timing, std::span<const std::uint8_t> command,
                                std::span<const std::uint8_t> answer) {
  const std::size_t bytes = onTheWire(timing, command.size()) + onTheWire(timing, answer.size());
  const std::chrono::nanoseconds second = std::chrono::seconds(1);
  std::chrono::nanoseconds time =
      timing.turnRound + second * (bytes * kBitsPerByte) / timing.bitsPerSecond;
  if (command.size() > 1 && command[1] == kSign) {
    time += timing.signature;
  }
  return time;
}

class SlowWire::Connection final : public card::CardConnection {
 public:
  Connection(SlowWire& wire, std::unique_ptr<card::CardConnection> inner)
      : m_wire(wire), m_inner(std::move(inner)) {}
  std::vector<std::uint8_t> transmit(std::span<const std::uint8_t> command) override {
    std::vector<std::uint8_t> answer = m_inner->transmit(command);
    m_wire.spend(timeOf(m_wire.m_timing, command, answer));
    return answer;
  }
  bool hasPinPad(std::uint8_t digits) override { return m_inner->hasPinPad(digits); }
  std::vector<std::uint8_t> verifyAtPad(const card::PadEntry& entry) override {
    std::vector<std::uint8_t> answer = m_inner->verifyAtPad(entry);
    const std::vector<std::uint8_t> command(entry.header.size() + 1 + entry.digits);
    m_wire.spend(timeOf(m_wire.m_timing, command, answer));
    return answer;
  }

 private:
  SlowWire& m_wire;
  std::unique_ptr<card::CardConnection> m_inner;
};

void SlowWire::sleep(std::chrono::nanoseconds time) { std::this_thread::sleep_for(time); }

SlowWire::SlowWire(card::CardTransport& inner, const WireTiming& timing, Wait wait)
    : m_inner(inner), m_timing(timing), m_wait(std::move(wait)) {}

std::unique_ptr<card::CardConnection> SlowWire::connect(const std::string& reader) {
  auto connection = std::make_unique<Connection>(*this, m_inner.connect(reader));
  spend(m_timing.powerUp);
  return connection;
}

void SlowWire::spend(std::chrono::nanoseconds time) {
  m_wireTime = m_wireTime.load() + time;
  m_wait(time);
}

}  // namespace madoguchi::simulated
