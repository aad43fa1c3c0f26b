#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "backend/accounts/one_time_links.h"
#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// Links that a mail carries, with which its reader does something once. All throw soci::soci_error,
// which Storage takes.

namespace madoguchi::backend {

enum class LinkPurpose : std::uint8_t { firstPassword, forgottenPassword };
/// "first" or "forgotten": in the database, in addresses and in the API.
std::string_view purposeName(LinkPurpose purpose);

struct NewLink {
  std::string accountId;
  LinkPurpose purpose = LinkPurpose::firstPassword;
  Seconds expiresAt;
  bool isFirst = false;  ///< the account is new and has none that would have to end
};
/// Gives the token of a new link. Those that the account had have expired from then on.
std::string addLink(Transaction& transaction, const NewLink& link, Seconds now);

struct Link {
  std::string accountId;
  LinkPurpose purpose = LinkPurpose::firstPassword;
  LinkState state = LinkState::good;
  Seconds createdAt;
  std::string usedBy;  ///< the attempt that used it, as a digest; empty while nobody has
};
/// std::nullopt where there is no such link.
std::optional<Link> findLink(Transaction& transaction, std::string_view token, Seconds now);

/// See useUp().
bool useUpLink(Transaction& transaction, std::string_view token, std::string_view attempt,
               Seconds now);

/// When the account's good link was made; std::nullopt where it has none.
std::optional<Seconds> goodLinkSince(Transaction& transaction, const std::string& accountId,
                                     Seconds now);

/// Those of the account that are good have expired.
void endLinks(Transaction& transaction, const std::string& accountId, Seconds now);

/// Those that ended before that time; see deleteOldest(). Not of accounts that never had a
/// password: by their links it is known how long they have waited for one.
int forgetOldLinks(Transaction& transaction, Seconds endedBefore, int most);

/// As if there had never been any: the address was not the person's.
void forgetLinks(Transaction& transaction, const std::string& accountId);

}  // namespace madoguchi::backend
