#include "app/rooms/application/transfer_rate.h"

namespace madoguchi::app {

void TransferRate::note(Time time, std::uint64_t bytes) {
  constexpr std::chrono::seconds kWindow{8};
  m_noted.push_back({.time = time, .bytes = bytes});
  while (m_noted.size() > 2 && time - m_noted[1].time > kWindow) {
    m_noted.pop_front();
  }
}

std::optional<double> TransferRate::bytesPerSecond() const {
  if (m_noted.empty()) {
    return std::nullopt;
  }
  const std::chrono::duration<double> time = m_noted.back().time - m_noted.front().time;
  const std::uint64_t bytes = m_noted.back().bytes - m_noted.front().bytes;
  return time < std::chrono::seconds(1) || bytes == 0
             ? std::nullopt
             : std::optional(static_cast<double>(bytes) / time.count());
}

}  // namespace madoguchi::app
