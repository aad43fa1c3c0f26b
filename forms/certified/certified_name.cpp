#include "forms/certified/certified_name.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "forms/engine/field_value.h"
#include "forms/registration/registration_form.h"
#include "forms/rules/text_repair.h"
#include "forms/text/unicode_text.h"

namespace madoguchi::forms {
namespace {

struct Brackets {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Brackets, 5> kBrackets = {
    {{"（", "）"}, {"(", ")"}, {"［", "］"}, {"[", "]"}, {"〔", "〕"}}};

/// A name cut at its brackets, all of which stand at its end.
struct Parts {
  std::string_view outside;
  std::vector<std::string_view> inside;
};

/// Which brackets open first in the text, and where; npos where none do.
std::pair<std::size_t, Brackets> firstBrackets(std::string_view text) {
  std::pair<std::size_t, Brackets> first{std::string_view::npos, {}};
  for (const Brackets& brackets : kBrackets) {
    first = std::min(first, {text.find(brackets.open), brackets},
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  return first;
}

/// std::nullopt where something follows a bracket, or one is not closed or lies within another.
std::optional<Parts> cutAtBrackets(std::string_view name) {
  Parts parts{name.substr(0, firstBrackets(name).first), {}};
  std::string_view rest = name.substr(parts.outside.size());
  while (!isBlank(rest)) {
    const auto [open, brackets] = firstBrackets(rest);
    if (open == std::string_view::npos || !isBlank(rest.substr(0, open))) {
      return std::nullopt;
    }
    rest.remove_prefix(open + brackets.open.size());
    const auto close = rest.find(brackets.close);
    if (close == std::string_view::npos || firstBrackets(rest).first < close) {
      return std::nullopt;
    }
    parts.inside.push_back(rest.substr(0, close));
    rest.remove_prefix(close + brackets.close.size());
  }
  return parts;
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

std::string joined(std::vector<std::string>::const_iterator first,
                   std::vector<std::string>::const_iterator last, std::string_view blank) {
  std::string text;
  for (; first != last; ++first) {
    text.append(text.empty() ? "" : blank).append(*first);
  }
  return text;
}

/// LATIN LATIN 和: the words before the first that is not Latin, where no Latin one follows.
std::optional<CertifiedName> beforeAlias(std::string_view name) {
  const std::vector<std::string> words = wordsOf(name);
  const auto isLatin = [](const std::string& word) {
    return acceptedValue("name", word).has_value();
  };
  const auto alias = std::ranges::find_if_not(words, isLatin);
  if (alias - words.begin() < 2 || std::any_of(alias, words.end(), isLatin)) {
    return std::nullopt;
  }
  auto latin = acceptedValue("name", joined(words.begin(), alias, " "));
  return latin ? std::optional(CertifiedName{std::move(*latin), joined(alias, words.end(), "　")})
               : std::nullopt;
}

/// 和（LATIN LATIN）: one of the brackets. One word could be a former surname only.
std::optional<CertifiedName> inBrackets(const Parts& parts) {
  std::optional<CertifiedName> found;
  std::string rest(parts.outside);
  for (const std::string_view inside : parts.inside) {
    auto latin = acceptedValue("name", inside);
    if (!latin || latin->find(' ') == std::string::npos) {
      rest.append("（").append(inside).append("）");
    } else if (found) {
      return std::nullopt;
    } else {
      found = CertifiedName{std::move(*latin), {}};
    }
  }
  if (found) {
    found->rest = std::move(rest);
  }
  return found;
}

}  // namespace

std::optional<std::string> acceptedValue(std::string_view fieldId, std::string_view text) {
  const Field& field = *findField(registrationForm(), fieldId);
  std::string value = repaired(field, text);
  const bool refused = explain(field, value, {}).cause != Cause::good;
  return refused ? std::nullopt : std::optional(std::move(value));
}

std::optional<CertifiedName> latinNameFromCertificate(std::string_view certified) {
  if (certified.size() > maxBytes(*findField(registrationForm(), "name")) ||
      !isPlainText(certified)) {
    return std::nullopt;
  }
  const auto parts = cutAtBrackets(certified);
  if (!parts) {
    return std::nullopt;
  }
  if (auto latin = acceptedValue("name", parts->outside)) {
    return CertifiedName{std::move(*latin), std::string(certified.substr(parts->outside.size()))};
  }
  return parts->inside.empty() ? beforeAlias(parts->outside) : inBrackets(*parts);
}

}  // namespace madoguchi::forms
