#include "backend/filing/unnamed_files.h"

#include "forms/engine/attachment.h"

namespace madoguchi::backend {

std::set<std::string> filesNamedIn(const forms::Answers& answers) {
  std::set<std::string> digests;
  const auto look = [&digests](const forms::Values& values) {
    for (const auto& [field, value] : values) {
      if (auto file = forms::attachmentFrom(value)) {
        digests.insert(std::move(file->digest));
      }
    }
  };
  look(answers.values);
  for (const auto& [group, rows] : answers.groups) {
    for (const forms::Row& row : rows) {
      look(row.values);
    }
  }
  return digests;
}

bool isUnnamedSince(const AttachmentRow& file, const std::set<std::string>& named, Seconds before) {
  return file.touchedAt < before && !named.contains(file.digest);
}

std::vector<std::string> removeUnnamedFiles(Transaction& transaction, const std::string& accountId,
                                            const std::string& draftId,
                                            const std::set<std::string>& named, Seconds before) {
  std::vector<std::string> pieces;
  for (const AttachmentRow& file : attachmentsOf(transaction, accountId, draftId)) {
    if (isUnnamedSince(file, named, before)) {
      const auto its = removeAttachment(transaction, accountId, draftId, file.id);
      pieces.insert(pieces.end(), its->begin(), its->end());
    }
  }
  return pieces;
}

}  // namespace madoguchi::backend
