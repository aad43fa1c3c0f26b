#pragma once

#include <atomic>
#include <cstddef>

namespace madoguchi::backend {

/// Bytes for the bodies and answers of all requests together, so that many slow clients at once do
/// not fill the memory. Thread-safe.
class Budget {
 public:
  explicit Budget(std::size_t most) : m_most(most) {}

  /// What one request has taken, which it gives back in the end. For one thread at a time.
  class Share {
   public:
    explicit Share(Budget& budget) : m_budget(budget) {}
    ~Share() { m_budget.m_taken -= m_taken; }
    Share(const Share&) = delete;
    Share& operator=(const Share&) = delete;

    /// False where there is no more; nothing is taken then.
    bool add(std::size_t bytes) {
      if (m_budget.m_taken.fetch_add(bytes) + bytes > m_budget.m_most) {
        m_budget.m_taken -= bytes;
        return false;
      }
      m_taken += bytes;
      return true;
    }

   private:
    Budget& m_budget;
    std::size_t m_taken = 0;
  };

 private:
  std::size_t m_most;
  std::atomic<std::size_t> m_taken = 0;
};

}  // namespace madoguchi::backend
