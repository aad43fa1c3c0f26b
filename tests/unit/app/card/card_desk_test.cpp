#include "app/card/card_desk.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/unit/app/flow_fixture.h"

namespace madoguchi::test {
namespace {

using app::CardDesk;
using app::FailureCode;

/// Looks at the card as one asker, who may no longer want to know.
class Looker {
 public:
  explicit Looker(CardDesk& desk) {
    m_pending = desk.inspect([this](const app::CardInspection& found) {
      ++answers;
      failure = found.failure;
    });
  }
  void callOff() { m_pending.drop(); }
  int answers = 0;
  FailureCode failure = FailureCode::none;

 private:
  app::Pending m_pending;
};

/// Watches the readers as one asker.
class Watcher {
 public:
  explicit Watcher(CardDesk& desk) {
    m_pending = desk.watch([this](const card::ReaderSnapshot& now) {
      ++told;
      readers = now;
    });
  }
  void callOff() { m_pending.drop(); }
  int told = 0;
  card::ReaderSnapshot readers;

 private:
  app::Pending m_pending;
};

class CardDeskTest : public ::testing::Test {
 protected:
  /// Keeps the card thread in the first command that it sends.
  void hold() {
    observed.between = [this](auto) -> std::optional<std::vector<std::uint8_t>> {
      held = true;
      letGo.wait(false);
      ++commands;
      return std::nullopt;
    };
  }
  void release() {
    letGo = true;
    letGo.notify_all();
  }

  std::atomic<bool> held = false;
  std::atomic<bool> letGo = false;
  std::atomic<int> commands = 0;
  simulated::InProcessTransport transport;
  ObservedTransport observed{transport};
};

TEST_F(CardDeskTest, TellsTheReadersAndEveryChange) {
  CardDesk desk(observed);
  const Watcher watcher(desk);
  ASSERT_TRUE(eventually([&] { return watcher.told == 1; }));
  EXPECT_EQ(watcher.readers, transport.snapshot());
  transport.insert(cardOf("maria"));
  ASSERT_TRUE(eventually([&] { return watcher.told >= 2; }));
  EXPECT_TRUE(watcher.readers.readers.at(0).cardPresent);
}

TEST_F(CardDeskTest, TellsEachWatcherAndNobodyWhoNoLongerWatches) {
  CardDesk desk(observed);
  Watcher first(desk);
  ASSERT_TRUE(eventually([&] { return first.told == 1 && observed.waiting; }));
  Watcher second(desk);
  ASSERT_TRUE(eventually([&] { return second.told == 1 && observed.waiting; }));
  EXPECT_EQ(first.told, 1);  // for whom nothing has changed
  first.callOff();
  transport.insert(cardOf("maria"));
  ASSERT_TRUE(eventually([&] { return second.told == 2; }));
  EXPECT_TRUE(second.readers.readers.at(0).cardPresent);
  EXPECT_EQ(first.told, 1);
  second.callOff();
  EXPECT_TRUE(eventually([&] { return !observed.waiting; }));
}

#ifndef MADOGUCHI_SANITIZES_THREAD  // whose own thread wakes up again and again

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

TEST_F(CardDeskTest, SleepsWhileNothingHappens) {
  transport.insert(cardOf("maria"));
  CardDesk desk(observed);
  const Watcher watcher(desk);
  const Looker looker(desk);
  ASSERT_TRUE(
      eventually([&] { return looker.answers > 0 && observed.waiting && otherThreadsSleep(); }));
  const int waits = observed.waits;
  const long sleeps = sleepsOfOtherThreads();
  std::this_thread::sleep_for(std::chrono::seconds(2));
  EXPECT_EQ(sleepsOfOtherThreads(), sleeps);
  EXPECT_EQ(observed.waits, waits);
}

#endif

TEST_F(CardDeskTest, LetsAQuestionInWhileItWaits) {
  transport.insert(cardOf("maria"));
  CardDesk desk(observed);
  const Watcher watcher(desk);
  for (int i = 1; i <= 20; ++i) {
    const Looker looker(desk);
    ASSERT_TRUE(eventually([&] { return looker.answers == 1; }));
    EXPECT_EQ(looker.failure, FailureCode::none);
  }
  EXPECT_EQ(desk.apdus().count, 20U * 6U);
}

TEST_F(CardDeskTest, LooksOnlyIntoTheReaderThatWasAskedFor) {
  transport.insert(cardOf("maria"));
  transport.addReader();
  CardDesk desk(observed, "Simulated reader 1");
  const Watcher watcher(desk);
  const Looker looker(desk);
  ASSERT_TRUE(eventually([&] { return looker.answers > 0; }));
  EXPECT_EQ(looker.failure, FailureCode::noCard);
  ASSERT_TRUE(eventually([&] { return watcher.readers.readers.size() == 1; }));
  EXPECT_EQ(watcher.readers.readers[0].name, "Simulated reader 1");
}

TEST_F(CardDeskTest, WhatIsCalledOffStopsAndTellsNothing) {
  transport.insert(cardOf("maria"));
  hold();
  CardDesk desk(observed);
  Looker first(desk);
  ASSERT_TRUE(eventually([&] { return held.load(); }));
  first.callOff();
  release();
  const Looker second(desk);
  ASSERT_TRUE(eventually([&] { return second.answers > 0; }));
  EXPECT_EQ(first.answers, 0);
  EXPECT_EQ(second.answers, 1);
  EXPECT_EQ(commands, 1 + 6);
}

TEST_F(CardDeskTest, TwoWhoAskAtOnceNeverCallOffEachOther) {
  transport.insert(cardOf("maria"));
  hold();
  CardDesk desk(observed);
  const Looker running(desk);
  ASSERT_TRUE(eventually([&] { return held.load(); }));
  Looker waiting(desk);
  const Looker last(desk);
  waiting.callOff();
  release();
  ASSERT_TRUE(eventually([&] { return running.answers > 0 && last.answers > 0; }));
  EXPECT_EQ(running.failure, FailureCode::none);
  EXPECT_EQ(last.failure, FailureCode::none);
  EXPECT_EQ(running.answers, 1);
  EXPECT_EQ(waiting.answers, 0);
  EXPECT_EQ(commands, 2 * 6);
}

TEST_F(CardDeskTest, CallingOffWhatRunsLeavesTheSecretsOfTheNextAlone) {
  const auto simulatedCard = cardOf("maria");
  transport.insert(simulatedCard);
  CardDesk desk(observed);
  const Watcher watcher(desk);
  ASSERT_TRUE(eventually([&] { return watcher.told > 0; }));
  hold();
  Looker looker(desk);
  ASSERT_TRUE(eventually([&] { return held.load(); }));
  app::CardWork what;
  what.stay = {watcher.readers.readers.at(0).name, watcher.readers.readers.at(0).eventCount};
  what.secrets.password = secret("MADO1234");
  std::optional<app::CardWorkDone> done;
  const app::Pending work =
      desk.work(std::move(what), [&](const app::CardWorkDone& result) { done = result; });
  looker.callOff();
  release();
  ASSERT_TRUE(eventually([&] { return done.has_value(); }));
  EXPECT_EQ(done->failure, FailureCode::none);
  ASSERT_TRUE(done->password);
  EXPECT_EQ(done->password->status, card::VerifyStatus::verified);
  EXPECT_EQ(simulatedCard->verifications(), 1U);
  EXPECT_EQ(looker.answers, 0);
}

TEST_F(CardDeskTest, AServiceThatHangsIsToldToEachWhoWaitsOnce) {
  transport.insert(cardOf("maria"));
  CardDesk desk(observed);
  desk.setPatience(std::chrono::minutes(10));
  const Watcher watcher(desk);
  ASSERT_TRUE(eventually([&] { return watcher.told == 1; }));
  hold();
  const Looker running(desk);
  ASSERT_TRUE(eventually([&] { return held.load(); }));
  const Looker waiting(desk);
  desk.setPatience(std::chrono::milliseconds(1));
  ASSERT_TRUE(eventually([&] { return running.answers == 1 && waiting.answers == 1; }));
  EXPECT_EQ(running.failure, FailureCode::serviceHangs);
  EXPECT_EQ(waiting.failure, FailureCode::serviceHangs);
  EXPECT_EQ(watcher.readers.serviceFault, card::TransportFault::serviceHangs);
  desk.setPatience(std::chrono::minutes(10));
  release();
  ASSERT_TRUE(eventually([&] { return watcher.readers == transport.snapshot(); }));
  const Looker afterwards(desk);
  ASSERT_TRUE(eventually([&] { return afterwards.answers == 1; }));
  EXPECT_EQ(afterwards.failure, FailureCode::none);
  EXPECT_EQ(running.answers, 1);
  EXPECT_EQ(waiting.answers, 1);
}

// Behind a card that answers 6300 alone, its count is read.
TEST_F(CardDeskTest, AServiceThatHangsBehindAWrongSecretDoesNotHideTheTry) {
  const auto failureOf = [this](const char* password) {
    transport.insert(cardOf("maria"));
    CardDesk desk(observed);
    desk.setPatience(std::chrono::minutes(10));
    const Watcher watcher(desk);
    EXPECT_TRUE(eventually([&] { return watcher.told > 0; }));
    held = false;
    letGo = false;
    std::atomic<bool> verified = false;
    observed.altered = [&](auto command, auto& answer) {
      if (isVerify(command)) {
        verified = true;
        if (answer.front() != 0x90) answer = {0x63, 0x00};
      }
    };
    observed.between = [&](auto) -> std::optional<std::vector<std::uint8_t>> {
      if (verified) {
        held = true;
        letGo.wait(false);
      }
      return std::nullopt;
    };
    app::CardWork what;
    what.stay = {watcher.readers.readers.at(0).name, watcher.readers.readers.at(0).eventCount};
    what.secrets.password = secret(password);
    what.readSigningCertificate = true;
    std::optional<app::CardWorkDone> done;
    const app::Pending work =
        desk.work(std::move(what), [&](const app::CardWorkDone& result) { done = result; });
    EXPECT_TRUE(eventually([&] { return held.load(); }));
    desk.setPatience(std::chrono::milliseconds(1));
    EXPECT_TRUE(eventually([&] { return done.has_value(); }));
    release();
    EXPECT_TRUE(desk.end(std::chrono::minutes(1)));
    return done.value_or(app::CardWorkDone()).failure;
  };
  EXPECT_EQ(failureOf("WRONG123"), FailureCode::verifyInterrupted);
  EXPECT_EQ(failureOf("MADO1234"), FailureCode::serviceHangs) << "right: no try was used";
}

TEST_F(CardDeskTest, EndsWhileItWaitsAndWhileItWorks) {
  transport.insert(cardOf("maria"));
  {
    CardDesk waiting(observed);
    const Watcher watcher(waiting);
    ASSERT_TRUE(eventually([&] { return observed.waits > 0; }));
  }
  {
    CardDesk working(observed);
    const Looker looker(working);
  }
  EXPECT_NO_THROW(transport.connect("Simulated reader 0"));  // nobody holds the card
}

TEST_F(CardDeskTest, AnswersNobodyAfterItsEnd) {
  transport.insert(cardOf("maria"));
  hold();
  CardDesk desk(observed);
  const Looker running(desk);
  const Looker waiting(desk);
  ASSERT_TRUE(eventually([&] { return held.load(); }));
  EXPECT_FALSE(desk.end(std::chrono::milliseconds(1)));
  release();
  EXPECT_TRUE(desk.end(std::chrono::minutes(1)));
  QCoreApplication::processEvents();
  EXPECT_EQ(running.answers + waiting.answers, 0);
}

TEST_F(CardDeskTest, SurvivesATransportThatCannotWait) {
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
  CardDesk desk(broken);
  Watcher first(desk);
  ASSERT_TRUE(eventually([&] { return first.told == 2; }));
  EXPECT_FALSE(first.readers.serviceRunning);
  EXPECT_EQ(first.readers.serviceFault, card::TransportFault::serviceIncompatible);
  first.callOff();
  const Watcher second(desk);
  EXPECT_TRUE(eventually([&] { return second.told == 2; }));
}

TEST_F(CardDeskTest, TellsTheStateAnewAlthoughTheWaitFailsMeanwhile) {
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
  CardDesk desk(failing);
  const Watcher first(desk);
  ASSERT_TRUE(eventually([&] { return failing.waits == 1; }));
  const Watcher second(desk);
  ASSERT_TRUE(
      eventually([&] { return failing.waits == 2 && first.told == 3 && second.told == 1; }));
  EXPECT_EQ(first.readers, transport.snapshot());
  EXPECT_EQ(second.readers, transport.snapshot());
}

}  // namespace
}  // namespace madoguchi::test
