#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// Tries, sessions and the log of what happened to accounts, in the database. All throw
// soci::soci_error, which Storage takes.

namespace madoguchi::backend {

/// After so many failures the account is locked for kLockTime after the last one. Failures that are
/// older count no more, nor do those of a clock that was ahead.
constexpr int kMostFailures = 5;
constexpr std::chrono::hours kLockTime{24};

/// A session that is not used for so long has ended.
constexpr std::chrono::minutes kSessionIdle{30};
/// Of a session that ended, or was replaced: whoever had it is told until then.
constexpr std::chrono::hours kEndedSessionsStay{24};
/// How late its use may be noted, so that not every request writes.
constexpr std::chrono::minutes kUseNotedAfter{1};

/// accounts.status of an account that may be used, and of those that may not.
constexpr std::string_view kActive = "active";
constexpr std::string_view kSuspended = "suspended";
constexpr std::string_view kDeleted = "deleted";
constexpr std::string_view kExpired = "expired";  ///< with an agent's certificate, for example
constexpr std::string_view kInvalid = "invalid";

/// An account as the login sees it.
struct LoginAccount {
  std::string id;
  std::string entrance;
  std::string userClass;
  std::string form;  ///< canonical JSON
  std::string email;
  std::string language;
  std::string status;
  std::optional<std::string> passwordHash;
  std::optional<Seconds> passwordSetAt;
  std::optional<Seconds> lastLogin;
};
/// std::nullopt for what is no authentication ID at all, whatever a database would find for it: by
/// the text as it is are tries counted.
std::optional<LoginAccount> accountForLogin(Transaction& transaction,
                                            const std::string& authenticationId);

/// A try is counted before it is decided, so that many at once are no more than these; which one it
/// is, from 1, or nullopt where the account is locked. It is counted for any text, whether there is
/// such an account or not, so that nobody learns from it which there are.
std::optional<int> takeTry(Transaction& transaction, const std::string& authenticationId,
                           Seconds now);
/// The one that takeTry() has counted was none: no password was looked at.
void giveTryBack(Transaction& transaction, const std::string& authenticationId);
/// Until when the account takes no try; nullopt where it does.
std::optional<Seconds> lockedUntil(Transaction& transaction, const std::string& authenticationId,
                                   Seconds now);
/// The password was right.
void forgetTries(Transaction& transaction, const std::string& authenticationId);

/// The session of `token` takes the place of the one that the account has.
void addSession(Transaction& transaction, const std::string& accountId, std::string_view token,
                Seconds now);
void replacePasswordHash(Transaction& transaction, const std::string& accountId,
                         const std::string& hash);

struct StoredSession {
  std::string id;  ///< the token's digest
  std::string accountId;
  std::string userClass;
  std::string status;  ///< of the account
  Seconds lastUsed{};
  bool replaced = false;
};
std::optional<StoredSession> sessionOf(Transaction& transaction, std::string_view token);
void noteUse(Transaction& transaction, const std::string& sessionId, Seconds now);
void endSession(Transaction& transaction, const std::string& sessionId);
/// All of the account but `kept`: the password that they were begun with is another now.
void endSessionsOf(Transaction& transaction, const std::string& accountId,
                   const std::string& kept = {});

/// Of noteSecurityEvent(), those of logins. A state of the account that keeps somebody out stands
/// by its reason's name.
namespace security_events {
inline constexpr std::string_view kLoggedIn = "loggedIn";  ///< with the password
inline constexpr std::string_view kLoggedInByCard = "loggedInByCard";
inline constexpr std::string_view kLoginFailed = "loginFailed";
inline constexpr std::string_view kCardRefused = "cardRefused";
inline constexpr std::string_view kAccountLocked = "accountLocked";
inline constexpr std::string_view kLoginWhileLocked = "loginWhileLocked";
}  // namespace security_events

/// What happened to an account, for its owner and for the operator. Nothing personal stands in it;
/// `accountId` is empty where there is no such account.
void noteSecurityEvent(Transaction& transaction, std::string_view accountId, std::string_view what,
                       std::string_view subscriber, Seconds now);

// Forget, of all accounts, what was last so before that time; see deleteOldest().
int forgetOldSessions(Transaction& transaction, Seconds usedBefore, int most);
int forgetOldTries(Transaction& transaction, Seconds endedBefore, int most);
int forgetOldEvents(Transaction& transaction, Seconds happenedBefore, int most);

struct SecurityEvent {
  Seconds happenedAt;
  std::string what;
  std::string subscriber;
};
/// Those of an account, newest first, at most `most` of them.
std::vector<SecurityEvent> securityEventsOf(Transaction& transaction, const std::string& accountId,
                                            const std::vector<std::string_view>& kinds, int most);

}  // namespace madoguchi::backend
