#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "backend/accounts/email_change_store.h"
#include "backend/storage/storage.h"
#include "protocol/information_change.h"
#include "protocol/refusal.h"

namespace madoguchi::backend {

struct AccountInformation;

/// So long can a new address be confirmed.
constexpr std::chrono::seconds kNewEmailLifetime = kLinkLifetime;
/// So many new addresses an account may give in 24 hours: each gets a mail that its owner may not
/// want.
constexpr int kMostNewEmails = 5;

/// Changes what somebody has registered (forms/registration/information_change.h). Knows no HTTP
/// and no SQL. Thread-safe. What is asked of the database is given up at the deadline; see Storage.
class InformationService {
 public:
  using Clock = std::function<Seconds()>;

  /// `origin` is what links of mails begin with.
  InformationService(Storage& storage, std::string origin, Clock clock = now);

  struct Change {
    std::string accountId;
    std::string_view form;        ///< of informationChangeForm(), as JSON
    std::string attempt;          ///< made for this one time; the same again gets the same answer
    std::string subscriber = {};  ///< where it comes from, see subscriberOf()
  };
  /// Keeps who changed which fields, and no values. A new address gets a mail with a link, the old
  /// one a notice. Refuses with malformed, formInvalid, idempotencyConflict; rateLimited where
  /// there were too many new addresses; sessionMissing where the account has gone.
  std::variant<protocol::InformationChanged, protocol::Refusal> change(const Change& change,
                                                                       Deadline deadline);

  struct LinkView {
    std::optional<LinkState> state = {};  ///< none: there is no such link
    std::string email = {};               ///< where it waits
    std::string language = {};            ///< of the account
  };
  /// Changes nothing: whoever checks mails for their readers opens links, too.
  LinkView look(std::string_view token, Deadline deadline);

  struct Confirmation {
    std::string token;
    std::string attempt;          ///< see Change
    std::string subscriber = {};  ///< see Change
  };
  /// Puts the new address in the place of the old one, and tells both. Links that set a password
  /// end: they went to the old one. Refuses with linkUnknown, linkExpired and linkUsed.
  std::optional<protocol::Refusal> confirm(const Confirmation& confirmation, Deadline deadline);

 private:
  std::variant<protocol::InformationChanged, protocol::Refusal> decide(Transaction& transaction,
                                                                       const Change& change) const;
  Seconds askToConfirm(Transaction& transaction, const std::string& accountId,
                       const AccountInformation& account, const std::string& email) const;

  Storage& m_storage;
  std::string m_origin;
  Clock m_clock;
};

}  // namespace madoguchi::backend
