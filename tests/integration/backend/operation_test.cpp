// What operators do while the service runs: they look at its metrics, change its certificate,
// rotate its log, and ask madoguchi-admin.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>

#include "backend_under_test.h"

namespace madoguchi::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class OperationTest : public testing::Test {
 protected:
  static BackendUnderTest& backend() {
    static BackendUnderTest one(
        {"--metrics", "127.0.0.1:0", "--password-memory", "8", "--password-passes", "1"});
    return one;
  }
  static void TearDownTestSuite() { backend().stop(); }

  /// What Prometheus would read, over plain HTTP.
  static Response metrics(const std::string& path = "/metrics") {
    const int port = backend().ready().at("metricsPort").get<int>();
    return HttpClient("http://127.0.0.1:" + std::to_string(port), "").send({.path = path});
  }

  static CommandResult admin(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {MADOGUCHI_ADMIN, "--json", "--database",
                                         "sqlite3://db=" + backend().database().string()});
    return runCommand(arguments);
  }

  static void reload(const std::string& event) {
    // In a log of its own, so that it is this one's event.
    fs::rename(backend().folder() / "log.jsonl", backend().folder() / "log.1");
    backend().process().signal(SIGHUP);
    backend().waitForLog(event);
  }
};

TEST_F(OperationTest, MetricsTellWhatHappenedAndOfNobody) {
  HttpClient client = backend().client();
  const Draft draft = backend().draft(client);
  EXPECT_EQ(backend().submit(client, draft).status, 201);
  EXPECT_EQ(client
                .send({.method = "POST",
                       .path = "/v1/sessions",
                       .body = R"({"authenticationId":"bcdfg12345","password":"wrong"})",
                       .headers = {"Content-Type: application/json"}})
                .status,
            422);
  EXPECT_EQ(client.send({.path = "/v1/made-up-by-somebody"}).status, 404);
  EXPECT_EQ(client.send({.method = "BREW", .path = "/v1/health"}).status, 400);
  static_cast<void>(backend().waitForMails(1));
  backend().waitForLog("mailSent");
  const Response answer = metrics();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.headers.at("content-type"), "text/plain; version=0.0.4; charset=utf-8");
  for (
      const char* line :
      {R"(madoguchi_requests_total{route="POST /v1/registrations",status="201",reason=""} 1)",
       R"(madoguchi_requests_total{route="POST /v1/sessions",status="422",reason="loginRefused"} 1)",
       R"(madoguchi_requests_total{route="other",status="404",reason="notFound"} 1)",
       R"(madoguchi_requests_total{route="other",status="400",reason="malformed"} 1)",
       R"(madoguchi_request_duration_seconds_count{route="POST /v1/registrations"} 1)",
       R"(madoguchi_log_entries_total{level="info",event="mailSent"} 1)",
       R"(madoguchi_log_entries_total{level="error",event="filesUnknown"} 0)",
       R"(madoguchi_outbox_mails{state="refused"} 0)",
       R"(madoguchi_database_transaction_duration_seconds_count{kind="write"})",
       "madoguchi_tls_certificate_expiry_timestamp_seconds 1", "madoguchi_build_info{version="}) {
    EXPECT_THAT(answer.body, HasSubstr(line));
  }
  for (const char* personal : {"bcdfg12345", "made-up", "BREW", "mail.example", "127.0.0.1"}) {
    EXPECT_THAT(answer.body, Not(HasSubstr(personal)));
  }
  EXPECT_EQ(metrics("/").status, 404);
}

TEST_F(OperationTest, ATrustFolderThatIsGoneIsSaidAndNobodysFault) {
  HttpClient client = backend().client();
  const fs::path lists = backend().trust() / "crl";
  fs::rename(lists, lists.string() + ".away");
  EXPECT_EQ(metrics().status, 200);
  EXPECT_EQ(client.send({.path = "/v1/health"}).status, 503);
  EXPECT_EQ(backend().submit(client, backend().draft(client)).reason(), "unavailable");
  EXPECT_THAT(backend().log(), HasSubstr("trustFailed"));
  fs::rename(lists.string() + ".away", lists);
  EXPECT_EQ(client.send({.path = "/v1/health"}).status, 200);
  EXPECT_EQ(backend().submit(client, backend().draft(client)).status, 201);
}

TEST_F(OperationTest, ANewCertificateAndANewLogNeedNoRestart) {
  const fs::path tls = backend().folder() / "tls";
  HttpClient before = backend().client();
  EXPECT_EQ(before.send({.path = "/v1/health"}).status, 200);
  ASSERT_EQ(
      runCommand({MADOGUCHI_BACKEND, "--make-tls", (tls / "next").string(), "localhost"}).exitCode,
      0);
  for (const char* file : {"ca.pem", "server.pem", "server.key"}) {
    fs::rename(tls / "next" / file, tls / file);
  }
  reload("reloaded");
  HttpClient after = backend().client();
  EXPECT_EQ(after.send({.path = "/v1/health"}).status, 200);

  std::ofstream(tls / "server.key") << "no key";
  reload("reloadFailed");
  HttpClient again = backend().client();
  EXPECT_EQ(again.send({.path = "/v1/health"}).status, 200) << "with what it has";
}

TEST_F(OperationTest, ASuspendedAccountIsLoggedOutAndNotLetIn) {
  HttpClient client = backend().client();
  const DraftPayload payload = backend().agentPayload(client);
  ASSERT_EQ(backend().post(client, newUuid(), plainBody(payload)).status, 201);
  const std::string id = backend().query(
      "SELECT authentication_id FROM accounts WHERE entrance = 'attorneyOrScrivener'");
  backend().setPassword("Kawa9Ishi!");
  const auto logIn = [&] {
    return client.send(
        {.method = "POST",
         .path = "/v1/sessions",
         .body = nlohmann::json({{"authenticationId", id}, {"password", "Kawa9Ishi!"}}).dump(),
         .headers = {"Content-Type: application/json"}});
  };
  const std::string token = logIn().json().at("token");
  const auto look = [&] {
    return client.send({.path = "/v1/account", .headers = {"Authorization: Bearer " + token}})
        .status;
  };
  EXPECT_EQ(look(), 200);
  EXPECT_EQ(admin({"--ticket", "R1", "suspend", id}).exitCode, 0);
  EXPECT_EQ(look(), 401);
  const Response refused = logIn();
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(refused.reason(), "accountSuspended");
  EXPECT_EQ(
      admin({"--origin", "https://service.example", "--ticket", "R2", "reinstate", id}).exitCode,
      0);
  EXPECT_EQ(logIn().reason(), "loginRefused") << "whoever knew the password knows it no more";
  backend().setPassword("Kawa9Ishi!");  // as by the link
  EXPECT_EQ(logIn().reason(), "");
  EXPECT_EQ(admin({"--ticket", "R3", "delete", id}).exitCode, 0);
  EXPECT_EQ(logIn().reason(), "accountDeleted");
  EXPECT_EQ(runCommand({MADOGUCHI_ADMIN, "--database", "x", "suspend"}).exitCode, 2);
  EXPECT_EQ(runCommand({MADOGUCHI_ADMIN, "--database", "sqlite3://db=/nowhere/x", "log"}).exitCode,
            1);
}

}  // namespace
}  // namespace madoguchi::test
