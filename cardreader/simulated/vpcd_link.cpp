#include "cardreader/simulated/vpcd_link.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <stdexcept>

namespace madoguchi::simulated {

bool VpcdLink::connect(const std::string& host, std::uint16_t port) {
  close();
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int failure = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
  if (failure != 0) {
    throw std::runtime_error("cannot find the host " + host + ": " + gai_strerror(failure));
  }
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> addresses(found, freeaddrinfo);
  for (const addrinfo* address = found; address != nullptr; address = address->ai_next) {
    m_socket =
        socket(address->ai_family, address->ai_socktype | SOCK_CLOEXEC, address->ai_protocol);
    if (m_socket < 0) {
      continue;
    }
    if (::connect(m_socket, address->ai_addr, address->ai_addrlen) == 0) {
      // Small messages back and forth: waiting to fill a segment would only slow every command
      // down.
      const int on = 1;
      setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
      return true;
    }
    close();
  }
  return false;
}

void VpcdLink::close() noexcept {
  if (m_socket >= 0) {
    ::close(m_socket);
    m_socket = -1;
  }
}

bool VpcdLink::receiveExactly(std::span<std::uint8_t> into) {
  while (!into.empty()) {
    const ssize_t count = recv(m_socket, into.data(), into.size(), MSG_WAITALL);
    if (count <= 0) {
      close();
      return false;
    }
    into = into.subspan(static_cast<std::size_t>(count));
  }
  return true;
}

std::optional<std::vector<std::uint8_t>> VpcdLink::receive() {
  std::uint8_t header[2] = {};
  if (!receiveExactly(header)) {
    return std::nullopt;
  }
  // Debian's driver sends length and message apart, and holds the second back until the first is
  // acknowledged: 40 ms for each command unless the acknowledgement leaves at once.
  const int on = 1;
  setsockopt(m_socket, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
  std::vector<std::uint8_t> message(static_cast<std::size_t>(header[0]) << 8 | header[1]);
  if (!receiveExactly(message)) {
    return std::nullopt;
  }
  return message;
}

bool VpcdLink::send(std::span<const std::uint8_t> message) {
  std::vector<std::uint8_t> framed = {static_cast<std::uint8_t>(message.size() >> 8),
                                      static_cast<std::uint8_t>(message.size() & 0xFF)};
  framed.insert(framed.end(), message.begin(), message.end());
  std::span<const std::uint8_t> rest = framed;
  while (!rest.empty()) {
    const ssize_t count = ::send(m_socket, rest.data(), rest.size(), MSG_NOSIGNAL);
    if (count <= 0) {
      close();
      return false;
    }
    rest = rest.subspan(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace madoguchi::simulated
