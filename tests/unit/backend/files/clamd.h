#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <thread>

namespace madoguchi::backend::test {

/// What Clamd takes for a virus.
constexpr std::string_view kTestVirus = "MADOGUCHI-TEST-VIRUS";

/// As much of ClamAV's clamd as INSTREAM needs, on a free port of this machine: of each connection
/// it reads the stream and says what clamd says.
class Clamd {
 public:
  /// One that answers nothing but what is given here, once a stream has come.
  explicit Clamd(std::string always = {}) : m_always(std::move(always)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    // NOLINTBEGIN(cppcoreguidelines-pro-type-reinterpret-cast): as the calls want it
    bind(m_listener, reinterpret_cast<sockaddr*>(&address), length);
    listen(m_listener, 8);
    getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length);
    // NOLINTEND(cppcoreguidelines-pro-type-reinterpret-cast)
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] {
      for (int line = accept(m_listener, nullptr, nullptr); line >= 0;
           line = accept(m_listener, nullptr, nullptr)) {
        answer(line);
        close(line);
      }
    });
  }
  ~Clamd() {
    shutdown(m_listener, SHUT_RDWR);
    m_thread.join();
    close(m_listener);
  }
  Clamd(const Clamd&) = delete;
  Clamd& operator=(const Clamd&) = delete;

  [[nodiscard]] std::string address() const { return "127.0.0.1:" + std::to_string(m_port); }

 private:
  static std::string take(int line, std::size_t count) {
    std::string bytes(count, '\0');
    std::size_t got = 0;
    while (got < count) {
      const ssize_t more = recv(line, bytes.data() + got, count - got, 0);
      if (more <= 0) {
        return {};
      }
      got += static_cast<std::size_t>(more);
    }
    return bytes;
  }

  void answer(int line) const {
    using namespace std::string_view_literals;
    constexpr auto kCommand = "zINSTREAM\0"sv;
    std::string said = "UNKNOWN COMMAND";
    if (take(line, kCommand.size()) == kCommand) {
      std::string stream;
      for (std::uint32_t length = 1; length != 0;) {
        length = 0;
        for (const char byte : take(line, 4)) {
          length = (length << 8U) | static_cast<unsigned char>(byte);
        }
        stream += take(line, length);
      }
      said = stream.find(kTestVirus) == std::string::npos ? "stream: OK"
                                                          : "stream: Made.Up.Test FOUND";
    }
    said = m_always.empty() ? said + '\0' : m_always;
    send(line, said.data(), said.size(), MSG_NOSIGNAL);
  }

  std::string m_always;
  int m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int m_port = 0;
  std::thread m_thread;
};

}  // namespace madoguchi::backend::test
