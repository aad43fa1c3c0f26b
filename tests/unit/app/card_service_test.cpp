#include "app/card/card_service.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/unit/app/flow_fixture.h"

namespace madoguchi::test {
namespace {

using app::CardService;
using app::FailureCode;

class CardServiceTest : public ::testing::Test {
 protected:
  simulated::InProcessTransport transport;
  ObservedTransport observed{transport};
};

TEST_F(CardServiceTest, TellsTheReadersAndEveryChange) {
  CardService service(observed);
  int told = 0;
  QObject::connect(&service, &CardService::readersChanged, [&] { ++told; });
  service.startWatching();
  ASSERT_TRUE(eventually([&] { return told == 1; }));
  EXPECT_EQ(service.readers(), transport.snapshot());
  transport.insert(cardOf("maria"));
  ASSERT_TRUE(eventually([&] { return told >= 2; }));
  EXPECT_TRUE(service.readers().readers.at(0).cardPresent);
}

#ifndef __SANITIZE_THREAD__  // whose own thread wakes up again and again

/// What the kernel says under `key` of each thread of this process but the first.
std::vector<std::string> statusOfOtherThreads(const std::string& key) {
  std::vector<std::string> values;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    if (task.path().filename() == std::to_string(getpid())) {
      continue;
    }
    std::ifstream status(task.path() / "status");
    for (std::string word; status >> word;) {
      if (word == key && status >> word) {
        values.push_back(word);
      }
    }
  }
  return values;
}

bool otherThreadsSleep() {
  return std::ranges::all_of(statusOfOtherThreads("State:"),
                             [](const std::string& state) { return state == "S"; });
}

/// How often they went to sleep so far. A thread that wakes up has to go to sleep again.
long sleepsOfOtherThreads() {
  long sum = 0;
  for (const std::string& count : statusOfOtherThreads("voluntary_ctxt_switches:")) {
    sum += std::stol(count);
  }
  return sum;
}

TEST_F(CardServiceTest, SleepsWhileNothingHappens) {
  transport.insert(cardOf("maria"));
  CardService service(observed);
  bool inspected = false;
  QObject::connect(&service, &CardService::inspected, [&] { inspected = true; });
  service.startWatching();
  service.inspect();
  ASSERT_TRUE(eventually([&] { return inspected && observed.waiting && otherThreadsSleep(); }));
  const int waits = observed.waits;
  const long sleeps = sleepsOfOtherThreads();
  std::this_thread::sleep_for(std::chrono::seconds(2));
  EXPECT_EQ(sleepsOfOtherThreads(), sleeps);
  EXPECT_EQ(observed.waits, waits);
}

#endif

TEST_F(CardServiceTest, LetsACommandInWhileItWaits) {
  transport.insert(cardOf("maria"));
  CardService service(observed);
  int inspections = 0;
  QObject::connect(&service, &CardService::inspected, [&](const app::CardInspection& found) {
    EXPECT_EQ(found.failure, FailureCode::none);
    ++inspections;
  });
  service.startWatching();
  for (int i = 1; i <= 20; ++i) {
    service.inspect();
    ASSERT_TRUE(eventually([&] { return inspections == i; }));
  }
  EXPECT_EQ(service.apdus().count, 20U * 6U);
}

TEST_F(CardServiceTest, LooksOnlyIntoTheReaderThatWasAskedFor) {
  transport.insert(cardOf("maria"));
  transport.addReader();
  CardService service(observed, "Simulated reader 1");
  std::optional<FailureCode> found;
  QObject::connect(&service, &CardService::inspected,
                   [&](const app::CardInspection& result) { found = result.failure; });
  service.startWatching();
  service.inspect();
  ASSERT_TRUE(eventually([&] { return found.has_value(); }));
  EXPECT_EQ(found, FailureCode::noCard);
  ASSERT_TRUE(eventually([&] { return service.readers().readers.size() == 1; }));
  EXPECT_EQ(service.readers().readers[0].name, "Simulated reader 1");
}

TEST_F(CardServiceTest, ACancelledCommandStopsAndTellsNothing) {
  transport.insert(cardOf("maria"));
  std::atomic<bool> begun = false;
  std::atomic<bool> goOn = false;
  std::atomic<int> commands = 0;
  observed.between = [&](auto) -> std::optional<std::vector<std::uint8_t>> {
    begun = true;
    while (!goOn) {
      std::this_thread::yield();
    }
    ++commands;
    return std::nullopt;
  };
  CardService service(observed);
  int told = 0;
  QObject::connect(&service, &CardService::inspected, [&] { ++told; });
  service.inspect();
  ASSERT_TRUE(eventually([&] { return begun.load(); }));
  service.cancelCommands();
  goOn = true;
  service.inspect();
  ASSERT_TRUE(eventually([&] { return told > 0; }));
  EXPECT_EQ(told, 1);
  EXPECT_EQ(commands, 1 + 6);
}

TEST_F(CardServiceTest, EndsWhileItWaitsAndWhileItWorks) {
  transport.insert(cardOf("maria"));
  {
    CardService waiting(observed);
    waiting.startWatching();
    ASSERT_TRUE(eventually([&] { return observed.waits > 0; }));
  }
  {
    CardService working(observed);
    working.inspect();
  }
  EXPECT_NO_THROW(transport.connect("Simulated reader 0"));  // nobody holds the card
}

TEST_F(CardServiceTest, SurvivesATransportThatCannotWait) {
  class Broken final : public card::CardTransport {
   public:
    card::ReaderSnapshot snapshot() override { return {.serviceRunning = true, .readers = {}}; }
    card::ReaderSnapshot waitForChange(const card::ReaderSnapshot&) override {
      throw card::TransportError(card::TransportFault::serviceIncompatible, "test");
    }
    void cancel() noexcept override {}
    std::unique_ptr<card::CardConnection> connect(const std::string&) override {
      throw card::TransportError(card::TransportFault::noReader, "test");
    }
  };
  Broken broken;
  CardService service(broken);
  int told = 0;
  QObject::connect(&service, &CardService::readersChanged, [&] { ++told; });
  service.startWatching();
  ASSERT_TRUE(eventually([&] { return told == 2; }));
  EXPECT_FALSE(service.readers().serviceRunning);
  EXPECT_EQ(service.readers().serviceFault, card::TransportFault::serviceIncompatible);
  service.startWatching();
  EXPECT_TRUE(eventually([&] { return told == 4; }));
}

TEST_F(CardServiceTest, TellsTheStateAnewAlthoughTheWaitFailsMeanwhile) {
  /// The first wait ends with a failure when it is cancelled.
  class Failing final : public card::CardTransport {
   public:
    explicit Failing(card::CardTransport& inner) : m_inner(inner) {}
    card::ReaderSnapshot snapshot() override { return m_inner.snapshot(); }
    card::ReaderSnapshot waitForChange(const card::ReaderSnapshot& known) override {
      const bool first = waits++ == 0;
      ObservedTransport::wakeEventLoop();
      m_cancelled.wait(false);
      m_cancelled = false;
      if (first) {
        throw card::TransportError(card::TransportFault::other, "test");
      }
      return known;
    }
    void cancel() noexcept override {
      m_cancelled = true;
      m_cancelled.notify_all();
    }
    std::unique_ptr<card::CardConnection> connect(const std::string& reader) override {
      return m_inner.connect(reader);
    }
    std::atomic<int> waits = 0;

   private:
    card::CardTransport& m_inner;
    std::atomic<bool> m_cancelled = false;
  };
  Failing failing(transport);
  CardService service(failing);
  int told = 0;
  QObject::connect(&service, &CardService::readersChanged, [&] { ++told; });
  service.startWatching();
  ASSERT_TRUE(eventually([&] { return failing.waits == 1; }));
  service.startWatching();
  ASSERT_TRUE(eventually([&] { return failing.waits == 2 && told == 3; }));
  EXPECT_EQ(service.readers(), transport.snapshot());
}

}  // namespace
}  // namespace madoguchi::test
