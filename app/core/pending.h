#pragma once

#include <functional>
#include <utility>

namespace madoguchi::app {

/// What was asked for and not answered yet. Destroying it calls it off: then no answer comes. It
/// belongs to the thread of the asker, and whoever gave it outlives it.
class [[nodiscard]] Pending {
 public:
  Pending() = default;
  explicit Pending(std::function<void()> callOff) : m_callOff(std::move(callOff)) {}
  Pending(Pending&& other) noexcept : m_callOff(std::exchange(other.m_callOff, nullptr)) {}
  Pending& operator=(Pending&& other) noexcept {
    drop();
    m_callOff = std::exchange(other.m_callOff, nullptr);
    return *this;
  }
  Pending(const Pending&) = delete;
  Pending& operator=(const Pending&) = delete;
  ~Pending() { drop(); }

  /// Also after the answer, until it is dropped: who asks again or no more says so by dropping it.
  explicit operator bool() const { return static_cast<bool>(m_callOff); }
  void drop() {
    if (const auto callOff = std::exchange(m_callOff, nullptr)) {
      callOff();
    }
  }

 private:
  std::function<void()> m_callOff;
};

}  // namespace madoguchi::app
