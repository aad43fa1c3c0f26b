#include "backend/mail/mail_message.h"

#include <algorithm>
#include <stdexcept>

#include "backend/core/mail_address.h"
#include "backend/core/ruby_markup.h"
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

std::string part(std::string_view type, std::string_view body) {
  return "Content-Type: " + std::string(type) +
         "; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encodedBody(body);
}

/// Complete by itself: nothing is fetched from anywhere, and nothing tells that it was read.
std::string htmlPage(const MailText& text, const protocol::Language& language) {
  return "<!DOCTYPE html>\n<html lang=\"" + language.bcp47 +
         "\"><head><meta charset=\"utf-8\">"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" +
         escapedForHtml(text.subject) +
         "</title></head>\n"
         "<body style=\"font-family:sans-serif;max-width:40em;overflow-wrap:anywhere;line-height:" +
         (language.ruby ? "2.2;word-break:keep-all" : "1.6") + "\">\n" + text.html +
         "</body></html>\n";
}

}  // namespace

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
  header("From", quotedMailAddress(message.from));
  header("To", quotedMailAddress(message.to));
  header("Subject", encodedHeader(message.text.subject));
  header("Date", rfc5322(message.date));
  header("Message-ID", '<' + message.messageId + '>');
  header("MIME-Version", "1.0");
  // No line of base64 can be one.
  const std::string boundary = "=_" + sha256Hex(message.messageId).substr(0, 32);
  header("Content-Type", "multipart/alternative; boundary=\"" + boundary + '"');
  header("Content-Language", language->bcp47);
  header("Auto-Submitted", "auto-generated");  // RFC 3834: no holiday answers to this
  // The plainest first (RFC 2046, 5.1.4).
  for (const std::string& one : {part("text/plain", message.text.body),
                                 part("text/html", htmlPage(message.text, *language))}) {
    mail.append(kLineEnd).append("--").append(boundary).append(kLineEnd).append(one);
  }
  return mail.append(kLineEnd).append("--").append(boundary).append("--").append(kLineEnd);
}

}  // namespace madoguchi::backend
