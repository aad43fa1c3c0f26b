#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/core/data_keys.h"
#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// Drafts in the database. All throw soci::soci_error, which Storage takes. Each is asked for by its
// owner's account, too, so that nobody reaches one of somebody else by its id.

namespace madoguchi::backend {

/// So long is a draft kept after it was last saved, and to the end of that day in Japan; so long
/// before its owner is told.
constexpr std::chrono::days kDraftLifetime{90};
constexpr std::chrono::days kDraftWarning{7};
constexpr int kMostDrafts = 20;             ///< of an account
constexpr int kMostDraftsForClients = 100;  ///< of one that files for others (attorneyOrScrivener)

struct DraftRow {
  std::string id;
  std::string accountId;
  int revision = 1;  ///< one more each time it is saved
  Sealed content;    ///< see DraftContent
  Seconds savedAt{};
  Seconds expiresAt{};
};

/// What a draft's content is sealed to.
std::string draftPlace(std::string_view draftId);

std::vector<DraftRow> draftsOf(Transaction& transaction, const std::string& accountId);
std::optional<DraftRow> draftOf(Transaction& transaction, const std::string& accountId,
                                const std::string& draftId);
/// The one that a request has made, which may come once more. `attempt` names it.
std::optional<DraftRow> draftMadeBy(Transaction& transaction, const std::string& accountId,
                                    std::string_view attempt);
/// Whether the account has fewer than it may have.
bool mayAddDraft(Transaction& transaction, const std::string& accountId);

void addDraft(Transaction& transaction, const DraftRow& draft, std::string_view attempt);
/// Puts content, revision and times of `draft` in the place of the revision before. False, and
/// nothing done, where that is not what is stored.
bool saveDraft(Transaction& transaction, const DraftRow& draft);
/// False where there is none.
bool removeDraft(Transaction& transaction, const std::string& accountId,
                 const std::string& draftId);

/// Forgets drafts whose time is over; see RegularJob. To `pieces` it adds the names of their files'
/// pieces, which are to be removed from where they rest.
int forgetOldDrafts(Transaction& transaction, Seconds now, int most,
                    std::vector<std::string>& pieces);
/// Forgets the files of drafts that went with their accounts, likewise.
int forgetFilesOfDeletedAccounts(Transaction& transaction, Seconds now, int most,
                                 std::vector<std::string>& pieces);
/// Mails to the owners of drafts that end within kDraftWarning, one for all that end on a day; see
/// RegularJob.
int warnOfOldDrafts(Transaction& transaction, Seconds now);

}  // namespace madoguchi::backend
