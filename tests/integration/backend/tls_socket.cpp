#include "tls_socket.h"

#include <arpa/inet.h>
#include <openssl/bio.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

namespace madoguchi::test {

TlsSocket::TlsSocket(int port, const std::filesystem::path& ca) {
  std::signal(SIGPIPE, SIG_IGN);  // writing to a closed connection is an answer here
  SSL_CTX* context = SSL_CTX_new(TLS_client_method());
  SSL_CTX_load_verify_file(context, ca.c_str());
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
  m_bio = BIO_new_ssl_connect(context);
  SSL_CTX_free(context);  // the BIO holds its own reference
  BIO_set_conn_hostname(m_bio, ("localhost:" + std::to_string(port)).c_str());
  if (BIO_do_connect(m_bio) != 1) {
    BIO_free_all(m_bio);
    throw std::runtime_error("no TLS connection");
  }
}

TlsSocket::~TlsSocket() { BIO_free_all(m_bio); }

bool TlsSocket::write(std::string_view bytes) {
  return BIO_write(m_bio, bytes.data(), static_cast<int>(bytes.size())) ==
         static_cast<int>(bytes.size());
}

std::string TlsSocket::readAll() {
  std::string text;
  for (std::string more = read(1); !more.empty(); more = read(1)) {
    text += more;
  }
  return text;
}

std::string TlsSocket::read(std::size_t size) {
  std::string text(size, '\0');
  std::size_t done = 0;
  for (int count = 1; done < size && count > 0;) {
    count = BIO_read(m_bio, text.data() + done, static_cast<int>(size - done));
    done += count > 0 ? static_cast<std::size_t>(count) : 0;
  }
  text.resize(done);
  return text;
}

SilentSocket::SilentSocket(int port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    close(m_socket);
    throw std::runtime_error("no connection");
  }
}

SilentSocket::~SilentSocket() { close(m_socket); }

void SilentSocket::send(std::string_view bytes) {
  static_cast<void>(::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL));
}

void SilentSocket::endSending() { shutdown(m_socket, SHUT_WR); }

bool SilentSocket::isClosed() {
  pollfd poll{m_socket, POLLIN, 0};
  constexpr int kGiveUpMilliseconds = 60'000;
  std::array<char, 1024> bytes{};
  while (::poll(&poll, 1, kGiveUpMilliseconds) == 1) {
    if (recv(m_socket, bytes.data(), bytes.size(), 0) <= 0) {
      return true;
    }
  }
  return false;
}

}  // namespace madoguchi::test
