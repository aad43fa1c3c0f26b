// How much the HTTP engine takes at once, how often and for how long.
#include <unistd.h>

#include <array>
#include <atomic>
#include <future>
#include <latch>
#include <numeric>
#include <thread>

#include "crowd.h"
#include "http_server_under_test.h"

namespace madoguchi::backend {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::size_t kLongBody = 8UL * 1024 * 1024;

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

// Else a service that hangs would look idle.
TEST_F(HttpServerTest, WhoseTurnComesTooLateIsCounted) {
  options.threads = 1;
  options.patience.request = milliseconds(500);
  std::promise<void> begun;
  std::latch goOn(1);
  int asked = 0;
  Endpoint slow = saying("GET", "/slow", "");
  slow.answer = [&](const Request&) -> Outcome {
    ++asked;
    begun.set_value();
    goOn.wait();
    return Answer{};
  };
  start({slow});
  const std::string request = "GET /slow" + kEnd + "\r\n";
  test::TlsSocket first(port(), ca());
  first.write(request);
  begun.get_future().wait();
  EXPECT_EQ(exchange(request), "") << "its time is over";
  goOn.count_down();
  stop();
  EXPECT_EQ(asked, 1);
  EXPECT_THAT(log(), HasSubstr("\"status\":503"));
}

// The address of a socket for both comes as ::ffff:127.0.0.1.
TEST_F(HttpServerTest, KnowsAProxyByItsAddressHoweverItIsWritten) {
  options.host = "::";
  options.rateLimit = 1;
  options.trustedProxies = {*parseIpAddress("127.0.0.1")};
  start({saying("GET", "/", "")});
  const auto statusWith = [&](const std::vector<std::string>& fields) {
    return test::HttpClient("https://127.0.0.1:" + std::to_string(port()), ca())
        .send({.path = "/", .headers = fields})
        .status;
  };
  const auto statusFor = [&](const std::string& field) { return statusWith({field}); };
  EXPECT_EQ(statusFor("X-Forwarded-For: 192.0.2.1"), 200);
  EXPECT_EQ(statusFor("X-Forwarded-For: 192.0.2.1"), 429);
  for (const char* same :
       {"192.0.2.2", "::ffff:192.0.2.2", "192.0.2.2:1234", " 192.0.2.2 ", "192.0.2.9, 192.0.2.2"}) {
    EXPECT_EQ(statusFor(std::string("X-Forwarded-For: ") + same),
              std::string(same) == "192.0.2.2" ? 200 : 429)
        << same;
  }
  // HAProxy adds a line of its own behind what the client claims.
  EXPECT_EQ(statusWith({"X-Forwarded-For: 192.0.2.8", "X-Forwarded-For: 192.0.2.2"}), 429);
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

TEST_F(HttpServerTest, WaitsLongerForALongBody) {
  options.patience.request = milliseconds(1000);
  Endpoint count = saying("PUT", "/piece", "");
  count.takes = "text/plain";
  count.maxBody = 100'000;
  count.answer = [](const Request& request) -> Outcome {
    return Answer{.body = std::to_string(request.body.size())};
  };
  start({count});
  constexpr std::size_t kBytes = 90'000;  // five seconds more
  test::TlsSocket socket(port(), ca());
  socket.write(
      "PUT /piece HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: text/plain\r\n"
      "Content-Length: " +
      std::to_string(kBytes) + "\r\n\r\n" + std::string(kBytes / 2, 'x'));
  std::this_thread::sleep_for(options.patience.request + milliseconds(500));
  socket.write(std::string(kBytes / 2, 'x'));
  EXPECT_THAT(socket.readAll(), testing::EndsWith(std::to_string(kBytes)));
}

}  // namespace
}  // namespace madoguchi::backend
