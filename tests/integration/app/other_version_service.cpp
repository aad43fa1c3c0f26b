#include "tests/integration/app/other_version_service.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <system_error>

namespace madoguchi::test {
namespace {

constexpr char kPlace[] = "/run/pcscd/pcscd.comm";

// What libpcsclite sends first, and what it expects in return (winscard_msg.h).
constexpr std::uint32_t kAskVersion = 0x11;
constexpr std::uint32_t kServiceStopped = 0x8010001E;  // SCARD_E_SERVICE_STOPPED
struct Version {
  std::int32_t major = 4;
  std::int32_t minor = 3;
  std::uint32_t result = kServiceStopped;
};
struct Question {
  std::uint32_t size = 0;
  std::uint32_t command = 0;
  Version version;
};

void require(bool done, const char* what) {
  if (!done) {
    throw std::system_error(errno, std::generic_category(), what);
  }
}

}  // namespace

OtherVersionService::OtherVersionService()
    : m_listener(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  static_assert(sizeof kPlace <= sizeof address.sun_path);
  std::memcpy(address.sun_path, kPlace, sizeof kPlace);
  unlink(kPlace);
  require(bind(m_listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0,
          "bind");
  require(listen(m_listener, SOMAXCONN) == 0, "listen");
  // Last, as the service does: it is how clients see that it is there.
  require(chmod(kPlace, S_IRUSR | S_IWUSR) == 0, "chmod");
  m_thread = std::thread([this] { serve(); });
}

OtherVersionService::~OtherVersionService() {
  shutdown(m_listener, SHUT_RDWR);  // ends accept()
  m_thread.join();
  close(m_listener);
  unlink(kPlace);
}

void OtherVersionService::serve() const {
  for (int client = accept(m_listener, nullptr, nullptr); client >= 0;
       client = accept(m_listener, nullptr, nullptr)) {
    Question question;
    const ssize_t size = recv(client, &question, sizeof question, MSG_WAITALL);
    if (size == sizeof question && question.command == kAskVersion) {
      const Version answer;
      send(client, &answer, sizeof answer, MSG_NOSIGNAL);
    }
    close(client);
  }
}

}  // namespace madoguchi::test
