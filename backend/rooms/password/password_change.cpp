// What PasswordService does for who knows the present password.
#include <utility>
#include <vector>

#include "backend/accounts/email_change_store.h"
#include "backend/accounts/login_store.h"
#include "backend/accounts/password_mail.h"
#include "backend/accounts/password_try.h"
#include "backend/core/token.h"
#include "backend/filing/card_end.h"
#include "backend/mail/outbox.h"
#include "backend/rooms/password/password_service.h"
#include "backend/rooms/password/password_store.h"
#include "forms/registration/registration_form.h"
#include "protocol/authentication_id.h"
#include "protocol/field_error.h"
#include "protocol/password_rules.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

namespace {

/// What can be said of the new one before the present one is looked at.
std::vector<protocol::FieldError> chosenErrors(const PasswordService::Change& change) {
  return protocol::chosenPasswordErrors(change.password, change.confirmation, "WZBAM162E");
}

std::optional<Refusal> refusalOf(std::vector<protocol::FieldError> errors) {
  return errors.empty()
             ? std::nullopt
             : std::optional(Refusal{.reason = Reason::formInvalid, .fields = std::move(errors)});
}

}  // namespace

std::optional<Refusal> PasswordService::change(const Change& change, Deadline deadline) {
  const auto account = m_storage.read(deadline, [&](Transaction& transaction) {
    return findAccount(transaction, change.accountId);
  });
  if (!account) {
    return Refusal{Reason::sessionMissing};  // it has gone since
  }
  if (account->setBy == tokenDigest(change.attempt)) {
    return std::nullopt;  // who asks again, as the answer was lost
  }
  PasswordTry tried;
  if (auto refusal = checkCurrent(change, account->authenticationId, tried, deadline)) {
    return refusal;
  }
  return hashAndStore(change, account->authenticationId, tried, deadline);
}

std::optional<Refusal> PasswordService::changeExpired(std::string_view authenticationId,
                                                      const Change& change, Deadline deadline) {
  const std::string id = protocol::repairedAuthenticationId(authenticationId);
  const auto account = m_storage.read(
      deadline, [&](Transaction& transaction) { return findAccountBy(transaction, id); });
  if (account && account->setBy == tokenDigest(change.attempt)) {
    return std::nullopt;
  }
  PasswordTry tried;
  if (auto refusal = checkCurrent(change, id, tried, deadline)) {
    return refusal;
  }
  // The login says why, to who knows the password.
  const bool needsCard =
      tried.account->entrance == toString(forms::Entrance::cardHolder) &&
      !m_storage.read(deadline, [&](Transaction& transaction) {
        return comesInWithoutCard(transaction, m_keys, tried.account->id, m_clock());
      });
  if (tried.account->status != kActive || needsCard) {
    return Refusal{Reason::loginRefused};
  }
  return hashAndStore(change, id, tried, deadline);
}

std::optional<Refusal> PasswordService::hashAndStore(const Change& change,
                                                     const std::string& authenticationId,
                                                     const PasswordTry& tried, Deadline deadline) {
  const auto hash = m_hasher.hash(change.password, deadline);
  if (!hash) {
    return busy();
  }
  return store(change, authenticationId, tried, *hash, deadline);
}

std::optional<Refusal> PasswordService::checkCurrent(const Change& change,
                                                     const std::string& authenticationId,
                                                     PasswordTry& tried, Deadline deadline) {
  auto errors = chosenErrors(change);
  if (change.current.empty()) {
    errors.insert(errors.begin(), {"currentPassword", "WZBAM001E"});
    return refusalOf(std::move(errors));
  }
  // With those of the login: a session that was left open is no way to guess.
  tried = tryPassword(m_storage, m_hasher,
                      {.authenticationId = authenticationId,
                       .password = change.current,
                       .subscriber = change.subscriber},
                      m_clock(), deadline);
  switch (tried.outcome) {
    case PasswordTry::Outcome::busy:
      return busy();
    case PasswordTry::Outcome::wrongAndLocks:
      if (!change.sessionId.empty()) {  // nobody outside ends those of others
        m_storage.write(deadline, [&](Transaction& transaction) {
          endSessionsOf(transaction, change.accountId);
        });
      }
      return Refusal{Reason::accountLocked};
    case PasswordTry::Outcome::locked:
      return Refusal{Reason::accountLocked};
    case PasswordTry::Outcome::wrong:
      errors.insert(errors.begin(), {"currentPassword", "WZBAM154E"});
      break;
    case PasswordTry::Outcome::right:
      m_storage.write(deadline, [&](Transaction& transaction) {
        if (stillKnown(transaction, authenticationId, tried)) {
          forgetTries(transaction, authenticationId);
        }
      });
      if (change.password == change.current) {
        errors.push_back({"password", "WZBAM005E"});
      }
      break;
  }
  return refusalOf(std::move(errors));
}

std::optional<Refusal> PasswordService::store(const Change& change,
                                              const std::string& authenticationId,
                                              const PasswordTry& tried, const std::string& hash,
                                              Deadline deadline) {
  using Result = std::optional<Refusal>;
  return m_storage.write(deadline, [&, time = m_clock()](Transaction& transaction) -> Result {
    const auto account = findAccountBy(transaction, authenticationId);
    if (account && account->setBy == tokenDigest(change.attempt)) {
      return std::nullopt;
    }
    // While it was hashed, its owner may have taken the account back from whoever asks here.
    const auto known = stillKnown(transaction, authenticationId, tried);
    if (!known || known->status != kActive) {
      return Refusal{change.sessionId.empty() ? Reason::loginRefused : Reason::sessionMissing};
    }
    setPassword(transaction, account->id, hash, change.attempt, time);
    endPasswordLinks(transaction, account->id, time);
    endEmailChanges(transaction, account->id, time);  // as they are whose sessions end
    endSessionsOf(transaction, account->id, change.sessionId);
    noteSecurityEvent(transaction, account->id, "passwordChanged", change.subscriber, time);
    addMail(transaction, passwordChangedMail(*account), time);
    return std::nullopt;
  });
}

}  // namespace madoguchi::backend
