#include "backend/accounts/password_try.h"

#include <utility>

#include "backend/core/loggable_error.h"

namespace madoguchi::backend {
namespace {

using Outcome = PasswordTry::Outcome;

/// Which try it is; std::nullopt where the account takes none.
std::optional<int> beginTry(Storage& storage, const PasswordGuess& guess, PasswordTry& tried,
                            Seconds now, Deadline deadline) {
  return storage.write(deadline, [&](Transaction& transaction) {
    const std::string id(guess.authenticationId);
    tried.account = accountForLogin(transaction, id);
    const auto number = takeTry(transaction, id, now);
    if (!number) {
      noteSecurityEvent(transaction, tried.account ? tried.account->id : std::string(),
                        security_events::kLoginWhileLocked, guess.subscriber, now);
    }
    return number;
  });
}

void noteFailure(Storage& storage, const PasswordGuess& guess, const PasswordTry& tried,
                 Seconds now, Deadline deadline) {
  storage.write(deadline, [&](Transaction& transaction) {
    noteSecurityEvent(transaction, tried.account ? tried.account->id : std::string(),
                      tried.outcome == Outcome::wrongAndLocks ? security_events::kAccountLocked
                                                              : security_events::kLoginFailed,
                      guess.subscriber, now);
  });
}

/// Looks at the password; gives the try back where that cannot be done.
bool isRight(Storage& storage, PasswordHasher& hasher, const PasswordHasher::Turn& turn,
             const PasswordGuess& guess, PasswordTry& tried, Deadline deadline) {
  try {
    const auto stored = tried.account ? tried.account->passwordHash : std::nullopt;
    const bool right = hasher.verify(turn, guess.password, stored);
    if (right && hasher.needsRehash(*stored)) {
      tried.newHash = hasher.hash(turn, guess.password);
    }
    return right;
  } catch (const LoggableError&) {
    storage.write(deadline, [&](Transaction& transaction) {
      giveTryBack(transaction, std::string(guess.authenticationId));
    });
    throw;
  }
}

}  // namespace

PasswordTry tryPassword(Storage& storage, PasswordHasher& hasher, const PasswordGuess& guess,
                        Seconds now, Deadline deadline) {
  PasswordTry tried;
  {
    // Before the try is counted: who waits here, and asks again meanwhile, would lock themselves
    // out with the right password.
    const PasswordHasher::Turn turn(hasher, deadline);
    if (!turn.came()) {
      return tried;
    }
    const auto number = beginTry(storage, guess, tried, now, deadline);
    if (!number) {
      tried.outcome = Outcome::locked;
      return tried;
    }
    if (isRight(storage, hasher, turn, guess, tried, deadline)) {
      tried.outcome = Outcome::right;
      return tried;
    }
    tried.outcome = *number >= kMostFailures ? Outcome::wrongAndLocks : Outcome::wrong;
  }
  noteFailure(storage, guess, tried, now, deadline);
  return tried;
}

std::optional<LoginAccount> stillKnown(Transaction& transaction,
                                       const std::string& authenticationId,
                                       const PasswordTry& tried) {
  auto account = accountForLogin(transaction, authenticationId);
  const bool same = account && tried.outcome == Outcome::right &&
                    account->id == tried.account->id &&
                    account->passwordHash == tried.account->passwordHash;
  return same ? std::move(account) : std::nullopt;
}

}  // namespace madoguchi::backend
