#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <thread>

namespace madoguchi::backend {

/// Answers GET /metrics in plain HTTP, one client after the other, for a network of the operator's
/// own. A thread of its own, so that it answers when all others are busy.
class ScrapeServer {
 public:
  /// `page` is called in that thread; where it throws, the answer is 500. Throws std::runtime_error
  /// where the address cannot be listened on.
  ScrapeServer(const std::string& host, int port, std::function<std::string()> page);
  ~ScrapeServer();
  ScrapeServer(const ScrapeServer&) = delete;
  ScrapeServer& operator=(const ScrapeServer&) = delete;

  [[nodiscard]] int port() const;

 private:
  void run();
  void serve(int client) const;
  [[nodiscard]] std::string answerTo(std::string_view head) const;

  std::function<std::string()> m_page;
  int m_listening = -1;
  int m_stop = -1;  ///< an eventfd
  std::thread m_thread;
};

}  // namespace madoguchi::backend
