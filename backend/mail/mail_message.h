#pragma once

#include <map>
#include <string>
#include <string_view>

#include "backend/core/encoding.h"

// Mails as bytes: templates in three languages, made into RFC 5322 messages.

namespace madoguchi::backend {

struct MailText {
  std::string subject;
  std::string body;  ///< lines end with \n
};

using MailValues = std::map<std::string, std::string, std::less<>>;

/// Ruby markup as a reader of plain text sees it: {在留|ざい.りゅう} becomes 在留（ざいりゅう）.
std::string rubyInBrackets(std::string_view markup);
/// A template (first line the subject, then an empty line, then the body) with ruby in brackets and
/// ${name} replaced. Throws std::invalid_argument for a name without a value.
MailText fillTemplate(std::string_view text, const MailValues& values);
/// The embedded template of a language ("ja", "easy", "en"). Throws std::invalid_argument for
/// others.
std::string_view registrationTemplate(std::string_view language);

/// One printable ASCII address without display name, comments or quotes: what can stand in a
/// header.
bool isMailAddress(std::string_view address);

struct MailMessage {
  std::string from;
  std::string to;
  std::string messageId;  ///< without angle brackets
  std::string language;   ///< "ja", "easy" or "en"
  Seconds date;
  MailText text;
};

/// The whole message with CRLF line ends, in ASCII. The same message gives the same bytes. Throws
/// std::invalid_argument where a value cannot stand in a header.
std::string composeMail(const MailMessage& message);

}  // namespace madoguchi::backend
