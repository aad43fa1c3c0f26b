// Whoever gets no answer asks once more with the same key: nothing is there twice then. Of each
// request of the published API that makes something.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <map>
#include <set>
#include <thread>

#include "backend_under_test.h"
#include "filing.h"
#include "tests/unit/backend/files/pdf_files.h"

namespace madoguchi::test {
namespace {

using nlohmann::json;

/// What a request leaves rows in, but those that count each knock at a door.
constexpr std::array kTables = {"accounts",
                                "idempotency",
                                "links",
                                "sessions",
                                "drafts",
                                "applications",
                                "attachments",
                                "application_steps",
                                "error_reports",
                                "used_nonces",
                                "information_changes",
                                "email_changes",
                                "security_events"};

/// What each asking makes anew, and may.
const std::map<std::string, const char*> kEachAnew = {
    {"/v1/nonces", "it leaves nothing where it is not used"},
    {"/v1/sessions", "a login is one each time; the session before ends"},
    {"/v1/card-sessions", "a login is one each time; the session before ends"},
};

class AskedTwice : public testing::Test {
 protected:
  std::map<std::string, std::string> rows() {
    std::map<std::string, std::string> counts;
    for (const char* table : kTables) {
      counts[table] = m_backend.query("SELECT COUNT(*) FROM " + std::string(table));
    }
    counts["outbox"] = mailsToLeave();
    return counts;
  }
  /// Or that have left; not those that only take their time.
  std::string mailsToLeave() {
    return m_backend.query("SELECT COUNT(*) FROM outbox WHERE state <> 'dropped'");
  }
  /// `pattern` is the path as it is published.
  Response twice(const std::string& pattern, const std::string& path, const std::string& body) {
    const std::string key = newUuid();
    const Response first = m_person.send("POST", path, body, kJson, key);
    EXPECT_TRUE(first.status >= 200 && first.status < 300) << path << ' ' << first.body;
    const auto after = rows();
    const Response again = m_person.send("POST", path, body, kJson, key);
    EXPECT_EQ(again.status, first.status) << path;
    EXPECT_TRUE(again.body == first.body) << path;
    EXPECT_EQ(rows(), after) << path;
    m_asked.insert(pattern);
    return first;
  }
  /// With its bytes.
  void handOver(const std::string& pattern, const std::string& owner, const std::string& bytes,
                const std::string& kind) {
    const json file =
        twice(pattern + "/attachments", owner + "/attachments", announcement(bytes, kind)).json();
    const Response sent = m_person.send(
        "PUT", owner + "/attachments/" + file.value("id", "") + "/content?from=0", bytes, kOctets);
    EXPECT_EQ(sent.json().value("state", ""), "whole") << sent.body;
  }
  std::string linkOfMail() {
    const auto giveUp = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (
        m_backend.query("SELECT COUNT(*) FROM outbox WHERE kind = 'forgottenPassword' AND state ="
                        " 'sent'") == "0" &&
        std::chrono::steady_clock::now() < giveUp) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    const std::string text = m_backend.mailOfKind("forgottenPassword", 1).at("text");
    const std::string path = "/password/";
    constexpr std::size_t kTokenLength = 43;
    return text.substr(text.find(path) + path.size(), kTokenLength);
  }

  BackendUnderTest m_backend{{"--password-memory", "8", "--password-passes", "1"}};
  Scrivener m_person{m_backend};
  std::set<std::string> m_asked;
};

TEST_F(AskedTwice, NothingIsThereTwice) {
  const std::string photo = madoguchi::backend::test::jpegOf(90, 120);
  const json draft = twice("/v1/drafts", "/v1/drafts", draftBody(valuesToFile(photo))).json();
  const std::string path = "/v1/drafts/" + draft.value("id", "");
  handOver("/v1/drafts/{id}", path, photo, "photo");
  const json filed =
      twice("/v1/drafts/{id}/application", path + "/application", filingBody()).json();
  const std::string id = filed.value("id", "");
  const std::string at = "/v1/applications/" + id;
  const std::string pattern = "/v1/applications/{id}";
  twice(pattern + "/error-reports", at + "/error-reports", R"({"text":"My name is SANTOZ"})");
  twice(pattern + "/draft", at + "/draft", "");
  m_backend.execute(
      "UPDATE applications SET state = 'documentsWanted', wanted_until = filed_at + "
      "86400");
  m_backend.execute(
      "INSERT INTO application_steps (application_id, step, state, happened_at)"
      " SELECT id, 1, 'documentsWanted', filed_at FROM applications");
  handOver(pattern, at, madoguchi::backend::test::goodPdf(), "document");
  twice(pattern + "/documents", at + "/documents", "");
  twice(pattern + "/withdrawal", at + "/withdrawal", "");

  twice("/v1/account/changes", "/v1/account/changes",
        json{{"answers", {{"phone", "0399999999"}}}, {"id", "informationChange"}, {"version", 1}}
            .dump());
  HttpClient client = m_backend.client();
  twice("/v1/registrations", "/v1/registrations", plainBody(m_backend.agentPayload(client)));
  const std::string name =
      m_backend.query("SELECT authentication_id FROM accounts WHERE password_hash IS NOT NULL");
  const std::string email =
      m_backend.query("SELECT email FROM accounts WHERE authentication_id = '" + name + "'");
  // Long ago: else they are told to look at the mail that they have.
  m_backend.execute("UPDATE links SET created_at = created_at - 3600");
  twice("/v1/password-links", "/v1/password-links",
        json{{"authenticationId", name}, {"email", email}}.dump());
  twice("/v1/passwords", "/v1/passwords",
        json{{"link", linkOfMail()}, {"password", "CD67890!"}, {"passwordConfirmation", "CD67890!"}}
            .dump());

  const json api = json::parse(readFile(MADOGUCHI_SOURCE "/backend/openapi.json"));
  for (const auto& [one, methods] : api.at("paths").items()) {
    EXPECT_TRUE(!methods.contains("post") || m_asked.contains(one) || kEachAnew.contains(one))
        << one << " makes something, and was not asked twice";
  }
}

}  // namespace
}  // namespace madoguchi::test
