#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "backend/core/encoding.h"

namespace soci {
class session;
}

namespace madoguchi::backend {

class Database;

/// A mail that is due, with what its text needs.
struct OutgoingMail {
  std::string id;
  std::string templateName;  ///< "registration"
  std::string messageId;     ///< without angle brackets; the same in every attempt
  std::string recipient;
  std::string language;
  std::string authenticationId;
  Seconds createdAt;
  int attempts = 0;  ///< this one included
};

/// Adds a mail to the transaction that is open in `session`.
void addToOutbox(soci::session& session, const std::string& accountId,
                 std::string_view templateName, std::string_view messageIdDomain, Seconds now);

/// The mails that wait in the database. Several processes may send from the same one: whoever takes
/// a mail has it for kLease, after which it counts as not sent. Thread-safe.
class Outbox {
 public:
  /// Longer than one attempt to send may take.
  static constexpr std::chrono::seconds kLease{45};

  explicit Outbox(Database& database) : m_database(database) {}

  std::optional<OutgoingMail> take(Seconds now);
  void markSent(const OutgoingMail& mail);
  /// To be tried again at `when`.
  void postpone(const OutgoingMail& mail, Seconds when);
  void giveUp(const OutgoingMail& mail);
  /// When the next mail is due; empty where none waits.
  std::optional<Seconds> nextDue();

 private:
  void setState(const OutgoingMail& mail, const std::string& state);

  Database& m_database;
};

}  // namespace madoguchi::backend
