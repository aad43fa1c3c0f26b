#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::forms {

/// A lawful address that is probably mistyped. It is worth a question, never a refusal.
struct EmailSuspicion {
  /// The address as it may have been meant: "maria@gmail.com" for "maria@gmail.con". Empty where
  /// the host's ending does not exist and nothing near it does.
  std::string suggestion;
  bool operator==(const EmailSuspicion&) const = default;
};

/// std::nullopt where nothing is suspicious or `address` is no repaired, lawful address. Suspicious
/// are hosts whose ending is none of the internet's (resources/forms/top_level_domains.txt), near
/// misses of the great providers of mail (resources/forms/mail_providers.txt), their names in
/// letters that look the same (gmаil.com with a Cyrillic а, yahô.com), and names of two alphabets;
/// never those providers' own names, nor the endings that are set aside for examples and tests (RFC
/// 2606).
std::optional<EmailSuspicion> emailSuspicion(std::string_view address);

}  // namespace madoguchi::forms
