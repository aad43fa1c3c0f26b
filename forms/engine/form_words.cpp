#include "forms/engine/form_words.h"

#include "forms/engine/json_place.h"

namespace madoguchi::forms {
namespace {

constexpr std::size_t kMaxWordBytes = 2'097'152;
constexpr int kMaxWordDepth = 4;

std::string_view wordsIn(const FormWords& words, std::string_view id, std::string_view language) {
  const auto text = words.texts.find(id);
  if (text == words.texts.end()) {
    return {};
  }
  const auto found = text->second.find(language);
  return found == text->second.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

FormWords formWordsFrom(std::string_view text) {
  const auto json = readOwnJson(text, kMaxWordBytes, kMaxWordDepth, "the words");
  const JsonPlace file(json, {});
  file.allow({"words", "texts"});
  FormWords words;
  for (const auto& [id, place] : file.at("texts").members()) {
    auto& languages = words.texts[id];
    for (const auto& [language, said] : place.members()) {
      languages.emplace(language, said.text());
    }
  }
  return words;
}

std::string_view wordsOf(const FormWords& words, std::string_view id, std::string_view language,
                         std::string_view variant) {
  if (!variant.empty()) {
    const std::string own = std::string(id) + '.' + std::string(variant);
    if (const auto found = wordsIn(words, own, language); !found.empty()) {
      return found;
    }
  }
  return wordsIn(words, id, language);
}

}  // namespace madoguchi::forms
