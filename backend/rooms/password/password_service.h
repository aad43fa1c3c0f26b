#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "backend/accounts/link_store.h"
#include "backend/accounts/password_try.h"
#include "backend/core/data_keys.h"
#include "backend/core/password_hash.h"
#include "backend/mail/outbox.h"
#include "backend/rooms/password/password_store.h"
#include "backend/storage/storage.h"
#include "protocol/refusal.h"

namespace madoguchi::backend {

/// Decides on passwords: the first, and one that was forgotten. Knows no HTTP and no SQL.
/// Thread-safe. What is asked of the database is given up at the deadline; see Storage.
class PasswordService {
 public:
  using Clock = std::function<Seconds()>;

  /// `origin` is what links of mails begin with; `keys` are those of LoginService.
  PasswordService(Storage& storage, PasswordHasher& hasher, std::string origin,
                  const DataKeys* keys, Clock clock = now);

  struct LinkView {
    std::optional<LinkState> state = {};  ///< none: there is no such link
    LinkPurpose purpose = LinkPurpose::firstPassword;
    std::string language = {};  ///< of the account
  };
  /// Changes nothing: whoever checks mails for their readers opens links, too.
  LinkView look(std::string_view token, Deadline deadline);

  struct Choice {
    std::string token;
    std::string password;
    std::string confirmation;
    std::string attempt;          ///< made for this one time; the same again gets the same answer
    std::string subscriber = {};  ///< where it comes from, see subscriberOf()
  };
  struct Chosen {
    LinkPurpose purpose = LinkPurpose::firstPassword;
    bool stored = false;  ///< false: this is the answer to a repeated request
  };
  /// Refuses with linkUnknown, linkExpired, linkUsed; formInvalid with the fields "password" and
  /// "passwordConfirmation"; unavailable where too many passwords are being looked at.
  std::variant<Chosen, protocol::Refusal> choose(const Choice& choice, Deadline deadline);

  struct Change {
    std::string accountId = {};
    std::string sessionId = {};  ///< that goes on
    std::string current;
    std::string password;
    std::string confirmation;
    std::string attempt;     ///< see Choice
    std::string subscriber;  ///< see Choice
  };
  /// Changes the password of who is logged in; their other sessions end. Refuses with formInvalid
  /// and the fields "currentPassword" (WZBAM154E), "password" (WZBAM005E where it is the old one)
  /// and "passwordConfirmation" (WZBAM162E); with accountLocked who guesses; with sessionMissing
  /// where the account or its password is another meanwhile; and as choose() does.
  std::optional<protocol::Refusal> change(const Change& change, Deadline deadline);
  /// The same for who is not let in any more, as the password has expired: by the authentication
  /// ID, whether there is such an account or not. Refuses with loginRefused where a login has
  /// another obstacle.
  std::optional<protocol::Refusal> changeExpired(std::string_view authenticationId,
                                                 const Change& change, Deadline deadline);

  /// Sends a new link to the address of the account, whatever has become of this one; but not again
  /// and again. Refuses with linkUnknown.
  std::optional<protocol::Refusal> renew(std::string_view token, Deadline deadline);

  /// Sends a link where both belong to one account. Neither the answer nor the time tells whether
  /// they do. Refuses with formInvalid (WZBAM168E) what can be no id or no address.
  std::optional<protocol::Refusal> requestLink(std::string_view authenticationId,
                                               std::string_view email, Deadline deadline);

 private:
  /// Too many passwords are being looked at.
  static protocol::Refusal busy();
  std::variant<Chosen, protocol::Refusal> store(const Choice& choice, const std::string& hash,
                                                Deadline deadline);
  std::optional<protocol::Refusal> checkCurrent(const Change& change,
                                                const std::string& authenticationId,
                                                PasswordTry& tried, Deadline deadline);
  std::optional<protocol::Refusal> hashAndStore(const Change& change,
                                                const std::string& authenticationId,
                                                const PasswordTry& tried, Deadline deadline);
  std::optional<protocol::Refusal> store(const Change& change, const std::string& authenticationId,
                                         const PasswordTry& tried, const std::string& hash,
                                         Deadline deadline);

  Storage& m_storage;
  PasswordHasher& m_hasher;
  std::string m_origin;
  const DataKeys* m_keys;
  Clock m_clock;
};

/// Tells the owner that the password is another now.
NewMail passwordChangedMail(const PasswordAccount& account);

}  // namespace madoguchi::backend
