#include "backend/http/tls_channel.h"

#include <openssl/err.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cerrno>
#include <new>

namespace madoguchi::backend {
namespace {

namespace asio = boost::asio;
using Socket = asio::ip::tcp::socket;

/// The longest record of TLS. One for each thread: what is read is handed on before anything waits.
std::array<char, 16384>& scratch() {
  thread_local std::array<char, 16384> bytes;
  return bytes;
}

}  // namespace

asio::awaitable<void> TlsChannel::wait(Socket::wait_type type) {
  const auto [error] = co_await m_socket.async_wait(type, asio::as_tuple(asio::use_awaitable));
  if (error || m_ended) {
    throw ConnectionEnded();
  }
}

template <typename Operation>
asio::awaitable<std::size_t> TlsChannel::perform(Operation operation) {
  while (!m_ended && !m_broken) {
    ERR_clear_error();
    const int result = operation(m_tls.get());
    if (result > 0) {
      co_return static_cast<std::size_t>(result);
    }
    const int reason = SSL_get_error(m_tls.get(), result);
    if (reason == SSL_ERROR_WANT_READ) {
      co_await wait(Socket::wait_read);
    } else if (reason == SSL_ERROR_WANT_WRITE) {
      co_await wait(Socket::wait_write);
    } else {
      m_broken = reason == SSL_ERROR_SSL || reason == SSL_ERROR_SYSCALL;
      break;
    }
  }
  throw ConnectionEnded();
}

asio::awaitable<ProxyHeader> TlsChannel::proxyHeader() {
  std::string bytes;
  ProxyHeader header = readProxyHeader(bytes);
  while (header.state == ProxyHeader::State::unfinished) {
    co_await wait(Socket::wait_read);
    const ssize_t count =
        recv(m_socket.native_handle(), scratch().data(), header.size - bytes.size(), MSG_DONTWAIT);
    if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) {
      throw ConnectionEnded();
    }
    bytes.append(scratch().data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    header = readProxyHeader(bytes);
  }
  if (header.state == ProxyHeader::State::malformed) {
    throw ConnectionEnded();
  }
  co_return header;
}

asio::awaitable<void> TlsChannel::handshake(SSL_CTX& context) {
  m_socket.non_blocking(true);
  m_socket.set_option(asio::ip::tcp::no_delay(true));
  m_tls.reset(SSL_new(&context));
  if (m_tls == nullptr || SSL_set_fd(m_tls.get(), m_socket.native_handle()) != 1) {
    throw std::bad_alloc();
  }
  SSL_set_mode(m_tls.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  // Records without data for us must not keep the thread from others.
  SSL_clear_mode(m_tls.get(), SSL_MODE_AUTO_RETRY);
  co_await perform([](SSL* tls) { return SSL_accept(tls); });
}

asio::awaitable<void> TlsChannel::read(std::string& to) {
  const std::size_t count = co_await perform([&to](SSL* tls) {
    const int read = SSL_read(tls, scratch().data(), static_cast<int>(scratch().size()));
    if (read > 0) {
      to.append(scratch().data(), static_cast<std::size_t>(read));
    }
    return read;
  });
  static_cast<void>(count);
}

asio::awaitable<void> TlsChannel::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t count = co_await perform([bytes](SSL* tls) {
      constexpr std::size_t kMost = 1UL << 20U;  // OpenSSL counts in int
      return SSL_write(tls, bytes.data(), static_cast<int>(std::min(bytes.size(), kMost)));
    });
    bytes.remove_prefix(count);
  }
}

asio::awaitable<void> TlsChannel::hearOut() {
  sayGoodbye();
  boost::system::error_code error;
  m_socket.shutdown(Socket::shutdown_send, error);
  ssize_t count = 1;
  while (!error && count > 0) {
    co_await wait(Socket::wait_read);
    count = recv(m_socket.native_handle(), scratch().data(), scratch().size(), MSG_DONTWAIT);
  }
}

void TlsChannel::sayGoodbye() noexcept {
  if (m_tls != nullptr && !m_broken && SSL_is_init_finished(m_tls.get()) == 1) {
    ERR_clear_error();
    SSL_shutdown(m_tls.get());
  }
}

void TlsChannel::end() noexcept {
  if (!m_ended) {
    m_ended = true;
    sayGoodbye();
    boost::system::error_code error;
    m_socket.shutdown(Socket::shutdown_both, error);
  }
}

}  // namespace madoguchi::backend
