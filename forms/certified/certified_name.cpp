#include "forms/certified/certified_name.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "forms/engine/field_value.h"
#include "forms/registration/registration_form.h"
#include "forms/rules/text_repair.h"

namespace madoguchi::forms {
namespace {

struct Brackets {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Brackets, 5> kBrackets = {
    {{"（", "）"}, {"(", ")"}, {"［", "］"}, {"[", "]"}, {"〔", "〕"}}};

/// A name cut at its brackets; false where there are several or they are not closed at the end.
struct Parts {
  std::string_view outside;
  std::string_view inside;
};
std::optional<Parts> cutAtBrackets(std::string_view name) {
  for (const Brackets& brackets : kBrackets) {
    const auto open = name.find(brackets.open);
    if (open == std::string_view::npos) {
      continue;
    }
    const auto close = name.find(brackets.close, open);
    const bool clean = close != std::string_view::npos &&
                       toHalfWidth(name.substr(close + brackets.close.size())).empty();
    if (!clean) {
      return std::nullopt;
    }
    return Parts{name.substr(0, open),
                 name.substr(open + brackets.open.size(), close - open - brackets.open.size())};
  }
  return Parts{name, {}};
}

std::vector<std::string> wordsOf(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char character : toHalfWidth(name)) {
    if (character == ' ') {
      words.emplace_back();
    } else {
      words.back() += character;
    }
  }
  return words;
}

/// LATIN LATIN 和: the words before the first that is not Latin, where no Latin one follows.
std::optional<std::string> beforeAlias(std::string_view name) {
  const std::vector<std::string> words = wordsOf(name);
  const auto isLatin = [](const std::string& word) {
    return acceptedValue("name", word).has_value();
  };
  const auto alias = std::ranges::find_if_not(words, isLatin);
  if (alias - words.begin() < 2 || std::any_of(alias, words.end(), isLatin)) {
    return std::nullopt;
  }
  std::string latin;
  for (auto word = words.begin(); word != alias; ++word) {
    latin.append(*word).append(1, ' ');
  }
  return acceptedValue("name", latin);
}

}  // namespace

std::optional<std::string> acceptedValue(std::string_view fieldId, std::string_view text) {
  const Field& field = *findField(registrationForm(), fieldId);
  std::string value = repaired(field, text);
  const bool refused = value.empty() || faultOf(field, value, {});
  return refused ? std::nullopt : std::optional(std::move(value));
}

std::optional<std::string> latinNameFromCertificate(std::string_view certified) {
  if (certified.size() > maxBytes(*findField(registrationForm(), "name")) ||
      !isPlainText(certified)) {
    return std::nullopt;
  }
  const auto parts = cutAtBrackets(certified);
  if (!parts) {
    return std::nullopt;
  }
  if (auto name = acceptedValue("name", parts->outside)) {
    return name;
  }
  if (parts->inside.empty()) {
    return beforeAlias(parts->outside);
  }
  auto inside = acceptedValue("name", parts->inside);
  // One word could be a former surname only.
  return inside && inside->find(' ') != std::string::npos ? inside : std::nullopt;
}

}  // namespace madoguchi::forms
