// Who comes in, and who does not: with a clock that the test moves, and at once.
#include "backend/rooms/login/login_service.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>
#include <thread>

#include "backend/accounts/password_age.h"
#include "backend/core/loggable_error.h"
#include "backend/core/token.h"
#include "backend/housekeeping.h"
#include "backend/rooms/password/password_service.h"
#include "backend/rooms/registration/registration_store.h"
#include "forms/engine/answers_json.h"
#include "forms/engine/japan_day.h"
#include "forms/registration/registration_form.h"
#include "tests/support/little_memory.h"
#include "tests/support/test_database.h"
#include "tests/unit/backend/filing/applicant.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr auto kId = "bcdfg01234";
constexpr auto kPassword = "AB12345!";
constexpr PasswordCost kCheapCost = {
    .memory = crypto_pwhash_MEMLIMIT_MIN, .passes = 1, .atOnce = 8};

Deadline untilThen() { return deadlineIn(minutes(1)); }

class Login : public testing::Test {
 protected:
  using Result = std::variant<Welcome, Refusal>;

  Login() { addPerson(kId, "attorneyOrScrivener"); }

  /// Whose password is kPassword.
  void addPerson(const std::string& id, const std::string& entrance,
                 const PasswordCost& cost = kCheapCost) {
    const forms::Answers answers{.values = {{"name", "HOUMU TARO"}, {"userClass", entrance}}};
    forms::Entrance door = forms::Entrance::cardHolder;
    forms::fromString(entrance, door);
    const NewAccount account{
        .entrance = entrance,
        .userClass = entrance,
        .language = "en",
        .form = forms::canonicalJson(forms::registrationForm(), answers,
                                     forms::registrationFacts(door, forms::dayInJapan(m_now))),
        .email = "houmu@mail.example",
        .termsVersion = "2022-10-31",
        .certificate = {},
        .authentication = {}};
    m_storage.write(untilThen(), [&](Transaction& transaction) {
      addAccount(transaction, account, "key " + id, {"digest", id, m_now});
    });
    setPassword(id, PasswordHasher(cost).hash(kPassword, untilThen()).value());
  }
  void setPassword(const std::string& id, const std::string& hash) {
    m_database.execute("UPDATE accounts SET password_hash = '" + hash +
                       "', password_set_at = " + std::to_string(m_now.time_since_epoch().count()) +
                       " WHERE authentication_id = '" + id + "';\n");
  }
  Result logIn(const std::string& id, const std::string& password = kPassword) {
    const nlohmann::json body = {{"authenticationId", id}, {"password", password}};
    return m_service.logIn(body.dump(), "192.0.2.1", untilThen());
  }
  /// Internal where it was none.
  static Reason reasonOf(const Result& result) {
    const auto* refusal = std::get_if<Refusal>(&result);
    return refusal != nullptr ? refusal->reason : Reason::internal;
  }
  std::string tokenOf(const std::string& id = kId) {
    const Result result = logIn(id);
    const auto* welcome = std::get_if<Welcome>(&result);
    EXPECT_NE(welcome, nullptr) << name(reasonOf(result));
    return welcome != nullptr ? welcome->token : std::string();
  }
  /// Internal where somebody was found.
  Reason whyUnknown(const std::string& token) {
    const auto found = m_service.find(token, untilThen());
    const auto* reason = std::get_if<Reason>(&found);
    return reason != nullptr ? *reason : Reason::internal;
  }
  void failUntilLocked(const std::string& id) {
    for (int i = 1; i < kMostFailures; ++i) {
      EXPECT_EQ(reasonOf(logIn(id, "wrong")), Reason::loginRefused) << i;
    }
    EXPECT_EQ(reasonOf(logIn(id, "wrong")), Reason::accountLocked);
  }

  Seconds m_now{seconds(1'795'000'000)};
  madoguchi::test::TestDatabase m_database;
  Storage m_storage = m_database.storage();
  PasswordHasher m_passwords{kCheapCost};
  DataKeys m_keys{test::kTestKey};
  std::function<void()> m_asked = [] {};  ///< when the service asks what time it is
  LoginService m_service{m_storage, m_passwords, &m_keys, [this] {
                           m_asked();
                           return m_now;
                         }};
};

TEST_F(Login, AClockThatWasAheadLocksNobodyOutAndKeepsNobodyIn) {
  const Seconds right = m_now;
  m_now += hours(24 * 40);
  const std::string token = tokenOf();
  EXPECT_EQ(whyUnknown(token), Reason::internal);
  failUntilLocked(kId);
  m_now = right;
  EXPECT_EQ(whyUnknown(token), Reason::sessionMissing) << "nobody knows when it was used";
  EXPECT_NE(tokenOf(), "") << "no lock of forty days";
  failUntilLocked(kId);
  m_now -= kClocksDiffer;
  EXPECT_EQ(reasonOf(logIn(kId)), Reason::accountLocked) << "another machine's clock";
}

TEST_F(Login, SaysWhoIsThereAndWhenTheyWereLastThere) {
  const Result first = logIn(kId);
  const auto& welcome = std::get<Welcome>(first);
  EXPECT_EQ(welcome.userName, "HOUMU TARO");
  EXPECT_EQ(welcome.userClass, "attorneyOrScrivener");
  EXPECT_FALSE(welcome.lastLogin);
  EXPECT_FALSE(welcome.userInformationOnly);
  EXPECT_EQ(welcome.passwordExpiresAt, endOfPassword(m_now));
  const auto found = m_service.find(welcome.token, untilThen());
  EXPECT_EQ(std::get<Principal>(found).accountId, m_database.query("SELECT id FROM accounts"));
  const Seconds before = m_now;
  m_now += hours(2);
  const Result second = logIn(kId);
  EXPECT_EQ(std::get<Welcome>(second).lastLogin, before);
}

TEST_F(Login, WhoAppliedAtTheCounterSeesTheirOwnInformationOnly) {
  addPerson("bcdfg01235", "coeByEmail");
  const Result result = logIn("bcdfg01235");
  const auto& welcome = std::get<Welcome>(result);
  EXPECT_TRUE(welcome.userInformationOnly);
  const auto found = m_service.find(welcome.token, untilThen());
  EXPECT_TRUE(std::get<Principal>(found).userInformationOnly);
}

TEST_F(Login, MendsHowTheIdIsTyped) {
  for (const char* typed :
       {" BCDFG01234 ", "ｂｃｄｆｇ０１２３４", "bcdfg 01234", "Ｂcdfg　01234"}) {
    EXPECT_TRUE(std::holds_alternative<Welcome>(logIn(typed))) << typed;
  }
}

TEST_F(Login, IsRefusedAlikeForAnIdThatNobodyHas) {
  EXPECT_EQ(reasonOf(logIn(kId, "wrong")), Reason::loginRefused);
  EXPECT_EQ(reasonOf(logIn("zzzzz99999")), Reason::loginRefused);
  EXPECT_EQ(reasonOf(logIn("")), Reason::loginRefused);
  // Whoever has set no password yet is nobody here.
  m_database.execute("UPDATE accounts SET password_hash = NULL;\n");
  EXPECT_EQ(reasonOf(logIn(kId)), Reason::loginRefused);
}

// To libpq a text ends there: each of these would find the account, and count its tries apart.
TEST_F(Login, WhatStandsBehindAnIdMakesItNobodys) {
  using namespace std::string_literals;
  for (const std::string& typed : {kId + "\0"s, kId + "\0x"s, kId + "-"s, "_"s + kId}) {
    EXPECT_EQ(reasonOf(logIn(typed)), Reason::loginRefused) << typed.size();
    EXPECT_EQ(m_database.query("SELECT failures FROM login_tries WHERE id_hash = '" +
                               sha256Hex(typed) + "'"),
              "1");
  }
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM sessions"), "0");
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM security_events WHERE account_id <> ''"), "0");
}

// Without the hash that is tried for nobody, the one would be a hundred times as fast.
TEST_F(Login, TakesAsLongForAnIdThatNobodyHas) {
  constexpr PasswordCost kDear = {.memory = 8UL << 20U, .passes = 2, .atOnce = 1};
  setPassword(kId, PasswordHasher(kDear).hash(kPassword, untilThen()).value());
  PasswordHasher passwords(kDear);
  LoginService service(m_storage, passwords, nullptr, [this] { return m_now; });
  std::vector<std::chrono::nanoseconds> known;
  std::vector<std::chrono::nanoseconds> unknown;
  for (int i = 0; i < 15; ++i) {
    for (const bool isKnown : {true, false}) {
      m_database.execute("DELETE FROM login_tries;\n");
      const nlohmann::json body = {{"authenticationId", isKnown ? kId : "zzzzz99999"},
                                   {"password", "wrong"}};
      const auto start = std::chrono::steady_clock::now();
      service.logIn(body.dump(), "192.0.2.1", untilThen());
      (isKnown ? known : unknown).push_back(std::chrono::steady_clock::now() - start);
    }
  }
  std::ranges::sort(known);
  std::ranges::sort(unknown);
  EXPECT_LT(known[7], unknown[7] * 2);
  EXPECT_LT(unknown[7], known[7] * 2);
}

TEST_F(Login, FiveFailuresLockForADayWhetherThereIsSuchAnIdOrNot) {
  for (const char* id : {kId, "zzzzz99999"}) {
    failUntilLocked(id);
    EXPECT_EQ(reasonOf(logIn(id)), Reason::accountLocked);
  }
  m_now += hours(24) - seconds(1);
  EXPECT_EQ(reasonOf(logIn(kId)), Reason::accountLocked);
  m_now += seconds(1);
  EXPECT_FALSE(tokenOf().empty());
}

TEST_F(Login, ARightPasswordForgetsTheFailuresBefore) {
  for (int round = 0; round < 3; ++round) {
    for (int i = 1; i < kMostFailures; ++i) {
      EXPECT_EQ(reasonOf(logIn(kId, "wrong")), Reason::loginRefused);
    }
    EXPECT_FALSE(tokenOf().empty());
  }
}

TEST_F(Login, AtOnceThereAreNoMoreTries) {
  std::vector<Reason> reasons(20, Reason::internal);
  {
    std::vector<std::jthread> threads;
    for (Reason& reason : reasons) {
      threads.emplace_back([&] { reason = reasonOf(logIn(kId, "wrong")); });
    }
  }
  EXPECT_EQ(std::ranges::count(reasons, Reason::loginRefused), kMostFailures - 1);
  EXPECT_EQ(std::ranges::count(reasons, Reason::accountLocked), 20 - kMostFailures + 1);
}

TEST_F(Login, WhatIsWrongWithAnAccountIsToldToWhoKnowsItsPassword) {
  const std::vector<std::pair<std::string, Reason>> states = {
      {"suspended", Reason::accountSuspended},
      {"deleted", Reason::accountDeleted},
      {"expired", Reason::accountExpired},
      {"invalid", Reason::accountInvalid}};
  for (const auto& [state, reason] : states) {
    m_database.execute("UPDATE accounts SET status = '" + state + "';\n");
    EXPECT_EQ(reasonOf(logIn(kId, "wrong")), Reason::loginRefused) << state;
    EXPECT_EQ(reasonOf(logIn(kId)), reason) << state;
  }
  addPerson("bcdfg01236", "cardHolder");
  EXPECT_EQ(reasonOf(logIn("bcdfg01236")), Reason::cardNeeded);
}

// While the extension is decided on, the card's certificates end with the period of stay.
class LoginWithoutCard : public Login {
 protected:
  LoginWithoutCard() {
    addPerson(kHolder, "cardHolder");
    m_database.execute(
        "UPDATE accounts SET certificate_serial = '01', issuer_key = 'key',"
        " authentication_ends_at = " +
        std::to_string((m_now - hours(1)).time_since_epoch().count()) +
        " WHERE entrance = 'cardHolder';\n"
        "INSERT INTO applications (id, account_id, attempt, draft_id, procedure_id, state,"
        " provisional_number, receipt, key_id, content, filed_at, changed_at)"
        " SELECT 'one', id, 'attempt', 'draft', 'extension', 'examination', 'P1', 'post', '2026',"
        " '', 1, 1 FROM accounts WHERE entrance = 'cardHolder';\n");
  }
  std::string events() {
    return m_database.query(
        "SELECT COUNT(*) FROM security_events WHERE event = 'loggedIn' AND account_id ="
        " (SELECT id FROM accounts WHERE entrance = 'cardHolder')");
  }

  static constexpr auto kHolder = "bcdfg01238";
};

TEST_F(LoginWithoutCard, WhoWaitsComesInWithThePassword) {
  const Result result = logIn(kHolder);
  ASSERT_TRUE(std::holds_alternative<Welcome>(result)) << name(reasonOf(result));
  EXPECT_TRUE(std::get<Welcome>(result).cardEnded);
  EXPECT_EQ(events(), "1");
  EXPECT_EQ(whyUnknown(std::get<Welcome>(result).token), Reason::internal);
  EXPECT_FALSE(std::get<Welcome>(logIn(kId)).cardEnded) << "who has none";
}

TEST_F(LoginWithoutCard, ElseTheCardIsNeeded) {
  m_database.execute("UPDATE applications SET state = 'done';\n");
  EXPECT_EQ(reasonOf(logIn(kHolder)), Reason::cardNeeded);
  m_database.execute("UPDATE applications SET state = 'decided';\n");
  EXPECT_FALSE(tokenOf(kHolder).empty());
  m_now -= hours(2);
  EXPECT_EQ(reasonOf(logIn(kHolder)), Reason::cardNeeded) << "the certificate is still good";
}

TEST_F(LoginWithoutCard, AllElseIsAsForOthers) {
  EXPECT_EQ(reasonOf(logIn(kHolder, "wrong")), Reason::loginRefused);
  m_database.execute("UPDATE accounts SET status = 'suspended';\n");
  EXPECT_EQ(reasonOf(logIn(kHolder)), Reason::accountSuspended);
  m_database.execute("UPDATE accounts SET status = 'active';\n");
  failUntilLocked(kHolder);
  EXPECT_EQ(reasonOf(logIn(kHolder)), Reason::accountLocked);
}

TEST_F(LoginWithoutCard, AnExpiredPasswordIsChangedAndThenGood) {
  m_now = endOfPassword(m_now);
  EXPECT_EQ(reasonOf(logIn(kHolder)), Reason::passwordExpired);
  PasswordService service(m_storage, m_passwords, "https://localhost", &m_keys,
                          [this] { return m_now; });
  const auto change = [&service](const std::string& attempt) {
    return service.changeExpired(kHolder,
                                 {.current = kPassword,
                                  .password = "CD12345!",
                                  .confirmation = "CD12345!",
                                  .attempt = attempt,
                                  .subscriber = "192.0.2.1"},
                                 untilThen());
  };
  m_database.execute("UPDATE applications SET state = 'done';\n");
  EXPECT_EQ(change("first").value().reason, Reason::loginRefused) << "the card would be needed";
  m_database.execute("UPDATE applications SET state = 'examination';\n");
  EXPECT_EQ(change("second"), std::nullopt);
  EXPECT_TRUE(std::holds_alternative<Welcome>(logIn(kHolder, "CD12345!")));
}

TEST_F(Login, APasswordIsGoodForAYear) {
  m_now = endOfPassword(m_now) - seconds(1);
  EXPECT_FALSE(tokenOf().empty());
  m_now += seconds(1);
  EXPECT_EQ(reasonOf(logIn(kId)), Reason::passwordExpired);
}

TEST_F(Login, ALaterOneEndsTheFirstWhichIsTold) {
  const std::string first = tokenOf();
  const std::string second = tokenOf();
  EXPECT_EQ(whyUnknown(first), Reason::sessionReplaced);
  EXPECT_EQ(whyUnknown(second), Reason::internal);
}

TEST_F(Login, ASessionEndsThirtyMinutesAfterItsLastUse) {
  const std::string token = tokenOf();
  for (int i = 0; i < 3; ++i) {
    m_now += minutes(30);
    EXPECT_EQ(whyUnknown(token), Reason::internal) << i;
  }
  m_now += kSessionIdle + kUseNotedAfter;
  EXPECT_EQ(whyUnknown(token), Reason::sessionMissing);
}

TEST_F(Login, ASessionEndsWithItsAccountAndWhenItIsLeft) {
  const std::string token = tokenOf();
  m_database.execute("UPDATE accounts SET status = 'suspended';\n");
  EXPECT_EQ(whyUnknown(token), Reason::sessionMissing);
  m_database.execute("UPDATE accounts SET status = 'active';\n");
  const auto found = m_service.find(token, untilThen());
  m_service.logOut(std::get<Principal>(found), "192.0.2.1", untilThen());
  EXPECT_EQ(whyUnknown(token), Reason::sessionMissing);
  for (const std::string& guess : {std::string(), makeToken(), token.substr(1), token + "A"}) {
    EXPECT_EQ(whyUnknown(guess), Reason::sessionMissing) << guess.size();
  }
}

TEST_F(Login, NothingThatLetsAnybodyInIsStored) {
  const std::string token = tokenOf();
  EXPECT_EQ(m_database.query("SELECT hash FROM sessions"), tokenDigest(token));
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM login_tries"), "0");
}

TEST_F(Login, TheLogSaysWhoWhatWhenAndFromWhere) {
  failUntilLocked(kId);
  logIn(kId);
  m_now += hours(24);
  const auto found = m_service.find(tokenOf(), untilThen());
  m_service.logOut(std::get<Principal>(found), "192.0.2.1", untilThen());
  const auto count = [this](const std::string& event) {
    return m_database.query(
        "SELECT COUNT(*) FROM security_events e JOIN accounts a"
        " ON a.id = e.account_id WHERE e.subscriber = '192.0.2.1'"
        " AND e.event = '" +
        event + "'");
  };
  EXPECT_EQ(count("loginFailed"), "4");
  EXPECT_EQ(count("accountLocked"), "1");
  EXPECT_EQ(count("loginWhileLocked"), "1");
  EXPECT_EQ(count("loggedIn"), "1");
  EXPECT_EQ(count("loggedOut"), "1");
}

TEST_F(Login, WhatCountsNoMoreIsForgotten) {
  const auto forget = [this] {
    int count = 0;
    for (const RegularJob& job : housekeeping()) {
      if (job.name == "forgetTries" || job.name == "forgetSessions" || job.name == "forgetEvents") {
        count += m_storage.write(untilThen(), [this, &job](Transaction& transaction) {
          return job.work(transaction, m_now);
        });
      }
    }
    return count;
  };
  tokenOf();
  logIn(kId, "wrong");
  EXPECT_EQ(forget(), 0);
  m_now += hours(24);
  EXPECT_EQ(forget(), 0);
  m_now += seconds(1);
  EXPECT_EQ(forget(), 2);  // the failure and the session
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM security_events"), "2");
  m_now += hours(24 * 364);
  EXPECT_EQ(forget(), 2);
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM security_events"), "0");
}

TEST_F(Login, AHashOfAnotherCostIsMadeAnew) {
  addPerson("bcdfg01237", "attorneyOrScrivener",
            {.memory = 4UL * crypto_pwhash_MEMLIMIT_MIN, .passes = 2, .atOnce = 1});
  const auto hash = [this] {
    return m_database.query(
        "SELECT password_hash FROM accounts WHERE authentication_id = 'bcdfg01237'");
  };
  EXPECT_TRUE(m_passwords.needsRehash(hash()));
  tokenOf("bcdfg01237");
  const std::string renewed = hash();
  EXPECT_FALSE(m_passwords.needsRehash(renewed));
  tokenOf("bcdfg01237");
  EXPECT_EQ(hash(), renewed);
}

/// Calls it once the password was looked at, before anybody is let in.
class LoginMeanwhile : public Login {
 protected:
  void meanwhile(std::function<void()> work) {
    m_asked = [asked = 0, work = std::move(work)]() mutable {
      if (++asked == 2) {
        work();
      }
    };
  }
  std::string hash() { return m_database.query("SELECT password_hash FROM accounts"); }
};

TEST_F(LoginMeanwhile, WhoKnewThePasswordThatHasChangedIsNotLetInNorIsTheirsPutBack) {
  // Of another cost, so that it would be hashed anew.
  constexpr PasswordCost kOtherCost = {
      .memory = 4UL * crypto_pwhash_MEMLIMIT_MIN, .passes = 2, .atOnce = 1};
  setPassword(kId, PasswordHasher(kOtherCost).hash(kPassword, untilThen()).value());
  const std::string renewed = m_passwords.hash("CD67890!", untilThen()).value();
  meanwhile([&] { setPassword(kId, renewed); });
  EXPECT_EQ(reasonOf(logIn(kId)), Reason::loginRefused);
  EXPECT_EQ(hash(), renewed);
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM sessions"), "0");
  EXPECT_TRUE(std::holds_alternative<Welcome>(logIn(kId, "CD67890!")));
}

TEST_F(LoginMeanwhile, TheSamePasswordHashedAnewByAnotherLoginLetsIn) {
  meanwhile([&] { setPassword(kId, m_passwords.hash(kPassword, untilThen()).value()); });
  EXPECT_FALSE(tokenOf().empty());
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM login_tries"), "0");
}

TEST_F(LoginMeanwhile, WhoIsSuspendedIsNotLetIn) {
  meanwhile([&] { m_database.execute("UPDATE accounts SET status = 'suspended';\n"); });
  EXPECT_EQ(reasonOf(logIn(kId)), Reason::accountSuspended);
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM sessions"), "0");
}

TEST_F(Login, ATryInWhichNoPasswordWasLookedAtIsNone) {
  PasswordHasher none({.memory = crypto_pwhash_MEMLIMIT_MIN, .passes = 1, .atOnce = 0});
  LoginService busy(m_storage, none, &m_keys, [this] { return m_now; });
  const nlohmann::json body = {{"authenticationId", kId}, {"password", kPassword}};
  for (int i = 0; i <= kMostFailures; ++i) {
    EXPECT_EQ(
        reasonOf(busy.logIn(body.dump(), "192.0.2.1", deadlineIn(std::chrono::milliseconds(1)))),
        Reason::unavailable);
  }
  const std::string hash = m_database.query("SELECT password_hash FROM accounts");
  setPassword(kId, madoguchi::test::ofMuchMemory(hash));
  for (int i = 0; i <= kMostFailures; ++i) {
    const madoguchi::test::LittleMemory little;
    EXPECT_THROW(logIn(kId), LoggableError);
  }
  setPassword(kId, hash);
  EXPECT_FALSE(tokenOf().empty());
}

TEST_F(Login, OtherBodiesAreNoLogin) {
  for (const char* body : {"", "[]", "{}", R"({"authenticationId":"bcdfg01234"})",
                           R"({"authenticationId":1,"password":"AB12345!"})",
                           R"({"authenticationId":"a","password":"b","more":"c"})",
                           R"({"authenticationId":"a","password":"b","password":"c"})"}) {
    EXPECT_EQ(reasonOf(m_service.logIn(body, "192.0.2.1", untilThen())), Reason::malformed) << body;
  }
}

}  // namespace
}  // namespace madoguchi::backend
