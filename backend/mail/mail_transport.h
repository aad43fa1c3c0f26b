#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include "backend/core/config.h"

namespace madoguchi::backend {

struct Envelope {
  std::string from;
  std::string to;
  std::string messageId;  ///< without angle brackets
};

/// The mail has to be tried again. The message is for the log: it names nobody.
class DeliveryError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class MailTransport {
 public:
  virtual ~MailTransport() = default;
  /// Hands the message over. When it returns, the message is no longer ours to lose; it throws
  /// DeliveryError or std::system_error where it must be tried again.
  virtual void deliver(const Envelope& envelope, const std::string& message) = 0;
};

/// One .eml file for each Message-ID, complete or not there at all; a second delivery replaces the
/// first by the same bytes. Throws std::runtime_error where the folder cannot be written.
std::unique_ptr<MailTransport> makeFolderTransport(const std::filesystem::path& folder);

/// SMTP (RFC 5321) with STARTTLS when it is offered; with a login only over TLS. Throws
/// std::runtime_error where the login cannot be read.
std::unique_ptr<MailTransport> makeSmtpTransport(const Config& config);

}  // namespace madoguchi::backend
