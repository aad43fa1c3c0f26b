// What of the service differs between systems, for Linux: waiting for pcscd, asking it for its
// version, its numbers.

#include <poll.h>
#include <reader.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "cardreader/pcsc/service_codes.h"
#include "cardreader/pcsc/service_version.h"
#include "cardreader/pcsc/service_watch.h"

namespace madoguchi::card::pcsc {

namespace {

// pcscd binds its socket, listens and changes the mode last (pcsc-lite, InitializeSocket), so that
// IN_ATTRIB comes when it can be reached.
constexpr std::uint32_t kEvents = IN_CREATE | IN_MOVED_TO | IN_ATTRIB | IN_DELETE | IN_MOVED_FROM |
                                  IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

/// As libpcsclite finds it (winscard_msg.c, getSocketName); the default is Debian's.
std::filesystem::path socketPath() {
  const char* fromEnvironment = std::getenv("PCSCLITE_CSOCK_NAME");
  return fromEnvironment != nullptr ? fromEnvironment : "/run/pcscd/pcscd.comm";
}

class Descriptor {
 public:
  Descriptor(int number, const char* what) : m_number(number) {
    if (number < 0) {
      throw std::system_error(errno, std::generic_category(), what);
    }
  }
  ~Descriptor() { close(m_number); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const noexcept { return m_number; }

 private:
  int m_number;
};

/// Reads what has come in, and forgets it.
void drain(int descriptor) {
  alignas(inotify_event) std::array<char, 4096> bytes;
  while (read(descriptor, bytes.data(), bytes.size()) > 0) {
  }
}

/// What pcsc-lite's clients send first, and what comes back in place of the body (winscard_msg.h:
/// rxHeader with CMD_VERSION, version_struct).
struct VersionMessage {
  struct Body {
    std::int32_t major = 4;  // since pcsc-lite 1.6; the service answers with its own
    std::int32_t minor = 4;
    std::uint32_t result = 0;
  };
  std::uint32_t size = sizeof(Body);
  std::uint32_t command = 0x11;
  Body body;
};

/// False where not all of it went over before the socket's time limit.
bool receiveAll(int socket, void* to, std::size_t size) {
  return recv(socket, to, size, MSG_WAITALL) == static_cast<ssize_t>(size);
}

}  // namespace

std::size_t mostEntries() { return PCSCLITE_MAX_READERS_CONTEXTS; }

std::optional<TransportFault> ownMeaningOf(LONG code) {
  switch (code) {
    // libpcsclite's only use (winscard_msg.c, MessageReceive): the service went away with our
    // request unread. Context knows the one case in which that is a refusal.
    case SCARD_W_SECURITY_VIOLATION:
      return TransportFault::serviceUnavailable;
    // pcsc-lite's only use: the service speaks another protocol version (winscard_svc.c,
    // CMD_VERSION).
    case SCARD_E_SERVICE_STOPPED:
      return TransportFault::serviceIncompatible;
    default:
      return std::nullopt;
  }
}

DWORD controlCode(DWORD number) { return SCARD_CTL_CODE(number); }

std::string serviceProtocolVersion() {
  const std::string path = socketPath().string();
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) {
    return {};
  }
  std::memcpy(address.sun_path, path.data(), path.size());
  const Descriptor link(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket");
  constexpr timeval kPatience = {.tv_sec = 2, .tv_usec = 0};
  for (const int limit : {SO_SNDTIMEO, SO_RCVTIMEO}) {  // the first also limits connect()
    setsockopt(link.number(), SOL_SOCKET, limit, &kPatience, sizeof kPatience);
  }
  VersionMessage message;
  if (connect(link.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
      send(link.number(), &message, sizeof message, MSG_NOSIGNAL) != sizeof message ||
      !receiveAll(link.number(), &message.body, sizeof message.body)) {
    return {};
  }
  return std::to_string(message.body.major) + ':' + std::to_string(message.body.minor);
}

class ServiceWatch::Private {
 public:
  void arm() {
    for (int watch : m_watches) {
      if (watch >= 0) {
        inotify_rm_watch(m_changes.number(), watch);
      }
    }
    m_watches.fill(-1);
    drain(m_changes.number());
    // The directory of the socket, and its parent: the directory itself comes and goes with some
    // installations. Where even the parent is missing, the nearest that is there.
    std::filesystem::path directory = socketPath().parent_path();
    m_watches[0] = watch(directory);
    while (m_watches[1] < 0 && directory != directory.parent_path()) {
      directory = directory.parent_path();
      m_watches[1] = watch(directory);
    }
  }

  void wait() {
    std::array<pollfd, 2> sources = {
        {{m_changes.number(), POLLIN, 0}, {m_interrupt.number(), POLLIN, 0}}};
    while (poll(sources.data(), sources.size(), -1) < 0) {
      if (errno != EINTR) {
        throw std::system_error(errno, std::generic_category(), "poll");
      }
    }
    drain(m_changes.number());
    drain(m_interrupt.number());
  }

  void interrupt() noexcept {
    const std::uint64_t one = 1;
    // Fails only where the counter is full, and then it is already readable.
    static_cast<void>(!write(m_interrupt.number(), &one, sizeof one));
  }

 private:
  int watch(const std::filesystem::path& directory) {
    return inotify_add_watch(m_changes.number(), directory.c_str(), kEvents);
  }

  Descriptor m_changes{inotify_init1(IN_NONBLOCK | IN_CLOEXEC), "inotify_init1"};
  Descriptor m_interrupt{eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC), "eventfd"};
  std::array<int, 2> m_watches = {-1, -1};
};

ServiceWatch::ServiceWatch() : d(std::make_unique<Private>()) {}
ServiceWatch::~ServiceWatch() = default;
void ServiceWatch::arm() { d->arm(); }
void ServiceWatch::wait() { d->wait(); }
void ServiceWatch::interrupt() noexcept { d->interrupt(); }

}  // namespace madoguchi::card::pcsc
