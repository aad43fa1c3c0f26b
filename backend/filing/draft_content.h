#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "backend/core/data_keys.h"
#include "backend/core/loggable_error.h"
#include "forms/engine/answers.h"

namespace madoguchi::backend {

/// It was kept with a newer form, by a newer process that works on the same database: that one, or
/// this one once it is newer, can read it.
class KeptByNewer : public LoggableError {
 public:
  using LoggableError::LoggableError;
};

/// What a person has said of an application so far.
struct DraftContent {
  std::string forWhom;    ///< "self", "child", "family" or "client"
  std::string procedure;  ///< that forms::applicationForm() knows
  int formVersion = 1;
  std::string values;  ///< a JSON object: the answers of forms::draftJson()
  std::string page;    ///< where the person was; empty for the first
};

/// The answers, lifted to the form of today; std::nullopt where the form cannot read them.
std::optional<forms::Answers> answersOf(const DraftContent& content);

/// Takes page, formVersion and values out of an object; false where one is missing, or the form
/// cannot read them. The members are gone afterwards.
bool takeAnswers(nlohmann::json& object, DraftContent& content);
/// Takes whom it is for and the procedure, too.
bool takeContent(nlohmann::json& object, DraftContent& content);

/// All of it as a JSON object, which contentKept() reads.
nlohmann::json toJson(const DraftContent& content);

/// What was kept so. Throws KeptByNewer, or LoggableError where nobody can read it.
DraftContent contentKept(nlohmann::json kept);

Sealed sealContent(const DraftContent& content, const DataKeys& keys, std::string_view draftId);
/// Throws KeptByNewer, or LoggableError where that cannot be opened.
DraftContent openContent(const Sealed& sealed, const DataKeys& keys, std::string_view draftId);

/// The status of residence that it is about: that wanted, or the one to be extended; may be empty.
std::string statusIn(std::string_view procedure, const forms::Answers& answers);

}  // namespace madoguchi::backend
