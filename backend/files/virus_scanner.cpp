#include "backend/files/virus_scanner.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>
#include <utility>

#include "backend/files/shelf.h"

namespace madoguchi::backend {
namespace {

constexpr std::size_t kChunk = 128UL * 1024;
constexpr std::size_t kLongestReply = 1024;

[[noreturn]] void failScan(const std::string& why) {
  throw FileError("clamd has not looked at a file: " + why);
}

[[noreturn]] void failScanCall() { failScan(std::generic_category().message(errno)); }

/// A connection that waits for nothing beyond a deadline.
class Line {
 public:
  Line(int family, Deadline deadline)
      : m_socket(socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)),
        m_deadline(deadline) {
    if (m_socket < 0) {
      failScanCall();
    }
  }
  ~Line() { close(m_socket); }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  void connectTo(const sockaddr* address, socklen_t length) {
    if (connect(m_socket, address, length) == 0) {
      return;
    }
    if (errno != EINPROGRESS) {
      failScanCall();
    }
    await(POLLOUT);
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0) {
      errno = error;
      failScanCall();
    }
  }

  /// False where the other side reads no more; what it says then is to be read.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t count = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count >= 0) {
        bytes.remove_prefix(static_cast<std::size_t>(count));
      } else if (errno == EAGAIN) {
        await(POLLOUT);
      } else if (errno == EPIPE || errno == ECONNRESET) {
        return false;
      } else if (errno != EINTR) {
        failScanCall();
      }
    }
    return true;
  }

  /// Up to the end.
  std::string receive() {
    std::string said;
    for (std::array<char, 256> part{}; said.size() < kLongestReply;) {
      const ssize_t count = recv(m_socket, part.data(), part.size(), 0);
      if (count > 0) {
        said.append(part.data(), static_cast<std::size_t>(count));
      } else if (count == 0) {
        break;
      } else if (errno == EAGAIN) {
        await(POLLIN);
      } else if (errno != EINTR) {
        failScanCall();
      }
    }
    return said;
  }

 private:
  void await(short events) const {
    pollfd waited{.fd = m_socket, .events = events, .revents = 0};
    const auto left = std::min<long long>(timeLeft(m_deadline).count(), 60'000);
    const int ready = poll(&waited, 1, static_cast<int>(left));
    if (ready == 0) {
      failScan("no answer in time");
    }
    if (ready < 0 && errno != EINTR) {
      failScanCall();
    }
  }

  int m_socket;
  Deadline m_deadline;
};

std::unique_ptr<Line> lineToPath(const std::string& path, Deadline deadline) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) {
    failScan("the path of its socket is too long");
  }
  std::memcpy(static_cast<char*>(address.sun_path), path.c_str(), path.size() + 1);
  auto line = std::make_unique<Line>(AF_UNIX, deadline);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): as the call wants it
  line->connectTo(reinterpret_cast<const sockaddr*>(&address), sizeof address);
  return line;
}

std::unique_ptr<Line> lineToHost(const std::string& host, const std::string& port,
                                 Deadline deadline) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (const int error = getaddrinfo(host.c_str(), port.c_str(), &hints, &found); error != 0) {
    failScan(gai_strerror(error));
  }
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> all(found, freeaddrinfo);
  for (const addrinfo* one = all.get();; one = one->ai_next) {
    try {
      auto line = std::make_unique<Line>(one->ai_family, deadline);
      line->connectTo(one->ai_addr, one->ai_addrlen);
      return line;
    } catch (const FileError&) {
      if (one->ai_next == nullptr) {
        throw;
      }
    }
  }
}

std::unique_ptr<Line> lineTo(const std::string& address, Deadline deadline) {
  if (address.starts_with('/')) {
    return lineToPath(address, deadline);
  }
  const std::size_t colon = address.rfind(':');
  std::string host = address.substr(0, colon);
  if (host.starts_with('[')) {
    host = host.substr(1, host.size() - 2);
  }
  return lineToHost(host, address.substr(colon + 1), deadline);
}

/// As INSTREAM has it: four bytes, big-endian.
std::string lengthOf(std::size_t bytes) {
  std::string length;
  for (int shift = 24; shift >= 0; shift -= 8) {
    length += static_cast<char>((bytes >> shift) & 0xFFU);
  }
  return length;
}

}  // namespace

VirusScanner::VirusScanner(std::string address) : m_address(std::move(address)) {}

bool VirusScanner::isInfected(std::string_view bytes, Deadline deadline) const {
  using namespace std::string_view_literals;
  const auto line = lineTo(m_address, deadline);
  bool reads = line->send("zINSTREAM\0"sv);
  while (reads && !bytes.empty()) {
    const std::string_view chunk = bytes.substr(0, kChunk);
    reads = line->send(lengthOf(chunk.size())) && line->send(chunk);
    bytes.remove_prefix(chunk.size());
  }
  if (reads) {
    line->send(lengthOf(0));
  }
  std::string said = line->receive();
  said.erase(std::min(said.find('\0'), said.size()));
  if (said == "stream: OK") {
    return false;
  }
  if (said.ends_with(" FOUND")) {
    return true;
  }
  if (said.starts_with("INSTREAM size limit exceeded")) {
    failScan("its StreamMaxLength is too small");
  }
  failScan(said.empty() ? "it said nothing" : "it answered with an error");
}

}  // namespace madoguchi::backend
