#include "backend/http/answers.h"

#include <algorithm>
#include <array>
#include <boost/beast/http/status.hpp>
#include <ctime>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "backend/core/structured_log.h"

namespace madoguchi::backend {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kEveryAnswer = {
    {{"Cache-Control", "no-store"},
     {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
     {"Referrer-Policy", "no-referrer"},
     {"Strict-Transport-Security", "max-age=31536000"},
     {"X-Content-Type-Options", "nosniff"}}};

/// RFC 9110, 6.6.1: every answer tells the time, as IMF-fixdate. Clients check their clocks by it.
std::string httpDate() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 40> text{};
  const std::size_t length =
      std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc);
  return {text.data(), length};
}

}  // namespace

Answer refusal(const protocol::Refusal& refused, RequestRecord& record) {
  record.reason = name(refused.reason);
  Answer answer{.status = httpStatus(refused.reason),
                .body = toJson(refused, record.id),
                .contentType = "application/problem+json"};
  if (refused.retryAfter) {
    answer.headers.emplace_back("Retry-After", std::to_string(refused.retryAfter->count()));
  }
  return answer;
}

void logRequest(StructuredLog& log, const RequestRecord& record, int status) {
  const auto duration = std::chrono::steady_clock::now() - record.start;
  log.info("request",
           {{"requestId", record.id},
            {"route", record.route},
            {"status", status},
            {"reason", record.reason},
            {"ms", std::chrono::duration_cast<std::chrono::milliseconds>(duration).count()}});
}

std::string toWire(const Answer& answer, const RequestRecord& record, const Framing& framing) {
  const auto status = static_cast<unsigned>(answer.status);
  const auto reason =
      boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(status));
  std::string text = "HTTP/1.1 " + std::to_string(status) + ' ';
  text.append(reason.data(), reason.size()).append("\r\n");
  const auto add = [&text](std::string_view name, std::string_view value) {
    if (value.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos) {
      throw std::logic_error("a field of an answer has a line end in it");
    }
    text.append(name).append(": ").append(value).append("\r\n");
  };
  for (const auto& [name, value] : kEveryAnswer) {
    const bool hasItsOwn = std::ranges::any_of(
        answer.headers, [field = name](const auto& own) { return own.first == field; });
    if (!hasItsOwn) {
      add(name, value);
    }
  }
  add("Date", httpDate());
  add("X-Request-Id", record.id);
  for (const auto& [name, value] : answer.headers) {
    add(name, value);
  }
  if (answer.status != kNoContent) {
    add("Content-Type", answer.contentType);
    add("Content-Length", std::to_string(answer.body.size()));
  }
  if (framing.closes) {
    add("Connection", "close");
  }
  text += "\r\n";
  if (framing.withBody) {
    text += answer.body;
  }
  return text;
}

}  // namespace madoguchi::backend
