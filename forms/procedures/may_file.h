#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/procedures/procedure_facts.h"

namespace madoguchi::forms {

/// Of whom an application is, as far as it decides who may file it.
struct Applicant {
  std::string dateOfBirth = {};  ///< as a partial date (partial_date.h); empty where not asked yet
  /// Illness or another cause keeps the person from applying in person.
  std::optional<bool> unable = std::nullopt;
  /// A spouse, child, father or mother lives in Japan.
  std::optional<bool> relativeInJapan = std::nullopt;
  std::string desiredStatus = {};  ///< empty where not asked yet
};

struct MayFile {
  enum class Verdict : std::uint8_t {
    yes,
    no,
    askFirst,  ///< it depends on what `open` names
  };
  enum class Question : std::uint8_t { dateOfBirth, unable, relativeInJapan, desiredStatus };

  Verdict verdict = Verdict::no;
  std::vector<Question> open = {};
  const Texts* note = nullptr;     ///< the rule in words; null where there is nothing to say
  const Texts* instead = nullptr;  ///< what to do instead; of a no only
};

/// Whether an account's owner may file a procedure for somebody on a day. `person` is the class of
/// the account. A date of birth that is not known whole counts as young only where it certainly is.
MayFile mayFile(const ProcedureFacts& facts, std::string_view person, std::string_view procedure,
                const Applicant& applicant, std::chrono::year_month_day day);

/// The procedures that can be filed together with another one, in the order of the table: without
/// those that this person may never file.
std::vector<std::string_view> filedTogether(const ProcedureFacts& facts, std::string_view person,
                                            std::string_view procedure, const Applicant& applicant,
                                            std::chrono::year_month_day day);

}  // namespace madoguchi::forms
