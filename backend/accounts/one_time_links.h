#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// What links of mails have in common, whatever they do: each is good once, until it ends, and no
// longer than kLinkLifetime, whatever the clock was when it was made. All throw
// soci::soci_error, which Storage takes.

namespace madoguchi::backend {

constexpr std::chrono::seconds kLinkLifetime = std::chrono::hours(24);

enum class LinkState : std::uint8_t { good, expired, used };
LinkState linkState(bool isUsed, Seconds expiresAt, Seconds now);

/// A table of them, with the columns hash (of the token), account_id, expires_at, used_at and
/// used_by.
enum class LinkTable : std::uint8_t { passwords, emailChanges };

/// False where the link is not good, as when somebody else was first. `attempt` is who asks, by a
/// name made for this one time; its digest stands in used_by from then on.
bool useUp(Transaction& transaction, LinkTable table, std::string_view token,
           std::string_view attempt, Seconds now);

/// When the last of those ends that were made by now.
inline Seconds lastLinkEnd(Seconds now) { return now + kLinkLifetime + kClocksDiffer; }

/// Those of the account that are good have expired.
void endGoodLinks(Transaction& transaction, LinkTable table, const std::string& accountId,
                  Seconds now);

}  // namespace madoguchi::backend
