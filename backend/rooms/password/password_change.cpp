// What PasswordService does for who knows the present password.
#include "backend/accounts/login_store.h"
#include "backend/accounts/password_mail.h"
#include "backend/core/token.h"
#include "backend/mail/outbox.h"
#include "backend/rooms/password/password_service.h"
#include "backend/rooms/password/password_store.h"
#include "forms/registration/registration_form.h"
#include "protocol/authentication_id.h"
#include "protocol/password_rules.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

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
  if (auto refusal = checkCurrent(change, account, account->authenticationId, deadline)) {
    return refusal;
  }
  return hashAndStore(change, deadline);
}

std::optional<Refusal> PasswordService::changeExpired(std::string_view authenticationId,
                                                      Change change, Deadline deadline) {
  const std::string id = protocol::repairedAuthenticationId(authenticationId);
  std::optional<LoginAccount> who;
  const auto account = m_storage.read(deadline, [&](Transaction& transaction) {
    who = accountForLogin(transaction, id);
    return findAccountBy(transaction, id);
  });
  if (account && account->setBy == tokenDigest(change.attempt)) {
    return std::nullopt;
  }
  if (auto refusal = checkCurrent(change, account, id, deadline)) {
    return refusal;
  }
  // The login says why, to who knows the password.
  if (who->status != kActive || who->entrance == toString(forms::Entrance::cardHolder)) {
    return Refusal{Reason::loginRefused};
  }
  change.accountId = account->id;
  return hashAndStore(change, deadline);
}

std::optional<Refusal> PasswordService::hashAndStore(const Change& change, Deadline deadline) {
  const auto hash = m_hasher.hash(change.password, deadline);
  if (!hash) {
    return busy();
  }
  store(change, *hash, deadline);
  return std::nullopt;
}

std::optional<Refusal> PasswordService::checkCurrent(const Change& change,
                                                     const std::optional<PasswordAccount>& account,
                                                     const std::string& authenticationId,
                                                     Deadline deadline) {
  auto errors = protocol::chosenPasswordErrors(change.password, change.confirmation, "WZBAM162E");
  if (change.current.empty()) {
    errors.insert(errors.begin(), {"currentPassword", "WZBAM001E"});
    return Refusal{.reason = Reason::formInvalid, .fields = std::move(errors)};
  }
  // Counted before it is looked at, with those of the login: a session that was left open is no way
  // to guess.
  const auto number = m_storage.write(deadline, [&, time = m_clock()](Transaction& transaction) {
    return takeTry(transaction, authenticationId, time);
  });
  if (!number) {
    return Refusal{Reason::accountLocked};
  }
  switch (m_hasher.verify(change.current, account ? account->hash : std::nullopt, deadline)) {
    case PasswordHasher::Verdict::busy:
      return busy();
    case PasswordHasher::Verdict::wrong:
      if (*number >= kMostFailures) {
        m_storage.write(deadline, [&, time = m_clock()](Transaction& transaction) {
          const std::string accountId = account ? account->id : std::string();
          endSessionsOf(transaction, accountId);
          noteSecurityEvent(transaction, accountId, "accountLocked", change.subscriber, time);
        });
        return Refusal{Reason::accountLocked};
      }
      errors.insert(errors.begin(), {"currentPassword", "WZBAM154E"});
      break;
    case PasswordHasher::Verdict::right:
      m_storage.write(
          deadline, [&](Transaction& transaction) { forgetTries(transaction, authenticationId); });
      if (change.password == change.current) {
        errors.push_back({"password", "WZBAM005E"});
      }
      break;
  }
  return errors.empty()
             ? std::nullopt
             : std::optional(Refusal{.reason = Reason::formInvalid, .fields = std::move(errors)});
}

void PasswordService::store(const Change& change, const std::string& hash, Deadline deadline) {
  m_storage.write(deadline, [&, time = m_clock()](Transaction& transaction) {
    const auto account = findAccount(transaction, change.accountId);
    if (!account || account->setBy == tokenDigest(change.attempt)) {
      return;
    }
    setPassword(transaction, account->id, hash, change.attempt, time);
    endPasswordLinks(transaction, account->id, time);
    endSessionsOf(transaction, account->id, change.sessionId);
    noteSecurityEvent(transaction, account->id, "passwordChanged", change.subscriber, time);
    addMail(transaction, passwordChangedMail(*account), time);
  });
}

}  // namespace madoguchi::backend
