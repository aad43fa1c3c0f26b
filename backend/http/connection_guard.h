#pragma once

#include <openssl/ssl.h>

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace madoguchi::backend {

/// Ends connections that take too long for one request, byte by byte or not at all; and those that
/// wait for a next request when the service stops. It follows each connection by callbacks of
/// OpenSSL, since the HTTP library knows only a limit for a single read. Thread-safe.
class ConnectionGuard {
 public:
  explicit ConnectionGuard(std::chrono::seconds perRequest);
  ~ConnectionGuard();
  ConnectionGuard(const ConnectionGuard&) = delete;
  ConnectionGuard& operator=(const ConnectionGuard&) = delete;

  /// Follows the connections of this context, which must not outlive the guard.
  void watch(SSL_CTX* context);

  // The following concern the connection that the calling thread serves.
  void requestArrived();
  void answerSent();
  /// Ends the connection with the answer that is under way: its request was not read to the end.
  void closeAfterAnswer();
  /// A text that is kept with the connection and goes with it; null where it is not followed. Only
  /// the serving thread uses it.
  std::string* note();

  /// From now on connections end with their running request; idle ones end at once.
  void drain();

 private:
  struct Watched {
    int descriptor = -1;
    std::chrono::steady_clock::time_point deadline;
    bool busy = false;
    bool closing = false;
    std::string note = {};
  };
  static void onState(const SSL* connection, int where, int result);
  static void onFree(void* parent, void* value, CRYPTO_EX_DATA* data, int index, long argument,
                     void* pointer);
  void add(const SSL* connection);
  void remove(const SSL* connection);
  void run();

  std::chrono::seconds m_perRequest;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::map<const SSL*, Watched> m_connections;
  bool m_draining = false;
  bool m_stopping = false;
  std::thread m_thread;
};

}  // namespace madoguchi::backend
