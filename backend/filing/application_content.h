#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/core/data_keys.h"
#include "backend/filing/draft_content.h"
#include "forms/engine/answers.h"

namespace madoguchi::backend {

/// What was filed, and what the office has said of it.
struct ApplicationContent {
  DraftContent draft;           ///< that was filed, with what does not count, for a copy
  std::string applicant;        ///< the name
  std::string canonical;        ///< forms::canonicalJson(), with the digests of all files
  std::string signedText = {};  ///< the JWS over it; empty without a card
  bool unable = false;          ///< the applicant cannot apply in person
  std::vector<std::string> consents = {};  ///< whose will was confirmed
  /// The address for messages was the account's on the day of filing: messages follow it.
  bool notifiesAccount = false;
  std::string wanted = {};  ///< which documents, in the office's words
  std::optional<bool> granted = std::nullopt;
  std::string result = {};  ///< in the office's words
};

Sealed sealContent(const ApplicationContent& content, const DataKeys& keys,
                   std::string_view applicationId);
/// Throws KeptByNewer, or LoggableError where that cannot be opened.
ApplicationContent openApplication(const Sealed& sealed, const DataKeys& keys,
                                   std::string_view applicationId);

/// The answers that were filed, in the form of today. Throws LoggableError where it cannot read
/// them.
forms::Answers answersOf(const ApplicationContent& content);

/// Who it is, as far as it tells whether two applications are for the same person.
std::string personIn(const forms::Answers& answers);

}  // namespace madoguchi::backend
