#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

namespace madoguchi::backend {

struct Envelope {
  std::string from;
  std::string to;         ///< as its owner types it
  std::string messageId;  ///< without angle brackets
};

/// How an attempt to hand a mail over ended.
struct Delivery {
  enum class Result : std::uint8_t {
    taken,          ///< the message is no longer ours to lose
    postponed,      ///< may pass: busy, cut off, TLS
    refused,        ///< this recipient or this mail, for good (RFC 5321 section 4.2.1: 5yz)
    misconfigured,  ///< this service as such, until its operator mends something: login, relaying
    stopped,        ///< as was asked; nobody knows whether it was taken
  };
  Result result = Result::taken;
  std::string reason = {};  ///< for log and operator; names nobody
};

/// Thread-safe: several mails leave at once.
class MailTransport {
 public:
  virtual ~MailTransport() = default;
  /// Throws std::system_error where it must be tried again.
  virtual Delivery deliver(const Envelope& envelope, const std::string& message,
                           const std::stop_token& stop) = 0;
  /// No mail waits for now: what was kept for the next one can go.
  virtual void rest() {}
};

/// One .eml file for each Message-ID, complete or not there at all; a second delivery replaces the
/// first by the same bytes. Throws std::runtime_error where the folder cannot be written.
std::unique_ptr<MailTransport> makeFolderTransport(const std::filesystem::path& folder);

/// After which an attempt ends, whatever the server does.
constexpr std::chrono::seconds kLongestDelivery{30};

struct SmtpOptions {
  std::string url;              ///< smtp://host:port or smtps://host:port
  std::filesystem::path login;  ///< two lines: user and password; empty = none
  std::filesystem::path ca;     ///< PEM; empty = the system's
  /// Until a connection stands, for one answer of the server, and for one mail in all. An answer
  /// that has not come by then is not waited for, nor is that to QUIT.
  std::chrono::seconds connectTime{10};
  std::chrono::seconds answerTime{10};
  std::chrono::seconds totalTime = kLongestDelivery;
};

/// SMTP (RFC 5321) with STARTTLS when it is offered; with a login only over TLS. A connection takes
/// one mail after the other, until rest(). Throws std::runtime_error where the login or the CA
/// cannot be read.
std::unique_ptr<MailTransport> makeSmtpTransport(const SmtpOptions& options);

}  // namespace madoguchi::backend
