#include "backend/rooms/password/password_service.h"

#include <gmock/gmock.h>

#include <thread>

#include "backend/accounts/email_change_store.h"
#include "backend/accounts/login_store.h"
#include "tests/unit/backend/rooms/password/password_fixture.h"

namespace madoguchi::backend {
namespace {

using protocol::FieldError;
using protocol::Reason;
using protocol::Refusal;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;

using PasswordServiceTest = PasswordFixture;
using ForgottenPassword = WithPassword;

TEST_F(PasswordServiceTest, TheLinkOfTheMailSetsThePasswordAndASecondMailTellsTheId) {
  const std::string token = newestToken();
  const auto link = m_service.look(token, soon());
  EXPECT_EQ(link.state, LinkState::good);
  EXPECT_EQ(link.language, "en");
  EXPECT_EQ(m_database.query("SELECT useless_after FROM outbox"),
            std::to_string((m_now + hours(24)).time_since_epoch().count()));
  EXPECT_TRUE(isStored(m_service.choose(choice(token), soon())));
  EXPECT_TRUE(isPassword(kPassword));
  EXPECT_EQ(m_database.query("SELECT password_set_at FROM accounts"),
            std::to_string(m_now.time_since_epoch().count()));
  EXPECT_EQ(m_database.query("SELECT template_values FROM outbox WHERE kind = 'authenticationId'"),
            R"({"authenticationId":")" + kId + "\"}");
}

// Whoever was in with the old one may have given an address of theirs.
TEST_F(PasswordServiceTest, APasswordByLinkEndsANewAddressThatWaits) {
  write([&](Transaction& transaction) {
    addEmailChange(
        transaction,
        {.accountId = m_account, .email = "theirs@mail.example", .expiresAt = m_now + hours(1)},
        m_now);
  });
  m_service.choose(choice(newestToken()), soon());
  EXPECT_FALSE(write(
      [&](Transaction& transaction) { return waitingEmailChange(transaction, m_account, m_now); }));
}

TEST_F(PasswordServiceTest, NeitherTheTokenNorThePasswordStandsInTheDatabase) {
  const std::string token = newestToken();
  m_service.choose(choice(token), soon());
  EXPECT_EQ(count("links WHERE hash = '" + token + "'"), "0");
  EXPECT_EQ(count("accounts WHERE password_hash LIKE '%" + kPassword + "%'"), "0");
  EXPECT_EQ(count("outbox WHERE template_values LIKE '%" + token + "%'"), "0")
      << "the mail is withdrawn: its link is used";
}

TEST_F(PasswordServiceTest, LookingChangesNothing) {
  const std::string token = newestToken();
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(m_service.look(token, soon()).state, LinkState::good);
  }
}

TEST_F(PasswordServiceTest, OfTwoBrowsersTheSecondIsTold) {
  const std::string token = newestToken();
  EXPECT_TRUE(isStored(m_service.choose(choice(token), soon())));
  PasswordService::Choice second = choice(token, "second");
  second.password = second.confirmation = "CD67890!";
  EXPECT_EQ(reasonOf(m_service.choose(second, soon())), Reason::linkUsed);
  EXPECT_TRUE(isPassword(kPassword));
  EXPECT_EQ(m_service.look(token, soon()).state, LinkState::used);
}

TEST_F(PasswordServiceTest, AtOnceOneOfThemSetsIt) {
  const std::string token = newestToken();
  std::vector<Outcome> outcomes(4, Refusal{Reason::internal});
  {
    std::vector<std::jthread> browsers;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      browsers.emplace_back(
          [&, i] { outcomes[i] = m_service.choose(choice(token, std::to_string(i)), soon()); });
    }
  }
  EXPECT_EQ(std::count_if(outcomes.begin(), outcomes.end(),
                          [](const Outcome& one) {
                            return std::holds_alternative<PasswordService::Chosen>(one);
                          }),
            1);
  EXPECT_EQ(count("outbox WHERE kind = 'authenticationId'"), "1");
}

TEST_F(PasswordServiceTest, TheSameAttemptAgainGetsTheSameAnswer) {
  const std::string token = newestToken();
  EXPECT_TRUE(isStored(m_service.choose(choice(token), soon())));
  EXPECT_FALSE(isStored(m_service.choose(choice(token), soon())));
  EXPECT_EQ(count("outbox WHERE kind = 'authenticationId'"), "1");
}

TEST_F(PasswordServiceTest, ALinkEndsAfterADayAndANewOneIsSent) {
  const std::string token = newestToken();
  m_now += hours(24);
  EXPECT_EQ(m_service.look(token, soon()).state, LinkState::expired);
  EXPECT_EQ(reasonOf(m_service.choose(choice(token), soon())), Reason::linkExpired);
  EXPECT_FALSE(m_service.renew(token, soon()));
  const std::string renewed = newestToken();
  EXPECT_NE(renewed, token);
  EXPECT_TRUE(isStored(m_service.choose(choice(renewed), soon())));
}

TEST_F(PasswordServiceTest, ANewLinkIsNotSentTwiceAtOnceAndEndsTheOldOne) {
  const std::string first = newestToken();
  m_service.renew(first, soon());
  EXPECT_EQ(newestToken(), first) << "sent just now";
  m_now += minutes(5);
  m_service.renew(first, soon());
  const std::string second = newestToken();
  EXPECT_NE(second, first);
  EXPECT_EQ(m_service.look(first, soon()).state, LinkState::expired);
  EXPECT_EQ(count("outbox WHERE state = 'waiting' AND recipient = '" + kEmail + "'"), "1")
      << "the mail with the old one is withdrawn";
}

TEST_F(PasswordServiceTest, ALinkThatAClockAheadHasSentStandsInTheWayOfNoOther) {
  const std::string first = newestToken();
  m_now -= hours(24 * 400);
  EXPECT_EQ(m_service.look(first, soon()).state, LinkState::expired);
  EXPECT_FALSE(m_service.renew(first, soon()));
  const std::string second = newestToken();
  EXPECT_NE(second, first);
  EXPECT_EQ(m_service.look(second, soon()).state, LinkState::good);
}

TEST_F(PasswordServiceTest, ACutOrGuessedLinkIsUnknown) {
  const std::string token = newestToken();
  for (const std::string& other :
       {token.substr(0, token.size() - 1), std::string(), std::string(43, 'A')}) {
    EXPECT_EQ(m_service.look(other, soon()).state, std::nullopt);
    EXPECT_EQ(reasonOf(m_service.choose(choice(other), soon())), Reason::linkUnknown);
    EXPECT_EQ(m_service.renew(other, soon())->reason, Reason::linkUnknown);
  }
}

TEST_F(PasswordServiceTest, SaysEverythingThatIsWrongAtOnceAndTheLinkStaysGood) {
  const std::string token = newestToken();
  const auto errorsOf = [&](const std::string& password, const std::string& confirmation) {
    const Outcome outcome = m_service.choose({token, password, confirmation, "x"}, soon());
    EXPECT_EQ(reasonOf(outcome), Reason::formInvalid);
    return std::get<Refusal>(outcome).fields;
  };
  EXPECT_THAT(errorsOf("", ""), ElementsAre(FieldError{"password", "WZBAM001E"},
                                            FieldError{"passwordConfirmation", "WZBAM001E"}));
  EXPECT_THAT(errorsOf("abc", "abd"), ElementsAre(FieldError{"password", "WZBAM018E"},
                                                  FieldError{"passwordConfirmation", "WZBAM160E"}));
  EXPECT_THAT(errorsOf(kPassword, "ab12345!"),
              ElementsAre(FieldError{"passwordConfirmation", "WZBAM160E"}));
  EXPECT_TRUE(isStored(m_service.choose(choice(token), soon())));
}

TEST_F(PasswordServiceTest, RefusesForAWhileWhereTooManyAreBeingHashed) {
  PasswordHasher none({.memory = crypto_pwhash_MEMLIMIT_MIN, .passes = 1, .atOnce = 0});
  PasswordService busy(m_storage, none, std::string(kOrigin), nullptr, [this] { return m_now; });
  const Outcome outcome = busy.choose(choice(newestToken()), deadlineIn(std::chrono::seconds(1)));
  EXPECT_EQ(reasonOf(outcome), Reason::unavailable);
  EXPECT_TRUE(std::get<Refusal>(outcome).retryAfter);
  EXPECT_EQ(m_service.look(newestToken(), soon()).state, LinkState::good);
}

TEST_F(ForgottenPassword, IsSetAnewByALinkToTheRegisteredAddress) {
  EXPECT_FALSE(m_service.requestLink(" WIKPN 31487 ", "Applicant@Mail.Example", soon()));
  EXPECT_TRUE(isPassword(kPassword)) << "until a new one is set";
  const std::string token = newestToken();
  EXPECT_EQ(m_service.look(token, soon()).purpose, LinkPurpose::forgottenPassword);
  EXPECT_TRUE(isStored(m_service.choose({token, "CD67890!", "CD67890!", "x"}, soon())));
  EXPECT_TRUE(isPassword("CD67890!"));
  EXPECT_EQ(count("outbox WHERE kind = 'passwordChanged' AND recipient = '" + kEmail + "'"), "1");
  EXPECT_EQ(count("outbox WHERE kind = 'authenticationId'"), "1") << "only after the first";
}

TEST_F(ForgottenPassword, TheSameIsAnsweredAndWrittenForEverybody) {
  const auto rows = [&] { return std::stoi(count("outbox")); };
  const int before = rows();
  EXPECT_FALSE(m_service.requestLink(kId, kEmail, soon()));
  const int afterKnown = rows();
  EXPECT_FALSE(m_service.requestLink(kId, "other@mail.example", soon()));
  const int afterOther = rows();
  EXPECT_FALSE(m_service.requestLink("nobody1", kEmail, soon()));
  const int afterNobody = rows();
  EXPECT_FALSE(m_service.requestLink(kId, kEmail, soon()));  // again, at once
  EXPECT_EQ(afterKnown - before, 1);
  EXPECT_EQ(afterOther - afterKnown, 1);
  EXPECT_EQ(afterNobody - afterOther, 1);
  EXPECT_EQ(rows() - afterNobody, 1);
  EXPECT_EQ(count("outbox WHERE kind = 'forgottenPassword' AND state = 'waiting'"), "1");
  EXPECT_EQ(count("outbox WHERE recipient = 'other@mail.example'"), "0");
}

TEST_F(ForgottenPassword, WhatCanBeNoIdOrAddressIsToldAtOnce) {
  const auto errorsOf = [&](std::string_view id, std::string_view email) {
    return m_service.requestLink(id, email, soon()).value_or(Refusal{}).fields;
  };
  EXPECT_THAT(
      errorsOf("short", "no address"),
      ElementsAre(FieldError{"authenticationId", "WZBAM168E"}, FieldError{"email", "WZBAM168E"}));
  EXPECT_THAT(errorsOf("", ""), ElementsAre(FieldError{"authenticationId", "WZBAM001E"},
                                            FieldError{"email", "WZBAM001E"}));
  EXPECT_THAT(errorsOf("wikpn-31487", kEmail),
              ElementsAre(FieldError{"authenticationId", "WZBAM168E"}));
}

TEST_F(ForgottenPassword, OneMailboxGetsNoMoreThanItsNumberADay) {
  for (int i = 0; i < 2 * kMostADay; ++i) {
    m_now += minutes(6);
    EXPECT_FALSE(m_service.requestLink(kId, kEmail, soon()));
  }
  EXPECT_LE(std::stoi(count("outbox WHERE kind = 'forgottenPassword' AND recipient <> ''"
                            " AND state = 'waiting' AND planned_at = created_at")),
            kMostADay);
}

// Else whoever presses again, or knows the address, keeps its owner out.
TEST_F(ForgottenPassword, ALinkThatArrivedIsNotEndedForOneThatStaysHere) {
  std::string arrived;
  for (int i = 0; i < kMostADay; ++i) {
    m_now += minutes(6);
    m_service.requestLink(kId, kEmail, soon());
    if (count("outbox WHERE recipient <> '' AND state = 'waiting' AND planned_at > created_at") ==
        "0") {
      arrived = newestToken();
    }
  }
  m_now += minutes(6);
  m_service.requestLink(kId, kEmail, soon());
  m_service.renew(arrived, soon());
  EXPECT_EQ(m_service.look(arrived, soon()).state, LinkState::good);
  EXPECT_TRUE(isStored(m_service.choose({arrived, "CD67890!", "CD67890!", "x"}, soon())));
}

TEST_F(ForgottenPassword, IsNotSetForAnAccountThatMayNotBeUsed) {
  m_service.requestLink(kId, kEmail, soon());
  const std::string token = newestToken();
  const std::string mails = count("outbox WHERE recipient <> ''");
  m_database.execute("UPDATE accounts SET status = 'suspended';\n");
  EXPECT_EQ(m_service.look(token, soon()).state, LinkState::expired);
  EXPECT_EQ(reasonOf(m_service.choose({token, "CD67890!", "CD67890!", "x"}, soon())),
            Reason::linkExpired);
  EXPECT_FALSE(isPassword("CD67890!"));
  m_now += minutes(6);
  EXPECT_FALSE(m_service.requestLink(kId, kEmail, soon())) << "who asks is told nothing of it";
  EXPECT_FALSE(m_service.renew(token, soon()));
  EXPECT_EQ(count("outbox WHERE recipient <> ''"), mails);
  m_database.execute("UPDATE accounts SET status = 'active';\n");
  EXPECT_TRUE(isStored(m_service.choose({token, "CD67890!", "CD67890!", "x"}, soon())));
}

TEST_F(ForgottenPassword, AUsedLinkSendsOneForANewPassword) {
  const std::string used = m_database.query("SELECT COUNT(*) FROM links WHERE used_by <> ''");
  ASSERT_EQ(used, "1");
  m_service.requestLink(kId, kEmail, soon());
  const std::string token = newestToken();
  ASSERT_TRUE(isStored(m_service.choose({token, "CD67890!", "CD67890!", "x"}, soon())));
  m_now += days(1);
  EXPECT_FALSE(m_service.renew(token, soon()));
  EXPECT_EQ(m_service.look(newestToken(), soon()).purpose, LinkPurpose::forgottenPassword);
}

// As after a suspension: its owner has long had the authentication ID, and is told of a change.
TEST_F(ForgottenPassword, IsSetAnewWhereTheOldOneWasDropped) {
  m_database.execute("UPDATE accounts SET password_hash = NULL;\n");
  EXPECT_FALSE(m_service.requestLink(kId, kEmail, soon()));
  const std::string token = newestToken();
  EXPECT_EQ(m_service.look(token, soon()).purpose, LinkPurpose::forgottenPassword);
  EXPECT_EQ(count("outbox WHERE kind = 'forgottenPassword' AND state = 'waiting'"), "1");
  EXPECT_FALSE(isPassword(kPassword));
  EXPECT_TRUE(isStored(m_service.choose({token, "CD67890!", "CD67890!", "x"}, soon())));
  EXPECT_TRUE(isPassword("CD67890!"));
  EXPECT_EQ(count("outbox WHERE kind = 'passwordChanged'"), "1");
  EXPECT_EQ(write([&](Transaction& transaction) {
              return forgetUnfinishedAccounts(transaction, m_now + days(400), 100);
            }),
            0);
}

TEST_F(ForgottenPassword, AndSetAnewEndsSessionsAndTheLock) {
  write([&](Transaction& transaction) {
    addSession(transaction, m_account, "token", m_now);
    while (takeTry(transaction, kId, m_now)) {
    }
  });
  m_service.requestLink(kId, kEmail, soon());
  EXPECT_TRUE(isStored(m_service.choose({newestToken(), "CD67890!", "CD67890!", "x"}, soon())));
  EXPECT_EQ(count("sessions"), "0");
  EXPECT_EQ(write([&](Transaction& transaction) { return takeTry(transaction, kId, m_now); }), 1);
  EXPECT_EQ(
      count("security_events WHERE event = 'passwordSet' AND account_id = '" + m_account + "'"),
      "2");
}

TEST_F(PasswordServiceTest, WhoNeverSetOneIsSentTheFirstLinkAgain) {
  m_now += days(2);
  EXPECT_FALSE(m_service.requestLink(kId, kEmail, soon()));
  EXPECT_EQ(m_service.look(newestToken(), soon()).purpose, LinkPurpose::firstPassword);
  EXPECT_EQ(count("outbox WHERE kind = 'registration' AND state = 'waiting'"), "1");
}

TEST_F(PasswordServiceTest, AccountsWithoutAPasswordAreForgottenAfterTheirLastLinkOnly) {
  addAccount("other12345", "other@mail.example");
  m_service.choose(choice(newestToken()), soon());
  m_database.execute(
      "INSERT INTO accounts (id, authentication_id, entrance, user_class, language, form, email,"
      " terms_version, created_at) VALUES ('old', 'older12345', '', '', 'ja', '', '', '', 1);\n");
  const auto forget = [&](Seconds before) {
    return write([&](Transaction& transaction) {
      return forgetUnfinishedAccounts(transaction, before, 100);
    });
  };
  EXPECT_EQ(forget(m_now), 0);
  EXPECT_EQ(forget(m_now + seconds(1)), 1);
  EXPECT_EQ(count("accounts"), "2") << "with a password, and of a version without links";
  EXPECT_EQ(count("accounts WHERE authentication_id = 'other12345'"), "0");
  EXPECT_EQ(count("idempotency"), "1");
  EXPECT_EQ(count("links"), "1");
}

// Who has a card needs none; and what was filed would be nobody's.
TEST_F(PasswordServiceTest, AccountsInUseAreNotForgottenForWantOfAPassword) {
  const std::string filed = addAccount("other12345", "other@mail.example");
  write([&](Transaction& transaction) { addSession(transaction, m_account, "by card", m_now); });
  m_database.execute(
      "INSERT INTO applications (id, account_id, draft_id, attempt, procedure_id, "
      "provisional_number,"
      " state, receipt, key_id, content, filed_at, changed_at) VALUES ('a', '" +
      filed + "', 'd', 'x', 'extension', 'P1', 'filed', 'post', '1', '', 1, 1);\n");
  EXPECT_EQ(write([&](Transaction& transaction) {
              return forgetUnfinishedAccounts(transaction, m_now + days(400), 100);
            }),
            0);
  EXPECT_EQ(count("accounts"), "2");
  const auto forgetLinks = [this] {
    return write([this](Transaction& transaction) {
      return forgetOldLinks(transaction, m_now + days(400), 100);
    });
  };
  EXPECT_EQ(forgetLinks(), 1) << "of whoever logs in with the card; the other may ask for one more";
  EXPECT_EQ(forgetLinks(), 0);
}

}  // namespace
}  // namespace madoguchi::backend
