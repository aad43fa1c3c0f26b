#include <sys/socket.h>
#include <sys/un.h>
#include <termios.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>

#include "app/kiosk/system.h"

namespace madoguchi::app {
namespace {

/// Nothing of what is typed is shown meanwhile.
class WithoutEcho {
 public:
  WithoutEcho() : m_isTerminal(tcgetattr(STDIN_FILENO, &m_before) == 0) {
    if (!m_isTerminal) return;
    termios quiet = m_before;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  ~WithoutEcho() {
    if (m_isTerminal) tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
  }
  WithoutEcho(const WithoutEcho&) = delete;
  WithoutEcho& operator=(const WithoutEcho&) = delete;

 private:
  termios m_before{};
  bool m_isTerminal;
};

}  // namespace

// libsystemd would do the same in as many lines, and bring its dependencies to every desktop.
void tellServiceManager(const QByteArray& state) {
  const QByteArray path = qgetenv("NOTIFY_SOCKET");
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.isEmpty() || path.size() >= static_cast<qsizetype>(sizeof address.sun_path)) return;
  std::memcpy(static_cast<char*>(address.sun_path), path.constData(),
              static_cast<std::size_t>(path.size()));
  if (path.startsWith('@')) address.sun_path[0] = '\0';
  const int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return;
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) +
                                             static_cast<std::size_t>(path.size()));
  // Whether it arrives is the manager's to notice: it misses the sign of life.
  [[maybe_unused]] const auto sent =
      sendto(fd, state.constData(), static_cast<std::size_t>(state.size()),
             MSG_NOSIGNAL | MSG_DONTWAIT, reinterpret_cast<const sockaddr*>(&address), length);
  close(fd);
}

bool isAtTerminal() { return isatty(STDIN_FILENO) == 1; }

std::optional<card::SecretBuffer> readHiddenLine(const char* prompt, std::size_t longest) {
  const WithoutEcho quiet;
  if (isAtTerminal()) std::fputs(prompt, stderr);
  card::SecretBuffer line(longest);
  std::uint8_t byte = 0;
  bool fits = true;
  // Byte by byte, so that no library's buffer keeps it.
  while (read(STDIN_FILENO, &byte, 1) == 1 && byte != '\n') {
    fits = byte > ' ' && byte <= '~' && line.append(byte) && fits;
  }
  if (isAtTerminal()) std::fputc('\n', stderr);
  if (!fits) return std::nullopt;
  return line;
}

}  // namespace madoguchi::app
