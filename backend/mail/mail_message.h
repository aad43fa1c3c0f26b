#pragma once

#include <string>

#include "backend/core/encoding.h"
#include "backend/mail/mail_template.h"

namespace madoguchi::backend {

struct MailMessage {
  std::string from;
  std::string to;         ///< as its owner types it
  std::string messageId;  ///< without angle brackets
  std::string language;   ///< "ja", "easy" or "en"
  Seconds date;
  MailText text;
};

/// The whole message (RFC 5322) with CRLF line ends, in ASCII. The same message gives the same
/// bytes. Throws std::invalid_argument where a value cannot stand in a header.
std::string composeMail(const MailMessage& message);

}  // namespace madoguchi::backend
