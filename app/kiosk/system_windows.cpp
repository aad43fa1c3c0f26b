#include "app/kiosk/system.h"

#include <windows.h>

#include <cstdint>
#include <cstdio>

namespace madoguchi::app {
namespace {

HANDLE input() { return GetStdHandle(STD_INPUT_HANDLE); }

/// Nothing of what is typed is shown meanwhile.
class WithoutEcho {
 public:
  WithoutEcho() : m_isTerminal(GetConsoleMode(input(), &m_before) != 0) {
    if (m_isTerminal) SetConsoleMode(input(), m_before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
  }
  ~WithoutEcho() {
    if (m_isTerminal) SetConsoleMode(input(), m_before);
  }
  WithoutEcho(const WithoutEcho&) = delete;
  WithoutEcho& operator=(const WithoutEcho&) = delete;

 private:
  DWORD m_before = 0;
  bool m_isTerminal;
};

}  // namespace

// Windows starts nothing again by itself that has a window: whoever sets up a kiosk has its own
// means watch (docs/portability.md).
void tellServiceManager(const QByteArray& /*state*/) {}

bool isAtTerminal() {
  DWORD mode = 0;
  return GetConsoleMode(input(), &mode) != 0;
}

std::optional<card::SecretBuffer> readHiddenLine(const char* prompt, std::size_t longest) {
  const WithoutEcho quiet;
  if (isAtTerminal()) std::fputs(prompt, stderr);
  card::SecretBuffer line(longest);
  std::uint8_t byte = 0;
  DWORD count = 0;
  bool fits = true;
  // Byte by byte, so that no library's buffer keeps it.
  while (ReadFile(input(), &byte, 1, &count, nullptr) != 0 && count == 1 && byte != '\n') {
    if (byte == '\r') continue;
    fits = byte > ' ' && byte <= '~' && line.append(byte) && fits;
  }
  if (isAtTerminal()) std::fputc('\n', stderr);
  if (!fits) return std::nullopt;
  return line;
}

}  // namespace madoguchi::app
