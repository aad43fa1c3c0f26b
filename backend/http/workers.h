#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <utility>

namespace madoguchi::backend {

/// The threads in which rooms take their time, with a queue that ends somewhere: who would wait
/// for long is told at once to come back.
class Workers {
 public:
  explicit Workers(std::size_t threads)
      : m_pool(threads), m_mostWaiting(threads * kWaitingForEach) {}

  /// Runs `work` in one of the threads. False where the queue is full: nothing was done. Throws
  /// what `work` throws, in the thread of the caller.
  template <typename Work>
  boost::asio::awaitable<bool> run(Work work) {
    namespace asio = boost::asio;
    Place place(*this);
    if (!place.isFree) {
      co_return false;
    }
    const auto home = co_await asio::this_coro::executor;
    co_await asio::post(asio::bind_executor(m_pool.get_executor(), asio::use_awaitable));
    place.leave();
    std::exception_ptr thrown;
    try {
      work();
    } catch (...) {
      thrown = std::current_exception();
    }
    co_await asio::post(home, asio::use_awaitable);
    if (thrown) {
      std::rethrow_exception(thrown);
    }
    co_return true;
  }

 private:
  /// In the queue, which is left when the work begins, or when it cannot.
  class Place {
   public:
    explicit Place(Workers& workers)
        : isFree(workers.m_waiting.fetch_add(1) < workers.m_mostWaiting), m_workers(workers) {}
    ~Place() { leave(); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    void leave() {
      if (!std::exchange(m_left, true)) {
        m_workers.m_waiting.fetch_sub(1);
      }
    }

    const bool isFree;

   private:
    Workers& m_workers;
    bool m_left = false;
  };

  /// A request takes some 10 ms, so that the last in the queue waits for less than a second.
  static constexpr std::size_t kWaitingForEach = 32;

  boost::asio::thread_pool m_pool;
  std::size_t m_mostWaiting;
  std::atomic<std::size_t> m_waiting = 0;
};

}  // namespace madoguchi::backend
