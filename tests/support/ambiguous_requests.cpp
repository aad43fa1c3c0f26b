#include "tests/support/ambiguous_requests.h"

namespace madoguchi::test {
namespace {

const std::string kHost = " HTTP/1.1\r\nHost: localhost\r\n";
const std::string kPost = "POST /v1/registrations" + kHost +
                          "Content-Type: application/json\r\n"
                          "Idempotency-Key: 8c5f2c66-5d0c-4d39-8d0c-2f6d3f0b8a11\r\n";
const std::string kChunked = kPost + "Transfer-Encoding: chunked\r\n\r\n";

}  // namespace

std::vector<AmbiguousRequest> ambiguousRequests() {
  using namespace std::string_literals;
  const std::string get = "GET /" + kHost;
  const auto target = [](const std::string& text) { return "GET " + text + kHost + "\r\n"; };
  const auto host = [](const std::string& lines) { return "GET / HTTP/1.1\r\n" + lines + "\r\n"; };
  std::vector<AmbiguousRequest> rows = {
      {"noRequestLine", "nonsense\r\n\r\n"},
      {"noVersion", "GET /\r\n\r\n"},
      {"newerVersion", "GET / HTTP/2.0\r\nHost: a\r\n\r\n"},
      {"lowerCaseVersion", "GET / http/1.1\r\nHost: a\r\n\r\n"},
      {"twoBlanks", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"tabInsteadOfBlank", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"blankBehindVersion", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n"},
      {"unknownMethod", "BREW /" + kHost + "\r\n"},
      {"lowerCaseMethod", "get /" + kHost + "\r\n"},
      {"connect", "CONNECT localhost:443" + kHost + "\r\n"},
      {"twoEmptyLinesBefore", "\r\n\r\nGET /" + kHost + "\r\n"},
      {"blankBeforeColon", get + "Content-Length : 0\r\n\r\n"},
      {"blankBeforeName", "GET / HTTP/1.1\r\n Host: a\r\nHost: a\r\n\r\n"},
      {"foldedLine", get + "X: a\r\n b\r\n\r\n"},
      {"foldedWithTab", get + "X: a\r\n\tb\r\n\r\n"},
      {"emptyFold", get + "X: a\r\n \r\n\r\n"},
      {"bareLineFeed", get + "X: a\nTransfer-Encoding: chunked\r\n\r\n"},
      {"onlyLineFeeds", "GET / HTTP/1.1\nHost: a\n\n"},
      {"bareReturn", get + "X: a\rb\r\n\r\n"},
      {"returnBeforeLineEnd", get + "X: a\r\r\n\r\n"},
      {"nulInValue", get + "X: a\0b\r\n\r\n"s},
      {"nulInName", get + "X\0: a\r\n\r\n"s},
      {"nulInTarget", "GET /\0"s + kHost + "\r\n"},
      {"controlInValue", get + "X: a\x01\r\n\r\n"},
      {"deleteInValue", get + "X: a\x7F\r\n\r\n"},
      {"noColon", get + "X\r\n\r\n"},
      {"noName", get + ": a\r\n\r\n"},
      {"bracketInName", get + "X(: a\r\n\r\n"},
      {"otherBytesInName", get + "X\xC3\xA9: a\r\n\r\n"},
      {"twoLengths", kPost + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"},
      {"twoEqualLengths", kPost + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello"},
      {"listOfLengths", kPost + "Content-Length: 5, 5\r\n\r\nhello"},
      {"negativeLength", kPost + "Content-Length: -1\r\n\r\n"},
      {"lengthWithSign", kPost + "Content-Length: +5\r\n\r\nhello"},
      {"hexadecimalLength", kPost + "Content-Length: 0x5\r\n\r\nhello"},
      {"escapedLength", kPost + "Content-Length: %35\r\n\r\nhello"},
      {"lengthWithPoint", kPost + "Content-Length: 5.0\r\n\r\nhello"},
      {"blankInLength", kPost + "Content-Length: 1 2\r\n\r\nhello"},
      {"emptyLength", kPost + "Content-Length:\r\n\r\n"},
      {"hugeLength", kPost + "Content-Length: 99999999999999999999\r\n\r\n"},
      {"lengthThatWraps", kPost + "Content-Length: 18446744073709551621\r\n\r\nhello"},
      {"noLength", kPost + "\r\n"},
      {"lengthAndChunks",
       kPost + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {"chunksAndLength",
       kPost + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"},
      {"unknownCoding", kPost + "Transfer-Encoding: gzip\r\n\r\n"},
      {"twoCodings", kPost + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"},
      {"chunkedTwice", kPost + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"},
      {"codingOnTwoLines",
       kPost + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"},
      {"identity", kPost + "Transfer-Encoding: identity\r\n\r\n"},
      {"codingWithControl", kPost + "Transfer-Encoding: \x0B"
                                    "chunked\r\n\r\n0\r\n\r\n"},
      {"quotedCoding", kPost + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n"},
      {"codingWithParameter", kPost + "Transfer-Encoding: chunked;a=b\r\n\r\n0\r\n\r\n"},
      {"emptyCoding", kPost + "Transfer-Encoding:\r\n\r\n"},
      {"chunksOfOldVersion",
       "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {"chunksOfGet", get + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {"bodyOfGet", get + "Content-Length: 5\r\n\r\nhello"},
      {"bodyOfHead", "HEAD /" + kHost + "Content-Length: 5\r\n\r\nhello"},
      {"bodyOfDelete", "DELETE /" + kHost + "Content-Length: 5\r\n\r\nhello"},
      {"twoTypes", kPost + "Content-Type: text/plain\r\nContent-Length: 0\r\n\r\n"},
      {"twoKeys", kPost + "idempotency-key: 2\r\nContent-Length: 0\r\n\r\n"},
      {"twoAuthorizations", get + "Authorization: a\r\nAuthorization: b\r\n\r\n"},
      {"brokenConnection", get + "Connection: ;\r\n\r\n"},
      {"noHost", host("X: a\r\n")},
      {"twoHosts", host("Host: a\r\nHost: b\r\n")},
      {"twoEqualHosts", host("Host: a\r\nHost: a\r\n")},
      {"emptyHost", host("Host:\r\n")},
      {"blankInHost", host("Host: a b\r\n")},
      {"listOfHosts", host("Host: a,b\r\n")},
      {"pathInHost", host("Host: a/b\r\n")},
      {"userInHost", host("Host: u@a\r\n")},
      {"schemeInHost", host("Host: https://a\r\n")},
      {"escapeInHost", host("Host: a%2Fb\r\n")},
      {"wordAsPort", host("Host: a:b\r\n")},
      {"emptyPort", host("Host: a:\r\n")},
      {"longPort", host("Host: a:123456\r\n")},
      {"onlyPort", host("Host: :443\r\n")},
      {"openBracket", host("Host: [::1\r\n")},
      {"wordInBrackets", host("Host: [localhost]\r\n")},
      {"behindBrackets", host("Host: [::1]a\r\n")},
      {"otherBytesInHost", host("Host: \xE3\x81\x82\r\n")},
      {"brokenHostOfOldVersion", "GET / HTTP/1.0\r\nHost: a b\r\n\r\n"},
      {"otherHostInTarget", target("https://elsewhere/")},
      {"otherPortInTarget", target("https://localhost:1/")},
      {"userInTarget", target("https://a@localhost/")},
      {"noHostInTarget", target("https:///a")},
      {"otherScheme", target("http://localhost/")},
      {"unknownScheme", target("ftp://localhost/")},
      {"relativeTarget", target("v1/health")},
      {"starOfGet", target("*")},
      {"fragment", target("/a#b")},
      {"blankInTarget", target("/a b")},
      {"backslash", target("/a\\b")},
      {"quotationMark", target("/\"")},
      {"brokenEscape", target("/%4")},
      {"wrongEscape", target("/%gg")},
      {"otherBytesInTarget", target("/\xE3\x81\x82")},
  };
  const auto chunks = [&](const char* name, const std::string& body) {
    rows.push_back({name, kChunked + body});
  };
  chunks("signBeforeSize", "+5\r\nhello\r\n0\r\n\r\n");
  chunks("negativeSize", "-1\r\nhello\r\n0\r\n\r\n");
  chunks("prefixBeforeSize", "0x5\r\nhello\r\n0\r\n\r\n");
  chunks("blankBeforeSize", " 5\r\nhello\r\n0\r\n\r\n");
  chunks("blankBehindSize", "5 \r\nhello\r\n0\r\n\r\n");
  chunks("tabBehindSize", "5\t\r\nhello\r\n0\r\n\r\n");
  chunks("blankBeforeExtension", "5 ;a\r\nhello\r\n0\r\n\r\n");
  chunks("emptySize", "\r\nhello\r\n0\r\n\r\n");
  chunks("onlyExtension", ";a\r\nhello\r\n0\r\n\r\n");
  chunks("wordAsSize", "five\r\nhello\r\n0\r\n\r\n");
  chunks("sizeThatWraps", "10000000000000005\r\nhello\r\n0\r\n\r\n");
  chunks("lineFeedBehindSize", "5\nhello\r\n0\r\n\r\n");
  chunks("returnBehindSize", "5\rhello\r\n0\r\n\r\n");
  chunks("nothingBehindData", "5\r\nhello0\r\n\r\n");
  chunks("lineFeedBehindData", "5\r\nhello\n0\r\n\r\n");
  chunks("tooMuchData", "4\r\nhello\r\n0\r\n\r\n");
  chunks("lineFeedInExtension", "5;a=\"\n\"\r\nhello\r\n0\r\n\r\n");
  chunks("nulInExtension", "5;a=\"\0\"\r\nhello\r\n0\r\n\r\n"s);
  chunks("emptyExtension", "5;\r\nhello\r\n0\r\n\r\n");
  chunks("quotationOverLines", "5;a=\"\r\nhello\r\n0\r\n\r\n\"\r\n");
  chunks("manyZeros", "00000000000000005\r\nhello\r\n0\r\n\r\n");
  chunks("longExtension", "1;" + std::string(2000, 'a') + "\r\na\r\n0\r\n\r\n");
  chunks("lineWithoutEnd", std::string(5000, '0'));
  chunks("foldedTrailer", "0\r\nA: b\r\n c\r\n\r\n");
  chunks("blankInTrailer", "0\r\nA : b\r\n\r\n");
  chunks("lineFeedInTrailer", "0\r\nA: b\nB: c\r\n\r\n");
  chunks("lengthInTrailer", "0\r\nContent-Length: 5\r\n\r\n");
  chunks("codingInTrailer", "0\r\nTransfer-Encoding: chunked\r\n\r\n");
  chunks("hostInTrailer", "0\r\nHost: elsewhere\r\n\r\n");
  chunks("longTrailers", "0\r\nA: " + std::string(2048, 'a') + "\r\n\r\n");
  std::string extensions;
  for (int i = 0; i < 600; ++i) {
    extensions += "1;a\r\nb\r\n";
  }
  chunks("manyExtensions", extensions + "0\r\n\r\n");
  return rows;
}

}  // namespace madoguchi::test
