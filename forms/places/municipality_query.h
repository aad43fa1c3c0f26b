#pragma once

#include <string>
#include <string_view>
#include <vector>

// What a person typed into the search, taken apart. Private to forms.

namespace madoguchi::forms {

/// One word in the spellings in which it is looked for; those that it cannot have are empty.
struct QueryWord {
  std::u16string kanji;    ///< kanjiKey()
  std::string reading;     ///< readingKey()
  std::string unfinished;  ///< unfinishedReadingKey()
  std::string hiragana;    ///< as typed, UTF-8: tells おおつ from おつ, which have one key
};

struct Query {
  std::vector<QueryWord> words;
  /// All of them as one, for who typed "Higashi Osaka"; empty for a single word or several scripts.
  QueryWord joined;
};

/// Words are apart by spaces, commas and changes of script; digits and signs are left out, and
/// English words such as "city" where another word is there. At most eight words count.
Query readQuery(std::string_view text);

}  // namespace madoguchi::forms
