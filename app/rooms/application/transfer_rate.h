#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>

namespace madoguchi::app {

/// How fast something arrives: over the last seconds, so that a slow beginning is forgotten.
class TransferRate {
 public:
  using Time = std::chrono::steady_clock::time_point;

  void begin() { m_noted.clear(); }
  /// So many bytes have arrived until then.
  void note(Time time, std::uint64_t bytes);
  /// Not before it is known for a second.
  [[nodiscard]] std::optional<double> bytesPerSecond() const;

 private:
  struct Noted {
    Time time;
    std::uint64_t bytes;
  };
  std::deque<Noted> m_noted;
};

}  // namespace madoguchi::app
