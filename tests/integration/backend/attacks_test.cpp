// Attacks on accounts as a whole, over HTTPS with the real program. docs/attacks.md names these and
// the others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>
#include <thread>

#include "backend_under_test.h"
#include "crowd.h"
#include "filing.h"
#include "tests/unit/backend/files/pdf_files.h"

namespace madoguchi::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const std::string kVictims = "EF13579!";
const std::string kOld = "AB12345!";
const std::string kNew = "CD67890!";
const std::string kNoToken(43, 'A');
const std::string kNoId(32, 'a');
constexpr auto kJsonBody = "Content-Type: application/json";

std::string bearer(const std::string& token) { return "Authorization: Bearer " + token; }

/// What backend/openapi.json describes.
struct Operation {
  std::string method;
  std::string path;
  bool needsSession = false;
  std::vector<json> schemas = {};  ///< which its body may have
  std::string type = {};           ///< of its body

  /// With an id in each place for one.
  [[nodiscard]] std::string pathOf(const std::string& id) const {
    return std::regex_replace(path, std::regex("\\{[a-z]+\\}"), id);
  }
};

class ApiDescription {
 public:
  ApiDescription() { std::ifstream(MADOGUCHI_SOURCE "/backend/openapi.json") >> m_api; }

  std::vector<Operation> operations() const {
    std::vector<Operation> all;
    for (const auto& [path, methods] : m_api.at("paths").items()) {
      for (const auto& [method, operation] : methods.items()) {
        Operation one{.method = method, .path = path};
        std::transform(method.begin(), method.end(), one.method.begin(), ::toupper);
        one.needsSession = !operation.value("security", json::array()).empty();
        if (operation.contains("requestBody")) {
          const json& content = operation.at("requestBody").at("content");
          one.type = content.begin().key();
          one.schemas = alternatives(content.front().at("schema"));
        }
        all.push_back(std::move(one));
      }
    }
    return all;
  }

 private:
  std::vector<json> alternatives(const json& schema) const {
    std::vector<json> all;
    for (const json& one : schema.value("oneOf", json::array({schema}))) {
      const std::string reference = one.at("$ref");
      all.push_back(m_api.at(json::json_pointer(reference.substr(1))));
    }
    return all;
  }

  json m_api;
};

/// Two people who have registered: one, whose password is kOld, attacks the other.
class Attack : public testing::Test {
 protected:
  Attack() {
    m_victim = registered("VICTIM HANAKO", "victim@mail.example", "0311112222");
    m_attacker = registered("ATTACKER JIRO", "attacker@mail.example", "0333334444");
    m_backend.setPassword(kVictims);
    const std::string theirs = " WHERE authentication_id = '" + m_victim + "'";
    const std::string hash = m_backend.query("SELECT password_hash FROM accounts" + theirs);
    m_backend.setPassword(kOld);
    m_backend.execute("UPDATE accounts SET password_hash = '" + hash + "'" + theirs);
  }
  std::string registered(const std::string& name, const std::string& email,
                         const std::string& phone) {
    DraftPayload payload = m_backend.agentPayload(m_client);
    payload.form["name"] = name;
    payload.form["email"] = email;
    payload.form["phone"] = phone;
    return m_backend.post(m_client, newUuid(), plainBody(payload))
        .json()
        .value("authenticationId", "");
  }
  Response logIn(const std::string& id, const std::string& password,
                 std::vector<std::string> headers = {}) {
    headers.emplace_back(kJsonBody);
    return m_client.send({.method = "POST",
                          .path = "/v1/sessions",
                          .body = json{{"authenticationId", id}, {"password", password}}.dump(),
                          .headers = std::move(headers)});
  }
  std::string tokenOf(const std::string& id, const std::string& password) {
    return logIn(id, password).json().value("token", "");
  }
  std::string victimsToken() { return tokenOf(m_victim, kVictims); }
  std::string attackersToken() {
    const std::string token = tokenOf(m_attacker, kOld);
    return token.empty() ? tokenOf(m_attacker, kNew) : token;
  }
  Response account(const std::string& token) {
    return m_client.send({.path = "/v1/account", .headers = {bearer(token)}});
  }
  Response sendForm(const std::string& path, const std::string& form,
                    std::vector<std::string> headers = {}) {
    headers.emplace_back("Content-Type: application/x-www-form-urlencoded");
    return m_client.send(
        {.method = "POST", .path = path, .body = form, .headers = std::move(headers)});
  }
  /// Whatever is kept of somebody that somebody else could have changed.
  std::string kept(const std::string& id) {
    const std::string theirs = " WHERE authentication_id = '" + id + "'";
    const std::string account = " WHERE account_id = (SELECT id FROM accounts" + theirs + ")";
    return m_backend.query("SELECT form || email || password_hash || status FROM accounts" +
                           theirs) +
           m_backend.query("SELECT COUNT(*) FROM information_changes" + account) +
           m_backend.query("SELECT COUNT(*) FROM email_changes" + account) +
           m_backend.query("SELECT id || revision FROM drafts" + account);
  }
  /// One that is there, with a name in it; gives its id.
  std::string draftOf(const std::string& token) {
    const json body = {{"forWhom", "client"},
                       {"procedure", "extension"},
                       {"formVersion", 1},
                       {"values", {{"name", "VICTIM HANAKO"}}},
                       {"page", ""}};
    return m_client
        .send({.method = "POST",
               .path = "/v1/drafts",
               .body = body.dump(),
               .headers = {bearer(token), kJsonBody, "Idempotency-Key: " + newUuid()}})
        .json()
        .value("id", "");
  }

  BackendUnderTest m_backend{{"--password-memory", "8", "--password-passes", "1", "--trusted-proxy",
                              "127.0.0.1", "--trusted-proxy", "::1"}};
  HttpClient m_client = m_backend.client();
  std::string m_victim;
  std::string m_attacker;
};

TEST_F(Attack, EveryRouteOfAnAccountIsClosedToWhoHasNoSession) {
  const std::string left = attackersToken();
  m_client.send({.method = "DELETE", .path = "/v1/sessions/current", .headers = {bearer(left)}});
  const std::string open = victimsToken();
  int closed = 0;
  for (const Operation& one : ApiDescription().operations()) {
    if (!one.needsSession) {
      continue;
    }
    for (const std::string& header :
         {std::string("X-None: none"), bearer(""), bearer(kNoToken), bearer(left),
          "Authorization: Basic " + open, "Cookie: token=" + open}) {
      Request request{.method = one.method,
                      .path = one.pathOf(kNoId),
                      .headers = {header, "Idempotency-Key: " + newUuid()}};
      if (!one.schemas.empty()) {
        request.body = "{}";
        request.headers.push_back("Content-Type: " + one.type);
      } else if (one.method == "POST") {
        request.body = "";  // which is said, too
      }
      EXPECT_EQ(m_client.send(request).status, 401) << one.method << one.path << header;
    }
    ++closed;
  }
  EXPECT_GE(closed, 6);
  EXPECT_EQ(account(open).status, 200);
}

TEST_F(Attack, NoRouteLeadsFromOnesSessionToAnothersAccount) {
  const std::string open = victimsToken();
  const std::string draft = draftOf(open);
  const std::string before = kept(m_victim);
  // One's own secrets, and the other's name wherever the API asks for one.
  const json mine = {{"authenticationId", m_victim},
                     {"email", "attacker@mail.example"},
                     {"currentPassword", kOld},
                     {"password", kNew},
                     {"passwordConfirmation", kNew},
                     {"link", kNoToken},
                     {"answers", {{"phone", "0355556666"}}},
                     {"id", "informationChange"},
                     {"version", 1}};
  for (const Operation& one : ApiDescription().operations()) {
    std::vector<std::optional<std::string>> bodies(1);
    for (const json& schema : one.schemas) {
      json body = json::object();
      const json properties = schema.value("properties", json::object());
      for (const auto& [name, member] : properties.items()) {
        body[name] = mine.value(name, json("a.b.c"));
      }
      bodies.emplace_back(body.dump());
      body["authenticationId"] = m_victim;
      bodies.emplace_back(body.dump());
    }
    for (const std::optional<std::string>& body : bodies) {
      const Response answer = m_client.send(
          {.method = one.method,
           .path = one.pathOf(draft) + "?from=0&authenticationId=" + m_victim,
           .body = body,
           .headers = {bearer(attackersToken()),
                       "Content-Type: " + (one.type.empty() ? "application/json" : one.type),
                       "Idempotency-Key: " + newUuid()}});
      for (const char* theirs : {"VICTIM", "victim@mail.example", "0311112222"}) {
        EXPECT_THAT(answer.body, Not(HasSubstr(theirs))) << one.method << one.path;
      }
    }
  }
  EXPECT_EQ(kept(m_victim), before);
  EXPECT_EQ(account(open).json().at("authenticationId"), m_victim) << "the session goes on";
  EXPECT_EQ(m_backend.query("SELECT COUNT(*) FROM information_changes"), "1")
      << "the attacker's own has come to something";
  EXPECT_EQ(logIn(m_attacker, kNew).status, 201) << "as has their own password";
}

TEST_F(Attack, NoRouteLeadsToAnothersDraftsFilesOrApplications) {
  const auto as = [this](const std::string& token, const std::string& method,
                         const std::string& path, const std::string& body,
                         const std::string& type = kJson) {
    return m_client.send({.method = method,
                          .path = path,
                          .body = body,
                          .headers = {bearer(token), type, "Idempotency-Key: " + newUuid()}});
  };
  const std::string theirs = victimsToken();
  const std::string photo = madoguchi::backend::test::jpegOf(90, 120);
  const std::string begun = draftOf(theirs);
  const std::string filed =
      as(theirs, "POST", "/v1/drafts", draftBody(valuesToFile(photo))).json().value("id", "");
  // A file of which the first half has arrived, and one that was filed.
  std::vector<std::string> files;
  for (const auto& [draft, bytes] : {std::pair(begun, photo.size() / 2), {filed, photo.size()}}) {
    const std::string all = "/v1/drafts/" + draft + "/attachments";
    files.push_back(as(theirs, "POST", all, announcement(photo, "photo")).json().value("id", ""));
    as(theirs, "PUT", all + '/' + files.back() + "/content?from=0", photo.substr(0, bytes),
       kOctets);
  }
  const Response application =
      as(theirs, "POST", "/v1/drafts/" + filed + "/application", filingBody());
  ASSERT_EQ(application.status, 201) << application.body;
  m_backend.execute(
      "UPDATE applications SET state = 'documentsWanted', wanted_until = 99999999999");
  const auto all = [this] {
    return kept(m_victim) +
           m_backend.query("SELECT state || receipt || changed_at FROM applications") +
           m_backend.query("SELECT GROUP_CONCAT(id || received || owner_id) FROM attachments") +
           m_backend.query("SELECT COUNT(*) FROM error_reports");
  };
  const std::string before = all();
  const std::map<std::string, std::string> bodies = {
      {"PUT /v1/drafts/{id}", R"({"revision":1,"formVersion":1,"values":{},"page":""})"},
      {"POST /v1/drafts/{id}/attachments", announcement(photo, "photo")},
      {"POST /v1/drafts/{id}/application", filingBody()},
      {"POST /v1/applications/{id}/attachments", announcement(photo, "photo")},
      {"POST /v1/applications/{id}/error-reports", R"({"text":"wrong"})"},
      {"PUT /v1/applications/{id}/receive", R"({"receive":"counter"})"}};
  const std::string attacker = attackersToken();
  int tried = 0;
  for (const Operation& one : ApiDescription().operations()) {
    const bool ofDraft = one.path.starts_with("/v1/drafts/{id}");
    if (!ofDraft && !one.path.starts_with("/v1/applications/{id}")) {
      continue;
    }
    const std::string id = ofDraft ? begun : application.json().value("id", "");
    std::string path = std::regex_replace(one.path, std::regex("\\{id\\}"), id);
    path = std::regex_replace(path, std::regex("\\{attachment\\}"), files.at(ofDraft ? 0 : 1));
    const auto body = bodies.find(one.method + ' ' + one.path);
    const bool isPiece = path.ends_with("/content");
    const Response answer =
        m_client.send({.method = one.method,
                       .path = path + (isPiece ? "?from=" + std::to_string(photo.size() / 2) : ""),
                       .body = isPiece ? std::optional(photo.substr(photo.size() / 2))
                               : body != bodies.end() ? std::optional(body->second)
                               : one.method == "POST" ? std::optional<std::string>("")
                                                      : std::nullopt,
                       .headers = {bearer(attacker), isPiece ? kOctets : kJson,
                                   "Idempotency-Key: " + newUuid()}});
    EXPECT_EQ(answer.status, 404) << one.method << ' ' << one.path << answer.body;
    ++tried;
  }
  EXPECT_GE(tried, 17);
  EXPECT_EQ(all(), before);
}

// Session fixation: what was there before the login opens nothing after it.
TEST_F(Attack, NobodyChoosesTheTokenOfASession) {
  const std::string chosen(43, 'B');
  const Response welcome =
      logIn(m_victim, kVictims, {bearer(chosen), "Cookie: token=" + chosen, "X-Token: " + chosen});
  ASSERT_EQ(welcome.status, 201);
  EXPECT_EQ(welcome.headers.count("set-cookie"), 0U);
  const std::string given = welcome.json().at("token");
  EXPECT_NE(given, chosen);
  EXPECT_EQ(account(chosen).status, 401);
  EXPECT_NE(victimsToken(), given) << "each login has its own";
}

TEST_F(Attack, GuessingFromManyAddressesIsLockedOutAllTheSame) {
  for (int i = 1; i <= 5; ++i) {
    logIn(m_victim, kNew, {"X-Forwarded-For: 203.0.113." + std::to_string(i)});
  }
  EXPECT_EQ(logIn(m_victim, kVictims, {"X-Forwarded-For: 198.51.100.1"}).reason(), "accountLocked");
  EXPECT_EQ(logIn(m_attacker, kOld, {"X-Forwarded-For: 203.0.113.1"}).status, 201)
      << "and keeps nobody else out";
}

TEST_F(Attack, NothingThatIsSentEndsALineOfAHeader) {
  const std::string form = "authenticationId=" + m_victim + "&email=victim%40mail.example";
  for (const Response& answer :
       {m_client.send({.path = "/password/forgotten?language=en%0d%0aX-Injected:%20yes"}),
        sendForm("/password/forgotten?language=en%0d%0aX-Injected:%20yes", form)}) {
    EXPECT_EQ(answer.headers.count("x-injected"), 0U);
    EXPECT_LT(answer.status, 500);
  }
  json answers = {{"email", "a@b.example\r\nBcc: c@d.example"},
                  {"emailConfirmation", "a@b.example\r\nBcc: c@d.example"}};
  const json change = {{"answers", answers}, {"id", "informationChange"}, {"version", 1}};
  EXPECT_EQ(
      m_client
          .send({.method = "POST",
                 .path = "/v1/account/changes",
                 .body = change.dump(),
                 .headers = {bearer(attackersToken()), kJsonBody, "Idempotency-Key: " + newUuid()}})
          .reason(),
      "formInvalid");
  EXPECT_EQ(m_backend.query("SELECT COUNT(*) FROM email_changes"), "0");
}

// argon2 is meant to take memory: many logins at once wait for one another.
TEST(PasswordMemory, IsThatOfAFewHoweverManyAsk) {
  constexpr std::size_t kEach = 32UL * 1024;
  constexpr std::size_t kAtOnce = 2;
  constexpr int kAsking = 12;
  BackendUnderTest backend({"--password-memory", std::to_string(kEach), "--password-passes", "1",
                            "--passwords-at-once", std::to_string(kAtOnce)});
  const std::size_t before = mostKilobytes(backend.process().id());
  std::atomic<int> refused = 0;
  std::vector<std::thread> many;
  many.reserve(kAsking);
  for (int i = 0; i < kAsking; ++i) {
    many.emplace_back([&, i] {
      HttpClient client = backend.client();
      const std::string id = "bcdfg" + std::to_string(10000 + i);
      const Response answer =
          client.send({.method = "POST",
                       .path = "/v1/sessions",
                       .body = json{{"authenticationId", id}, {"password", kOld}}.dump(),
                       .headers = {kJsonBody}});
      refused += answer.reason() == "loginRefused" ? 1 : 0;
    });
  }
  for (std::thread& one : many) {
    one.join();
  }
  EXPECT_EQ(refused, kAsking) << "each had its turn";
  const std::size_t taken = mostKilobytes(backend.process().id()) - before;
  EXPECT_LT(taken, (kAtOnce + 1) * kEach);
  EXPECT_GT(taken, kEach / 2) << "a password takes what it should";
}

// A link that led to the attacker's host would bring them the token.
TEST_F(Attack, ALinkLeadsToTheServiceWhateverHostWasAskedFor) {
  static_cast<void>(
      m_backend.waitForMails(2));  // or another link would take the place of one that has not left
  m_backend.execute("UPDATE links SET created_at = 1");  // or no other would be sent so soon
  const Response asked = sendForm("/password/forgotten?language=en",
                                  "authenticationId=" + m_victim + "&email=victim%40mail.example",
                                  {"X-Forwarded-Host: evil.example", "Forwarded: host=evil.example",
                                   "X-Forwarded-Proto: http"});
  ASSERT_EQ(asked.status, 303);
  EXPECT_THAT(asked.headers.at("location"), Not(HasSubstr("evil")));
  const bool taken = sendForm("/password/forgotten?language=en",
                              "authenticationId=" + m_attacker + "&email=attacker%40mail.example",
                              {"Host: evil.example"})
                         .status == 303;
  int links = 0;
  for (const auto& path : m_backend.waitForMails(taken ? 4 : 3)) {
    const json mail = parseMail(path);
    EXPECT_THAT(mail.dump(), Not(HasSubstr("evil.example")));
    const std::string text = mail.at("text");
    links += text.find(m_backend.origin() + "/password/") != std::string::npos ? 1 : 0;
  }
  EXPECT_EQ(links, taken ? 4 : 3);
}

}  // namespace
}  // namespace madoguchi::test
