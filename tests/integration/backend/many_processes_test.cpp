#include <gtest/gtest.h>

#include <map>
#include <mutex>
#include <sstream>
#include <thread>

#include "backend/core/mail_address.h"
#include "backend/core/password_hash.h"
#include "backend/mail/outbox.h"
#include "several_backends.h"
#include "tests/support/test_database.h"

// What holds for one process holds for several over one database: three of them, each asked in
// turn. Runs on PostgreSQL.

namespace madoguchi::test {
namespace {

constexpr std::size_t kProcesses = 3;
constexpr auto kPassword = "AB12345!";

class ManyProcesses : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    s_folder = std::make_unique<TemporaryFolder>();
    s_database = std::make_unique<TestDatabase>();
    s_services = startSeveral(kProcesses, s_database->connection(), s_folder->path() / "mail",
                              {"--password-memory", "8", "--password-passes", "1"});
  }
  static void TearDownTestSuite() {
    for (const auto& service : s_services) {
      service->stop();
    }
    s_services.clear();
    s_database.reset();
    s_folder.reset();
  }

  static HttpClient client(std::size_t of) { return s_services[of]->client(); }
  static std::string nonce(std::size_t of) {
    HttpClient asking = client(of);
    return nonceFrom(asking);
  }
  static Response post(std::size_t of, const std::string& key, const std::string& body) {
    HttpClient asking = client(of);
    return s_services[of]->post(asking, key, body);
  }
  static std::string bodyWith(const std::string& nonce, const std::string& email) {
    DraftPayload payload = commonPayload(email);
    payload.nonce = nonce;
    return plainBody(payload);
  }
  static std::string accounts(const std::string& email) {
    return s_database->query("SELECT COUNT(*) FROM accounts WHERE email = '" + email + "'");
  }
  /// Of somebody new whose password is kPassword.
  static std::string newId(const std::string& email) {
    const std::string id = post(0, newUuid(), bodyWith(nonce(1), email)).json()["authenticationId"];
    const auto hash = backend::PasswordHasher({.memory = 8UL << 10U, .passes = 1, .atOnce = 1})
                          .hash(kPassword, backend::deadlineIn(std::chrono::minutes(1)));
    s_database->execute("UPDATE accounts SET password_hash = '" + hash.value() +
                        "', password_set_at = created_at WHERE authentication_id = '" + id +
                        "';\n");
    return id;
  }
  static Response logIn(std::size_t of, const std::string& id,
                        const std::string& password = kPassword) {
    HttpClient asking = client(of);
    return asking.send(
        {.method = "POST",
         .path = "/v1/sessions",
         .body = nlohmann::json{{"authenticationId", id}, {"password", password}}.dump(),
         .headers = {"Content-Type: application/json"}});
  }
  static Response session(std::size_t of, const std::string& method, const std::string& token) {
    HttpClient asking = client(of);
    return asking.send({.method = method,
                        .path = "/v1/sessions/current",
                        .headers = {"Authorization: Bearer " + token}});
  }

  static std::unique_ptr<TemporaryFolder> s_folder;
  static std::unique_ptr<TestDatabase> s_database;
  static std::vector<std::unique_ptr<BackendUnderTest>> s_services;
};

std::unique_ptr<TemporaryFolder> ManyProcesses::s_folder;
std::unique_ptr<TestDatabase> ManyProcesses::s_database;
std::vector<std::unique_ptr<BackendUnderTest>> ManyProcesses::s_services;

TEST_F(ManyProcesses, ANonceOfOneIsGoodOnceInAll) {
  const std::string shared = nonce(0);
  EXPECT_EQ(post(1, newUuid(), bodyWith(shared, "nonce@mail.example")).status, 201);
  for (std::size_t of = 0; of < kProcesses; ++of) {
    EXPECT_EQ(post(of, newUuid(), bodyWith(shared, "again@mail.example")).reason(), "nonceInvalid");
  }
}

TEST_F(ManyProcesses, OneRequestSentToAllAtOnceMakesOneAccount) {
  for (int round = 0; round < 5; ++round) {
    const std::string email = "once" + std::to_string(round) + "@mail.example";
    const std::string key = newUuid();
    const std::string body = bodyWith(nonce(0), email);
    std::vector<Response> answers(2 * kProcesses);
    {
      std::vector<std::jthread> threads;
      for (std::size_t i = 0; i < answers.size(); ++i) {
        threads.emplace_back([&, i] { answers[i] = post(i % kProcesses, key, body); });
      }
    }
    for (const Response& answer : answers) {
      EXPECT_EQ(answer.status, 201) << answer.body << answer.failure;
      EXPECT_EQ(answer.body, answers.front().body);
    }
    EXPECT_EQ(accounts(email), "1");
  }
}

TEST_F(ManyProcesses, ASessionOfOneIsOneInAll) {
  const std::string id = newId("session@mail.example");
  const std::string first = logIn(0, id).json().at("token");
  EXPECT_EQ(session(1, "GET", first).status, 200);
  const std::string second = logIn(2, id).json().at("token");
  EXPECT_EQ(session(0, "GET", first).json().at("code"), "WZBAM099E");
  EXPECT_EQ(session(1, "DELETE", second).status, 204);
  EXPECT_EQ(session(2, "GET", second).reason(), "sessionMissing");
}

TEST_F(ManyProcesses, FailuresAreCountedTogether) {
  const std::string id = newId("guessed@mail.example");
  std::map<std::string, int> reasons;
  std::mutex mutex;
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < 3 * kProcesses; ++i) {
      threads.emplace_back([&, i] {
        const std::string reason = logIn(i % kProcesses, id, "wrong").reason();
        const std::lock_guard lock(mutex);
        ++reasons[reason];
      });
    }
  }
  EXPECT_EQ(reasons["loginRefused"], 4);
  EXPECT_EQ(reasons["accountLocked"], 5);
  for (std::size_t of = 0; of < kProcesses; ++of) {
    EXPECT_EQ(logIn(of, id).reason(), "accountLocked");
  }
}

TEST_F(ManyProcesses, AMailboxGetsNoMoreOfThemWhereAllAreAskedAtOnce) {
  constexpr std::size_t kAtOnce = 15;
  std::vector<std::string> bodies;
  for (std::size_t i = 0; i < kAtOnce; ++i) {
    bodies.push_back(bodyWith(nonce(i % kProcesses), "flood@mail.example"));
  }
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < kAtOnce; ++i) {
      threads.emplace_back(
          [&, i] { EXPECT_EQ(post(i % kProcesses, newUuid(), bodies[i]).status, 201); });
    }
  }
  EXPECT_EQ(s_database->query("SELECT COUNT(*) FROM outbox WHERE mailbox = '" +
                              backend::mailboxKey("flood@mail.example") +
                              "' AND planned_at = created_at"),
            std::to_string(backend::kMostADay));
}

// All three send, and none sends what another one has taken.
TEST_F(ManyProcesses, EachMailLeavesOnce) {
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < 2 * kProcesses; ++i) {
      threads.emplace_back([i] {
        for (std::size_t n = 0; n < 8; ++n) {
          const std::string email =
              "mail" + std::to_string(i) + '.' + std::to_string(n) + "@mail.example";
          EXPECT_EQ(post(i % kProcesses, newUuid(), bodyWith(nonce(n % kProcesses), email)).status,
                    201);
        }
      });
    }
  }
  const std::size_t count =
      std::stoul(s_database->query("SELECT COUNT(*) FROM outbox WHERE planned_at = created_at"));
  std::map<std::string, int> sent;
  const auto giveUp = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (sent.size() < count && std::chrono::steady_clock::now() < giveUp) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    sent.clear();
    for (const auto& service : s_services) {
      std::istringstream log(service->log());
      for (std::string line; std::getline(log, line);) {
        const auto entry = nlohmann::json::parse(line, nullptr, false);
        if (entry.is_object() && entry.value("event", "") == "mailSent") {
          ++sent[entry.at("mail")];
        }
      }
    }
  }
  EXPECT_EQ(sent.size(), count);
  for (const auto& [mail, times] : sent) {
    EXPECT_EQ(times, 1) << mail;
  }
}

}  // namespace
}  // namespace madoguchi::test
