// What somebody who has logged in changes of what they registered, over HTTPS with the real
// program: requests, mails and the page that confirms a new address.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>

#include "backend_under_test.h"

namespace madoguchi::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const std::string kPassword = "AB12345!";
const std::string kNewEmail = "new@mail.example";
const json kNewEmailTwice = {{"email", kNewEmail}, {"emailConfirmation", kNewEmail}};

class AccountTest : public testing::Test {
 protected:
  AccountTest() {
    DraftPayload payload = m_backend.agentPayload(m_client);
    payload.language = "en";
    EXPECT_EQ(m_backend.post(m_client, newUuid(), plainBody(payload)).status, 201);
    EXPECT_EQ(m_backend.waitForMails(1).size(), 1U);
    m_backend.setPassword(kPassword);
    m_token = m_client
                  .send({.method = "POST",
                         .path = "/v1/sessions",
                         .body = json{{"authenticationId", id()}, {"password", kPassword}}.dump(),
                         .headers = {"Content-Type: application/json"}})
                  .json()
                  .value("token", "");
  }
  std::string id() { return m_backend.query("SELECT authentication_id FROM accounts"); }
  std::string email() { return m_backend.query("SELECT email FROM accounts"); }
  Response post(const std::string& body, const std::string& key) {
    return m_client.send({.method = "POST",
                          .path = "/v1/account/changes",
                          .body = body,
                          .headers = {"Authorization: Bearer " + m_token, "Idempotency-Key: " + key,
                                      "Content-Type: application/json"}});
  }
  Response change(const json& answers, const std::string& key = newUuid()) {
    return post(json{{"answers", answers}, {"id", "informationChange"}, {"version", 1}}.dump(),
                key);
  }
  json account() {
    return m_client.send({.path = "/v1/account", .headers = {"Authorization: Bearer " + m_token}})
        .json();
  }
  Response get(const std::string& path) { return m_client.send({.path = path}); }
  Response send(const std::string& form, std::vector<std::string> headers = {}) {
    headers.emplace_back("Content-Type: application/x-www-form-urlencoded");
    return m_client.send(
        {.method = "POST", .path = "/email?language=en", .body = form, .headers = headers});
  }
  /// Asks for the new address, and gives the path of the link that confirms it.
  std::string linkToConfirm() {
    EXPECT_EQ(change(kNewEmailTwice).status, 200);
    const json mail = m_backend.mailOfKind("emailConfirm", 3);
    EXPECT_EQ(mail.at("headers").at("to"), kNewEmail);
    const std::string text = mail.at("text");
    std::smatch found;
    EXPECT_TRUE(std::regex_search(text, found, std::regex("https://[^/]+(/email/[\\w-]{43})")));
    return found[1];
  }

  BackendUnderTest m_backend{{"--password-memory", "8", "--password-passes", "1"}};
  HttpClient m_client = m_backend.client();
  std::string m_token;
};

TEST_F(AccountTest, AChangeIsSeenAtOnce) {
  const Response changed = change({{"phone", "0399999999"}});
  EXPECT_EQ(changed.json(), (json{{"changed", {"phone"}}})) << changed.body;
  EXPECT_EQ(account().at("form").at("answers").at("phone"), "0399999999");
}

TEST_F(AccountTest, ANewAddressCountsOnceItsPageSaysSo) {
  const std::string old = email();
  const std::string link = linkToConfirm();
  EXPECT_EQ(m_backend.mailOfKind("emailChangeAsked", 3).at("headers").at("to"), old);
  EXPECT_EQ(account().at("newEmail").at("email"), kNewEmail);
  const Response page = get(link);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.headers.at("content-language"), "en") << "as the person registered";
  EXPECT_THAT(page.body, HasSubstr("<bdi>" + kNewEmail + "</bdi>"));
  EXPECT_EQ(m_client.send({.method = "HEAD", .path = link}).status, 200);
  EXPECT_EQ(email(), old) << "opening a link changes nothing";
  const Response done = send(hiddenFields(page));
  EXPECT_EQ(done.status, 303) << done.body;
  EXPECT_THAT(get(done.headers.at("location")).body, HasSubstr("Your email address was changed"));
  EXPECT_EQ(email(), kNewEmail);
  EXPECT_EQ(account().at("form").at("answers").at("email"), kNewEmail);
  EXPECT_FALSE(account().contains("newEmail"));
  EXPECT_EQ(m_backend.waitForMails(5).size(), 5U) << "both addresses are told";
  EXPECT_EQ(send(hiddenFields(page)).status, 303) << "as a browser does whose answer was lost";
  EXPECT_EQ(get(link).status, 409);
}

TEST_F(AccountTest, ANewAddressIsConfirmedByNoOtherSite) {
  const std::string form = hiddenFields(get(linkToConfirm()));
  for (const char* header : {"Origin: https://elsewhere.example", "Sec-Fetch-Site: cross-site"}) {
    const Response refused = send(form, {header});
    EXPECT_EQ(refused.status, 422) << header;
    EXPECT_THAT(refused.body, HasSubstr("This could not be done")) << "a person sees this";
  }
  EXPECT_EQ(send("token=" + std::string(43, 'A') + "&attempt=x").status, 400);
  EXPECT_NE(email(), kNewEmail);
}

TEST_F(AccountTest, LinksThatConfirmNothingSayWhatToDo) {
  const std::string link = linkToConfirm();
  m_backend.execute("UPDATE email_changes SET expires_at = 1");
  const Response page = get(link + "?language=ja");
  EXPECT_EQ(page.status, 410);
  EXPECT_THAT(page.body, HasSubstr("<h1>このリンクは使えません</h1>"));
  for (const std::string& cut :
       {link.substr(0, link.size() - 1), std::string("/email"), std::string("/email/")}) {
    EXPECT_EQ(get(cut).status, 404) << cut;
  }
  // A link of the registration's mail is none of these, and the other way round.
  EXPECT_EQ(get("/password" + link.substr(link.rfind('/'))).status, 404);
}

// The link is good, and stays so: a person who is told so in another language must not lose it.
TEST(EmailPage, LeadsFromABusyServiceBackToTheLinkInEachLanguage) {
  BackendUnderTest backend({"--rate-limit", "3"});
  HttpClient client = backend.client();
  const auto busy = [&](const Request& request) {
    Response response;
    for (int i = 0; i < 100 && response.status != 429; ++i) {
      response = client.send(request);
    }
    EXPECT_EQ(response.status, 429);
    EXPECT_EQ(response.headers["content-language"], "en");
    EXPECT_THAT(response.body, HasSubstr("<h1>The service is busy</h1>"));
    return response;
  };
  const std::string link = "/email/" + std::string(43, 'A');
  EXPECT_THAT(busy({.path = link, .headers = {"Accept-Language: en"}}).body,
              HasSubstr("href=\"" + link + "?language=ja\""));
  const Response sent = busy({.method = "POST",
                              .path = "/email?language=en",
                              .body = "token=x",
                              .headers = {"Content-Type: application/x-www-form-urlencoded"}});
  EXPECT_THAT(sent.body, Not(HasSubstr("?language="))) << "no link sends the form once more";
}

TEST_F(AccountTest, NobodyChangesWithoutASessionOrAnothersAccount) {
  const std::string mine = m_token;
  m_token = std::string(43, 'A');
  EXPECT_EQ(change({{"phone", "0399999999"}}).reason(), "sessionMissing");
  m_token = mine;
  EXPECT_EQ(post(R"({"answers":{"phone":"0399999999"},"authenticationId":"wikpn31487",)"
                 R"("id":"informationChange","version":1})",
                 newUuid())
                .reason(),
            "malformed");
  EXPECT_EQ(m_backend.query("SELECT COUNT(*) FROM information_changes"), "0");
}

TEST_F(AccountTest, TheOwnerSeesWhoLoggedInAndWhoTried) {
  const auto logIn = [&](const std::string& password) {
    m_client.send({.method = "POST",
                   .path = "/v1/sessions",
                   .body = json{{"authenticationId", id()}, {"password", password}}.dump(),
                   .headers = {"Content-Type: application/json"}});
  };
  m_backend.execute(
      "UPDATE security_events SET happened_at = happened_at - 60,"
      " event = 'loggedInByCard', subscriber = '192.0.2.7'");
  m_backend.execute(
      "INSERT INTO security_events SELECT account_id, happened_at - 60,"
      " 'accountLocked', '2001:db8:1:2::' FROM security_events");
  logIn("wrong");
  const json seen =
      m_client.send({.path = "/v1/account/logins", .headers = {"Authorization: Bearer " + m_token}})
          .json()
          .at("logins");
  ASSERT_EQ(seen.size(), 3U);
  EXPECT_EQ(seen[0].at("result"), "refused");
  EXPECT_EQ(seen[0].at("way"), "password");
  EXPECT_EQ(seen[0].at("here"), true);
  EXPECT_EQ(seen[1].at("result"), "loggedIn");
  EXPECT_EQ(seen[1].at("way"), "card");
  EXPECT_EQ(seen[1].at("here"), false);
  EXPECT_EQ(seen[1].at("network"), "192.0.2.0/24");
  EXPECT_EQ(seen[2].at("result"), "locked");
  EXPECT_EQ(seen[2].at("network"), "2001:db8:1::/48");
  for (int i = 0; i < 5; ++i) {
    logIn("wrong");
  }
  // Whoever was in pushes their login off no list.
  m_backend.execute(
      "INSERT INTO security_events SELECT account_id, happened_at + 60, event, subscriber"
      " FROM security_events, (SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4)"
      " WHERE event = 'loginFailed'");
  const json crowded =
      m_client.send({.path = "/v1/account/logins", .headers = {"Authorization: Bearer " + m_token}})
          .json()
          .at("logins");
  EXPECT_EQ(crowded.size(), 20U);
  EXPECT_EQ(
      std::ranges::count(crowded, "loggedIn", [](const json& one) { return one.at("result"); }), 1);
  m_token.clear();
  EXPECT_EQ(m_client.send({.path = "/v1/account/logins"}).status, 401);
  EXPECT_EQ(m_backend.query("SELECT COUNT(*) FROM security_events WHERE event IN"
                            " ('accountLocked', 'loginWhileLocked')"),
            "3");
  expectPublishedAnswers(m_backend, m_client);
}

TEST_F(AccountTest, TheLogNamesNoAddress) {
  const std::string old = email();
  send(hiddenFields(get(linkToConfirm())));
  EXPECT_EQ(m_backend.waitForMails(5).size(), 5U);
  m_backend.stop();
  for (const std::string& personal : {old, kNewEmail, id()}) {
    EXPECT_THAT(m_backend.log(), Not(HasSubstr(personal)));
  }
}

TEST_F(AccountTest, AnswersAsThePublishedApiSays) {
  account();
  const std::string key = newUuid();
  EXPECT_EQ(change({{"phone", "0399999999"}}, key).status, 200);
  EXPECT_EQ(change({{"phone", "0388888888"}}, key).status, 409);
  EXPECT_EQ(change({{"addressRest", "北１条西２"}}).json().at("code"), "WZBAM244E");
  EXPECT_EQ(change(json::object()).json().at("code"), "WZBAM245E");
  EXPECT_EQ(change(kNewEmailTwice).status, 200);
  account();
  EXPECT_EQ(post("{}", newUuid()).status, 400);
  EXPECT_EQ(post("{}", "no-uuid").status, 400);
  EXPECT_EQ(post(std::string(5000, ' '), newUuid()).status, 413);
  for (int i = 0; i < 5; ++i) {
    const std::string email = std::to_string(i) + kNewEmail;
    change({{"email", email}, {"emailConfirmation", email}});
  }
  EXPECT_EQ(m_client.exchanges().back().response.json().at("errors"),
            json::array({{{"field", "email"}, {"code", "emailsOfToday"}}}));
  m_token.clear();
  change({{"phone", "0399999999"}});
  expectPublishedAnswers(m_backend, m_client);
}

}  // namespace
}  // namespace madoguchi::test
