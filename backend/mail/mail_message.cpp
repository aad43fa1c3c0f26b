#include "backend/mail/mail_message.h"

#include <algorithm>
#include <stdexcept>

#include "embedded/mail_registration_easy.h"
#include "embedded/mail_registration_en.h"
#include "embedded/mail_registration_ja.h"
#include "protocol/languages.h"

namespace madoguchi::backend {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

bool isContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

void refuseControls(std::string_view value) {
  for (const char byte : value) {
    if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) {
      throw std::invalid_argument("a mail header cannot hold a control character");
    }
  }
}

/// RFC 2047: encoded words of at most 75 characters, none of which cuts a character.
std::string encodedHeader(std::string_view text) {
  // "=?UTF-8?B?" and "?=" take 12 of the 75, base64 makes 4 characters of 3 bytes: 45 bytes fit.
  constexpr std::size_t kBytes = 45;
  std::string header;
  while (!text.empty()) {
    std::size_t length = std::min(kBytes, text.size());
    while (length < text.size() && length > 0 && isContinuation(text[length])) {
      --length;
    }
    if (length == 0) {
      throw std::invalid_argument("the subject is not UTF-8");
    }
    if (!header.empty()) {
      header += "\r\n ";
    }
    header += "=?UTF-8?B?" + base64(text.substr(0, length)) + "?=";
    text.remove_prefix(length);
  }
  return header;
}

std::string encodedBody(std::string_view body) {
  std::string text;
  for (const char byte : body) {
    if (byte == '\n') {
      text += kLineEnd;
    } else {
      text += byte;
    }
  }
  constexpr std::size_t kLine = 76;  // RFC 2045 section 6.8
  const std::string encoded = base64(text);
  std::string lines;
  for (std::size_t at = 0; at < encoded.size(); at += kLine) {
    lines += encoded.substr(at, kLine);
    lines += kLineEnd;
  }
  return lines;
}

std::string withValues(std::string_view text, const MailValues& values) {
  std::string result;
  while (true) {
    const std::size_t start = text.find("${");
    const std::size_t end = start == std::string_view::npos ? start : text.find('}', start);
    if (end == std::string_view::npos) {
      return result.append(text);
    }
    const auto value = values.find(text.substr(start + 2, end - start - 2));
    if (value == values.end()) {
      throw std::invalid_argument("a mail template asks for a value that is not there");
    }
    result.append(text.substr(0, start)).append(value->second);
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::string rubyInBrackets(std::string_view markup) {
  std::string result;
  while (true) {
    const std::size_t open = markup.find('{');
    const std::size_t bar = markup.find('|', open == std::string_view::npos ? 0 : open);
    const std::size_t close = markup.find('}', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) {
      return result.append(markup);
    }
    if (bar == std::string_view::npos || bar > close) {  // ${name}, which is no ruby
      result.append(markup.substr(0, close + 1));
    } else {
      std::string reading(markup.substr(bar + 1, close - bar - 1));
      std::erase(reading, '.');
      result.append(markup.substr(0, open)).append(markup.substr(open + 1, bar - open - 1));
      result.append("（").append(reading).append("）");
    }
    markup.remove_prefix(close + 1);
  }
}

MailText fillTemplate(std::string_view text, const MailValues& values) {
  // Values come last: what looks like markup in a value stays as it is.
  const std::string filled = withValues(rubyInBrackets(text), values);
  const std::size_t end = filled.find("\n\n");
  if (end == std::string::npos || filled.find('\n') != end) {
    throw std::invalid_argument("a mail template begins with its subject and an empty line");
  }
  return {filled.substr(0, end), filled.substr(end + 2)};
}

std::string_view registrationTemplate(std::string_view language) {
  if (language == "ja") {
    return embedded::mail_registration_ja();
  }
  if (language == "easy") {
    return embedded::mail_registration_easy();
  }
  if (language == "en") {
    return embedded::mail_registration_en();
  }
  throw std::invalid_argument("no mail template in this language");
}

bool isMailAddress(std::string_view address) {
  const std::size_t at = address.find('@');
  constexpr std::size_t kLongest = 254;  // RFC 5321 section 4.5.3.1
  return at != std::string_view::npos && at > 0 && at + 1 < address.size() &&
         address.find('@', at + 1) == std::string_view::npos && address.size() <= kLongest &&
         std::all_of(address.begin(), address.end(), [](char c) {
           return c > 0x20 && c < 0x7F &&
                  std::string_view("<>(),;:\\\"[]").find(c) == std::string_view::npos;
         });
}

std::string composeMail(const MailMessage& message) {
  if (!isMailAddress(message.from) || !isMailAddress(message.to)) {
    throw std::invalid_argument("a mail address cannot stand in a header");
  }
  refuseControls(message.messageId);
  refuseControls(message.text.subject);
  const protocol::Language* language = protocol::findLanguage(message.language);
  if (language == nullptr) {
    throw std::invalid_argument("a mail is in no language");
  }
  std::string mail;
  const auto header = [&](std::string_view name, std::string_view value) {
    mail.append(name).append(": ").append(value).append(kLineEnd);
  };
  header("From", message.from);
  header("To", message.to);
  header("Subject", encodedHeader(message.text.subject));
  header("Date", rfc5322(message.date));
  header("Message-ID", '<' + message.messageId + '>');
  header("MIME-Version", "1.0");
  header("Content-Type", "text/plain; charset=UTF-8");
  header("Content-Transfer-Encoding", "base64");
  header("Content-Language", language->bcp47);
  header("Auto-Submitted", "auto-generated");  // RFC 3834: no holiday answers to this
  mail += kLineEnd;
  mail += encodedBody(message.text.body);
  return mail;
}

}  // namespace madoguchi::backend
