#include "backend/rooms/login/login_service.h"

#include <sodium.h>

#include <utility>

#include "backend/core/token.h"
#include "backend/filing/card_end.h"
#include "forms/registration/registration_form.h"
#include "protocol/authentication_id.h"
#include "protocol/strict_json.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

namespace {

constexpr protocol::JsonLimits kLoginLimits = {.bytes = 4096, .depth = 2};

/// Why somebody who knows the password still does not come in.
std::optional<Reason> passwordObstacle(const LoginAccount& account, bool needsCard, Seconds now) {
  if (const auto decided = obstacleOf(account.status)) {
    return decided;
  }
  if (needsCard) {
    return Reason::cardNeeded;
  }
  const auto end = passwordEnd(account);
  if (!end || now >= *end) {
    return Reason::passwordExpired;
  }
  return std::nullopt;
}

/// The JSON of a login, until it is over.
struct LoginRequest {
  LoginRequest() = default;
  ~LoginRequest() { sodium_memzero(password.data(), password.size()); }
  LoginRequest(const LoginRequest&) = delete;
  LoginRequest& operator=(const LoginRequest&) = delete;

  /// False where it is none.
  bool read(std::string_view body) {
    auto json = protocol::readStrictJson(body, kLoginLimits);
    std::string typed;
    if (!json || !json->is_object() || json->size() != 2 ||
        !protocol::takeString(*json, "authenticationId", typed) ||
        !protocol::takeString(*json, "password", password)) {
      return false;
    }
    authenticationId = protocol::repairedAuthenticationId(typed);
    return true;
  }

  std::string authenticationId;
  std::string password;
};

}  // namespace

LoginService::LoginService(Storage& storage, PasswordHasher& passwords, const DataKeys* keys,
                           Clock clock)
    : m_storage(storage), m_passwords(passwords), m_keys(keys), m_clock(std::move(clock)) {}

std::optional<std::variant<Welcome, Refusal>> LoginService::letIn(
    const std::string& authenticationId, const PasswordTry& tried, std::string_view subscriber,
    Deadline deadline) {
  const bool hasCard = tried.account->entrance == toString(forms::Entrance::cardHolder);
  const bool cardEnded = hasCard && m_storage.read(deadline, [&](Transaction& transaction) {
    return comesInWithoutCard(transaction, m_keys, tried.account->id, m_clock());
  });
  using Result = std::optional<std::variant<Welcome, Refusal>>;
  return m_storage.write(deadline, [&, time = m_clock()](Transaction& transaction) -> Result {
    const auto account = stillKnown(transaction, authenticationId, tried);
    if (!account) {
      return std::nullopt;
    }
    forgetTries(transaction, authenticationId);
    if (const auto obstacle = passwordObstacle(*account, hasCard && !cardEnded, time)) {
      noteSecurityEvent(transaction, account->id, protocol::name(*obstacle), subscriber, time);
      return Refusal{*obstacle};
    }
    if (tried.newHash) {
      replacePasswordHash(transaction, account->id, *tried.newHash);
    }
    Welcome welcome = admit(transaction, *account, security_events::kLoggedIn, subscriber, time);
    welcome.cardEnded = cardEnded;
    return welcome;
  });
}

std::variant<Welcome, Refusal> LoginService::logIn(std::string_view body,
                                                   std::string_view subscriber, Deadline deadline) {
  LoginRequest request;
  if (!request.read(body)) {
    return Refusal{Reason::malformed};
  }
  for (;;) {
    const PasswordTry tried = tryPassword(m_storage, m_passwords,
                                          {.authenticationId = request.authenticationId,
                                           .password = request.password,
                                           .subscriber = subscriber},
                                          m_clock(), deadline);
    switch (tried.outcome) {
      case PasswordTry::Outcome::busy:
        return Refusal{Reason::unavailable};
      case PasswordTry::Outcome::wrong:
        return Refusal{Reason::loginRefused};
      case PasswordTry::Outcome::locked:
      case PasswordTry::Outcome::wrongAndLocks:
        return Refusal{Reason::accountLocked};
      case PasswordTry::Outcome::right:
        break;
    }
    if (auto result = letIn(request.authenticationId, tried, subscriber, deadline)) {
      return std::move(*result);
    }
    // It is another since: a new one, or the same as another login has just hashed it anew. Which,
    // another try tells.
  }
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
