// What rooms can rely on of the HTTP engine.
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <future>
#include <latch>
#include <thread>

#include "http_server_under_test.h"

namespace madoguchi::backend {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

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
