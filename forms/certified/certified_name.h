#pragma once

#include <optional>
#include <string>
#include <string_view>

// Private to forms.

namespace madoguchi::forms {

/// The value as the field takes it, repaired; std::nullopt where the field would refuse it.
std::optional<std::string> acceptedValue(std::string_view fieldId, std::string_view text);

struct CertifiedName {
  std::string latin;  ///< as the field takes it
  std::string rest;   ///< kanji, kana and alias as the certificate has them; may be empty
};

/// The Latin name in a certificate's name, which holds a name in Latin letters, one in kanji or
/// kana, or both, with or without an alias (通称). std::nullopt where there is none or it is not
/// certain where it ends. Accepted, LATIN standing for words in Latin letters and 和 for others:
///   LATIN     LATIN（和）     LATIN（LATIN）     LATIN（和）（和）: the name stands before all
///   brackets 和（LATIN LATIN）     和（LATIN LATIN）（和）: two Latin words or more, in one
///   bracket only LATIN LATIN 和: two Latin words or more
/// A single Latin word beside a Japanese one (山田　MARIA) may be half of one name: nothing is
/// taken.
std::optional<CertifiedName> latinNameFromCertificate(std::string_view certified);

}  // namespace madoguchi::forms
