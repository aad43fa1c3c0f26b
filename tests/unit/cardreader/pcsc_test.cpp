#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
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

/// A service's socket that is there and closes every connection: something else than a service.
class ClosingSocket {
 public:
  ClosingSocket() : m_socket(socket(AF_UNIX, SOCK_STREAM, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, Place::socket().c_str(), sizeof(address.sun_path) - 1);
    if (bind(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        listen(m_socket, 1) != 0) {
      throw std::runtime_error("no socket");
    }
    chmod(Place::socket().c_str(), 0666);
    m_thread = std::thread([this] {
      for (int client = accept(m_socket, nullptr, nullptr); client >= 0;
           client = accept(m_socket, nullptr, nullptr)) {
        m_contacted.store(true);
        m_contacted.notify_all();
        close(client);
      }
    });
  }
  ClosingSocket(const ClosingSocket&) = delete;
  ClosingSocket& operator=(const ClosingSocket&) = delete;
  ~ClosingSocket() {
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

TEST_F(WithoutService, SnapshotSaysSo) {
  PcscTransport transport;
  const ReaderSnapshot now = transport.snapshot();
  EXPECT_FALSE(now.serviceRunning);
  EXPECT_EQ(now.serviceFault, TransportFault::serviceUnavailable);
  EXPECT_TRUE(now.readers.empty());
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
  const ClosingSocket socket;
  socket.waitUntilContacted();
  transport.cancel();
  wait.get();
}

TEST_F(WithoutService, WatchSeesTheSocketAppear) {
  ServiceWatch watch;
  watch.arm();
  auto wait = std::async(std::launch::async, [&] { watch.wait(); });
  EXPECT_TRUE(sleeps(wait));
  const ClosingSocket socket;
  wait.get();
}

TEST_F(WithoutService, WatchKeepsWhatHappensBeforeTheWait) {
  ServiceWatch watch;
  watch.arm();
  { const ClosingSocket socket; }
  watch.wait();
}

TEST_F(WithoutService, WatchSeesTheFolderAppear) {
  fs::remove_all(Place::runFolder());
  ServiceWatch watch;
  watch.arm();
  fs::create_directory(Place::runFolder());
  watch.wait();
  watch.arm();
  { const ClosingSocket socket; }
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
                    std::tuple(SCARD_W_SECURITY_VIOLATION, TransportFault::accessDenied),
                    std::tuple(SCARD_E_SERVICE_STOPPED, TransportFault::serviceIncompatible),
                    std::tuple(SCARD_E_NO_READERS_AVAILABLE, TransportFault::noReader),
                    std::tuple(SCARD_E_UNKNOWN_READER, TransportFault::readerUnavailable),
                    std::tuple(SCARD_E_READER_UNAVAILABLE, TransportFault::readerUnavailable),
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
