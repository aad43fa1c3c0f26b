#include "app/kiosk/service_manager.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <array>
#include <cstring>
#include <string>

#include "tests/unit/app/event_loop.h"

namespace madoguchi::test {
namespace {

/// What a service manager hears.
class Manager {
 public:
  explicit Manager(const QByteArray& path) : m_fd(socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(static_cast<char*>(address.sun_path), path.constData(),
                static_cast<std::size_t>(path.size()));
    EXPECT_EQ(bind(m_fd, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    qputenv("NOTIFY_SOCKET", path);
  }
  ~Manager() {
    close(m_fd);
    qunsetenv("NOTIFY_SOCKET");
    qunsetenv("WATCHDOG_USEC");
  }
  Manager(const Manager&) = delete;
  Manager& operator=(const Manager&) = delete;
  [[nodiscard]] std::string next() const {
    std::array<char, 64> said{};
    const auto length = recv(m_fd, said.data(), said.size(), 0);
    return length <= 0 ? std::string() : std::string(said.data(), static_cast<std::size_t>(length));
  }

 private:
  int m_fd;
};

TEST(ServiceManagerTest, HearsThatTheProgramIsReadyAndThatItLives) {
  const QTemporaryDir folder;
  const Manager manager(folder.filePath(QStringLiteral("notify")).toUtf8());
  qputenv("WATCHDOG_USEC", "20000");
  const app::SignsOfLife signs;
  EXPECT_EQ(manager.next(), "READY=1");
  for (int i = 0; i < 2; ++i) {
    std::string said;
    ASSERT_TRUE(eventually([&] { return !(said = manager.next()).empty(); }));
    EXPECT_EQ(said, "WATCHDOG=1");
  }
}

TEST(ServiceManagerTest, WithoutAWatchdogItHearsOnce) {
  const QTemporaryDir folder;
  const Manager manager(folder.filePath(QStringLiteral("notify")).toUtf8());
  const app::SignsOfLife signs;
  EXPECT_EQ(manager.next(), "READY=1");
  QCoreApplication::processEvents();
  EXPECT_EQ(manager.next(), "");
}

TEST(ServiceManagerTest, NobodyNeedsToListen) {
  qputenv("NOTIFY_SOCKET", "/nowhere/at/all");
  { const app::SignsOfLife signs; }
  qputenv("NOTIFY_SOCKET", QByteArray(200, 'x'));
  { const app::SignsOfLife signs; }
  qunsetenv("NOTIFY_SOCKET");
  { const app::SignsOfLife signs; }
  SUCCEED() << "it neither waits nor fails";
}

}  // namespace
}  // namespace madoguchi::test
