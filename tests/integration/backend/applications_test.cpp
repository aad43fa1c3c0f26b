// An application over HTTPS, as a scrivener files it, from the first draft to its withdrawal: what
// is said is held against the published API.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "backend/filing/draft_store.h"
#include "backend/filing/sealed_column.h"
#include "backend_under_test.h"
#include "filing.h"
#include "tests/unit/backend/files/pdf_files.h"

namespace madoguchi::test {
namespace {

using nlohmann::json;

class ApplicationsTest : public testing::Test {
 protected:
  ~ApplicationsTest() override { expectPublishedAnswers(m_backend, m_scrivener.client()); }

  Response send(const std::string& method, const std::string& path,
                const std::optional<std::string>& body = std::nullopt,
                const std::string& type = kJson) {
    return m_scrivener.send(method, path, body, type);
  }
  std::string draft(const json& values) { return m_scrivener.draft(values); }

  BackendUnderTest m_backend{{"--password-memory", "8", "--password-passes", "1"}};
  Scrivener m_scrivener{m_backend};
};

TEST_F(ApplicationsTest, ADraftIsKeptWithItsFilesAndGoes) {
  const std::string id = draft({{"name", "SANTOS MARIA"}});
  const std::string path = "/v1/drafts/" + id;
  EXPECT_EQ(send("GET", "/v1/drafts").json().at("drafts").at(0).at("applicant"), "SANTOS MARIA");
  const json next = {{"revision", 1}, {"formVersion", 1}, {"values", json::object()}, {"page", ""}};
  EXPECT_EQ(send("PUT", path, next.dump()).json().at("revision"), 2);
  json other = next;
  other["page"] = "stay";
  EXPECT_EQ(send("PUT", path, other.dump()).reason(), "draftChanged");

  const std::string pdf = madoguchi::backend::test::goodPdf();
  const Response file = send("POST", path + "/attachments", announcement(pdf, "document"));
  ASSERT_EQ(file.status, 201) << file.body;
  const std::string at = path + "/attachments/" + file.json().value("id", "");
  EXPECT_EQ(send("PUT", at + "/content?from=0", pdf.substr(0, 100), kOctets).json().at("received"),
            100);
  EXPECT_EQ(send("PUT", at + "/content?from=0", pdf, kOctets).reason(), "uploadElsewhere");
  EXPECT_EQ(send("PUT", at + "/content?from=x", pdf, kOctets).reason(), "malformed");
  const Response last = send("PUT", at + "/content?from=100", pdf.substr(100), kOctets);
  EXPECT_EQ(last.json().value("state", ""), "whole") << last.body;
  EXPECT_EQ(send("GET", path).json().at("attachments").at(0).at("name"), "document");
  EXPECT_EQ(send("DELETE", at).status, 204);
  EXPECT_EQ(send("GET", at).status, 404);
  EXPECT_EQ(send("DELETE", path).status, 204);
  EXPECT_EQ(send("GET", path).status, 404);
  const std::string log = m_backend.log();
  EXPECT_THAT(log, testing::Not(testing::HasSubstr("SANTOS")));
}

TEST_F(ApplicationsTest, ADraftIsFiledSeenAndWithdrawn) {
  const std::string photo = madoguchi::backend::test::jpegOf(90, 120);
  const std::string id = draft(valuesToFile(photo));
  const std::string path = "/v1/drafts/" + id;
  const std::string filing = filingBody();
  EXPECT_EQ(send("POST", path + "/application", filing).json().at("errors"),
            json::array({{{"field", "photo"}, {"code", "fileMissing"}}}));
  const json file = send("POST", path + "/attachments", announcement(photo, "photo")).json();
  const Response sent = send(
      "PUT", path + "/attachments/" + file.value("id", "") + "/content?from=0", photo, kOctets);
  EXPECT_EQ(sent.json().value("state", ""), "whole") << sent.body;
  const Response filed = send("POST", path + "/application", filing);
  ASSERT_EQ(filed.status, 201) << filed.body;
  const std::string at = "/v1/applications/" + filed.json().value("id", "");
  EXPECT_EQ(m_backend.query("SELECT COUNT(*) FROM outbox WHERE kind = 'applicationFiled'"), "2")
      << "to the scrivener, and to the address in the form";
  EXPECT_EQ(send("GET", at).json().at("attachments").at(0).at("kind"), "photo");
  EXPECT_EQ(send("PUT", at + "/receive", R"({"receive":"counter"})").json().at("receive"),
            "counter");
  const Response reported = send("POST", at + "/error-reports", R"({"text":"My name is SANTOZ"})");
  EXPECT_EQ(reported.status, 201) << reported.body;
  EXPECT_EQ(reported.json().at("errorReports").at(0).at("text"), "My name is SANTOZ");
  EXPECT_EQ(send("POST", at + "/error-reports", R"({"text":" "})").reason(), "formInvalid");
  EXPECT_EQ(send("POST", at + "/error-reports", R"({"words":"a"})").reason(), "malformed");
  EXPECT_EQ(send("POST", at + "/documents", "").reason(), "tooLate");
  const std::string key = newUuid();
  const Response copied = m_scrivener.send("POST", at + "/draft", "", kJson, key);
  EXPECT_EQ(copied.status, 201);
  EXPECT_EQ(m_scrivener.send("POST", at + "/draft", "", kJson, key).body, copied.body)
      << "the answer to it was lost";
  EXPECT_EQ(send("POST", at + "/withdrawal", "").json().at("state"), "withdrawn");
  EXPECT_EQ(send("GET", "/v1/applications").json().at("applications").at(0).at("state"),
            "withdrawn");
  EXPECT_EQ(send("GET", "/v1/applications?limit=51").reason(), "malformed");
  EXPECT_EQ(send("GET", "/v1/applications?limit=x").reason(), "malformed");
  EXPECT_EQ(send("GET", "/v1/applications?limit=1&before=1-" + std::string(32, 'a'))
                .json()
                .at("applications")
                .size(),
            0U);
  const std::string log = m_backend.log();
  for (const char* secret : {"SANTOS", "maria@mail.example", "AB12345678CD"}) {
    EXPECT_THAT(log, testing::Not(testing::HasSubstr(secret)));
    EXPECT_EQ(m_backend.query("SELECT COUNT(*) FROM applications WHERE content LIKE '%" +
                              std::string(secret) + "%'"),
              "0");
  }
}

// Two processes over one database and one file of keys: neither is restarted for another key.
TEST_F(ApplicationsTest, WhatRunsSealsWithTheKeyThatIsUsedNow) {
  const std::string database = "sqlite3://db=" + m_backend.database().string();
  const std::vector<std::string> shared = {"--database",  database,
                                           "--data-keys", m_backend.dataKeys().string(),
                                           "--files",     (m_backend.folder() / "files").string()};
  BackendUnderTest other{shared};
  HttpClient asking = other.client();
  const auto admin = [&](const std::string& step, const std::string& id) {
    std::vector<std::string> command = {MADOGUCHI_ADMIN};
    command.insert(command.end(), shared.begin(), shared.end());
    command.insert(command.end(), {"data-keys", step});
    if (!id.empty()) {
      command.push_back(id);
    }
    EXPECT_EQ(runCommand(command).exitCode, 0) << step;
  };
  const auto askOther = [&](const std::string& method, const std::string& path,
                            const std::optional<std::string>& body = std::nullopt) {
    return asking.send({.method = method,
                        .path = path,
                        .body = body,
                        .headers = {"Authorization: Bearer " + m_scrivener.token(), kJson,
                                    "Idempotency-Key: " + newUuid()}});
  };
  const auto keyOf = [&](const std::string& id) {
    return m_backend.query("SELECT key_id FROM drafts WHERE id = '" + id + "'");
  };
  const std::string before = draft({{"name", "SANTOS MARIA"}});
  EXPECT_EQ(keyOf(before), "1");
  admin("add", "2");
  EXPECT_EQ(keyOf(draft(json::object())), "1") << "it opens, and does not seal yet";
  admin("use", "2");
  const std::string mine = draft({{"name", "SANTOS MARIA"}});
  const Response made = askOther("POST", "/v1/drafts", draftBody(json::object()));
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(keyOf(mine), "2");
  EXPECT_EQ(keyOf(made.json().value("id", "")), "2");
  // As when the requests of before have ended.
  std::filesystem::last_write_time(
      m_backend.dataKeys(), std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
  admin("reseal", "");
  admin("remove", "1");
  for (const std::string& id : {before, mine}) {
    const Response shown = askOther("GET", "/v1/drafts/" + id);
    EXPECT_EQ(shown.json().at("values").value("name", ""), "SANTOS MARIA") << shown.body;
  }
  EXPECT_THAT(other.log(), testing::HasSubstr("dataKeysRead"));

  // A key that is not there yet, or any more, is nobody's fault who asks, and passes.
  const std::string aside = m_backend.dataKeys().string() + ".aside";
  std::filesystem::rename(m_backend.dataKeys(), aside);
  std::ofstream(m_backend.dataKeys()) << "3 a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s=\n";
  std::filesystem::permissions(m_backend.dataKeys(), std::filesystem::perms::owner_read);
  EXPECT_EQ(askOther("GET", "/v1/drafts/" + mine).reason(), "unavailable");
  EXPECT_THAT(other.log(), testing::HasSubstr("dataKeyMissing"));
  std::filesystem::rename(aside, m_backend.dataKeys());
  EXPECT_EQ(askOther("GET", "/v1/drafts/" + mine).status, 200);
}

// As while a newer process works on the same database.
TEST_F(ApplicationsTest, WhatANewerProcessKeepsIsAskedForLater) {
  const std::string id = draft(json::object());
  const auto keys = madoguchi::backend::DataKeys::fromFile(m_backend.dataKeys());
  const auto newer = keys.seal(R"({"formVersion": 1000})", madoguchi::backend::draftPlace(id));
  m_backend.execute("UPDATE drafts SET content = '" + madoguchi::backend::toColumn(newer) +
                    "' WHERE id = '" + id + "'");
  for (const std::string& path : {std::string("/v1/drafts"), "/v1/drafts/" + id}) {
    EXPECT_EQ(send("GET", path).reason(), "unavailable") << path;
  }
  EXPECT_THAT(m_backend.log(), testing::HasSubstr("keptByNewer"));
}

TEST_F(ApplicationsTest, WhatCannotBeFiledSaysWhy) {
  const std::string id = draft({{"stayExpiry", "2020-01-31"}});
  const std::string filing = filingBody();
  const Response closed = send("POST", "/v1/drafts/" + id + "/application", filing);
  EXPECT_EQ(closed.reason(), "windowClosed");
  EXPECT_EQ(closed.json().at("errors"),
            json::array({{{"field", "stayExpiry"}, {"code", "windowOver"}}}));
  EXPECT_EQ(send("GET", "/v1/applications").json(), (json{{"applications", json::array()}}));
  EXPECT_EQ(send("GET", "/v1/applications/" + id).status, 404);
  m_backend.execute("UPDATE accounts SET user_class = 'coeByEmail'");
  EXPECT_EQ(send("GET", "/v1/drafts").reason(), "notYours") << "who applies at the counter";
}

}  // namespace
}  // namespace madoguchi::test
