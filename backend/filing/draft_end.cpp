#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "backend/filing/application_number.h"
#include "backend/filing/attachment_store.h"
#include "backend/filing/day_values.h"
#include "backend/filing/draft_store.h"
#include "backend/mail/outbox.h"
#include "backend/storage/columns.h"
#include "backend/storage/soci.h"
#include "forms/engine/japan_day.h"

namespace madoguchi::backend {
namespace {

// In one transaction; the others come with the next.
constexpr int kWarningsAtOnce = 200;

// Accounts that were deleted, by then.
constexpr std::chrono::days kDeletedAreForgotten{31};

struct EndingDraft {
  std::string accountId;
  std::string email;
  std::string language;
  Seconds end{};
};

/// A draft stays for all of its last day in Japan, which is what its owner is told.
Seconds goneFrom(Seconds end) { return startOfDayInJapan(end) + std::chrono::days(1); }

std::vector<EndingDraft> endingDrafts(soci::session& sql, Seconds now) {
  const long long before = toColumn(now + kDraftWarning);
  const int most = kWarningsAtOnce;
  const soci::rowset<soci::row> rows =
      (sql.prepare << "SELECT d.account_id, a.email, a.language, d.expires_at FROM drafts d"
                      " JOIN accounts a ON a.id = d.account_id WHERE d.warned = 0"
                      " AND d.expires_at <= :before ORDER BY d.expires_at LIMIT :most",
       soci::use(before), soci::use(most));
  std::vector<EndingDraft> drafts;
  for (const soci::row& row : rows) {
    drafts.push_back({.accountId = row.get<std::string>(0),
                      .email = row.get<std::string>(1),
                      .language = row.get<std::string>(2),
                      .end = fromColumn(row.get<long long>(3))});
  }
  return drafts;
}

}  // namespace

int forgetOldDrafts(Transaction& transaction, Seconds now, int most,
                    std::vector<std::string>& pieces) {
  const long long before = toColumn(startOfDayInJapan(now));
  const soci::rowset<soci::row> rows =
      (transaction.session().prepare
           << "SELECT id, account_id FROM drafts WHERE expires_at < :before"
              " ORDER BY expires_at LIMIT :most",
       soci::use(before), soci::use(most));
  std::vector<std::pair<std::string, std::string>> drafts;
  for (const soci::row& row : rows) {
    drafts.emplace_back(row.get<std::string>(0), row.get<std::string>(1));
  }
  for (const auto& [id, account] : drafts) {
    std::ranges::move(removeAttachmentsOf(transaction, account, id), std::back_inserter(pieces));
    removeDraft(transaction, account, id);
  }
  return static_cast<int>(drafts.size());
}

int forgetFilesOfDeletedAccounts(Transaction& transaction, Seconds now, int most,
                                 std::vector<std::string>& pieces) {
  const long long since = toColumn(now - kDeletedAreForgotten);
  const soci::rowset<soci::row> rows =
      (transaction.session().prepare
           << "SELECT f.id, f.account_id, f.owner_id FROM attachments f"
              " JOIN accounts a ON a.id = f.account_id WHERE a.status = 'deleted'"
              " AND a.status_changed_at > :since AND NOT EXISTS"
              " (SELECT 1 FROM applications p WHERE p.id = f.owner_id) LIMIT :most",
       soci::use(since), soci::use(most));
  std::vector<std::array<std::string, 3>> files;
  for (const soci::row& row : rows) {
    files.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)});
  }
  for (const auto& [id, account, owner] : files) {
    std::ranges::move(removeAttachment(transaction, account, owner, id).value(),
                      std::back_inserter(pieces));
  }
  return static_cast<int>(files.size());
}

int warnOfOldDrafts(Transaction& transaction, Seconds now) {
  soci::session& sql = transaction.session();
  int written = 0;
  std::set<std::pair<std::string, Seconds>> told;
  for (const EndingDraft& draft : endingDrafts(sql, now)) {
    const Seconds gone = goneFrom(draft.end);
    if (!told.emplace(draft.accountId, gone).second) {
      continue;
    }
    if (gone > now) {  // else this service stood still all the time
      addMail(transaction,
              {.kind = "draftExpires",
               .recipient = draft.email,
               .language = draft.language,
               .values = dayValues(forms::lastDayInJapan(gone)),
               .uselessAfter = gone,
               .cause = MailCause::provenPerson},
              now);
      ++written;
    }
    // Who files for clients has many that end on one day, and wants one mail of it.
    const long long first = toColumn(startOfDayInJapan(draft.end));
    const long long next = toColumn(gone);
    sql << "UPDATE drafts SET warned = 1 WHERE account_id = :account AND expires_at >= :first"
           " AND expires_at < :next",
        soci::use(draft.accountId), soci::use(first), soci::use(next);
  }
  return written;
}

}  // namespace madoguchi::backend
