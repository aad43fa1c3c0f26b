#include <curl/curl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <deque>
#include <fstream>
#include <thread>

#include "backend_under_test.h"
#include "tls_socket.h"

namespace madoguchi::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

TEST(Service, AnswersHealthAndAnnouncements) {
  const TemporaryFolder folder;
  const fs::path news = folder.path() / "news.json";
  std::ofstream(news) << R"([{"date":"2026-11-01","text":{"ja":"あ","easy":"い","en":"Open"}}])";
  BackendUnderTest backend(
      {"--announcements", news.string(), "--help-desk", "00-0000-0000, 9:00-17:00"});
  HttpClient client = backend.client();
  EXPECT_EQ(client.send({.path = "/v1/health"}).json(), (nlohmann::json{{"status", "ok"}}));
  const auto answer = client.send({.path = "/v1/announcements?language=en"}).json();
  EXPECT_EQ(answer.at("announcements").at(0),
            (nlohmann::json{{"date", "2026-11-01"}, {"text", "Open"}}));
  EXPECT_EQ(answer.at("helpDesk"), "00-0000-0000, 9:00-17:00");
  std::ofstream(news) << "[";  // half a file, as it is being written
  EXPECT_EQ(client.send({.path = "/v1/announcements?language=en"}).json(), answer);
  EXPECT_THAT(backend.log(), HasSubstr("unreadableAnnouncements"));
  std::ofstream(news) << "[]";  // a change needs no restart
  EXPECT_TRUE(
      client.send({.path = "/v1/announcements?language=en"}).json().at("announcements").empty());
}

TEST(Service, RefusesClientsThatAreTooOldButTellsThemSo) {
  BackendUnderTest backend({"--least-client", "0.10.0"});
  HttpClient client = backend.client();
  const auto send = [&](const std::string& path, const std::string& agent) {
    Request request{.path = path, .headers = {"User-Agent: " + agent}};
    if (path == "/v1/nonces") {
      request.method = "POST";
      request.body = "";
    }
    return client.send(request);
  };
  EXPECT_EQ(send("/v1/health", "Madoguchi/0.9.9").status, 200);
  const auto told = send("/v1/announcements?language=en", "Madoguchi/0.9.9");
  ASSERT_EQ(told.status, 200);
  EXPECT_EQ(told.json().at("leastClient"), "0.10.0");
  const auto refused = send("/v1/nonces", "Madoguchi/0.9.9");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused.json().at("reason"), "clientTooOld");
  for (const char* accepted : {"Madoguchi/0.10.0", "Madoguchi/1.0.0", "curl/7.88.1"}) {
    EXPECT_EQ(send("/v1/nonces", accepted).status, 201) << accepted;
  }
}

TEST(Service, LeavesOutAnnouncementsThatCannotBeShownAndThoseTooMany) {
  const TemporaryFolder folder;
  const fs::path news = folder.path() / "news.json";
  nlohmann::json entries = nlohmann::json::array();
  const auto add = [&](const std::string& date, const std::string& text) {
    entries.push_back({{"date", date}, {"text", {{"ja", "a"}, {"easy", "a"}, {"en", text}}}});
  };
  add("2026-11-01T10:00:00", "a date with a tail");
  add("2026-11-01", "turned \u202E round");
  add("2026-11-01", "control \u0007");
  entries.push_back({{"date", "2026-11-01"}, {"text", {{"en", "one language"}}}});
  entries.push_back("nothing of the kind");
  for (int i = 0; i < 1400; ++i) {
    add("2026-11-01", std::to_string(i));
  }
  std::ofstream(news) << entries;
  BackendUnderTest backend({"--announcements", news.string()});
  HttpClient client = backend.client();
  const auto shown = client.send({.path = "/v1/announcements?language=en"}).json();
  ASSERT_EQ(shown.at("announcements").size(), 10U);
  EXPECT_EQ(shown.at("announcements").at(0).at("text"), "0");
  EXPECT_EQ(shown.at("announcements").at(9).at("text"), "9");
  EXPECT_THAT(backend.log(), HasSubstr(R"("unshowable":5)"));
  EXPECT_THAT(backend.log(), HasSubstr(R"("tooMany":1390)"));
}

// The client says the host in lower case and without the port of https, whatever the operator
// wrote.
TEST(Service, TakesRegistrationsUnderAnySpellingOfItsOrigin) {
  BackendUnderTest backend({"--origin", "HTTPS://LOCALHOST:0/"});
  HttpClient client = backend.client();
  const Draft draft = backend.draft(client);
  EXPECT_EQ(draft.payload.origin, "https://localhost:" + std::to_string(backend.port()));
  EXPECT_EQ(backend.submit(client, draft).status, 201);
}

TEST(Service, SaysWhenItsDatabaseIsGone) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  backend.execute("DROP TABLE schema_version");
  const Response response = client.send({.path = "/v1/health"});
  EXPECT_EQ(response.status, 503);
  EXPECT_EQ(response.json(), (nlohmann::json{{"status", "unavailable"}}));
}

/// Asks until health says so: its last answer holds for a second.
bool becomes(HttpClient& client, int status) {
  const auto giveUp = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (std::chrono::steady_clock::now() < giveUp) {
    if (client.send({.path = "/v1/health"}).status == status) {
      return true;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return false;
}

TEST(Service, SaysWhenItsDiskIsFullAndWhenItIsNotAnyMore) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  const Draft draft = backend.draft(client);
  ASSERT_TRUE(becomes(client, 200));
  // No file of the process may grow, as on a full disk.
  rlimit former{};
  const rlimit full{1, RLIM_INFINITY};
  ASSERT_EQ(prlimit(backend.process().id(), RLIMIT_FSIZE, &full, &former), 0);
  EXPECT_EQ(backend.submit(client, draft).reason(), "unavailable");
  EXPECT_TRUE(becomes(client, 503));
  ASSERT_EQ(prlimit(backend.process().id(), RLIMIT_FSIZE, &former, nullptr), 0);
  EXPECT_TRUE(becomes(client, 200));
  EXPECT_EQ(backend.query("SELECT COUNT(*) FROM accounts"), "0");
  EXPECT_EQ(backend.submit(client, draft).status, 201);
}

// SQLite goes on writing into a file that nobody will find any more.
TEST(Service, AcknowledgesNothingWhenItsDatabaseFileWasReplaced) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  const Draft draft = backend.draft(client);
  ASSERT_TRUE(becomes(client, 200));
  const fs::path copy = backend.folder() / "restored.db";
  fs::copy_file(backend.database(), copy);
  fs::rename(copy, backend.database());
  EXPECT_EQ(client.send({.path = "/v1/health"}).status, 503);  // at once
  EXPECT_EQ(backend.submit(client, draft).reason(), "unavailable");
  EXPECT_THAT(backend.log(), HasSubstr("removed or replaced"));
}

TEST(Tls, RefusesOldVersions) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  client.limitTls(CURL_SSLVERSION_MAX_TLSv1_1);
  EXPECT_EQ(client.send({.path = "/v1/health"}).status, 0);
  client.limitTls(CURL_SSLVERSION_MAX_TLSv1_2);
  EXPECT_EQ(client.send({.path = "/v1/health"}).status, 200);
}

TEST(Tls, ServesNothingWithoutTls) {
  BackendUnderTest backend;
  HttpClient plain("http://localhost:" + std::to_string(backend.port()), backend.ca());
  EXPECT_EQ(plain.send({.path = "/v1/health"}).status, 0);
}

TEST(MakeTls, WritesAKeyForItsOwnerAndACertificateThatOpensslAccepts) {
  const TemporaryFolder folder;
  const std::string tls = (folder.path() / "tls").string();
  ASSERT_EQ(runCommand({MADOGUCHI_BACKEND, "--make-tls", tls, "localhost", "::1"}).exitCode, 0);
  struct stat key {};
  ASSERT_EQ(stat((tls + "/server.key").c_str(), &key), 0);
  EXPECT_EQ(key.st_mode & 0777U, 0600U);
  EXPECT_EQ(
      runCommand({"openssl", "verify", "-x509_strict", "-purpose", "sslserver", "-verify_hostname",
                  "localhost", "-CAfile", tls + "/ca.pem", tls + "/server.pem"})
          .exitCode,
      0);
}

TEST(SlowClients, AreCutOff) {
  BackendUnderTest backend({"--request-seconds", "2"});
  EXPECT_TRUE(SilentSocket(backend.port()).isClosed());
  TlsSocket slow(backend.port(), backend.ca());
  ASSERT_TRUE(slow.write("GET /v1/health HTTP/1.1\r\nX: "));
  int written = 0;
  // Never pausing as long as the limit for a single read; half a minute in all if nobody objects.
  while (written < 300 && slow.write("x")) {
    ++written;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  EXPECT_LT(written, 300);
  HttpClient client = backend.client();
  EXPECT_EQ(client.send({.path = "/v1/health"}).status, 200);
}

TEST(Framing, AmbiguousRequestsEndTheConnection) {
  BackendUnderTest backend;
  const std::string second = "GET /v1/announcements?language=ja HTTP/1.1\r\nHost: x\r\n\r\n";
  const std::string host = " HTTP/1.1\r\nHost: x\r\n";
  for (const std::string& first :
       {"GET /v1/health" + host + "Content-Length: 5\r\n\r\nhello",
        "GET /v1/health" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/nonces" + host +
            "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/nonces" + host + "Content-Length: 0\r\nContent-Length: 50\r\n\r\n",
        "POST /v1/nonces" + host + "Content-Length: -1\r\n\r\n",
        "POST /v1/nonces" + host + "Content-Length: 99999999999999999999\r\n\r\n",
        "POST /v1/nonces" + host + "\r\n",
        "POST /v1/nonces" + host + "Transfer-Encoding: gzip\r\n\r\n",
        std::string("nonsense\r\n\r\n")}) {
    TlsSocket socket(backend.port(), backend.ca());
    socket.write(first + second);
    const std::string answers = socket.readAll();
    EXPECT_THAT(answers, testing::StartsWith("HTTP/1.1 4")) << first;
    EXPECT_THAT(answers, testing::Not(HasSubstr("announcements\":"))) << first;
  }
  // Without the doubtful part, a connection serves both. Each in a TLS record of its own: what is
  // left of a record the library does not see before more arrives.
  TlsSocket socket(backend.port(), backend.ca());
  socket.write("GET /v1/health" + host + "\r\n");
  socket.write(
      "GET /v1/announcements?language=ja HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(socket.readAll(), HasSubstr("announcements\":"));
}

/// Sends all but the body. When this returns, the service knows of the request.
void beginRegistration(TlsSocket& socket, const Draft& draft, std::string_view body) {
  constexpr std::string_view kGoOn = "HTTP/1.1 100 Continue\r\n\r\n";
  ASSERT_TRUE(socket.write(
      "POST /v1/registrations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
      "Expect: 100-continue\r\nIdempotency-Key: " +
      draft.idempotencyKey + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n"));
  ASSERT_EQ(socket.read(kGoOn.size()), kGoOn);
}

TEST(Stop, LetsARunningRequestFinish) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  const Draft draft = backend.draft(client);
  const std::string body = signedBody(draft);
  TlsSocket socket(backend.port(), backend.ca());
  beginRegistration(socket, draft, body);
  const TlsSocket idle(backend.port(), backend.ca());
  backend.process().signal(SIGTERM);
  backend.waitForLog("stopping");
  ASSERT_TRUE(socket.write(body));
  EXPECT_THAT(socket.readAll(), testing::StartsWith("HTTP/1.1 201"));
  EXPECT_EQ(backend.process().wait(), 0);
}

// Else each would be waited for until the limit for a read, one after the other.
TEST(Stop, WaitsForNobodyWhoGetsAThreadOnlyThen) {
  BackendUnderTest backend({"--threads", "1"});
  const Draft draft = [&] {
    HttpClient client = backend.client();  // whose connection must not keep the thread
    return backend.draft(client);
  }();
  const std::string body = signedBody(draft);
  TlsSocket socket(backend.port(), backend.ca());
  beginRegistration(socket, draft, body);
  std::deque<SilentSocket> waiting;
  for (int i = 0; i < 60; ++i) {
    waiting.emplace_back(backend.port());
  }
  backend.process().signal(SIGTERM);
  backend.waitForLog("stopping");
  ASSERT_TRUE(socket.write(body));
  EXPECT_THAT(socket.readAll(), testing::StartsWith("HTTP/1.1 201"));
  EXPECT_EQ(backend.process().wait(), 0);
}

}  // namespace
}  // namespace madoguchi::test
