#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "backend_under_test.h"

// Logging in, being in, and logging out, over HTTPS with the real program.

namespace madoguchi::test {
namespace {

constexpr auto kPassword = "AB12345!";

class LoginTest : public testing::Test {
 protected:
  LoginTest() {
    const DraftPayload payload = m_backend.agentPayload(m_client);
    EXPECT_EQ(m_backend.post(m_client, newUuid(), plainBody(payload)).status, 201);
    m_id = m_backend.query("SELECT authentication_id FROM accounts");
    m_backend.setPassword(kPassword);
  }
  Response logIn(const std::string& id, const std::string& password = kPassword) {
    return post(nlohmann::json{{"authenticationId", id}, {"password", password}}.dump());
  }
  Response post(const std::string& body) {
    return m_client.send({.method = "POST",
                          .path = "/v1/sessions",
                          .body = body,
                          .headers = {"Content-Type: application/json"}});
  }
  std::string token() { return logIn(m_id).json().at("token").get<std::string>(); }
  Response with(const std::string& token, const std::string& method, const std::string& path) {
    return m_client.send(
        {.method = method, .path = path, .headers = {"Authorization: Bearer " + token}});
  }
  Response state(const std::string& token) { return with(token, "GET", "/v1/sessions/current"); }

  BackendUnderTest m_backend{{"--password-memory", "8", "--password-passes", "1"}};
  HttpClient m_client = m_backend.client();
  std::string m_id;
};

TEST_F(LoginTest, OneIsInUntilOneLeaves) {
  const auto welcome = logIn(m_id).json();
  EXPECT_EQ(welcome.at("userName"), agentForm().at("name"));
  EXPECT_FALSE(welcome.contains("lastLogin"));
  const std::string mine = welcome.at("token");
  EXPECT_EQ(state(mine).status, 200);
  const auto account = with(mine, "GET", "/v1/account").json();
  EXPECT_EQ(account.at("authenticationId"), m_id);
  EXPECT_EQ(account.at("entrance"), "attorneyOrScrivener");
  EXPECT_EQ(account.at("form").at("answers").at("email"), agentForm().at("email"));
  EXPECT_EQ(with(mine, "DELETE", "/v1/sessions/current").status, 204);
  EXPECT_EQ(state(mine).reason(), "sessionMissing");
  EXPECT_TRUE(logIn(m_id).json().contains("lastLogin"));
}

TEST_F(LoginTest, AnotherLoginEndsTheFirstWhichIsTold) {
  const std::string first = token();
  const std::string second = token();
  const Response told = with(first, "GET", "/v1/account");
  EXPECT_EQ(told.status, 401);
  EXPECT_EQ(told.json().at("code"), "WZBAM099E");
  EXPECT_EQ(told.headers.at("www-authenticate"), "Bearer");
  EXPECT_EQ(state(second).status, 200);
}

// A session is bound to nothing but its token; nobody chooses it, and it stands in no cookie.
TEST_F(LoginTest, NoOtherTokenOpensAnything) {
  const std::string mine = token();
  std::string other = mine;
  other.back() = other.back() == 'A' ? 'E' : 'A';
  for (const std::string& guess :
       {std::string(), other, mine + "=", std::string(43, 'A'), std::string("' OR '1'='1")}) {
    for (const char* path : {"/v1/sessions/current", "/v1/account"}) {
      EXPECT_EQ(with(guess, "GET", path).status, 401) << guess;
    }
    EXPECT_EQ(with(guess, "DELETE", "/v1/sessions/current").status, 401) << guess;
  }
  EXPECT_EQ(m_client.send({.path = "/v1/account", .headers = {"Cookie: token=" + mine}}).status,
            401);
  EXPECT_EQ(
      m_client.send({.path = "/v1/account", .headers = {"Authorization: Basic " + mine}}).status,
      401);
  EXPECT_EQ(state(mine).status, 200);
}

// The refusals differ in nothing but the request's own number.
TEST_F(LoginTest, AnIdThatNobodyHasAndAWrongPasswordAreOneAnswer) {
  auto wrong = logIn(m_id, "AB12345?").json();
  auto nobody = logIn("zzzzz99999").json();
  EXPECT_EQ(wrong.at("reason"), "loginRefused");
  wrong.erase("requestId");
  nobody.erase("requestId");
  EXPECT_EQ(wrong, nobody);
}

TEST_F(LoginTest, TheLockOutlivesTheProgram) {
  for (int i = 0; i < 5; ++i) {
    logIn(m_id, "AB12345?");
  }
  m_backend.stop();
  m_backend.start();
  m_client = m_backend.client();
  const auto locked = logIn(m_id).json();
  EXPECT_EQ(locked.at("reason"), "accountLocked");
  EXPECT_EQ(locked.at("code"), "WZBAM153E");
}

TEST_F(LoginTest, TheLogNamesNobodyAndLetsNobodyIn) {
  const std::string mine = token();
  logIn(m_id, "AB12345?");
  with(mine, "DELETE", "/v1/sessions/current");
  m_backend.stop();
  for (const std::string& secret : {m_id, mine, std::string(kPassword), std::string("AB12345?")}) {
    EXPECT_THAT(m_backend.log(), testing::Not(testing::HasSubstr(secret)));
  }
  EXPECT_EQ(m_backend.query("SELECT COUNT(*) FROM security_events WHERE subscriber = '127.0.0.1'"
                            " OR subscriber = '::'"),
            "3");
}

TEST_F(LoginTest, AnswersAsThePublishedApiSays) {
  for (const char* body : {"", "{}", R"({"authenticationId":1,"password":2})"}) {
    EXPECT_EQ(post(body).status, 400) << body;
  }
  EXPECT_EQ(post(std::string(2000, ' ')).status, 413);
  logIn(m_id, "AB12345?");
  for (const char* status : {"suspended", "deleted", "expired", "invalid"}) {
    m_backend.execute("UPDATE accounts SET status = '" + std::string(status) + "'");
    EXPECT_EQ(logIn(m_id).status, 403) << status;
  }
  m_backend.execute("UPDATE accounts SET status = 'active'");
  state(token());
  const std::string mine = token();
  with(mine, "GET", "/v1/account");
  with("none", "GET", "/v1/account");
  with(mine, "DELETE", "/v1/sessions/current");
  expectPublishedAnswers(m_backend, m_client);
}

}  // namespace
}  // namespace madoguchi::test
