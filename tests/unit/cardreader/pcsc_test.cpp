#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <future>
#include <stdexcept>
#include <string>
#include <thread>
#include <tuple>

#include "cardreader/pcsc/pcsc_calls.h"
#include "cardreader/pcsc/pcsc_transport.h"
#include "cardreader/pcsc/service_watch.h"
#include "tests/support/temporary_folder.h"

// The transport without a service; tests/integration has it with the real one.

namespace madoguchi::card {
namespace {

namespace fs = std::filesystem;
using pcsc::ServiceWatch;

/// libpcsclite asks for its socket's name once in a process, so all tests here share one place.
class Place : public testing::Environment {
 public:
  static const fs::path& folder() {
    static const test::TemporaryFolder folder;
    return folder.path();
  }
  static fs::path runFolder() { return folder() / "run" / "pcscd"; }
  static fs::path socket() { return runFolder() / "pcscd.comm"; }

  void SetUp() override { setenv("PCSCLITE_CSOCK_NAME", socket().c_str(), 1); }
};

const auto* const kPlace = testing::AddGlobalTestEnvironment(new Place);

class WithoutService : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(Place::runFolder()); }
  void TearDown() override { fs::remove_all(Place::folder() / "run"); }

  /// True where `wait` is still asleep after a while. A slow machine can make this true too late,
  /// never false too early.
  template <typename Result>
  static bool sleeps(std::future<Result>& wait) {
    return wait.wait_for(std::chrono::milliseconds(50)) == std::future_status::timeout;
  }
};

/// A service's socket that is there: does what it is told with every connection, and closes it.
class ServiceSocket {
 public:
  explicit ServiceSocket(const std::function<void(int)>& serve = [](int) {})
      : m_socket(socket(AF_UNIX, SOCK_STREAM, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, Place::socket().c_str(), sizeof(address.sun_path) - 1);
    if (bind(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        listen(m_socket, 1) != 0) {
      throw std::runtime_error("no socket");
    }
    chmod(Place::socket().c_str(), 0666);
    m_thread = std::thread([this, serve] {
      for (int client = accept(m_socket, nullptr, nullptr); client >= 0;
           client = accept(m_socket, nullptr, nullptr)) {
        m_contacted.store(true);
        m_contacted.notify_all();
        serve(client);
        close(client);
      }
    });
  }
  ServiceSocket(const ServiceSocket&) = delete;
  ServiceSocket& operator=(const ServiceSocket&) = delete;
  ~ServiceSocket() {
    shutdown(m_socket, SHUT_RDWR);
    m_thread.join();
    close(m_socket);
    fs::remove(Place::socket());
  }
  void waitUntilContacted() const { m_contacted.wait(false); }

 private:
  int m_socket;
  std::atomic<bool> m_contacted = false;
  std::thread m_thread;
};

// What libpcsclite sends (winscard_msg.h): a header and a body, which the answer repeats.
constexpr std::size_t kHeader = 8;        // rxHeader
constexpr std::size_t kVersion = 12;      // CMD_VERSION: major, minor, result
constexpr std::size_t kEstablish = 12;    // SCARD_ESTABLISH_CONTEXT: scope, context, result
constexpr std::size_t kReadersState = 0;  // CMD_GET_READERS_STATE

using Request = std::array<char, 32>;

/// Waits for a request with a body of this size and leaves it unread, so that closing resets the
/// client's connection.
void leaveUnread(int client, std::size_t body) {
  Request request{};
  for (ssize_t size = 1; size > 0 && size < static_cast<ssize_t>(kHeader + body);) {
    size = recv(client, request.data(), request.size(), MSG_PEEK);
  }
}

Request readRequest(int client, std::size_t body) {
  Request request{};
  recv(client, request.data(), kHeader + body, MSG_WAITALL);
  return request;
}

/// The result of these, zero, is SCARD_S_SUCCESS already.
void confirm(int client, std::size_t body) {
  const Request request = readRequest(client, body);
  send(client, request.data() + kHeader, body, MSG_NOSIGNAL);
}

TEST_F(WithoutService, SnapshotSaysSo) {
  PcscTransport transport;
  const ReaderSnapshot now = transport.snapshot();
  EXPECT_FALSE(now.serviceRunning);
  EXPECT_EQ(now.serviceFault, TransportFault::serviceUnavailable);
  EXPECT_TRUE(now.readers.empty());
}

TEST_F(WithoutService, AServiceThatHangsUpAtOnceRefusesTheSession) {
  const ServiceSocket socket([](int client) { leaveUnread(client, kVersion); });
  PcscTransport transport;
  EXPECT_EQ(transport.snapshot().serviceFault, TransportFault::accessDenied);
}

TEST_F(WithoutService, AServiceThatHangsUpOnceRefusesNothing) {
  std::atomic<int> connections = 0;
  const ServiceSocket socket([&](int client) {
    if (connections++ == 0) {
      leaveUnread(client, kVersion);
    } else {
      readRequest(client, kVersion);
    }
  });
  PcscTransport transport;
  EXPECT_EQ(transport.snapshot().serviceFault, TransportFault::serviceUnavailable);
  EXPECT_EQ(connections, 2);
}

TEST_F(WithoutService, AServiceThatEndsWithARequestUnreadIsGone) {
  const ServiceSocket socket([](int client) {
    confirm(client, kVersion);
    confirm(client, kEstablish);
    leaveUnread(client, kReadersState);
  });
  PcscTransport transport;
  EXPECT_EQ(transport.snapshot().serviceFault, TransportFault::serviceUnavailable);
}

TEST_F(WithoutService, ConnectThrows) {
  PcscTransport transport;
  try {
    transport.connect("any");
    FAIL();
  } catch (const TransportError& error) {
    EXPECT_EQ(error.fault(), TransportFault::serviceUnavailable);
    EXPECT_EQ(error.pcscCode(), 0x8010001D);
    EXPECT_STREQ(error.what(), "SCardEstablishContext: 0x8010001D");
  }
}

TEST_F(WithoutService, WaitTellsAtOnceWhatIsNotYetKnown) {
  PcscTransport transport;
  ReaderSnapshot known;
  known.serviceRunning = true;
  EXPECT_EQ(transport.waitForChange(known), transport.snapshot());
}

TEST_F(WithoutService, CancelEndsTheWait) {
  PcscTransport transport;
  const ReaderSnapshot known = transport.snapshot();
  auto wait = std::async(std::launch::async, [&] { return transport.waitForChange(known); });
  EXPECT_TRUE(sleeps(wait));
  transport.cancel();
  EXPECT_EQ(wait.get(), known);
}

TEST_F(WithoutService, CancelBeforehandEndsTheNextWaitOnly) {
  PcscTransport transport;
  const ReaderSnapshot known = transport.snapshot();
  transport.cancel();
  EXPECT_EQ(transport.waitForChange(known), known);
  auto wait = std::async(std::launch::async, [&] { return transport.waitForChange(known); });
  EXPECT_TRUE(sleeps(wait));
  transport.cancel();
  wait.get();
}

TEST_F(WithoutService, LooksAgainWhenTheSocketAppears) {
  PcscTransport transport;
  const ReaderSnapshot known = transport.snapshot();
  auto wait = std::async(std::launch::async, [&] { return transport.waitForChange(known); });
  EXPECT_TRUE(sleeps(wait));
  const ServiceSocket socket;
  socket.waitUntilContacted();
  transport.cancel();
  wait.get();
}

TEST_F(WithoutService, WatchSeesTheSocketAppear) {
  ServiceWatch watch;
  watch.arm();
  auto wait = std::async(std::launch::async, [&] { watch.wait(); });
  EXPECT_TRUE(sleeps(wait));
  const ServiceSocket socket;
  wait.get();
}

TEST_F(WithoutService, WatchKeepsWhatHappensBeforeTheWait) {
  ServiceWatch watch;
  watch.arm();
  { const ServiceSocket socket; }
  watch.wait();
}

TEST_F(WithoutService, WatchSeesTheFolderAppear) {
  fs::remove_all(Place::runFolder());
  ServiceWatch watch;
  watch.arm();
  fs::create_directory(Place::runFolder());
  watch.wait();
  watch.arm();
  { const ServiceSocket socket; }
  watch.wait();
}

TEST_F(WithoutService, WatchSeesAnAncestorAppear) {
  fs::remove_all(Place::folder() / "run");
  ServiceWatch watch;
  watch.arm();
  fs::create_directories(Place::runFolder());
  watch.wait();
}

TEST_F(WithoutService, WatchIsInterrupted) {
  ServiceWatch watch;
  watch.arm();
  watch.interrupt();
  watch.wait();
  auto wait = std::async(std::launch::async, [&] { watch.wait(); });
  EXPECT_TRUE(sleeps(wait));
  watch.interrupt();
  wait.get();
}

class Meaning : public testing::TestWithParam<std::tuple<LONG, TransportFault>> {};
TEST_P(Meaning, OfALibraryCode) {
  const auto& [code, fault] = GetParam();
  EXPECT_EQ(pcsc::faultOf(code), fault);
}
INSTANTIATE_TEST_SUITE_P(
    Pcsc, Meaning,
    testing::Values(std::tuple(SCARD_E_NO_SERVICE, TransportFault::serviceUnavailable),
                    std::tuple(SCARD_F_COMM_ERROR, TransportFault::serviceUnavailable),
                    std::tuple(SCARD_E_INVALID_HANDLE, TransportFault::serviceUnavailable),
                    std::tuple(SCARD_W_SECURITY_VIOLATION, TransportFault::serviceUnavailable),
                    std::tuple(SCARD_E_SERVICE_STOPPED, TransportFault::serviceIncompatible),
                    std::tuple(SCARD_E_NO_READERS_AVAILABLE, TransportFault::noReader),
                    std::tuple(SCARD_E_UNKNOWN_READER, TransportFault::readerUnavailable),
                    std::tuple(SCARD_E_READER_UNAVAILABLE, TransportFault::readerUnavailable),
                    std::tuple(SCARD_E_INVALID_VALUE, TransportFault::readerUnavailable),
                    std::tuple(SCARD_E_NO_SMARTCARD, TransportFault::noCard),
                    std::tuple(SCARD_W_REMOVED_CARD, TransportFault::cardRemoved),
                    std::tuple(SCARD_W_RESET_CARD, TransportFault::cardReset),
                    std::tuple(SCARD_E_SHARING_VIOLATION, TransportFault::sharingViolation),
                    std::tuple(SCARD_W_UNRESPONSIVE_CARD, TransportFault::unresponsiveCard),
                    std::tuple(SCARD_W_UNPOWERED_CARD, TransportFault::unresponsiveCard),
                    std::tuple(SCARD_E_PROTO_MISMATCH, TransportFault::unresponsiveCard),
                    std::tuple(SCARD_E_NOT_TRANSACTED, TransportFault::communication),
                    std::tuple(SCARD_E_TIMEOUT, TransportFault::communication),
                    std::tuple(SCARD_E_INSUFFICIENT_BUFFER, TransportFault::malformedAnswer),
                    std::tuple(SCARD_E_CANCELLED, TransportFault::cancelled),
                    std::tuple(SCARD_E_NO_MEMORY, TransportFault::other)));

TEST(PcscCall, AddsTheFunctionAndKeepsTheCode) {
  const auto answer = [](LONG code) { return code; };
  EXPECT_EQ(pcsc::call("SCardStatus", answer, SCARD_S_SUCCESS), SCARD_S_SUCCESS);
  EXPECT_EQ(pcsc::call<SCARD_E_TIMEOUT>("SCardStatus", answer, SCARD_E_TIMEOUT), SCARD_E_TIMEOUT);
  try {
    pcsc::call<SCARD_E_TIMEOUT>("SCardStatus", answer, SCARD_W_REMOVED_CARD);
    FAIL();
  } catch (const TransportError& error) {
    EXPECT_EQ(error.fault(), TransportFault::cardRemoved);
    EXPECT_EQ(error.pcscCode(), 0x80100069);
    EXPECT_STREQ(error.what(), "SCardStatus: 0x80100069");
  }
}

}  // namespace
}  // namespace madoguchi::card
