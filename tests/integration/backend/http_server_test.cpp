// The HTTP engine with endpoints of the test's own: what rooms can rely on.
#include "backend/http/server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <future>
#include <latch>
#include <memory>
#include <numeric>
#include <thread>

#include "backend/core/encoding.h"
#include "backend/core/structured_log.h"
#include "backend/http/tls_files.h"
#include "backend_under_test.h"
#include "crowd.h"
#include "tls_socket.h"

namespace madoguchi::backend {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::size_t kLongBody = 8UL * 1024 * 1024;

class HttpServerTest : public testing::Test {
 private:
  test::TemporaryFolder m_folder;

 protected:
  HttpServerTest() {
    std::signal(SIGPIPE, SIG_IGN);
    makeTlsFiles(m_folder.path(), {"localhost", "127.0.0.1"});
  }

  ServerOptions options{.host = "localhost",
                        .port = 0,
                        .certificate = m_folder.path() / "server.pem",
                        .key = m_folder.path() / "server.key",
                        .rateLimit = 0,
                        .trustedProxies = {},
                        .threads = 2,
                        .connectionsPerAddress = 100,
                        .spool = m_folder.path(),
                        .patience = {}};

  void start(std::vector<Endpoint> endpoints, FindPrincipal findPrincipal = {}) {
    m_server = std::make_unique<HttpServer>(options, m_log);
    m_server->start(
        std::move(endpoints),
        [](const std::exception& fault) -> std::optional<protocol::Refusal> {
          if (dynamic_cast<const std::out_of_range*>(&fault) == nullptr) {
            return std::nullopt;
          }
          return protocol::Refusal{protocol::Reason::unavailable};
        },
        std::move(findPrincipal));
  }
  void stop() { m_server.reset(); }

  [[nodiscard]] int port() const { return m_server->port(); }
  [[nodiscard]] std::filesystem::path ca() const { return m_folder.path() / "ca.pem"; }
  [[nodiscard]] std::string log() const { return test::readFile(m_folder.path() / "log"); }
  /// Needs no descriptor.
  [[nodiscard]] std::size_t logSize() const { return file_size(m_folder.path() / "log"); }
  test::Response send(const test::Request& request) {
    return test::HttpClient("https://localhost:" + std::to_string(port()), ca()).send(request);
  }
  /// Everything that is answered to these bytes until the server closes.
  std::string exchange(std::string_view bytes) {
    test::TlsSocket socket(port(), ca());
    socket.write(bytes);
    return socket.readAll();
  }

 private:
  StructuredLog m_log{(m_folder.path() / "log").string()};
  std::unique_ptr<HttpServer> m_server;
};

/// Answers with this text.
Endpoint saying(std::string method, std::string pattern, std::string text) {
  return {.method = std::move(method),
          .pattern = std::move(pattern),
          .answer = [text = std::move(text)](const Request&) -> Outcome {
            return Answer{.body = text, .contentType = "text/plain"};
          }};
}

const std::string kEnd = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";

TEST_F(HttpServerTest, SeveralMethodsShareAPath) {
  Endpoint change = saying("PUT", "/v1/drafts/{id}", "");
  change.takes = "text/plain";
  change.maxBody = 10;
  change.answer = [](const Request& request) -> Outcome {
    return Answer{.status = 201,
                  .body = request.path.at("id") + valueOf(request.query, "q") + request.body,
                  .headers = {{"Location", "/v1/drafts/1"}}};
  };
  start({saying("GET", "/v1/drafts/{id}", "got"), change});
  EXPECT_EQ(send({.path = "/v1/drafts/1"}).body, "got");
  const test::Response changed = send({.method = "PUT",
                                       .path = "/v1/drafts/a%20b?q=c",
                                       .body = "d",
                                       .headers = {"Content-Type: TEXT/plain; charset=utf-8"}});
  EXPECT_EQ(changed.status, 201);
  EXPECT_EQ(changed.body, "a bcd");
  EXPECT_EQ(changed.headers.at("location"), "/v1/drafts/1");
  const test::Response wrong = send({.method = "DELETE", .path = "/v1/drafts/1"});
  EXPECT_EQ(wrong.reason(), "methodNotAllowed");
  EXPECT_EQ(wrong.headers.at("allow"), "GET, HEAD, PUT");
}

TEST_F(HttpServerTest, HeadIsGetWithoutTheBody) {
  start({saying("GET", "/", "twelve bytes")});
  const std::string answer = exchange("HEAD /" + kEnd + "\r\n");
  EXPECT_THAT(answer, HasSubstr("Content-Length: 12\r\n"));
  EXPECT_THAT(answer, testing::EndsWith("\r\n\r\n"));
}

TEST_F(HttpServerTest, AnswersRequestsThatComeTogetherInTheirOrder) {
  start({saying("GET", "/a", "first"), saying("GET", "/b", "second")});
  const std::string next = " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const std::string answers =
      exchange("GET /a" + next + "GET /none" + next + "GET /b" + kEnd + "\r\nGET /a" + next);
  EXPECT_LT(answers.find("first"), answers.find("notFound"));
  EXPECT_LT(answers.find("notFound"), answers.find("second"));
  EXPECT_THAT(answers, testing::EndsWith("second"));  // with which the client wanted to end
}

TEST_F(HttpServerTest, EndsTheConnectionOfAnOldClient) {
  start({saying("GET", "/", "body")});
  EXPECT_THAT(exchange("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"),
              testing::AllOf(StartsWith("HTTP/1.1 200"), HasSubstr("Connection: close\r\n"),
                             testing::EndsWith("body")));
}

TEST_F(HttpServerTest, TakesTheAbsoluteForm) {
  start({saying("GET", "/a", "found")});
  EXPECT_THAT(exchange("GET https://localhost/a" + kEnd + "\r\n"), testing::EndsWith("found"));
}

TEST_F(HttpServerTest, FaultsOfARoomEndNothingButTheirRequest) {
  const auto throwing = [](const char* pattern, auto what) {
    Endpoint endpoint = saying("GET", pattern, "");
    endpoint.answer = [what](const Request&) -> Outcome { throw what; };
    return endpoint;
  };
  Endpoint brokenField = saying("GET", "/field", "");
  brokenField.answer = [](const Request&) -> Outcome {
    return Answer{.headers = {{"Location", "/a\r\nSet-Cookie: b"}}};
  };
  start({saying("GET", "/good", "good"), brokenField,
         throwing("/runtime", std::runtime_error("whose secret")), throwing("/number", 7),
         throwing("/memory", std::bad_alloc()), throwing("/known", std::out_of_range("x"))});
  for (const char* path : {"/runtime", "/number", "/memory"}) {
    const test::Response response = send({.path = path});
    EXPECT_EQ(response.status, 500) << path;
    EXPECT_EQ(response.reason(), "internal") << path;
  }
  EXPECT_EQ(send({.path = "/known"}).status, 503);
  EXPECT_EQ(send({.path = "/field"}).status, 0);
  EXPECT_EQ(send({.path = "/good"}).body, "good");
  EXPECT_THAT(log(), testing::AllOf(HasSubstr("std::bad_alloc"), HasSubstr("std::runtime_error"),
                                    Not(HasSubstr("secret"))));
}

TEST_F(HttpServerTest, IsNotDeafAfterDescriptorsHaveRunOut) {
  start({saying("GET", "/", "body")});
  const int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int lowestFree = dup(client);
  close(lowestFree);
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  const rlimit none{static_cast<rlim_t>(lowestFree), before.rlim_max};
  setrlimit(RLIMIT_NOFILE, &none);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port()));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  EXPECT_EQ(connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  for (int loops = 4; loops > 0; --loops) {  // until each of its threads has failed to take it
    const auto said = logSize();
    while (logSize() == said) {
      std::this_thread::sleep_for(milliseconds(5));
    }
  }
  setrlimit(RLIMIT_NOFILE, &before);
  EXPECT_EQ(send({.path = "/"}).body, "body");
  close(client);
  const std::string entries = log();
  EXPECT_THAT(entries, HasSubstr("acceptFailed"));
  EXPECT_LT(std::ranges::count(entries, '\n'), 20);  // it does not spin
}

TEST_F(HttpServerTest, WhoNeedsASessionIsAskedForItBeforeTheBodyComes) {
  Endpoint endpoint = saying("POST", "/mine", "");
  endpoint.needsSession = true;
  endpoint.takes = "text/plain";
  endpoint.maxBody = 100;
  endpoint.answer = [](const Request& request) -> Outcome {
    return Answer{.body = request.who->accountId + request.body};
  };
  start({endpoint}, [](const Request& request) -> std::variant<Principal, protocol::Reason> {
    const std::string token = valueOf(request.headers, "authorization");
    if (token != "Bearer good") {
      return token == "Bearer old" ? protocol::Reason::sessionReplaced
                                   : protocol::Reason::sessionMissing;
    }
    return Principal{.accountId = "account", .sessionId = "session"};
  });
  const test::Response stranger = send(
      {.method = "POST", .path = "/mine", .body = "", .headers = {"Content-Type: text/plain"}});
  EXPECT_EQ(stranger.status, 401);
  EXPECT_EQ(stranger.reason(), "sessionMissing");
  EXPECT_EQ(stranger.headers.at("www-authenticate"), "Bearer");
  const test::Response replaced =
      send({.method = "POST",
            .path = "/mine",
            .body = "",
            .headers = {"Content-Type: text/plain", "Authorization: Bearer old"}});
  EXPECT_EQ(replaced.status, 401);
  EXPECT_EQ(replaced.reason(), "sessionReplaced");
  const std::string head = "POST /mine" + kEnd +
                           "Content-Type: text/plain\r\nContent-Length: 4\r\n"
                           "Expect: 100-continue\r\nAuthorization: Bearer ";
  EXPECT_THAT(exchange(head + "bad\r\n\r\n"), StartsWith("HTTP/1.1 401"));
  test::TlsSocket socket(port(), ca());
  socket.write(head + "good\r\n\r\n");
  constexpr std::string_view kGoOn = "HTTP/1.1 100 Continue\r\n\r\n";
  EXPECT_EQ(socket.read(kGoOn.size()), kGoOn);
  socket.write("body");
  EXPECT_THAT(socket.readAll(), testing::EndsWith("accountbody"));
}

TEST_F(HttpServerTest, WithoutSessionsNobodyHasOne) {
  Endpoint endpoint = saying("GET", "/mine", "secret");
  endpoint.needsSession = true;
  start({endpoint});
  EXPECT_EQ(send({.path = "/mine", .headers = {"Authorization: Bearer x"}}).status, 401);
}

TEST_F(HttpServerTest, TheIdempotencyKeyIsAUuid) {
  Endpoint endpoint = saying("POST", "/once", "");
  endpoint.needsIdempotencyKey = true;
  endpoint.answer = [](const Request& request) -> Outcome {
    return Answer{.body = request.idempotencyKey};
  };
  start({endpoint});
  const auto with = [&](const std::string& key) {
    return send({.method = "POST", .path = "/once", .body = "", .headers = {key}});
  };
  EXPECT_EQ(with("Idempotency-Key: 8C5F2C66-5D0C-4D39-8D0C-2F6D3F0B8A11").body,
            "8c5f2c66-5d0c-4d39-8d0c-2f6d3f0b8a11");
  for (const char* key : {"X: y", "Idempotency-Key;", "Idempotency-Key: 1",
                          "Idempotency-Key: 8c5f2c66-5d0c-4d39-8d0c-2f6d3f0b8a1g",
                          "Idempotency-Key: 8c5f2c665d0c-4d39-8d0c-2f6d3f0b8a1111"}) {
    EXPECT_EQ(with(key).reason(), "idempotencyKeyMissing") << key;
  }
}

/// Tells length and sum of what it reads.
Endpoint summing(const char* pattern) {
  Endpoint endpoint = saying("POST", pattern, "");
  endpoint.takes = "application/pdf";
  endpoint.maxBody = kLongBody;
  endpoint.streams = true;
  endpoint.answer = [](const Request& request) -> Outcome {
    std::array<std::byte, 4096> piece{};
    std::size_t length = request.body.size();
    std::size_t sum = 0;
    for (std::size_t count = request.stream->read(piece); count > 0;
         count = request.stream->read(piece)) {
      length += count;
      sum = std::accumulate(
          piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(count), sum,
          [](std::size_t so, std::byte byte) { return so + std::to_integer<std::size_t>(byte); });
    }
    return Answer{.body = std::to_string(length) + ' ' + std::to_string(sum)};
  };
  return endpoint;
}

TEST_F(HttpServerTest, LongBodiesDoNotLieInMemory) {
  start({summing("/long")});
  const auto post = [&](const std::string& body, std::vector<std::string> headers = {}) {
    headers.emplace_back("Content-Type: application/pdf");
    return send({.method = "POST", .path = "/long", .body = body, .headers = headers});
  };
  const std::string body(kLongBody, 'a');
  const std::string expected =
      std::to_string(kLongBody) + ' ' + std::to_string(kLongBody * static_cast<std::size_t>('a'));
  EXPECT_EQ(post(body).body, expected);
  EXPECT_EQ(post(body, {"Transfer-Encoding: chunked"}).body, expected);
  EXPECT_EQ(post("").body, "0 0");
  EXPECT_EQ(post(body + 'a').reason(), "bodyTooLarge");
  EXPECT_EQ(post(body + 'a', {"Transfer-Encoding: chunked"}).reason(), "bodyTooLarge");
  // Several that have come almost whole take no more than their buffers.
  const std::size_t before = test::residentKilobytes(getpid());
  std::vector<std::unique_ptr<test::TlsSocket>> senders;
  for (int i = 0; i < 8; ++i) {
    senders.push_back(std::make_unique<test::TlsSocket>(port(), ca()));
    senders.back()->write("POST /long" + kEnd +
                          "Content-Type: application/pdf\r\nContent-Length: " +
                          std::to_string(kLongBody) + "\r\n\r\n");
    senders.back()->write(std::string_view(body).substr(1));
  }
  EXPECT_LT(test::residentKilobytes(getpid()), before + 8UL * 1024);
  for (const auto& sender : senders) {
    sender->write("a");
    EXPECT_THAT(sender->readAll(), testing::EndsWith(expected));
  }
}

TEST_F(HttpServerTest, BodiesAndAnswersTogetherTakeOnlySoMuchMemory) {
  options.memory = 10'000;  // small answers, which are always given, do not count
  Endpoint echo = saying("POST", "/", "");
  echo.takes = "text/plain";
  echo.maxBody = 8000;
  echo.answer = [](const Request& request) -> Outcome { return Answer{.body = request.body}; };
  std::promise<void> begun;
  std::latch goOn(1);
  Endpoint holding = echo;
  holding.pattern = "/hold";
  holding.answer = [&](const Request&) -> Outcome {
    begun.set_value();
    goOn.wait();
    return Answer{};
  };
  start({echo, holding, saying("GET", "/long", std::string(50'000, 'a'))});
  const auto post = [&](std::size_t bytes) {
    return send({.method = "POST",
                 .path = "/",
                 .body = std::string(bytes, 'a'),
                 .headers = {"Content-Type: text/plain"}})
        .status;
  };
  EXPECT_EQ(post(5000), 200);
  EXPECT_EQ(post(5001), 503);
  const test::Response longAnswer = send({.path = "/long"});
  EXPECT_EQ(longAnswer.reason(), "unavailable");
  EXPECT_GE(std::stoi(longAnswer.headers.at("retry-after")), 1);
  const auto head = [](const std::string& path, int length) {
    return "POST " + path + kEnd +
           "Content-Type: text/plain\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n";
  };
  test::TlsSocket held(port(), ca());
  held.write(head("/hold", 7000) + std::string(7000, 'a'));
  begun.get_future().wait();
  test::TlsSocket unfinished(port(), ca());  // what is still arriving counts as well
  unfinished.write(head("/", 3500) + std::string(3400, 'a'));
  EXPECT_THAT(unfinished.readAll(), StartsWith("HTTP/1.1 503"));
  EXPECT_EQ(post(3500), 503);
  goOn.count_down();
  EXPECT_THAT(held.readAll(), StartsWith("HTTP/1.1 200"));
  EXPECT_EQ(post(5000), 200);  // everything has been given back
}

TEST_F(HttpServerTest, OnlySoManyLongBodiesComeAtOnce) {
  start({summing("/long")});
  const std::string head = "POST /long" + kEnd +
                           "Content-Type: application/pdf\r\nContent-Length: 5\r\n"
                           "Expect: 100-continue\r\n\r\n";
  constexpr int kMost = 64;
  std::vector<std::unique_ptr<test::TlsSocket>> senders;
  for (int i = 0; i < kMost; ++i) {
    senders.push_back(std::make_unique<test::TlsSocket>(port(), ca()));
    senders.back()->write(head);
    ASSERT_THAT(senders.back()->read(25), StartsWith("HTTP/1.1 100")) << i;
  }
  EXPECT_THAT(exchange(head),
              testing::AllOf(StartsWith("HTTP/1.1 503"), HasSubstr("Retry-After: ")));
  senders.front()->write("hello");
  EXPECT_THAT(senders.front()->readAll(), HasSubstr("HTTP/1.1 200"));
  test::TlsSocket next(port(), ca());
  next.write(head);
  EXPECT_THAT(next.read(25), StartsWith("HTTP/1.1 100"));
}

TEST_F(HttpServerTest, WhoWouldWaitForLongIsToldToComeBack) {
  options.threads = 1;
  std::promise<void> begun;
  std::latch goOn(1);
  std::atomic<int> asked = 0;
  Endpoint slow = saying("GET", "/slow", "");
  slow.answer = [&](const Request&) -> Outcome {
    if (++asked == 1) {
      begun.set_value();
    }
    goOn.wait();
    return Answer{};
  };
  start({slow});
  const std::string request = "GET /slow" + kEnd + "\r\n";
  std::vector<std::unique_ptr<test::TlsSocket>> clients;
  const auto ask = [&] {
    clients.push_back(std::make_unique<test::TlsSocket>(port(), ca()));
    clients.back()->write(request);
  };
  ask();
  begun.get_future().wait();
  constexpr int kQueue = 32;
  constexpr int kTooMany = 3;
  std::vector<std::future<std::string>> answers;
  for (int i = 0; i < kQueue + kTooMany; ++i) {
    ask();
    answers.push_back(std::async(std::launch::async,
                                 [client = clients.back().get()] { return client->readAll(); }));
  }
  int refused = 0;
  while (refused < kTooMany) {
    refused = 0;
    for (auto& answer : answers) {
      refused += answer.wait_for(milliseconds(5)) == std::future_status::ready ? 1 : 0;
    }
  }
  goOn.count_down();
  int answered = 0;
  for (auto& answer : answers) {
    const std::string text = answer.get();
    answered += text.starts_with("HTTP/1.1 200") ? 1 : 0;
    if (text.starts_with("HTTP/1.1 503")) {
      EXPECT_THAT(text, HasSubstr("Retry-After: "));
    }
  }
  EXPECT_EQ(refused, kTooMany);
  EXPECT_EQ(answered, kQueue);
}

// The address of a socket for both comes as ::ffff:127.0.0.1.
TEST_F(HttpServerTest, KnowsAProxyByItsAddressHoweverItIsWritten) {
  options.host = "::";
  options.rateLimit = 1;
  options.trustedProxies = {*parseIpAddress("127.0.0.1")};
  start({saying("GET", "/", "")});
  const auto statusFor = [&](const std::string& field) {
    return test::HttpClient("https://127.0.0.1:" + std::to_string(port()), ca())
        .send({.path = "/", .headers = {field}})
        .status;
  };
  EXPECT_EQ(statusFor("X-Forwarded-For: 192.0.2.1"), 200);
  EXPECT_EQ(statusFor("X-Forwarded-For: 192.0.2.1"), 429);
  for (const char* same :
       {"192.0.2.2", "::ffff:192.0.2.2", "192.0.2.2:1234", " 192.0.2.2 ", "192.0.2.9, 192.0.2.2"}) {
    EXPECT_EQ(statusFor(std::string("X-Forwarded-For: ") + same),
              std::string(same) == "192.0.2.2" ? 200 : 429)
        << same;
  }
  EXPECT_EQ(statusFor("X-Forwarded-For: [2001:db8::1]:1234"), 200);
  EXPECT_EQ(statusFor("X-Forwarded-For: 2001:db8::2"), 429);
  // What is no address counts for the proxy, and all such together.
  EXPECT_EQ(statusFor("X-Forwarded-For: unknown"), 200);
  EXPECT_EQ(statusFor("X-Forwarded-For: nobody"), 429);
  EXPECT_EQ(statusFor("X: y"), 429);
}

TEST_F(HttpServerTest, WhatIsNotThereCountsForTheRateToo) {
  options.rateLimit = 4;
  start({saying("GET", "/a", "")});
  EXPECT_EQ(send({.path = "/a"}).status, 200);
  EXPECT_EQ(send({.path = "/none"}).status, 404);
  EXPECT_EQ(send({.method = "DELETE", .path = "/a"}).status, 405);
  EXPECT_EQ(send({.path = "/none"}).status, 404);
  for (const char* path : {"/a", "/none"}) {
    const test::Response response = send({.path = path});
    EXPECT_EQ(response.status, 429) << path;
    EXPECT_GE(std::stoi(response.headers.at("retry-after")), 1) << path;
  }
  EXPECT_EQ(send({.method = "DELETE", .path = "/a"}).status, 429);
}

TEST_F(HttpServerTest, GuessingSecretsIsDear) {
  options.rateLimit = 21;
  Endpoint secret = saying("GET", "/secret", "");
  secret.cost = Cost::secret;
  Endpoint health = saying("GET", "/health", "");
  health.cost = Cost::free;
  start({secret, health, saying("GET", "/usual", "")});
  EXPECT_EQ(send({.path = "/secret"}).status, 200);
  EXPECT_EQ(send({.path = "/secret"}).status, 200);
  EXPECT_EQ(send({.path = "/secret"}).status, 429);
  EXPECT_EQ(send({.path = "/usual"}).status, 200);
  EXPECT_EQ(send({.path = "/usual"}).status, 429);
  EXPECT_EQ(send({.path = "/health"}).status, 200);
}

TEST_F(HttpServerTest, WaitsOnlySoLong) {
  options.patience = {.handshake = milliseconds(200),
                      .head = milliseconds(300),
                      .idle = milliseconds(400),
                      .request = milliseconds(1500)};
  std::atomic<bool> late = false;
  Endpoint echo = saying("POST", "/", "");
  echo.takes = "text/plain";
  echo.maxBody = 100;
  echo.answer = [&](const Request& request) -> Outcome {
    late = timeLeft(request.deadline) > milliseconds(1500);
    return Answer{.body = request.body};
  };
  start({echo});
  EXPECT_TRUE(test::SilentSocket(port()).isClosed());
  EXPECT_EQ(exchange(""), "");
  EXPECT_EQ(exchange("POST / HTTP/1.1\r\n"), "");
  const std::string head =
      "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\n";
  EXPECT_EQ(exchange(head + "bod"), "");
  // The next request has its time again.
  EXPECT_THAT(exchange(head + "body"), testing::EndsWith("body"));
  EXPECT_FALSE(late);
}

TEST_F(HttpServerTest, StopsAfterTheRunningRequest) {
  std::promise<void> begun;
  std::latch goOn(1);
  Endpoint slow = saying("GET", "/slow", "");
  slow.answer = [&](const Request&) -> Outcome {
    begun.set_value();
    goOn.wait();
    return Answer{.body = "done"};
  };
  start({slow});
  const test::TlsSocket idle(port(), ca());
  const test::SilentSocket silent(port());
  test::TlsSocket running(port(), ca());
  running.write("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  begun.get_future().wait();
  auto stopped = std::async(std::launch::async, [&] { stop(); });
  EXPECT_EQ(stopped.wait_for(milliseconds(100)), std::future_status::timeout);
  goOn.count_down();
  EXPECT_THAT(running.readAll(),
              testing::AllOf(HasSubstr("Connection: close"), testing::EndsWith("done")));
  stopped.get();
}

}  // namespace
}  // namespace madoguchi::backend
