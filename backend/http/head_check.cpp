#include "backend/http/head_check.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "protocol/ascii.h"

namespace madoguchi::backend {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::size_t kMostDigits = 18;  // of a length: fits into 64 bits whatever they are

using protocol::isLetterOrDigit;
using protocol::lowerCase;

bool isOneOf(char c, std::string_view characters) {
  return characters.find(c) != std::string_view::npos;
}

bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// RFC 9110, 5.6.2.
bool isToken(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return isLetterOrDigit(c) || isOneOf(c, "!#$%&'*+-.^_`|~");
  });
}

bool isDigits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

struct Line {
  std::string_view text;
  std::string_view rest;
};

std::optional<Line> nextLine(std::string_view lines) {
  const std::size_t end = lines.find(kLineEnd);
  if (end == std::string_view::npos) {
    return std::nullopt;
  }
  return Line{lines.substr(0, end), lines.substr(end + kLineEnd.size())};
}

struct Field {
  std::string name;  ///< in lower case
  std::string_view value;
};

/// field-line = field-name ":" OWS field-value OWS, on one line (RFC 9112, 5).
std::optional<Field> readField(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !isToken(line.substr(0, colon))) {
    return std::nullopt;
  }
  std::string_view value = line.substr(colon + 1);
  if (std::any_of(value.begin(), value.end(), [](char c) { return isControl(c) && c != '\t'; })) {
    return std::nullopt;
  }
  const std::size_t first = std::min(value.find_first_not_of(" \t"), value.size());
  value.remove_prefix(first);
  value = value.substr(0, value.find_last_not_of(" \t") + 1);
  return Field{lowerCase(line.substr(0, colon)), value};
}

/// A name, or an address in brackets, and perhaps a port. Narrower than RFC 3986: nobody's name
/// has a comma or a percent sign, and readers disagree on them.
bool isHost(std::string_view text) {
  std::size_t nameEnd = 0;
  if (text.starts_with('[')) {
    nameEnd = text.find(']');
    if (nameEnd == std::string_view::npos || nameEnd < 3 ||
        text.substr(1, nameEnd - 1).find_first_not_of("0123456789abcdefABCDEF:.") !=
            std::string_view::npos) {
      return false;
    }
    ++nameEnd;
  } else {
    nameEnd = std::min(text.find(':'), text.size());
    const std::string_view name = text.substr(0, nameEnd);
    if (name.empty() || !std::all_of(name.begin(), name.end(), [](char c) {
          return isLetterOrDigit(c) || isOneOf(c, "-._~");
        })) {
      return false;
    }
  }
  constexpr std::size_t kMostPortDigits = 5;
  const std::string_view port = text.substr(nameEnd);
  return port.empty() ||
         (port.front() == ':' && isDigits(port.substr(1)) && port.size() <= kMostPortDigits + 1);
}

/// path-abempty and query of RFC 3986, 3.3 and 3.4, with whole escapes.
bool isPathAndQuery(std::string_view text) {
  constexpr std::string_view kHexDigits = "0123456789abcdefABCDEF";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      if (i + 2 >= text.size() || !isOneOf(text[i + 1], kHexDigits) ||
          !isOneOf(text[i + 2], kHexDigits)) {
        return false;
      }
    } else if (!isLetterOrDigit(text[i]) && !isOneOf(text[i], "-._~!$&'()*+,;=:@/?")) {
      return false;
    }
  }
  return true;
}

struct RequestLine {
  std::string_view method;
  std::string_view target;
  bool hasHostAndChunks = false;  ///< HTTP/1.1
};

std::optional<RequestLine> readRequestLine(std::string_view line) {
  const std::size_t first = line.find(' ');
  const std::size_t second = line.rfind(' ');
  if (first == std::string_view::npos || first == second) {
    return std::nullopt;
  }
  const std::string_view version = line.substr(second + 1);
  if (version != "HTTP/1.1" && version != "HTTP/1.0") {
    return std::nullopt;
  }
  return RequestLine{line.substr(0, first), line.substr(first + 1, second - first - 1),
                     version == "HTTP/1.1"};
}

/// RFC 9112, 3.2: "/path?query", "https://host/path?query" with the Host that is also named, or
/// "*" of OPTIONS.
bool isTarget(const RequestLine& line, const std::optional<std::string_view>& host) {
  constexpr std::string_view kScheme = "https://";
  if (line.target == "*") {
    return line.method == "OPTIONS";
  }
  if (line.target.starts_with('/')) {
    return isPathAndQuery(line.target);
  }
  if (lowerCase(line.target.substr(0, kScheme.size())) != kScheme) {
    return false;
  }
  const std::string_view rest = line.target.substr(kScheme.size());
  const std::size_t hostEnd = std::min(rest.find_first_of("/?"), rest.size());
  const std::string_view named = rest.substr(0, hostEnd);
  return isHost(named) && (!host || lowerCase(*host) == lowerCase(named)) &&
         isPathAndQuery(rest.substr(hostEnd));
}

/// What the fields say about host and body, each of which may be said once.
struct Facts {
  std::optional<std::string_view> host;
  std::optional<std::string_view> length;
  std::optional<std::string_view> coding;
};

std::optional<Facts> readFields(std::string_view lines) {
  // Where one of these stands twice, one reader takes the first and another the last.
  constexpr std::array kOnlyOnce = {"authorization",   "content-encoding", "content-length",
                                    "content-type",    "expect",           "host",
                                    "idempotency-key", "transfer-encoding"};
  Facts facts;
  std::set<std::string> seen;
  for (auto line = nextLine(lines); line; line = nextLine(line->rest)) {
    if (line->text.empty()) {
      return line->rest.empty() ? std::optional(facts) : std::nullopt;
    }
    const auto field = readField(line->text);
    if (!field) {
      return std::nullopt;
    }
    const bool once = std::find(kOnlyOnce.begin(), kOnlyOnce.end(), field->name) != kOnlyOnce.end();
    if (once && !seen.insert(field->name).second) {
      return std::nullopt;
    }
    if (field->name == "host") {
      facts.host = field->value;
    } else if (field->name == "content-length") {
      facts.length = field->value;
    } else if (field->name == "transfer-encoding") {
      facts.coding = field->value;
    }
  }
  return std::nullopt;  // the empty line is missing
}

/// RFC 9112, 6: whether all agree where the body ends.
bool isFraming(const RequestLine& line, const Facts& facts) {
  constexpr std::array kWithBody = {"POST", "PUT", "PATCH"};
  constexpr std::array kWithout = {"GET", "HEAD", "DELETE", "OPTIONS", "TRACE"};
  const auto isIn = [&](const auto& methods) {
    return std::find(methods.begin(), methods.end(), line.method) != methods.end();
  };
  if (facts.coding && (facts.length || !line.hasHostAndChunks || !isIn(kWithBody) ||
                       lowerCase(*facts.coding) != "chunked")) {
    return false;
  }
  if (facts.length && (!isDigits(*facts.length) || facts.length->size() > kMostDigits)) {
    return false;
  }
  if (isIn(kWithBody)) {
    return facts.coding || facts.length;
  }
  const bool empty =
      !facts.length || facts.length->find_first_not_of('0') == std::string_view::npos;
  return isIn(kWithout) && empty;
}

}  // namespace

HeadState HeadScanner::scan(std::string_view bytes) {
  for (; m_seen < bytes.size(); ++m_seen) {
    if (m_seen >= kMostHeadBytes) {
      return HeadState::tooLarge;
    }
    const char c = bytes[m_seen];
    const bool afterReturn = m_seen > m_lineStart && bytes[m_seen - 1] == '\r';
    if ((c == '\n') != afterReturn || (isControl(c) && !isOneOf(c, "\t\r\n"))) {
      return HeadState::malformed;
    }
    if (c != '\n') {
      continue;
    }
    if (m_seen - m_lineStart > 1) {
      if (++m_lines > kMostHeadLines) {
        return HeadState::tooLarge;
      }
    } else if (m_lines > 0) {
      m_end = ++m_seen;
      return HeadState::complete;
    } else if (m_start > 0) {
      return HeadState::malformed;  // one empty line is enough
    } else {
      m_start = m_seen + 1;
    }
    m_lineStart = m_seen + 1;
  }
  return HeadState::unfinished;
}

bool isStrictHead(std::string_view head) {
  const auto first = nextLine(head);
  const auto line = first ? readRequestLine(first->text) : std::nullopt;
  const auto facts = line ? readFields(first->rest) : std::nullopt;
  if (!facts || (!facts->host && line->hasHostAndChunks) ||
      (facts->host && !isHost(*facts->host))) {
    return false;
  }
  return isTarget(*line, facts->host) && isFraming(*line, *facts);
}

bool areStrictTrailers(std::string_view lines) {
  const auto facts = readFields(lines);
  return facts && !facts->host && !facts->length && !facts->coding;
}

}  // namespace madoguchi::backend
