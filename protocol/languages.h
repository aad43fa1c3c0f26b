#pragma once

#include <string>
#include <string_view>
#include <vector>

// The one list of languages (languages.json). A language is a row there and its files:
// translations/madoguchi_<tag>.ts, translations/mail/<kind>.<tag>.txt for each kind of mail, and
// resources/terms/terms.<tag>.txt. What is missing stops the build by its name.

namespace madoguchi::protocol {

struct Language {
  std::string tag;      ///< "easy": of options, the API and names of files
  std::string name;     ///< what it calls itself, "やさしい{日本語|に.ほん.ご}"; markup
  std::string bcp47;    ///< "ja": for mails and documents, which know no easy Japanese
  int pluralForms = 1;  ///< how many forms a text has whose number is a variable
  bool ruby = false;    ///< whether its texts say how each kanji is read
};

/// In the order in which they are offered.
const std::vector<Language>& languages();
/// Null for what is no tag.
const Language* findLanguage(std::string_view tag);
/// "ja, easy, en": for people who have to choose one.
std::string listOfTags();

}  // namespace madoguchi::protocol
