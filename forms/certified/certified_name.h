#pragma once

#include <optional>
#include <string>
#include <string_view>

// Private to forms.

namespace madoguchi::forms {

/// The value as the field takes it, repaired; std::nullopt where the field would refuse it.
std::optional<std::string> acceptedValue(std::string_view fieldId, std::string_view text);

/// The Latin name in a certificate's name, which holds a name in Latin letters, one in kanji or
/// kana, or both, with or without an alias (通称). std::nullopt where there is none or it is not
/// certain where it ends. Accepted, LATIN standing for words in Latin letters and 和 for others:
///   LATIN          LATIN（和）          LATIN（LATIN）: the name stands before its alias
///   和（LATIN LATIN）    LATIN LATIN 和: two Latin words or more
/// A single Latin word beside a Japanese one (山田　MARIA) may be half of one name: nothing is
/// taken.
std::optional<std::string> latinNameFromCertificate(std::string_view certified);

}  // namespace madoguchi::forms
