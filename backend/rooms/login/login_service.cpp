#include "backend/rooms/login/login_service.h"

#include <sodium.h>

#include <utility>

#include "backend/core/token.h"
#include "forms/registration/registration_form.h"
#include "protocol/authentication_id.h"
#include "protocol/strict_json.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

namespace {

constexpr protocol::JsonLimits kLoginLimits = {.bytes = 4096, .depth = 2};

/// Why somebody who knows the password still does not come in.
std::optional<Reason> passwordObstacle(const LoginAccount& account, Seconds now) {
  if (const auto decided = obstacleOf(account.status)) {
    return decided;
  }
  if (account.entrance == toString(forms::Entrance::cardHolder)) {
    return Reason::cardNeeded;
  }
  const auto end = passwordEnd(account);
  if (!end || now >= *end) {
    return Reason::passwordExpired;
  }
  return std::nullopt;
}

}  // namespace

struct LoginService::Try {
  Try(std::string id, std::string typed)
      : authenticationId(std::move(id)), password(std::move(typed)) {}
  Try(Try&&) = default;
  Try& operator=(Try&&) = default;
  Try(const Try&) = delete;
  Try& operator=(const Try&) = delete;
  ~Try() { sodium_memzero(password.data(), password.size()); }

  std::string authenticationId;
  std::string password;
  int number = 0;
  std::optional<LoginAccount> account = {};
};

LoginService::LoginService(Storage& storage, PasswordHasher& passwords, Clock clock)
    : m_storage(storage), m_passwords(passwords), m_clock(std::move(clock)) {}

std::variant<LoginService::Try, Refusal> LoginService::begin(std::string_view body,
                                                             std::string_view subscriber,
                                                             Deadline deadline) {
  auto json = protocol::readStrictJson(body, kLoginLimits);
  std::string id;
  std::string password;
  if (!json || !json->is_object() || json->size() != 2 ||
      !protocol::takeString(*json, "authenticationId", id) ||
      !protocol::takeString(*json, "password", password)) {
    return Refusal{Reason::malformed};
  }
  Try tried(protocol::repairedAuthenticationId(id), std::move(password));
  const Seconds time = m_clock();
  const bool locked = m_storage.write(deadline, [&](Transaction& transaction) {
    tried.account = accountForLogin(transaction, tried.authenticationId);
    const auto number = takeTry(transaction, tried.authenticationId, time);
    if (!number) {
      noteSecurityEvent(transaction, tried.account ? tried.account->id : std::string(),
                        security_events::kLoginWhileLocked, subscriber, time);
    }
    tried.number = number.value_or(0);
    return !number;
  });
  if (locked) {
    return Refusal{Reason::accountLocked};
  }
  return tried;
}

Refusal LoginService::refuse(const Try& tried, std::string_view subscriber, Deadline deadline) {
  const bool last = tried.number >= kMostFailures;
  m_storage.write(deadline, [&, time = m_clock()](Transaction& transaction) {
    noteSecurityEvent(transaction, tried.account ? tried.account->id : std::string(),
                      last ? security_events::kAccountLocked : security_events::kLoginFailed,
                      subscriber, time);
  });
  return {last ? Reason::accountLocked : Reason::loginRefused};
}

Welcome LoginService::letIn(const Try& tried, const std::optional<std::string>& newHash,
                            std::string_view subscriber, Deadline deadline) {
  const LoginAccount& account = *tried.account;
  return m_storage.write(deadline, [&, time = m_clock()](Transaction& transaction) {
    forgetTries(transaction, tried.authenticationId);
    if (newHash) {
      replacePasswordHash(transaction, account.id, *newHash);
    }
    return admit(transaction, account, security_events::kLoggedIn, subscriber, time);
  });
}

std::variant<Welcome, Refusal> LoginService::logIn(std::string_view body,
                                                   std::string_view subscriber, Deadline deadline) {
  auto begun = begin(body, subscriber, deadline);
  if (auto* refusal = std::get_if<Refusal>(&begun)) {
    return std::move(*refusal);
  }
  const auto& tried = std::get<Try>(begun);
  const auto stored = tried.account ? tried.account->passwordHash : std::nullopt;
  switch (m_passwords.verify(tried.password, stored, deadline)) {
    case PasswordHasher::Verdict::busy:
      return Refusal{Reason::unavailable};
    case PasswordHasher::Verdict::wrong:
      return refuse(tried, subscriber, deadline);
    case PasswordHasher::Verdict::right:
      break;
  }
  if (const auto obstacle = passwordObstacle(*tried.account, m_clock())) {
    m_storage.write(deadline, [&, time = m_clock()](Transaction& transaction) {
      forgetTries(transaction, tried.authenticationId);
      noteSecurityEvent(transaction, tried.account->id, protocol::name(*obstacle), subscriber,
                        time);
    });
    return Refusal{*obstacle};
  }
  std::optional<std::string> newHash;
  if (m_passwords.needsRehash(*stored)) {
    newHash = m_passwords.hash(tried.password, deadline);
  }
  return letIn(tried, newHash, subscriber, deadline);
}

std::variant<Principal, Reason> LoginService::find(std::string_view token, Deadline deadline) {
  if (!isToken(token)) {
    return Reason::sessionMissing;
  }
  const auto session = m_storage.read(
      deadline, [token](Transaction& transaction) { return sessionOf(transaction, token); });
  const Seconds time = m_clock();
  // Never early for the use that has not been noted.
  const auto lifetime = kSessionIdle + kUseNotedAfter;
  const bool lasts = session && time < session->lastUsed + lifetime &&
                     session->lastUsed <= time + kClocksDiffer;  // else nobody knows when it was
  if (!lasts || session->status != kActive) {
    return Reason::sessionMissing;
  }
  if (session->replaced) {
    return Reason::sessionReplaced;
  }
  if (time >= session->lastUsed + kUseNotedAfter) {
    m_storage.write(deadline,
                    [&](Transaction& transaction) { noteUse(transaction, session->id, time); });
  }
  return Principal{.accountId = session->accountId,
                   .sessionId = session->id,
                   .userInformationOnly = seesUserInformationOnly(session->userClass)};
}

void LoginService::logOut(const Principal& who, std::string_view subscriber, Deadline deadline) {
  m_storage.write(deadline, [&, time = m_clock()](Transaction& transaction) {
    endSession(transaction, who.sessionId);
    noteSecurityEvent(transaction, who.accountId, "loggedOut", subscriber, time);
  });
}

}  // namespace madoguchi::backend
