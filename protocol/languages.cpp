#include "protocol/languages.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "embedded/languages.h"

namespace madoguchi::protocol {

const std::vector<Language>& languages() {
  // Part of the program and checked when it is built, so a fault throws.
  static const std::vector<Language> all = [] {
    std::vector<Language> read;
    for (const auto& row : nlohmann::json::parse(embedded::languages())) {
      read.push_back({.tag = row.at("tag"),
                      .name = row.at("name"),
                      .bcp47 = row.at("bcp47"),
                      .pluralForms = row.at("pluralForms"),
                      .ruby = row.at("ruby")});
    }
    return read;
  }();
  return all;
}

const Language* findLanguage(std::string_view tag) {
  const auto found = std::ranges::find(languages(), tag, &Language::tag);
  return found != languages().end() ? &*found : nullptr;
}

std::string listOfTags() {
  std::string list;
  for (const Language& language : languages()) {
    list += (list.empty() ? "" : ", ") + language.tag;
  }
  return list;
}

}  // namespace madoguchi::protocol
