#include "cardreader/simulated/vpcd_link.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <stdexcept>
#include <utility>

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
    // Also holds for connect() (socket(7)).
    const timeval patience{.tv_sec = 1, .tv_usec = 0};
    setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
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
  m_incoming.clear();
  m_outgoing.clear();
}

short VpcdLink::events() const noexcept { return m_outgoing.empty() ? POLLIN : POLLOUT; }

std::optional<std::vector<std::uint8_t>> VpcdLink::receive() {
  constexpr std::size_t kLengthBytes = 2;
  const auto missing = [this] {
    const std::size_t wanted =
        m_incoming.size() < kLengthBytes
            ? kLengthBytes
            : kLengthBytes + (static_cast<std::size_t>(m_incoming[0]) << 8 | m_incoming[1]);
    return wanted - m_incoming.size();
  };
  while (const std::size_t more = missing()) {
    const std::size_t before = m_incoming.size();
    m_incoming.resize(before + more);
    const ssize_t count = recv(m_socket, m_incoming.data() + before, more, MSG_DONTWAIT);
    m_incoming.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    if (count < 0 && errno == EAGAIN) {
      return std::nullopt;
    }
    if (count <= 0) {
      close();
      return std::nullopt;
    }
    if (m_incoming.size() == kLengthBytes) {
      // Debian's driver sends length and message apart, and holds the second back until the first
      // is acknowledged: 40 ms for each command unless the acknowledgement leaves at once.
      const int on = 1;
      setsockopt(m_socket, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
    }
  }
  const std::vector<std::uint8_t> message = std::exchange(m_incoming, {});
  return std::vector(message.begin() + kLengthBytes, message.end());
}

void VpcdLink::send(std::span<const std::uint8_t> message) {
  m_outgoing.push_back(static_cast<std::uint8_t>(message.size() >> 8));
  m_outgoing.push_back(static_cast<std::uint8_t>(message.size() & 0xFF));
  m_outgoing.insert(m_outgoing.end(), message.begin(), message.end());
  finishSending();
}

void VpcdLink::finishSending() {
  while (!m_outgoing.empty()) {
    const ssize_t count =
        ::send(m_socket, m_outgoing.data(), m_outgoing.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0 && errno == EAGAIN) {
      return;
    }
    if (count <= 0) {
      close();
      return;
    }
    m_outgoing.erase(m_outgoing.begin(), m_outgoing.begin() + count);
  }
}

}  // namespace madoguchi::simulated
