#include "backend/http/request_reader.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include "protocol/ascii.h"

namespace madoguchi::backend {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;

/// What the library has not taken yet of the line before a chunk, or of the trailers behind the
/// last, waits in memory.
constexpr std::size_t kLongestUntaken = 4096;
constexpr std::size_t kLongestTrailers = 2048;
constexpr std::size_t kMostSizeDigits = 16;  // those of 64 bits
/// For the extensions of all chunks of a request. Nobody uses them; without a limit, one byte could
/// carry thousands (CVE-2023-39326).
constexpr std::size_t kMostExtensions = 1024;

/// Whether this is a last chunk, "0", of which more has to come than is there. When the library
/// looks at one again, it relies on five bytes.
bool isShortLastChunk(std::string_view bytes) {
  constexpr std::size_t kWithLineEnds = 5;
  return bytes.size() < kWithLineEnds && bytes.starts_with('0') &&
         bytes.find('\n') != std::string_view::npos;
}

}  // namespace

class RequestReader::Parser final : public http::basic_parser<true> {
 public:
  Parser() {
    header_limit(kMostHeadBytes + 1);
    body_limit(boost::none);  // endpoints have limits of their own
  }

  RequestHead head;
  std::string body;

  /// As put(), which is told where its input lies: trailers are checked as bytes.
  std::size_t put(std::string_view bytes, beast::error_code& error) {
    m_input = bytes;
    return basic_parser::put({bytes.data(), bytes.size()}, error);
  }

 private:
  void on_request_impl(http::verb /*verb*/, beast::string_view method, beast::string_view target,
                       int version, beast::error_code& /*error*/) override {
    constexpr int kWithKeepAlive = 11;  // what 1.0 says of it differs from client to client
    head.keepAlive = version == kWithKeepAlive;
    head.method.assign(method.data(), method.size());
    head.target.assign(target.data(), target.size());
  }
  void on_response_impl(int /*status*/, beast::string_view /*reason*/, int /*version*/,
                        beast::error_code& /*error*/) override {}
  void on_field_impl(http::field /*field*/, beast::string_view name, beast::string_view value,
                     beast::error_code& /*error*/) override {
    if (!is_header_done()) {  // trailers are passed over (RFC 9110, 6.5.1)
      head.fields[protocol::lowerCase({name.data(), name.size()})].assign(value.data(),
                                                                          value.size());
    }
  }
  void on_header_impl(beast::error_code& /*error*/) override {}
  void on_body_init_impl(const boost::optional<std::uint64_t>& /*length*/,
                         beast::error_code& /*error*/) override {}
  std::size_t on_body_impl(beast::string_view bytes, beast::error_code& /*error*/) override {
    body.append(bytes.data(), bytes.size());
    return bytes.size();
  }
  void on_chunk_header_impl(std::uint64_t size, beast::string_view extensions,
                            beast::error_code& error) override {
    const auto sizeEnd = static_cast<std::size_t>(extensions.data() - m_input.data());
    const std::size_t lineStart = m_input.rfind('\n', sizeEnd - 1) + 1;  // 0 where there is none
    m_extensions += extensions.size();
    // The library takes blanks before the first extension, and anything between quotation marks.
    const bool clear = std::none_of(extensions.begin(), extensions.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
    const bool plain = extensions.empty() || extensions.front() == ';';
    if (!clear || !plain || m_extensions > kMostExtensions ||
        sizeEnd - lineStart > kMostSizeDigits ||
        (size == 0 && !trailersAreStrict(sizeEnd + extensions.size()))) {
      error = http::error::bad_chunk_extension;
    }
  }
  std::size_t on_chunk_body_impl(std::uint64_t /*left*/, beast::string_view bytes,
                                 beast::error_code& error) override {
    return on_body_impl(bytes, error);
  }
  void on_finish_impl(beast::error_code& /*error*/) override {}

  /// The library calls when the trailers are there, and would take folded lines among them.
  [[nodiscard]] bool trailersAreStrict(std::size_t lineEnd) const {
    constexpr std::string_view kLineEnd = "\r\n";
    const std::string_view behind = m_input.substr(lineEnd + kLineEnd.size());
    if (behind.starts_with(kLineEnd)) {
      return true;
    }
    const std::size_t length = behind.find("\r\n\r\n") + 2 * kLineEnd.size();
    return length <= kLongestTrailers && areStrictTrailers(behind.substr(0, length));
  }

  std::string_view m_input;
  std::size_t m_extensions = 0;
};

RequestReader::RequestReader() : m_parser(std::make_unique<Parser>()) {}

RequestReader::~RequestReader() = default;

const RequestHead& RequestReader::head() const { return m_parser->head; }

void RequestReader::limitBody(std::uint64_t bytes) { m_parser->body_limit(bytes); }

std::string RequestReader::takeBody() { return std::exchange(m_parser->body, {}); }

RequestReader::State RequestReader::take(std::string& bytes) {
  if (m_state == State::head) {
    m_state = takeHead(bytes);
  } else if (m_state == State::body) {
    m_state = takeBodyBytes(bytes);
  }
  return m_state;
}

RequestReader::State RequestReader::takeHead(std::string& bytes) {
  switch (m_scanner.scan(bytes)) {
    case HeadState::unfinished:
      return State::head;
    case HeadState::tooLarge:
      return State::headTooLarge;
    case HeadState::malformed:
      return State::malformed;
    case HeadState::complete:
      break;
  }
  const std::string_view text = m_scanner.head(bytes);
  beast::error_code error;
  if (!isStrictHead(text) || m_parser->put(text, error) != text.size() || error) {
    return State::malformed;
  }
  bytes.erase(0, m_scanner.end());
  RequestHead& head = m_parser->head;
  if (!m_parser->chunked()) {
    head.length = m_parser->content_length().value_or(0);
  }
  head.keepAlive = head.keepAlive && m_parser->keep_alive();
  head.expectsContinue = protocol::lowerCase(valueOf(head.fields, "expect")) == "100-continue";
  m_parser->eager(true);
  return m_parser->is_done() ? State::complete : State::body;
}

RequestReader::State RequestReader::takeBodyBytes(std::string& bytes) {
  beast::error_code error;
  while (!bytes.empty() && !error && !m_parser->is_done() &&
         !(m_parser->chunked() && isShortLastChunk(bytes))) {
    bytes.erase(0, m_parser->put(bytes, error));
  }
  if (m_parser->is_done()) {
    return State::complete;
  }
  if (error == http::error::body_limit) {
    return State::bodyTooLarge;
  }
  const bool broken = error && error != http::error::need_more;
  return broken || bytes.size() > kLongestUntaken ? State::malformed : State::body;
}

}  // namespace madoguchi::backend
