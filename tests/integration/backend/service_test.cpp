#include <curl/curl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <deque>
#include <fstream>
#include <sstream>
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

// Every value of the form, the nonce, the authentication ID and the certificate's name items stay
// out of log and error output, also when things go wrong.
TEST(Log, HasNothingPersonal) {
  BackendUnderTest backend;
  HttpClient client = backend.client();
  const Draft good = backend.draft(client);
  const Response response = backend.submit(client, good);
  ASSERT_EQ(response.status, 201);
  Draft bad = backend.draft(client);
  bad.payload.form["name"] = "SOMEBODY ELSE";
  EXPECT_EQ(backend.submit(client, bad).reason(), "formMismatch");
  bad.payload.form["phone"] = "not a phone";
  EXPECT_EQ(backend.submit(client, bad).reason(), "formInvalid");
  EXPECT_EQ(backend.waitForMails(1).size(), 1U);
  backend.execute("ALTER TABLE accounts RENAME TO gone");
  EXPECT_EQ(backend.submit(client, backend.draft(client)).reason(), "unavailable");
  client.send({.path = "/v1/%E3%83%9E%E3%83%AA%E3%82%A2?name=MARIA"});
  backend.stop();

  const std::string output = backend.log() + readFile(backend.folder() / "errors.txt");
  EXPECT_THAT(output, HasSubstr("POST /v1/registrations"));
  for (const Draft* draft : {&good, &std::as_const(bad)}) {
    for (const auto& [field, value] : draft->payload.form) {
      EXPECT_THAT(output, testing::Not(HasSubstr(value))) << field;
    }
    EXPECT_THAT(output, testing::Not(HasSubstr(draft->payload.nonce)));
    EXPECT_THAT(output, testing::Not(HasSubstr(draft->idempotencyKey)));
  }
  EXPECT_THAT(output,
              testing::Not(HasSubstr(response.json().at("authenticationId").get<std::string>())));
  for (const char* text :
       {"SANTOS", "MARIA", "霞が関", "mail.example", "SOMEBODY", "not a phone"}) {
    EXPECT_THAT(output, testing::Not(HasSubstr(text)));
  }
  std::istringstream lines(backend.log());
  for (std::string line; std::getline(lines, line);) {
    EXPECT_TRUE(nlohmann::json::accept(line)) << line;
  }
}

struct StartFailure {
  std::string name;
  std::vector<std::string> options;
  int exitCode;
  std::string message;
};

std::string nameOf(const testing::TestParamInfo<StartFailure>& info) { return info.param.name; }

class WillNotStart : public testing::TestWithParam<StartFailure> {};

TEST_P(WillNotStart, AndSaysWhy) {
  BackendUnderTest good;  // its files, and a port that is in use
  std::vector<std::string> command = {MADOGUCHI_BACKEND,
                                      "--listen",
                                      "localhost:0",
                                      "--certificate",
                                      (good.folder() / "tls/server.pem").string(),
                                      "--key",
                                      (good.folder() / "tls/server.key").string(),
                                      "--trust",
                                      good.trust().string(),
                                      "--database",
                                      "sqlite3://db=" + (good.folder() / "b.db").string(),
                                      "--mail-dir",
                                      (good.folder() / "mail").string(),
                                      "--mail-from",
                                      "no-reply@madoguchi.example"};
  for (std::string option : GetParam().options) {
    const auto replace = [&](std::string_view mark, const std::string& with) {
      if (const std::size_t at = option.find(mark); at != std::string::npos) {
        option.replace(at, mark.size(), with);
      }
    };
    replace("@PORT@", std::to_string(good.port()));
    replace("@FOLDER@", good.folder().string());
    command.push_back(option);
  }
  ASSERT_EQ(mkfifo((good.folder() / "pipe").c_str(), 0600), 0);
  const fs::path errors = good.folder() / "start.txt";
  ChildProcess process(command, errors);
  EXPECT_EQ(process.readLine(), "");
  EXPECT_EQ(process.wait(), GetParam().exitCode);
  EXPECT_THAT(readFile(errors), HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Because, WillNotStart,
    testing::Values(
        StartFailure{"NoTrustFolder",
                     {"--trust", "/nonexistent"},
                     1,
                     "trust folder lacks /nonexistent/signing"},
        StartFailure{"KeyOfAnother", {"--key", "@FOLDER@/tls/ca.pem"}, 1, "cannot read the key"},
        StartFailure{
            "NoCertificate", {"--certificate", "/nonexistent"}, 1, "cannot read the certificate"},
        StartFailure{"PortInUse", {"--listen", "localhost:@PORT@"}, 1, "port is in use"},
        StartFailure{"NoDatabase",
                     {"--database", "sqlite3://db=/nonexistent/m.db"},
                     1,
                     "unable to open database"},
        StartFailure{"UnknownDatabase", {"--database", "nonsense://db=x"}, 2, "--database takes"},
        StartFailure{"LogIsAPipeThatNobodyReads", {"--log", "@FOLDER@/pipe"}, 1, "write the log"},
        StartFailure{"NoLogFolder", {"--log", "/nonexistent/log"}, 1, "cannot write the log"},
        StartFailure{"MailFolderIsAFile", {"--mail-dir", "/dev/null"}, 1, "mail"},
        StartFailure{"UnknownOption", {"--colour", "red"}, 2, "unknown option --colour"},
        StartFailure{"WrongPort", {"--listen", "localhost:99999"}, 2, "from 0 to 65535"},
        StartFailure{
            "TwoWaysForMail", {"--smtp", "smtp://localhost"}, 2, "either --mail-dir or --smtp"},
        StartFailure{"HeaderInjection",
                     {"--mail-from", "a@b.example\r\nBcc: c@d.example"},
                     2,
                     "--mail-from"},
        StartFailure{"OriginWithPath", {"--origin", "https://localhost/x"}, 2, "--origin"},
        StartFailure{"OriginWithBlank", {"--origin", "https://a b"}, 2, "--origin"},
        StartFailure{"NoTermsVersion", {"--terms-version", ""}, 2, "--terms-version"},
        StartFailure{"SampleTermsInEarnest",
                     {"--origin", "https://service.example"},
                     2,
                     "the sample terms of use"},
        StartFailure{"NoHelpDeskInEarnest",
                     {"--origin", "https://service.example", "--terms-version", "2027-04-01"},
                     2,
                     "--help-desk is missing"},
        StartFailure{"TermsVersionWithBlank", {"--terms-version", "2026 11 01"}, 2, "blanks"},
        StartFailure{
            "LeastClientIsNoVersion", {"--least-client", "1.2"}, 2, "--least-client takes"},
        StartFailure{"EmptyHelpDesk", {"--help-desk", ""}, 2, "--help-desk has an empty value"},
        StartFailure{"HelpDeskOfTwoLines", {"--help-desk", "a\nb"}, 2, "control characters"},
        StartFailure{"MailServerWithBlank", {"--smtp", "smtp://a b"}, 2, "--smtp takes"},
        StartFailure{"MailServerWithoutName", {"--smtp", "smtp://"}, 2, "--smtp takes"},
        StartFailure{"MailServerOnNoPort", {"--smtp", "smtp://host:0/x"}, 2, "--smtp takes"},
        StartFailure{"NoAnnouncements", {"--announcements", "/nonexistent"}, 1, "announcements"},
        StartFailure{"BrokenAnnouncements", {"--announcements", "/dev/null"}, 1, "announcements"},
        StartFailure{
            "ProxyIsNoAddress", {"--trusted-proxy", "nonsense"}, 2, "trusted-proxy takes an IP"},
        StartFailure{"KeysWithoutFolder", {"--data-keys", "/nonexistent"}, 2, "give both"},
        StartFailure{"NoDataKeys",
                     {"--data-keys", "/nonexistent", "--files", "/nonexistent"},
                     1,
                     "data keys"},
        StartFailure{"NoConfigFile", {"--config", "/nonexistent"}, 2, "configuration file"}),
    nameOf);

TEST(Log, WhatEverybodyCouldReadIsClosedOrSaid) {
  const TemporaryFolder folder;
  const fs::path log = folder.path() / "log";
  std::ofstream(log) << "";
  std::ofstream(folder.path() / "login") << "user\npassword\n";
  fs::permissions(log, fs::perms(0666));
  fs::permissions(folder.path() / "login", fs::perms(0644));
  BackendUnderTest backend(
      {"--log", log.string(), "--smtp-login", (folder.path() / "login").string()});
  EXPECT_EQ(fs::status(log).permissions(), fs::perms(0640));
  const std::string said = readFile(log);
  EXPECT_THAT(said, HasSubstr("logClosedToOthers"));
  EXPECT_THAT(said,
              HasSubstr(R"("event":"fileOpenToOthers","file":"login","option":"smtp-login")"));
  EXPECT_THAT(said, testing::Not(HasSubstr(R"("option":"key")")));
  EXPECT_THAT(said, testing::Not(HasSubstr(R"("option":"database")")));
  const fs::path moved = folder.path() / "log.1";
  fs::rename(log, moved);
  std::ofstream(log) << "";
  fs::permissions(log, fs::perms(0666));
  kill(backend.process().id(), SIGHUP);
  const auto giveUp = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (readFile(log).find("reloaded") == std::string::npos &&
         std::chrono::steady_clock::now() < giveUp) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  EXPECT_EQ(fs::status(log).permissions(), fs::perms(0640)) << "the next one, too";
}

TEST(Config, OptionsWinOverTheFile) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "backend.json";
  std::ofstream(file)
      << R"({"rate-limit": 1, "terms-version": ["2020-01-01"], "mail-from": "x@y.example"})";
  BackendUnderTest backend({"--config", file.string()});  // --rate-limit 0 stands before it
  HttpClient client = backend.client();
  for (int i = 0; i < 5; ++i) {
    EXPECT_FALSE(nonceFrom(client).empty());
  }
  EXPECT_EQ(backend.submit(client, backend.draft(client)).reason(), "termsOutdated");
}

}  // namespace
}  // namespace madoguchi::test
