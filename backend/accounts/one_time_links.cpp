#include "backend/accounts/one_time_links.h"

#include "backend/core/token.h"
#include "backend/storage/columns.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

std::string linkTableName(LinkTable table) {
  return table == LinkTable::passwords ? "links" : "email_changes";
}

constexpr auto kUnendedLink = "used_at IS NULL AND expires_at > :now";

}  // namespace

LinkState linkState(bool isUsed, Seconds expiresAt, Seconds now) {
  if (isUsed) {
    return LinkState::used;
  }
  return expiresAt > now && expiresAt <= lastLinkEnd(now) ? LinkState::good : LinkState::expired;
}

bool useUp(Transaction& transaction, LinkTable table, std::string_view token,
           std::string_view attempt, Seconds now) {
  const std::string hash = tokenDigest(token);
  const std::string by = tokenDigest(attempt);
  const long long at = toColumn(now);
  const long long last = toColumn(lastLinkEnd(now));
  soci::statement statement =
      (transaction.session().prepare << "UPDATE " + linkTableName(table) +
                                            " SET used_at = :at, used_by = :by"
                                            " WHERE hash = :hash AND " +
                                            kUnendedLink + " AND expires_at <= :last",
       soci::use(at), soci::use(by), soci::use(hash), soci::use(at), soci::use(last));
  statement.execute(true);
  return statement.get_affected_rows() == 1;
}

void endGoodLinks(Transaction& transaction, LinkTable table, const std::string& accountId,
                  Seconds now) {
  const long long at = toColumn(now);
  transaction.session() << "UPDATE " + linkTableName(table) +
                               " SET expires_at = :end WHERE account_id = :account AND " +
                               kUnendedLink,
      soci::use(at), soci::use(accountId), soci::use(at);
}

}  // namespace madoguchi::backend
