#include "backend/metrics/scrape_server.h"

#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "backend/core/deadline.h"

namespace madoguchi::backend {
namespace {

constexpr std::chrono::seconds kPatience{5};  ///< for one client, all in all
constexpr std::size_t kMostHead = 8192;
constexpr int kWaiting = 8;
constexpr int kPauseAfterFault = 100;  // ms

class OpenSocket {
 public:
  explicit OpenSocket(int number) : m_number(number) {}
  ~OpenSocket() { close(m_number); }
  OpenSocket(const OpenSocket&) = delete;
  OpenSocket& operator=(const OpenSocket&) = delete;

 private:
  int m_number;
};

int listenOn(const std::string& host, int port) {
  addrinfo hints{};
  hints.ai_flags = AI_PASSIVE;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* first = nullptr;
  if (getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &first) != 0) {
    first = nullptr;  // which it need not have left
  }
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(first, &freeaddrinfo);
  for (const addrinfo* one = first; one != nullptr; one = one->ai_next) {
    const int listening =
        socket(one->ai_family, one->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, one->ai_protocol);
    const int yes = 1;
    if (listening >= 0 && setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
        bind(listening, one->ai_addr, one->ai_addrlen) == 0 && listen(listening, kWaiting) == 0) {
      return listening;
    }
    if (listening >= 0) {
      close(listening);
    }
  }
  throw std::runtime_error("cannot listen for Prometheus on " + host + ':' + std::to_string(port));
}

/// Whether the socket became ready in time, with nobody asking to stop.
bool waitFor(int socket, short events, int stop, Deadline deadline) {
  std::array<pollfd, 2> waiting = {{{socket, events, 0}, {stop, POLLIN, 0}}};
  const int ready =
      poll(waiting.data(), waiting.size(), static_cast<int>(timeLeft(deadline).count()));
  return ready > 0 && waiting[1].revents == 0;
}

/// Empty where the client says too little, too slowly, or too much.
std::string readHead(int client, int stop, Deadline deadline) {
  std::string head;
  std::array<char, 2048> bytes{};
  while (head.find("\r\n\r\n") == std::string::npos) {
    const ssize_t count = waitFor(client, POLLIN, stop, deadline)
                              ? recv(client, bytes.data(), bytes.size(), MSG_DONTWAIT)
                              : 0;
    if (count <= 0 || head.size() > kMostHead) {
      return {};
    }
    head.append(bytes.data(), static_cast<std::size_t>(count));
  }
  return head;
}

std::string answer(std::string_view status, std::string_view type, const std::string& body) {
  return "HTTP/1.1 " + std::string(status) + "\r\nContent-Type: " + std::string(type) +
         "\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\nCache-Control: no-store\r\n\r\n" + body;
}

}  // namespace

ScrapeServer::ScrapeServer(const std::string& host, int port, std::function<std::string()> page)
    : m_page(std::move(page)),
      m_listening(listenOn(host, port)),
      m_stop(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      m_thread([this] { run(); }) {}

ScrapeServer::~ScrapeServer() {
  eventfd_write(m_stop, 1);
  m_thread.join();
  close(m_listening);
  close(m_stop);
}

int ScrapeServer::port() const {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  getsockname(m_listening, reinterpret_cast<sockaddr*>(&address), &size);
  return ntohs(address.ss_family == AF_INET6
                   ? reinterpret_cast<const sockaddr_in6&>(address).sin6_port
                   : reinterpret_cast<const sockaddr_in&>(address).sin_port);
}

void ScrapeServer::run() {
  std::array<pollfd, 2> waiting = {{{m_listening, POLLIN, 0}, {m_stop, POLLIN, 0}}};
  while (poll(waiting.data(), waiting.size(), -1) >= 0 && waiting[1].revents == 0) {
    const int client = accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (client >= 0) {
      const OpenSocket owner(client);
      serve(client);
    } else {  // descriptors have run out: trying at once again would only spin
      poll(&waiting[1], 1, kPauseAfterFault);
    }
  }
}

std::string ScrapeServer::answerTo(std::string_view head) const {
  if (!head.starts_with("GET /metrics HTTP/1.") && !head.starts_with("GET /metrics?")) {
    return answer("404 Not Found", "text/plain", "see /metrics\n");
  }
  try {
    return answer("200 OK", "text/plain; version=0.0.4; charset=utf-8", m_page());
  } catch (const std::exception&) {
    return answer("500 Internal Server Error", "text/plain", "");
  }
}

void ScrapeServer::serve(int client) const {
  const Deadline deadline = deadlineIn(kPatience);
  const std::string head = readHead(client, m_stop, deadline);
  if (head.empty()) {
    return;
  }
  const std::string text = answerTo(head);
  std::string_view rest = text;
  while (!rest.empty() && waitFor(client, POLLOUT, m_stop, deadline)) {
    const ssize_t count = send(client, rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0) {
      return;
    }
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  shutdown(client, SHUT_WR);
}

}  // namespace madoguchi::backend
