#include "backend/filing/draft_store.h"

#include "backend/core/token.h"
#include "backend/filing/sealed_column.h"
#include "backend/storage/columns.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

const std::string kDraftColumns =
    "SELECT id, account_id, revision, key_id, content, saved_at, expires_at FROM drafts ";

DraftRow draftIn(const soci::row& row) {
  return {.id = row.get<std::string>(0),
          .accountId = row.get<std::string>(1),
          .revision = row.get<int>(2),
          .content = fromColumn(row.get<std::string>(3), row.get<std::string>(4)),
          .savedAt = fromColumn(row.get<long long>(5)),
          .expiresAt = fromColumn(row.get<long long>(6))};
}

std::vector<DraftRow> draftsIn(const soci::rowset<soci::row>& rows) {
  std::vector<DraftRow> drafts;
  for (const soci::row& row : rows) {
    drafts.push_back(draftIn(row));
  }
  return drafts;
}

std::optional<DraftRow> onlyOne(std::vector<DraftRow> drafts) {
  return drafts.empty() ? std::nullopt : std::optional(std::move(drafts.front()));
}

}  // namespace

std::string draftPlace(std::string_view draftId) { return "draft " + std::string(draftId); }

std::vector<DraftRow> draftsOf(Transaction& transaction, const std::string& accountId) {
  return draftsIn((transaction.session().prepare
                       << kDraftColumns + "WHERE account_id = :account ORDER BY saved_at DESC, id",
                   soci::use(accountId)));
}

std::optional<DraftRow> draftOf(Transaction& transaction, const std::string& accountId,
                                const std::string& draftId) {
  return onlyOne(draftsIn(
      (transaction.session().prepare << kDraftColumns + "WHERE id = :id AND account_id = :account",
       soci::use(draftId), soci::use(accountId))));
}

std::optional<DraftRow> draftMadeBy(Transaction& transaction, const std::string& accountId,
                                    std::string_view attempt) {
  const std::string name = tokenDigest(attempt);
  return onlyOne(
      draftsIn((transaction.session().prepare
                    << kDraftColumns + "WHERE account_id = :account AND attempt = :attempt",
                soci::use(accountId), soci::use(name))));
}

bool mayAddDraft(Transaction& transaction, const std::string& accountId) {
  long long count = 0;
  std::string userClass;
  transaction.session() << "SELECT (SELECT COUNT(*) FROM drafts WHERE account_id = :account),"
                           " user_class FROM accounts WHERE id = :id",
      soci::into(count), soci::into(userClass), soci::use(accountId), soci::use(accountId);
  return count < (userClass == "attorneyOrScrivener" ? kMostDraftsForClients : kMostDrafts);
}

void addDraft(Transaction& transaction, const DraftRow& draft, std::string_view attempt) {
  const std::string name = tokenDigest(attempt);
  const std::string content = toColumn(draft.content);
  const long long saved = toColumn(draft.savedAt);
  const long long expires = toColumn(draft.expiresAt);
  transaction.session() << "INSERT INTO drafts (id, account_id, attempt, revision, key_id, content,"
                           " saved_at, expires_at, warned) VALUES (:id, :account, :attempt,"
                           " :revision, :key, :content, :saved, :expires, 0)",
      soci::use(draft.id), soci::use(draft.accountId), soci::use(name), soci::use(draft.revision),
      soci::use(draft.content.keyId), soci::use(content), soci::use(saved), soci::use(expires);
}

bool saveDraft(Transaction& transaction, const DraftRow& draft) {
  const std::string content = toColumn(draft.content);
  const long long saved = toColumn(draft.savedAt);
  const long long expires = toColumn(draft.expiresAt);
  const int before = draft.revision - 1;
  soci::statement statement =
      (transaction.session().prepare
           << "UPDATE drafts SET revision = :revision, key_id = :key, content = :content,"
              " saved_at = :saved, expires_at = :expires, warned = 0"
              " WHERE id = :id AND account_id = :account AND revision = :before",
       soci::use(draft.revision), soci::use(draft.content.keyId), soci::use(content),
       soci::use(saved), soci::use(expires), soci::use(draft.id), soci::use(draft.accountId),
       soci::use(before));
  statement.execute(true);
  return statement.get_affected_rows() == 1;
}

bool removeDraft(Transaction& transaction, const std::string& accountId,
                 const std::string& draftId) {
  soci::statement statement = (transaction.session().prepare
                                   << "DELETE FROM drafts WHERE id = :id AND account_id = :account",
                               soci::use(draftId), soci::use(accountId));
  statement.execute(true);
  return statement.get_affected_rows() == 1;
}

}  // namespace madoguchi::backend
