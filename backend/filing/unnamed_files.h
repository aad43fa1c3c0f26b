#pragma once

#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "backend/core/encoding.h"
#include "backend/filing/attachment_store.h"
#include "backend/storage/transaction.h"
#include "forms/engine/answers.h"

// Files that came to a draft and that it does not name: a program ended before it could say what
// they are, or could not remove them. They count for the limits as all others do, as their bytes
// rest; but nobody sees them, so they must not be in anybody's way.

namespace madoguchi::backend {

/// After so long without a byte more they go, the next time the draft is saved: no program is still
/// about to name them, not even one that was offline.
constexpr std::chrono::hours kUnnamedFilesStay{24};
/// And after so long they give way to a file that has no room otherwise: a session that was not
/// used has ended.
constexpr std::chrono::minutes kUnnamedFilesHoldRoom{30};

/// The digests of all files in there, asked or not.
std::set<std::string> filesNamedIn(const forms::Answers& answers);

/// Whether it is one of those, of which nothing came since `before`.
bool isUnnamedSince(const AttachmentRow& file, const std::set<std::string>& named, Seconds before);

/// Removes them from a draft. Gives the names of their pieces; see removeAttachment(). Throws
/// soci::soci_error.
std::vector<std::string> removeUnnamedFiles(Transaction& transaction, const std::string& accountId,
                                            const std::string& draftId,
                                            const std::set<std::string>& named, Seconds before);

}  // namespace madoguchi::backend
