#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <regex>
#include <thread>

#include "backend_under_test.h"
#include "crowd.h"
#include "tests/support/ambiguous_requests.h"
#include "tls_socket.h"

// What a client that nobody has authenticated can do to the service, and what it costs the others.

namespace madoguchi::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr const char* kAnnouncements = "/v1/announcements?language=en";

/// One service for all attacks that it has to outlive.
class HttpAttack : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    s_news = std::make_unique<TemporaryFolder>();
    const auto file = s_news->path() / "news.json";
    std::ofstream(file) << R"([{"date":"2026-11-01","text":{"ja":"あ","easy":"い","en":")"
                        << std::string(40'000, 'x') << R"("}}])";
    s_backend = std::make_unique<BackendUnderTest>(
        std::vector<std::string>{"--announcements", file.string()});
  }
  static void TearDownTestSuite() {
    s_backend->stop();
    s_backend.reset();
    s_news.reset();
  }

  static BackendUnderTest& backend() { return *s_backend; }
  static int process() { return backend().process().id(); }
  static HttpClient client() { return backend().client(); }

  /// How long a registration takes, of so many that come one after the other, each on connections
  /// of its own; all of them have to succeed.
  static double medianOfRegistrations(int count) {
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
      HttpClient one = client();
      const std::string body = plainBody(backend().agentPayload(one));
      const auto start = std::chrono::steady_clock::now();
      const Response response = backend().post(one, newUuid(), body);
      EXPECT_EQ(response.status, 201) << response.body << response.failure;
      times.push_back(Milliseconds(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
  }

  static std::unique_ptr<TemporaryFolder> s_news;
  static std::unique_ptr<BackendUnderTest> s_backend;
};

std::unique_ptr<TemporaryFolder> HttpAttack::s_news;
std::unique_ptr<BackendUnderTest> HttpAttack::s_backend;

/// Whether it comes true within a minute.
template <typename Condition>
bool eventually(const Condition& condition) {
  const auto giveUp = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > giveUp) {
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return true;
}

void record(const std::string& what, double figure) {
  testing::Test::RecordProperty(what, std::to_string(figure));
}

TEST_F(HttpAttack, EndlessFieldLinesTakeNoMemory) {
  EXPECT_EQ(client().send({.path = kAnnouncements}).status, 200);
  const std::size_t before = residentKilobytes(process());
  TlsSocket attacker(backend().port(), backend().ca());
  ASSERT_TRUE(attacker.write("GET /v1/health HTTP/1.1\r\nHost: x\r\n"));
  const std::string line = "X: " + std::string(995, 'a') + "\r\n";
  std::string lines;
  for (int i = 0; i < 1000; ++i) {
    lines += line;
  }
  // The service says no after 16 KiB, and passes over what was on its way.
  int sent = 0;
  while (sent < 16 && attacker.write(lines)) {
    ++sent;
  }
  EXPECT_THAT(attacker.readAll(), StartsWith("HTTP/1.1 431"));
  const std::size_t after = residentKilobytes(process());
  record("megabytesSent", sent);
  record("kilobytesGrown", static_cast<double>(after) - static_cast<double>(before));
  EXPECT_LT(after, before + 4096);
}

TEST_F(HttpAttack, ManyRangesAreAnsweredLikeNone) {
  const Response plain = client().send({.path = kAnnouncements});
  std::string ranges = "Range: bytes=";
  for (int i = 0; i < 2700; ++i) {
    ranges += "0-,";
  }
  const Response response = client().send({.path = kAnnouncements, .headers = {ranges + "0-"}});
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, plain.body);
  EXPECT_FALSE(response.headers.contains("content-range"));
  record("bytesAnswered", static_cast<double>(response.body.size()));
  record("bytesAnsweredWithoutRanges", static_cast<double>(plain.body.size()));
}

TEST_F(HttpAttack, SlowSendersAndIdleConnectionsKeepNobodyOut) {
  const double before = medianOfRegistrations(15);
  Crowd idle(backend().port(), backend().ca(), 25);
  idle.join(500);
  Crowd slow(backend().port(), backend().ca(), 5);
  slow.join(100);
  std::atomic<bool> over = false;
  std::size_t cutOff = 0;
  std::thread senders([&] {
    // Each has one byte in the air at all times; who is cut off comes again.
    for (std::size_t i = 0; !over; i = (i + 1) % slow.members.size()) {
      if (i == 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
      }
      if (!slow.members[i].send("X")) {
        ++cutOff;
        std::swap(slow.members[i], slow.members.back());
        slow.members.pop_back();
        slow.join(1);
      }
    }
  });
  const double during = medianOfRegistrations(40);
  over = true;
  senders.join();
  EXPECT_EQ(idle.countOpen(), 500U);  // nobody else needed their places
  record("medianMillisecondsBefore", before);
  record("medianMillisecondsDuring", during);
  record("cutOff", static_cast<double>(cutOff));
}

TEST_F(HttpAttack, AnAddressWithTooManyConnectionsLosesItsOldest) {
  Crowd crowd(backend().port(), backend().ca(), 1000);
  crowd.join(150);  // of 100
  EXPECT_EQ(client().send({.path = "/v1/health"}).status, 200);
  EXPECT_TRUE(eventually([&] { return crowd.countOpen() == 100; })) << crowd.countOpen();
  EXPECT_FALSE(crowd.members.front().isOpen());
  EXPECT_TRUE(crowd.members.back().isOpen());
}

// The service may open 600 files, and keeps 256 of them back.
TEST(HttpDescriptors, AreKeptBackForTheServiceItself) {
  BackendUnderTest backend({}, {"prlimit", "--nofile=600:600"});
  const int process = backend.process().id();
  Crowd crowd(backend.port(), backend.ca(), 50);
  crowd.join(1100);
  EXPECT_TRUE(eventually([&] { return crowd.countOpen() == 600 - 256; })) << crowd.countOpen();
  record("connectionsOpen", static_cast<double>(crowd.countOpen()));
  EXPECT_LT(openDescriptors(process), 600U - 100U);
  HttpClient client = backend.client();
  Draft draft = backend.draft(client);
  EXPECT_EQ(backend.submit(client, draft).status, 201);
  EXPECT_EQ(backend.waitForMails(1).size(), 1U);
  record("connectionsTried", 1100);
  record("descriptors", static_cast<double>(openDescriptors(process)));
  backend.stop();
}

TEST(HttpDescriptors, TooFewAreSaidAtTheStart) {
  EXPECT_THAT(
      [] {
        BackendUnderTest({}, {"prlimit", "--nofile=200:200"});
      },
      testing::ThrowsMessage<std::runtime_error>(HasSubstr("limit of open files")));
}

TEST_F(HttpAttack, NoSecondRequestIsHiddenInAnAmbiguousOne) {
  const std::string second = "GET /v1/announcements?language=ja HTTP/1.1\r\nHost: x\r\n\r\n";
  const std::regex statusLine("HTTP/1\\.1 [0-9]{3}");
  int rows = 0;
  for (const auto& [name, bytes] : ambiguousRequests()) {
    TlsSocket attacker(backend().port(), backend().ca());
    attacker.write(bytes + second);
    const std::string answers = attacker.readAll();  // until the service has closed
    EXPECT_THAT(answers, StartsWith("HTTP/1.1 400")) << name;
    EXPECT_THAT(answers, HasSubstr("\"malformed\"")) << name;
    EXPECT_THAT(answers, HasSubstr("Connection: close")) << name;
    EXPECT_EQ(std::distance(std::sregex_iterator(answers.begin(), answers.end(), statusLine), {}),
              1)
        << name;
    ++rows;
  }
  record("rows", rows);
  EXPECT_GT(rows, 100);
}

TEST_F(HttpAttack, BytesThatAreNoTlsHarmNobody) {
  for (const std::string& bytes :
       {std::string("GET / HTTP/1.1\r\nHost: x\r\n\r\n"), std::string(20'000, '\x16'),
        std::string("\x16\x03\x01\xFF\xFF\x01", 6), std::string(1, '\0')}) {
    SilentSocket attacker(backend().port());
    attacker.send(bytes);
    attacker.endSending();
    EXPECT_TRUE(attacker.isClosed());
  }
  EXPECT_EQ(client().send({.path = "/v1/health"}).status, 200);
}

// 1,000 here; tests/bench/http/idle_connections.cpp has 10,000.
TEST_F(HttpAttack, IdleConnectionsTakeLittleMemoryAndGiveItBack) {
  const auto leave = [](Crowd& crowd) {
    crowd.leave();
    EXPECT_TRUE(eventually([] { return openDescriptors(process()) < 100; }));
  };
  medianOfRegistrations(5);
  Crowd crowd(backend().port(), backend().ca(), 50);
  crowd.join(200);  // so that everything that is there once is there
  leave(crowd);
  const std::size_t before = residentKilobytes(process());
  crowd.join(500);
  const std::size_t half = residentKilobytes(process());
  crowd.join(500);
  const std::size_t full = residentKilobytes(process());
  ASSERT_EQ(crowd.countOpen(), 1000U);
  medianOfRegistrations(5);
  const double each = (static_cast<double>(full) - static_cast<double>(before)) * 1024 / 1000;
  record("bytesOfAnIdleConnection", each);
  EXPECT_LT(each, 40'000);
  EXPECT_LT(full - half, 40 * 500);
  leave(crowd);
  crowd.join(1000);  // into the room of those that have left
  EXPECT_LT(residentKilobytes(process()), full + 2048);
}

}  // namespace
}  // namespace madoguchi::test
