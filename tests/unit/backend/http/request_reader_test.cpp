#include "backend/http/request_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "tests/support/ambiguous_requests.h"
#include "tests/support/read_request.h"

namespace madoguchi::backend {
namespace {

using State = RequestReader::State;

using test::kMostBody;
using test::readRequest;

const std::string kHost = " HTTP/1.1\r\nHost: localhost\r\n";
const std::string kPost = "POST /" + kHost;
const std::string kChunked = kPost + "Transfer-Encoding: chunked\r\n\r\n";

TEST(RequestReader, TakesOneRequestAndLeavesTheNext) {
  const std::string next = "GET /next" + kHost + "\r\n";
  const test::ReadRequest got =
      readRequest(kPost + "content-LENGTH: 5\r\nA:b\r\nA: \t c \r\n\r\nhello" + next);
  EXPECT_EQ(got.state, State::complete);
  EXPECT_EQ(got.head.method, "POST");
  EXPECT_EQ(got.head.target, "/");
  EXPECT_EQ(got.head.length, 5U);
  EXPECT_EQ(got.head.fields.at("a"), "c");
  EXPECT_TRUE(got.head.keepAlive);
  EXPECT_EQ(got.body, "hello");
  EXPECT_EQ(got.rest, next);
}

TEST(RequestReader, TakesChunks) {
  const test::ReadRequest got = readRequest(
      kChunked + "5\r\nhello\r\n00A;x=\"y;z\"\r\n wide worl\r\n1\r\nd\r\n0\r\nSum: 1\r\n\r\nrest");
  EXPECT_EQ(got.state, State::complete);
  EXPECT_EQ(got.head.length, std::nullopt);
  EXPECT_EQ(got.body, "hello wide world");
  EXPECT_FALSE(got.head.fields.contains("sum"));
  EXPECT_EQ(got.rest, "rest");
}

TEST(RequestReader, KnowsWhatTheClientWants) {
  EXPECT_FALSE(readRequest("GET /" + kHost + "Connection: close\r\n\r\n").head.keepAlive);
  EXPECT_FALSE(readRequest("GET / HTTP/1.0\r\n\r\n").head.keepAlive);
  EXPECT_TRUE(readRequest(kPost + "Content-Length: 1\r\nExpect: 100-Continue\r\n\r\n")
                  .head.expectsContinue);
  EXPECT_FALSE(readRequest(kPost + "Content-Length: 1\r\n\r\n").head.expectsContinue);
}

struct Row {
  const char* name;
  std::string request;
};

std::vector<Row> goodRequests() {
  return {
      {"emptyLineBefore", "\r\nGET /" + kHost + "\r\n"},
      {"oldVersion", "GET / HTTP/1.0\r\n\r\n"},
      {"noBody", kPost + "Content-Length: 0\r\n\r\n"},
      {"emptyLengthOfGet", "GET /" + kHost + "Content-Length: 0\r\n\r\n"},
      {"shortBody", kPost + "Content-Length: 1\r\n\r\na"},
      {"delete", "DELETE /a" + kHost + "\r\n"},
      {"options", "OPTIONS *" + kHost + "\r\n"},
      {"absolute", "GET https://LOCALHOST/a?b" + kHost + "\r\n"},
      {"addressAsHost", "GET / HTTP/1.1\r\nHost: [2001:db8::1]:8443\r\n\r\n"},
      {"portOfHost", "GET / HTTP/1.1\r\nHost: 192.0.2.1:443\r\n\r\n"},
      {"otherBytesInAValue", "GET /" + kHost + "X: \xE3\x81\x82\r\n\r\n"},
      {"emptyValue", "GET /" + kHost + "X:\r\n\r\n"},
      {"codingInCapitals", kPost + "Transfer-Encoding: Chunked\r\n\r\n0\r\n\r\n"},
      {"escapes", "GET /%E3%81%82/a;b=c,d?e=f&g=%20" + kHost + "\r\n"},
  };
}

TEST(RequestReader, TakesWhatIsClear) {
  for (const auto& [name, request] : goodRequests()) {
    EXPECT_EQ(readRequest(request).state, State::complete) << name;
    EXPECT_TRUE(readRequest(request, 1) == readRequest(request)) << name;
  }
}

TEST(RequestReader, RefusesWhatCouldBeReadInTwoWays) {
  for (const auto& [name, request] : test::ambiguousRequests()) {
    EXPECT_EQ(readRequest(request).state, State::malformed) << name;
    EXPECT_EQ(readRequest(request, 1).state, State::malformed) << name;
    // Nothing behind it is taken for a request of its own.
    EXPECT_EQ(readRequest(request + "GET /second" + kHost + "\r\n").state, State::malformed)
        << name;
  }
}

TEST(RequestReader, BoundsTheHead) {
  const auto withLines = [](std::size_t lines) {  // the request line and Host among them
    std::string head = "GET /" + kHost;
    for (std::size_t i = 2; i < lines; ++i) {
      head += "A: b\r\n";
    }
    return head + "\r\n";
  };
  EXPECT_EQ(readRequest(withLines(kMostHeadLines)).state, State::complete);
  EXPECT_EQ(readRequest(withLines(kMostHeadLines + 1)).state, State::headTooLarge);
  const auto withBytes = [](std::size_t bytes) {
    const std::string head = "GET /" + kHost + "A: ";
    return head + std::string(bytes - head.size() - 4, 'a') + "\r\n\r\n";
  };
  EXPECT_EQ(readRequest(withBytes(kMostHeadBytes)).state, State::complete);
  EXPECT_EQ(readRequest(withBytes(kMostHeadBytes + 1)).state, State::headTooLarge);
  EXPECT_EQ(readRequest(std::string(kMostHeadBytes + 1, 'A')).state, State::headTooLarge);
  EXPECT_TRUE(readRequest(withBytes(kMostHeadBytes), 1) == readRequest(withBytes(kMostHeadBytes)));
}

TEST(RequestReader, BoundsABodyInChunks) {
  const std::string chunk = "64\r\n" + std::string(100, 'a') + "\r\n";
  std::string body;
  for (int i = 0; i < 10; ++i) {
    body += chunk;
  }
  EXPECT_EQ(readRequest(kChunked + body + "0\r\n\r\n").body.size(), kMostBody);
  EXPECT_EQ(readRequest(kChunked + body + "1\r\na\r\n0\r\n\r\n").state, State::bodyTooLarge);
  EXPECT_EQ(readRequest(kChunked + "fffffffffffffff\r\n").state, State::bodyTooLarge);
}

}  // namespace
}  // namespace madoguchi::backend
