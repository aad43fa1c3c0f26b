#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Municipality names in the one spelling in which they are compared. Private to forms.

namespace madoguchi::forms {

/// A character of a folded text and where what it stands for ends in the original.
struct FoldedCharacter {
  char16_t character;
  std::size_t end;  ///< byte offset behind it, variation selectors and sound marks included
};

/// Folds `text` from its beginning, at most `limit` characters: compatibility ideographs, radicals,
/// half-width kana and the variants of resources/municipalities/variants.txt become one spelling;
/// spaces and what is invisible disappear. Ends early before a character that no municipality's
/// name can hold.
std::vector<FoldedCharacter> foldBeginning(std::string_view text, std::size_t limit);

std::u16string folded(std::string_view name);

}  // namespace madoguchi::forms
