#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "backend/accounts/login_store.h"
#include "backend/core/password_hash.h"
#include "backend/storage/storage.h"

namespace madoguchi::backend {

/// Somebody says that this is the password of that account.
struct PasswordGuess {
  std::string_view authenticationId;  ///< as protocol::repairedAuthenticationId() gives it
  std::string_view password;
  std::string_view subscriber;  ///< where it comes from, see subscriberOf()
};

/// What has become of it.
struct PasswordTry {
  enum class Outcome : std::uint8_t {
    right,
    wrong,
    wrongAndLocks,  ///< it was the last one
    locked,         ///< the account takes no try
    busy,           ///< too many passwords are being looked at
  };
  Outcome outcome = Outcome::busy;
  /// Whose it is, as it was then: what is done for who knew the password is done only where the
  /// account still has this one.
  std::optional<LoginAccount> account = {};
  std::optional<std::string> newHash = {};  ///< of a right one, where its cost has changed since
};

/// One of the tries that an account has, for whatever the password is asked. It is counted before
/// the password is looked at, and noted as a security event where it fails; one in which none was
/// looked at is not counted. Throws StorageError, and LoggableError where there is no memory.
PasswordTry tryPassword(Storage& storage, PasswordHasher& hasher, const PasswordGuess& guess,
                        Seconds now, Deadline deadline);

/// The account, where the try was right and it has that password still.
std::optional<LoginAccount> stillKnown(Transaction& transaction,
                                       const std::string& authenticationId,
                                       const PasswordTry& tried);

}  // namespace madoguchi::backend
