#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "forms/engine/definition.h"
#include "forms/engine/facts.h"

// Answers as JSON. All texts are {"answers": {…}, "id": "extension", "version": 1}: what was
// answered is worth nothing without the form and version that asked it. A field is a string, one
// that takes several codes a list of strings, an attachment {"bytes": 123, "digest": …,
// "mediaType": …}, a group the list of its rows. At most 128 KiB and six levels deep.

namespace madoguchi::forms {

/// The largest filing has about 56 kB (LargestOf.IsKeptSignedAndReadBackWhole).
inline constexpr std::size_t kMaxAnswerBytes = 131'072;
inline constexpr int kMaxAnswerDepth = 6;

/// What is signed and stored; nothing else decides it. Holds what is asked, submitted and not
/// empty, in one spelling (RFC 8785 shape: members sorted, no spaces, UTF-8), rows without their
/// ids.
std::string canonicalJson(const Definition& form, const Answers& answers, const Facts& facts);

/// The answers of such a text, rows named "1", "2", …. Strict: std::nullopt for another form or
/// version, unknown fields, fields that are not submitted, values of another JSON type, repeated
/// members. Whether what it says is good is judge()'s question, whether all of it is asked
/// answeredUnasked()'s.
std::optional<Answers> answersFrom(const Definition& form, std::string_view json);

/// All answers, asked or not, rows with their ids as "@row".
std::string draftJson(const Definition& form, const Answers& answers);

/// The answers of a draft of this version or an older one, which is lifted by the migrations of the
/// definition; what the form no longer has is then left out. std::nullopt for anything else.
std::optional<Answers> draftFrom(const Definition& form, std::string_view json);

}  // namespace madoguchi::forms
