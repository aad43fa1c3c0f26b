#include "backend/mail/mail_sender.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <barrier>
#include <fstream>
#include <functional>
#include <future>
#include <sstream>
#include <system_error>

#include "backend/core/structured_log.h"
#include "backend/mail/mail_desk.h"
#include "tests/support/test_database.h"

namespace madoguchi::backend {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::HasSubstr;
using testing::Not;
using Result = Delivery::Result;

struct Delivered {
  std::string to;
  std::string message;
};

/// Does with each mail what the test says, and keeps it.
class Transports {
 public:
  using Act = std::function<Delivery(const Envelope&, const std::stop_token&)>;

  std::unique_ptr<MailTransport> make(Act act) {
    return std::make_unique<Transport>(*this, std::move(act));
  }
  void waitFor(std::size_t count) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_delivered.size() >= count; });
  }
  std::vector<Delivered> delivered() {
    const std::lock_guard lock(m_mutex);
    return m_delivered;
  }

 private:
  class Transport final : public MailTransport {
   public:
    Transport(Transports& owner, Act act) : m_owner(owner), m_act(std::move(act)) {}
    Delivery deliver(const Envelope& envelope, const std::string& message,
                     const std::stop_token& stop) override {
      {
        const std::lock_guard lock(m_owner.m_mutex);
        m_owner.m_delivered.push_back({envelope.to, message});
        m_owner.m_changed.notify_all();
      }
      return m_act(envelope, stop);
    }

   private:
    Transports& m_owner;
    Act m_act;
  };

  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::vector<Delivered> m_delivered;
};

Transports::Act always(const Delivery& delivery) {
  return [delivery](const Envelope&, const std::stop_token&) { return delivery; };
}

class MailSenderTest : public testing::Test {
 protected:
  void add(const std::string& recipient = "maria.santos@mail.example",
           std::optional<Seconds> uselessAfter = {}) {
    m_storage.write(deadlineIn(minutes(1)), [&](Transaction& transaction) {
      addMail(transaction,
              {.kind = "authenticationId",
               .recipient = recipient,
               .language = "en",
               .values = {{"authenticationId", "wkpnd31487"}},
               .uselessAfter = uselessAfter},
              now());
    });
  }
  std::unique_ptr<MailSender> sender(Transports::Act act,
                                     std::chrono::milliseconds grace = hours(1), int atOnce = 1) {
    return std::make_unique<MailSender>(
        m_storage, m_transports.make(std::move(act)),
        MailSender::Sender{"no-reply@madoguchi.example", "050-0000-0000", {}, atOnce}, m_log,
        grace);
  }
  /// Until so many were tried; what became of them is written when this returns.
  void run(const Transports::Act& act, std::size_t count) {
    const auto running = sender(act);
    m_transports.waitFor(count);
  }
  [[nodiscard]] std::string count(const std::string& state) const {
    return m_database.query("SELECT COUNT(*) FROM outbox WHERE state = '" + state + "'");
  }
  [[nodiscard]] std::string log() const {
    std::ostringstream text;
    text << std::ifstream(m_folder.path() / "log").rdbuf();
    return text.str();
  }

  test::TemporaryFolder m_folder;
  test::TestDatabase m_database;
  Storage m_storage = m_database.storage();
  StructuredLog m_log{(m_folder.path() / "log").string()};
  Transports m_transports;
};

TEST_F(MailSenderTest, SendsWhatTheRowSaysInItsKindAndLanguage) {
  add("a..b@docomo.example");
  run(always({}), 1);
  ASSERT_EQ(count("sent"), "1");
  const Delivered mail = m_transports.delivered().front();
  EXPECT_EQ(mail.to, "a..b@docomo.example");
  EXPECT_THAT(mail.message, HasSubstr("To: \"a..b\"@docomo.example\r\n"));
  EXPECT_THAT(mail.message, HasSubstr("Content-Language: en\r\n"));
  EXPECT_THAT(mail.message, testing::ContainsRegex(
                                "Message-ID: <authenticationId\\.[0-9a-f]+@madoguchi\\.example>"));
}

TEST_F(MailSenderTest, WhatWasRefusedIsNotTriedAgainAndLogged) {
  add();
  run(always({Result::refused, "550 to RCPT"}), 1);
  EXPECT_EQ(count("refused"), "1");
  EXPECT_EQ(m_database.query("SELECT failure FROM outbox"), "550 to RCPT");
  EXPECT_THAT(log(), HasSubstr("\"event\":\"mailRefused\""));
  EXPECT_THAT(log(), HasSubstr("550 to RCPT"));
  EXPECT_THAT(log(), Not(HasSubstr("mail.example")));
}

TEST_F(MailSenderTest, AnOperatorHasItSentAgain) {
  add();
  run(always({Result::refused, "550 to RCPT"}), 1);
  const std::string id = m_database.query("SELECT id FROM outbox");
  m_storage.write(deadlineIn(minutes(1)), [&](Transaction& transaction) {
    EXPECT_TRUE(sendAgain(transaction, id, now()));
  });
  run(always({}), 2);
  EXPECT_EQ(count("sent"), "1");
}

TEST_F(MailSenderTest, WhatMayPassIsTriedAgain) {
  for (const Delivery& delivery : {Delivery{Result::postponed, "451 to RCPT"},
                                   Delivery{Result::misconfigured, "535 to AUTH"}}) {
    add();
    run(always(delivery), m_transports.delivered().size() + 1);
    EXPECT_EQ(m_database.query("SELECT failure FROM outbox WHERE next_attempt_at > created_at AND"
                               " state = 'waiting'"),
              delivery.reason);
    m_database.execute("DELETE FROM outbox;\n");
  }
  add();
  run(
      [](const Envelope&, const std::stop_token&) -> Delivery {
        throw std::system_error(ENOSPC, std::generic_category());
      },
      3);
  EXPECT_EQ(count("waiting"), "1");
  EXPECT_THAT(log(), HasSubstr("\"event\":\"mailServerRefusesService\""));
  EXPECT_THAT(log(), HasSubstr("No space left"));
}

TEST_F(MailSenderTest, IsGivenUpAfterDaysAndAttempts) {
  const Seconds start{seconds(1'795'000'000)};
  const auto tried = [&](int attempts, seconds ago) {
    OutgoingMail mail;
    mail.plannedAt = start;
    mail.attempts = attempts;
    return isTriedLongEnough(mail, start + ago);
  };
  EXPECT_FALSE(tried(2, days(6))) << "the service stood still for days";
  EXPECT_FALSE(tried(2, days(4000))) << "the clock was set";
  EXPECT_FALSE(tried(480, days(4)));
  EXPECT_TRUE(tried(480, days(5)));

  add();
  m_database.execute("UPDATE outbox SET attempts = 480, created_at = 0, planned_at = 0;\n");
  run(always({Result::postponed, "451 to RCPT"}), 1);
  EXPECT_EQ(count("failed"), "1");
  EXPECT_THAT(log(), HasSubstr("\"event\":\"mailGivenUp\""));
}

TEST_F(MailSenderTest, PausesLongerEachTimeUpToALimit) {
  EXPECT_EQ(backOff(1), seconds(2));
  EXPECT_EQ(backOff(2), seconds(4));
  EXPECT_EQ(backOff(9), seconds(512));
  EXPECT_EQ(backOff(10), kLongestPause);
  EXPECT_EQ(backOff(100'000), kLongestPause);
}

TEST_F(MailSenderTest, WhatCannotBeSentKeepsNothingElse) {
  add("broken\r\nBcc: other@mail.example");
  add("late@mail.example", now() - hours(1));
  m_database.execute("UPDATE outbox SET next_attempt_at = 0;\n");
  add("good@mail.example");  // so the last of them
  run(always({}), 1);
  ASSERT_EQ(m_transports.delivered().size(), 1U);
  EXPECT_EQ(m_transports.delivered().front().to, "good@mail.example");
  EXPECT_EQ(count("waiting"), "1") << "a newer version may be able to write it";
  EXPECT_THAT(log(), HasSubstr("mailUnwritable"));
  EXPECT_EQ(count("useless"), "1");
  EXPECT_EQ(count("sent"), "1");
}

/// Ends when it is told to, and says so.
Delivery hang(const Envelope&, const std::stop_token& stop) {
  std::mutex mutex;
  std::unique_lock lock(mutex);
  std::condition_variable_any().wait(lock, stop, [] { return false; });
  return {Result::stopped, "stopped"};
}

TEST_F(MailSenderTest, StopsAMailThatHangsAndSendsItAtTheNextStart) {
  add();
  {
    const auto hanging = sender(hang, std::chrono::milliseconds(1));
    m_transports.waitFor(1);
  }
  EXPECT_EQ(count("waiting"), "1");
  run(always({}), 2);  // without waiting for the end of a lease
  EXPECT_EQ(count("sent"), "1");
}

TEST_F(MailSenderTest, GivesBackWhatItHasNotBegunWhenItStops) {
  add("first@mail.example");
  add("second@mail.example");
  {
    const auto stopped = sender(hang, std::chrono::milliseconds(1));
    m_transports.waitFor(1);
  }
  EXPECT_EQ(count("waiting"), "2");
  EXPECT_EQ(m_database.query(
                "SELECT MAX(attempts) + MIN(attempts) FROM outbox WHERE next_attempt_at <= " +
                std::to_string(now().time_since_epoch().count())),
            "1");
  run(always({}), 3);
  EXPECT_EQ(count("sent"), "2");
}

TEST_F(MailSenderTest, LetsAMailThatIsBeingSentFinishWhenItStops) {
  add();
  std::promise<void> finish;
  auto running = sender([&finish](const Envelope&, const std::stop_token& stop) -> Delivery {
    finish.get_future().wait();
    return stop.stop_requested() ? Delivery{Result::stopped, "stopped"} : Delivery{};
  });
  m_transports.waitFor(1);
  std::jthread stopping([&running] { running.reset(); });
  finish.set_value();
  stopping.join();
  EXPECT_EQ(count("sent"), "1");
}

TEST_F(MailSenderTest, SeveralOverOneDatabaseSendEachMailOnce) {
  constexpr int kMails = 12;
  for (int i = 0; i < kMails; ++i) {
    add("person" + std::to_string(i) + "@mail.example");
  }
  {
    const auto first = sender(always({}));
    const auto second = sender(always({}));
    m_transports.waitFor(kMails);
  }
  std::vector<std::string> recipients;
  for (const Delivered& mail : m_transports.delivered()) {
    recipients.push_back(mail.to);
  }
  std::ranges::sort(recipients);
  EXPECT_EQ(recipients.size(), static_cast<std::size_t>(kMails));
  EXPECT_EQ(std::ranges::adjacent_find(recipients), recipients.end());
  EXPECT_EQ(count("sent"), std::to_string(kMails));
}

TEST_F(MailSenderTest, SeveralLeaveAtTheSameTime) {
  constexpr int kAtOnce = 3;
  std::barrier together(kAtOnce);  // none returns before all are on their way
  for (int i = 0; i < 2 * kAtOnce; ++i) {
    add("person" + std::to_string(i) + "@mail.example");
  }
  {
    const auto running = sender(
        [&together](const Envelope&, const std::stop_token&) {
          together.arrive_and_wait();
          return Delivery{};
        },
        hours(1), kAtOnce);
    m_transports.waitFor(2 * kAtOnce);
  }
  EXPECT_EQ(count("sent"), std::to_string(2 * kAtOnce));
}

TEST_F(MailSenderTest, IsWokenByANewMail) {
  const auto running = sender(always({}));
  add();
  running->wake();
  m_transports.waitFor(1);
}

}  // namespace
}  // namespace madoguchi::backend
