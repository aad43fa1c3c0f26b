// What PasswordService does for who is logged in.
#include "backend/accounts/login_store.h"
#include "backend/accounts/password_mail.h"
#include "backend/core/token.h"
#include "backend/mail/outbox.h"
#include "backend/rooms/password/password_service.h"
#include "backend/rooms/password/password_store.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

std::optional<Refusal> PasswordService::change(const Change& change, Deadline deadline) {
  const auto account = m_storage.read(deadline, [&](Transaction& transaction) {
    return findAccount(transaction, change.accountId);
  });
  if (account && account->setBy == tokenDigest(change.attempt)) {
    return std::nullopt;  // who asks again, as the answer was lost
  }
  if (auto refusal = checkCurrent(change, deadline)) {
    return refusal;
  }
  const auto hash = m_hasher.hash(change.password, deadline);
  if (!hash) {
    return busy();
  }
  store(change, *hash, deadline);
  return std::nullopt;
}

std::optional<Refusal> PasswordService::checkCurrent(const Change& change, Deadline deadline) {
  auto errors = passwordErrors(change.password, change.confirmation, "WZBAM162E");
  if (change.current.empty()) {
    errors.insert(errors.begin(), {"currentPassword", "WZBAM001E"});
    return Refusal{.reason = Reason::formInvalid, .fields = std::move(errors)};
  }
  std::optional<PasswordAccount> account;
  // Counted before it is looked at, with those of the login: a session that was left open is no way
  // to guess.
  const auto number = m_storage.write(deadline, [&, time = m_clock()](Transaction& transaction) {
    account = findAccount(transaction, change.accountId);
    return account ? takeTry(transaction, account->authenticationId, time) : std::nullopt;
  });
  if (!number) {
    return Refusal{Reason::accountLocked};
  }
  switch (m_hasher.verify(change.current, account->hash, deadline)) {
    case PasswordHasher::Verdict::busy:
      return busy();
    case PasswordHasher::Verdict::wrong:
      if (*number >= kMostFailures) {
        m_storage.write(deadline, [&, time = m_clock()](Transaction& transaction) {
          endSessionsOf(transaction, change.accountId);
          noteSecurityEvent(transaction, change.accountId, "accountLocked", change.subscriber,
                            time);
        });
        return Refusal{Reason::accountLocked};
      }
      errors.insert(errors.begin(), {"currentPassword", "WZBAM154E"});
      break;
    case PasswordHasher::Verdict::right:
      m_storage.write(deadline, [&](Transaction& transaction) {
        forgetTries(transaction, account->authenticationId);
      });
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
