#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "cardreader/transport.h"

namespace madoguchi::simulated {

/// How long a contactless card and its reader take.
struct WireTiming {
  /// Both ways. ISO/IEC 14443-2 has 106, 212, 424 and 848 kbit/s.
  unsigned bitsPerSecond = 106'000;
  /// Each block carries block number and checksum, and is framed by start and end of frame (ISO/IEC
  /// 14443-3 type B, 7.1; 14443-4, 7.1); in bytes.
  std::size_t blockOverhead = 7;
  /// What an exchange takes beside its bytes: the card's thinking, the reader, and USB.
  std::chrono::microseconds turnRound{10'000};
  std::chrono::microseconds signature{700'000};
  std::chrono::microseconds powerUp{30'000};
};

/// One exchange, by that model.
std::chrono::nanoseconds timeOf(const WireTiming& timing, std::span<const std::uint8_t> command,
                                std::span<const std::uint8_t> answer);

/// Lets the cards of another transport take the time that they would take on a reader. The time is
/// spent with `wait`: asleep, or by a test that only adds it up.
class SlowWire final : public card::CardTransport {
 public:
  using Wait = std::function<void(std::chrono::nanoseconds)>;
  static void sleep(std::chrono::nanoseconds time);

  /// `inner` must outlive this object and its connections; so must this object its connections.
  SlowWire(card::CardTransport& inner, const WireTiming& timing, Wait wait = sleep);

  card::ReaderSnapshot snapshot() override { return m_inner.snapshot(); }
  card::ReaderSnapshot waitForChange(const card::ReaderSnapshot& known) override {
    return m_inner.waitForChange(known);
  }
  void cancel() noexcept override { m_inner.cancel(); }
  std::unique_ptr<card::CardConnection> connect(const std::string& reader) override;

  /// What all power-ups and exchanges took by the model. From any thread.
  [[nodiscard]] std::chrono::nanoseconds wireTime() const noexcept { return m_wireTime.load(); }

 private:
  class Connection;
  void spend(std::chrono::nanoseconds time);

  card::CardTransport& m_inner;
  const WireTiming m_timing;
  const Wait m_wait;
  std::atomic<std::chrono::nanoseconds> m_wireTime{};
};

}  // namespace madoguchi::simulated
