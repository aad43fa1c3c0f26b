#pragma once

#include <openssl/ssl.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "backend/http/proxy_header.h"

namespace madoguchi::backend {

/// The other side has closed or broken the connection, or took too long.
class ConnectionEnded : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "the connection has ended"; }
};

/// TLS over one socket, for the thread of the socket's executor. OpenSSL reads and writes the
/// socket itself whenever it is ready, so that a connection that waits holds no buffer at all:
/// Asio's own stream would keep four of 17 kB for each.
class TlsChannel {
 public:
  explicit TlsChannel(boost::asio::ip::tcp::socket socket) : m_socket(std::move(socket)) {}

  // All throw ConnectionEnded.
  /// What stands before TLS; see ServerOptions::proxyProtocol.
  boost::asio::awaitable<ProxyHeader> proxyHeader();
  boost::asio::awaitable<void> handshake(SSL_CTX& context);
  /// Adds what has come, at least a byte.
  boost::asio::awaitable<void> read(std::string& to);
  boost::asio::awaitable<void> write(std::string_view bytes);
  /// Says that nothing more will be said, and drops what still comes until the other side has
  /// closed. Closing with bytes unread would reset the connection, and the reset can overtake the
  /// answer (RFC 9112, 9.6).
  boost::asio::awaitable<void> hearOut();

  /// Ends the connection; whatever waits throws.
  void end() noexcept;

  [[nodiscard]] boost::asio::ip::tcp::socket& socket() { return m_socket; }

 private:
  struct Free {
    void operator()(SSL* tls) const { SSL_free(tls); }
  };
  template <typename Operation>
  boost::asio::awaitable<std::size_t> perform(Operation operation);
  boost::asio::awaitable<void> wait(boost::asio::ip::tcp::socket::wait_type type);
  void sayGoodbye() noexcept;

  boost::asio::ip::tcp::socket m_socket;  ///< outlives m_tls, which uses its descriptor
  std::unique_ptr<SSL, Free> m_tls;
  bool m_ended = false;
  bool m_broken = false;  ///< OpenSSL must not be asked any more
};

}  // namespace madoguchi::backend
