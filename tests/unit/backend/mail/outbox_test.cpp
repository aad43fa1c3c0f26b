#include "backend/mail/outbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "backend/mail/bounce.h"
#include "backend/mail/mail_desk.h"
#include "backend/storage/storage.h"
#include "tests/support/test_database.h"

namespace madoguchi::backend {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::Field;

constexpr Seconds kNow{seconds(1'795'000'000)};

NewMail toMaria() {
  return {.kind = "authenticationId",
          .recipient = "maria.santos@mail.example",
          .language = "en",
          .values = {{"authenticationId", "wkpnd31487"}}};
}

class OutboxTest : public testing::Test {
 protected:
  template <typename Work>
  auto write(Work work) {
    return m_storage.write(deadlineIn(minutes(1)), work);
  }
  void add(const NewMail& mail, Seconds now = kNow) {
    write([&](Transaction& transaction) { addMail(transaction, mail, now); });
  }
  std::vector<OutgoingMail> takeSome(int most, Seconds now) {
    return write([&](Transaction& transaction) { return takeDueMails(transaction, most, now); });
  }
  std::optional<OutgoingMail> take(Seconds now) {
    auto mails = takeSome(1, now);
    return mails.empty() ? std::nullopt : std::optional(std::move(mails.front()));
  }
  int sendAll(Seconds now) {
    int count = 0;
    while (const auto mail = take(now)) {
      write([&](Transaction& transaction) { markSent(transaction, *mail); });
      ++count;
    }
    return count;
  }
  std::vector<UnsentMail> unsent() { return write(unsentMails); }
  [[nodiscard]] std::string count(const std::string& state) const {
    return m_database.query("SELECT COUNT(*) FROM outbox WHERE state = '" + state + "'");
  }

  test::TestDatabase m_database;
  Storage m_storage = m_database.storage();
};

TEST_F(OutboxTest, GivesAMailBackAsItWasWritten) {
  NewMail mail = toMaria();
  mail.recipient = "a..b@docomo.example";
  mail.uselessAfter = kNow + hours(1);
  add(mail);
  const auto taken = take(kNow);
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->kind, "authenticationId");
  EXPECT_EQ(taken->recipient, "a..b@docomo.example");
  EXPECT_EQ(taken->language, "en");
  EXPECT_EQ(taken->values, mail.values);
  EXPECT_EQ(taken->createdAt, kNow);
  EXPECT_EQ(taken->uselessAfter, mail.uselessAfter);
  EXPECT_EQ(taken->attempts, 1);
}

TEST_F(OutboxTest, RefusesValuesThatAreNotThoseOfTheTemplate) {
  NewMail more = toMaria();
  more.values["link"] = "https://service.example";
  NewMail fewer = toMaria();
  fewer.values.clear();
  NewMail unknown = toMaria();
  unknown.kind = "nothing";
  for (const NewMail& wrong : {more, fewer, unknown}) {
    EXPECT_THROW(add(wrong), std::invalid_argument);
  }
  EXPECT_EQ(count("waiting"), "0");
}

TEST_F(OutboxTest, LendsAMailToOneSenderUntilTheLeaseEnds) {
  add(toMaria());
  const auto first = take(kNow);
  ASSERT_TRUE(first);
  EXPECT_FALSE(take(kNow + kMailLease - seconds(1)));
  const auto second = take(kNow + kMailLease);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->attempts, 2);
  // Whoever comes late neither postpones nor closes what another one has taken since.
  write([&](Transaction& transaction) {
    postponeMail(transaction, *first, kNow, "late");
    closeMail(transaction, *first, MailState::failed, "late");
  });
  EXPECT_FALSE(take(kNow + kMailLease));
  EXPECT_EQ(count("waiting"), "1");
  // But what it has sent is sent.
  write([&](Transaction& transaction) { markSent(transaction, *first); });
  EXPECT_FALSE(take(kNow + days(1)));
  EXPECT_EQ(count("sent"), "1");
}

TEST_F(OutboxTest, LendsSeveralAtOnceAndTakesThemBack) {
  for (int i = 0; i < 5; ++i) {
    add(toMaria(), kNow + seconds(i));
  }
  const auto mails = takeSome(3, kNow + seconds(9));
  ASSERT_EQ(mails.size(), 3U);
  EXPECT_EQ(mails.front().createdAt, kNow);
  EXPECT_EQ(takeSome(9, kNow + seconds(9)).size(), 2U);
  write([&](Transaction& transaction) { giveBackMail(transaction, mails[1], kNow); });
  const auto again = takeSome(9, kNow + seconds(9));
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again.front().id, mails[1].id);
  EXPECT_EQ(again.front().attempts, 1);
  // Whoever comes late gives nothing back that another one has taken since.
  const Seconds later = kNow + seconds(9) + kMailLease;
  EXPECT_EQ(takeSome(9, later).size(), 5U);
  write([&](Transaction& transaction) { giveBackMail(transaction, again.front(), kNow); });
  EXPECT_EQ(takeSome(9, later).size(), 0U);
}

TEST_F(OutboxTest, ForgetsWhoseASentMailWas) {
  add(toMaria());
  const auto mail = take(kNow);
  write([&](Transaction& transaction) { markSent(transaction, *mail); });
  EXPECT_EQ(m_database.query("SELECT recipient || template_values FROM outbox"), "{}");
}

TEST_F(OutboxTest, AnAddressIsBadWhenItsLastMailCameBack) {
  const auto bad = [this](const std::string& address) {
    return write([&](Transaction& transaction) { return comesBack(transaction, address); });
  };
  const auto back = [this](const std::string& id) {
    return write([&](Transaction& transaction) { return noteBounce(transaction, id, "5.1.1"); });
  };
  NewMail mail = toMaria();
  add(mail);
  const auto first = take(kNow);
  EXPECT_EQ(back(first->id), BounceNote::tooSoon);
  write([&](Transaction& transaction) { markSent(transaction, *first); });
  EXPECT_FALSE(bad(mail.recipient));
  EXPECT_EQ(back(first->id), BounceNote::noted);
  EXPECT_EQ(m_database.query("SELECT failure FROM outbox"), "came back: 5.1.1");
  EXPECT_TRUE(bad(mail.recipient));
  EXPECT_FALSE(bad("mariasantos@mail.example")) << "one mailbox for some providers only";
  // One that arrives is not taken for the one before.
  write([&](Transaction& transaction) { addMail(transaction, mail, kNow + seconds(60)); });
  const auto second = take(kNow + seconds(60));
  write([&](Transaction& transaction) { markSent(transaction, *second); });
  EXPECT_FALSE(bad(mail.recipient));
  EXPECT_EQ(back("unknown"), BounceNote::unknown);
}

TEST_F(OutboxTest, TellsWhenTheNextMailIsDue) {
  const auto next = [this] { return write(nextDueMail); };
  EXPECT_EQ(next(), std::nullopt);
  add(toMaria());
  EXPECT_EQ(next(), kNow);
  const auto mail = take(kNow);
  write([&](Transaction& transaction) {
    postponeMail(transaction, *mail, kNow + minutes(5), "busy");
  });
  EXPECT_EQ(next(), kNow + minutes(5));
  EXPECT_FALSE(take(kNow + minutes(5) - seconds(1)));
  EXPECT_TRUE(take(kNow + minutes(5)));
}

TEST_F(OutboxTest, AClockThatWasSetBackKeepsNoMailWaiting) {
  add(toMaria());
  const auto mail = take(kNow);
  write([&](Transaction& transaction) {
    postponeMail(transaction, *mail, kNow + kLongestPause, "busy");
  });
  for (const seconds back : {seconds(hours(1)), seconds(days(1)), seconds(days(400))}) {
    const Seconds corrected = kNow - back;
    const auto taken = take(corrected);
    ASSERT_TRUE(taken) << back.count();
    EXPECT_FALSE(take(corrected)) << "it is lent";
    write([&](Transaction& transaction) {
      postponeMail(transaction, *taken, kNow + kLongestPause, "busy");
    });
  }
}

TEST_F(OutboxTest, AMailboxGetsSoManyADayOfWhatAnybodyCanCause) {
  for (int i = 0; i < kMostADay + 2; ++i) {
    add(toMaria(), kNow + minutes(i));
  }
  add({.kind = "authenticationId",
       .recipient = "li.ming@mail.example",
       .language = "ja",
       .values = {{"authenticationId", "bcdfg01234"}}});
  EXPECT_EQ(sendAll(kNow + hours(3)), kMostADay + 1) << "the others' are not counted";
  EXPECT_EQ(write(nextDueMail), kNow + days(1));
  EXPECT_EQ(sendAll(kNow + days(1) - seconds(1)), 0);
  EXPECT_EQ(sendAll(kNow + days(1)), 1);
  EXPECT_EQ(sendAll(kNow + days(1) + minutes(1)), 1);
}

TEST_F(OutboxTest, AFloodIsHeldBack) {
  for (int i = 0; i < 100; ++i) {
    add(toMaria());
  }
  EXPECT_EQ(count("waiting"), std::to_string(kMostADay * (1 + kLongestTurn / days(1))));
  EXPECT_EQ(sendAll(kNow), kMostADay);
  EXPECT_EQ(sendAll(kNow + kLongestTurn), kMostADay * (kLongestTurn / days(1)));
  EXPECT_THAT(unsent(), testing::Each(Field(&UnsentMail::state, "held")));
}

TEST_F(OutboxTest, SpellingsOfOneMailboxAreCountedTogether) {
  for (int i = 0; i < kMostADay; ++i) {
    NewMail mail = toMaria();
    mail.recipient = (i % 2 == 0 ? "Maria.Santos+" : "mariasantos+") + std::to_string(i) +
                     (i % 3 == 0 ? "@Mail.Example" : "@mail.example");
    add(mail);
  }
  add(toMaria());
  EXPECT_EQ(sendAll(kNow), kMostADay);
}

TEST_F(OutboxTest, WhoHasProvedWhoTheyAreIsNotLimited) {
  for (int i = 0; i < kMostADay + 1; ++i) {
    add(toMaria());
  }
  NewMail proven = toMaria();
  proven.cause = MailCause::provenPerson;
  add(proven);
  EXPECT_EQ(sendAll(kNow), kMostADay + 1);
}

TEST_F(OutboxTest, AMailThatWouldBeUselessAtItsTurnIsHeldBack) {
  NewMail mail = toMaria();
  mail.uselessAfter = kNow + hours(1);
  for (int i = 0; i < kMostADay + 1; ++i) {
    add(mail);
  }
  EXPECT_THAT(unsent(), ElementsAre(Field(&UnsentMail::state, "held")));
}

TEST_F(OutboxTest, ATurnThatAWrongClockGaveIsNotWaitedFor) {
  const Seconds wrong = kNow + days(400);
  for (int i = 0; i < kMostADay + 1; ++i) {
    add(toMaria(), wrong);
  }
  EXPECT_EQ(sendAll(kNow), kMostADay + 1);
  add(toMaria());
  EXPECT_EQ(sendAll(kNow), 1) << "nor does it count";
}

TEST_F(OutboxTest, TheOwnerOfAMailboxCanHaveThemStopped) {
  add(toMaria());
  write(
      [](Transaction& transaction) { stopMails(transaction, "Maria.Santos@mail.example", kNow); });
  write(
      [](Transaction& transaction) { stopMails(transaction, "maria.santos@mail.example", kNow); });
  add(toMaria());
  NewMail proven = toMaria();
  proven.cause = MailCause::provenPerson;
  add(proven);
  EXPECT_EQ(sendAll(kNow), 1);
  EXPECT_THAT(unsent(), testing::SizeIs(2));
  EXPECT_THAT(unsent(), testing::Each(Field(&UnsentMail::failure, kStoppedByOwner)));
  write([](Transaction& transaction) { allowMails(transaction, "maria.santos@mail.example"); });
  add(toMaria());
  EXPECT_EQ(sendAll(kNow), 1);
}

TEST_F(OutboxTest, AnOperatorSeesWhatDidNotLeaveAndLetsItWaitAgain) {
  add(toMaria());
  const auto mail = take(kNow);
  EXPECT_THAT(unsent(), testing::IsEmpty());
  write([&](Transaction& transaction) {
    closeMail(transaction, *mail, MailState::refused, "550 to RCPT");
  });
  ASSERT_THAT(unsent(), testing::SizeIs(1));
  const UnsentMail seen = unsent().front();
  EXPECT_EQ(seen.kind, "authenticationId");
  EXPECT_EQ(seen.state, "refused");
  EXPECT_EQ(seen.createdAt, kNow);
  EXPECT_EQ(seen.attempts, 1);
  EXPECT_EQ(seen.failure, "550 to RCPT");
  EXPECT_EQ(seen.recipientDomain, "mail.example");
  const auto again = [&](const std::string& id) {
    return write(
        [&](Transaction& transaction) { return sendAgain(transaction, id, kNow + days(9)); });
  };
  EXPECT_FALSE(again("unknown"));
  EXPECT_TRUE(again(seen.id));
  EXPECT_FALSE(again(seen.id)) << "it waits already";
  const auto second = take(kNow + days(9));
  ASSERT_TRUE(second);
  EXPECT_EQ(second->attempts, 1);
  EXPECT_EQ(second->values, toMaria().values);
  write([&](Transaction& transaction) { markSent(transaction, *second); });
  EXPECT_FALSE(again(seen.id)) << "it is sent";
}

TEST_F(OutboxTest, AMailWhoseLinkHasEndedIsNotSentAgain) {
  NewMail mail = toMaria();
  mail.uselessAfter = kNow + days(1);
  add(mail);
  const auto taken = take(kNow);
  write([&](Transaction& transaction) {
    closeMail(transaction, *taken, MailState::failed, "421 to MAIL");
  });
  const std::string id = unsent().front().id;
  const auto again = [&](Seconds when) {
    return write([&](Transaction& transaction) { return sendAgain(transaction, id, when); });
  };
  EXPECT_FALSE(again(kNow + days(2))) << "send-link makes another one";
  EXPECT_TRUE(again(kNow + days(1)));
}

}  // namespace
}  // namespace madoguchi::backend
