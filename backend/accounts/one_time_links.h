#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// What links of mails have in common, whatever they do: each is good once, until it ends. All throw
// soci::soci_error, which Storage takes.

namespace madoguchi::backend {

enum class LinkState : std::uint8_t { good, expired, used };
LinkState linkState(bool isUsed, Seconds expiresAt, Seconds now);

/// A table of them, with the columns hash (of the token), account_id, expires_at, used_at and
/// used_by.
enum class LinkTable : std::uint8_t { passwords, emailChanges };

/// False where the link is not good, as when somebody else was first. `attempt` is who asks, by a
/// name made for this one time; its digest stands in used_by from then on.
bool useUp(Transaction& transaction, LinkTable table, std::string_view token,
           std::string_view attempt, Seconds now);

/// Those of the account that are good have expired.
void endGoodLinks(Transaction& transaction, LinkTable table, const std::string& accountId,
                  Seconds now);

}  // namespace madoguchi::backend
