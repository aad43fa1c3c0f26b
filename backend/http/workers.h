#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>

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
    if (m_waiting.fetch_add(1) >= m_mostWaiting) {
      m_waiting.fetch_sub(1);
      co_return false;
    }
    const auto home = co_await asio::this_coro::executor;
    co_await asio::post(asio::bind_executor(m_pool.get_executor(), asio::use_awaitable));
    m_waiting.fetch_sub(1);
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
  /// A request takes some 10 ms, so that the last in the queue waits for less than a second.
  static constexpr std::size_t kWaitingForEach = 32;

  boost::asio::thread_pool m_pool;
  std::size_t m_mostWaiting;
  std::atomic<std::size_t> m_waiting = 0;
};

}  // namespace madoguchi::backend
