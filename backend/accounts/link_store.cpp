#include "backend/accounts/link_store.h"

#include <stdexcept>

#include "backend/core/token.h"
#include "backend/storage/columns.h"
#include "backend/storage/kept_statements.h"
#include "backend/storage/old_rows.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

LinkPurpose purposeFrom(std::string_view name) {
  for (const LinkPurpose purpose : {LinkPurpose::firstPassword, LinkPurpose::forgottenPassword}) {
    if (purposeName(purpose) == name) {
      return purpose;
    }
  }
  throw std::logic_error("the table of links has an unknown purpose");
}

}  // namespace

std::string_view purposeName(LinkPurpose purpose) {
  switch (purpose) {
    case LinkPurpose::firstPassword:
      return "first";
    case LinkPurpose::forgottenPassword:
      return "forgotten";
  }
  throw std::logic_error("unknown purpose of a link");
}

std::string addLink(Transaction& transaction, const NewLink& link, Seconds now) {
  std::string token = makeToken();
  const std::string hash = tokenDigest(token);
  const std::string purpose(purposeName(link.purpose));
  const long long at = toColumn(now);
  const long long end = toColumn(link.expiresAt);
  if (!link.isFirst) {
    endLinks(transaction, link.accountId, now);
  }
  execute(transaction,
          "INSERT INTO links (hash, account_id, purpose, created_at, expires_at)"
          " VALUES (:hash, :account, :purpose, :created, :end)",
          soci::use(hash), soci::use(link.accountId), soci::use(purpose), soci::use(at),
          soci::use(end));
  return token;
}

std::optional<Link> findLink(Transaction& transaction, std::string_view token, Seconds now) {
  const std::string hash = tokenDigest(token);
  Link link;
  std::string purpose;
  long long createdAt = 0;
  long long expiresAt = 0;
  soci::indicator used = soci::i_ok;
  soci::session& sql = transaction.session();
  sql << "SELECT account_id, purpose, created_at, expires_at, used_by FROM links"
         " WHERE hash = :hash",
      soci::into(link.accountId), soci::into(purpose), soci::into(createdAt), soci::into(expiresAt),
      soci::into(link.usedBy, used), soci::use(hash);
  if (!sql.got_data()) {
    return std::nullopt;
  }
  link.purpose = purposeFrom(purpose);
  link.createdAt = fromColumn(createdAt);
  link.state = linkState(used == soci::i_ok, fromColumn(expiresAt), now);
  return link;
}

bool useUpLink(Transaction& transaction, std::string_view token, std::string_view attempt,
               Seconds now) {
  return useUp(transaction, LinkTable::passwords, token, attempt, now);
}

std::optional<Seconds> goodLinkSince(Transaction& transaction, const std::string& accountId,
                                     Seconds now) {
  const long long at = toColumn(now);
  const long long last = toColumn(lastLinkEnd(now));
  long long created = 0;
  soci::indicator found = soci::i_ok;
  transaction.session() << "SELECT MAX(created_at) FROM links WHERE account_id = :account"
                           " AND used_at IS NULL AND expires_at > :now AND expires_at <= :last",
      soci::into(created, found), soci::use(accountId), soci::use(at), soci::use(last);
  return found == soci::i_ok ? std::optional(fromColumn(created)) : std::nullopt;
}

void endLinks(Transaction& transaction, const std::string& accountId, Seconds now) {
  endGoodLinks(transaction, LinkTable::passwords, accountId, now);
}

int forgetOldLinks(Transaction& transaction, Seconds endedBefore, int most) {
  return deleteOldest(
      transaction,
      {.table = "links",
       .column = "expires_at",
       .condition = "EXISTS (SELECT 1 FROM accounts a WHERE a.id = account_id"
                    " AND (a.password_set_at IS NOT NULL OR a.last_login_at IS NOT NULL))"},
      endedBefore, most);
}

void forgetLinks(Transaction& transaction, const std::string& accountId) {
  transaction.session() << "DELETE FROM links WHERE account_id = :account", soci::use(accountId);
}

}  // namespace madoguchi::backend
