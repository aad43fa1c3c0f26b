#include "forms/engine/code_list.h"

#include <algorithm>

#include "forms/engine/json_place.h"
#include "protocol/ascii.h"

namespace madoguchi::forms {
namespace {

// The longest list of the Agency, nationalities, has about 250 entries.
constexpr std::size_t kMaxListBytes = 1'048'576;
constexpr std::size_t kMaxEntries = 3'000;
constexpr int kMaxListDepth = 4;

bool isCode(std::string_view text) {
  constexpr std::size_t kLongest = 32;
  return text.size() <= kLongest && std::ranges::all_of(text, [](char c) {
           return protocol::isLetterOrDigit(c) ||
                  std::string_view(".-_").find(c) != std::string_view::npos;
         });
}

Code readCode(const JsonPlace& place) {
  place.allow({"code", "texts", "offeredFor"});
  Code entry;
  entry.code = place.at("code").text();
  if (!isCode(entry.code)) {
    place.at("code").refuse(entry.code + " is no code");
  }
  for (const auto& [language, text] : place.at("texts").members()) {
    entry.texts.emplace(language, text.text());
  }
  if (const auto parents = place.find("offeredFor")) {
    entry.offeredFor = parents->texts();
    if (entry.offeredFor.empty()) {
      parents->refuse("is offered for nothing");
    }
  }
  return entry;
}

bool sameLanguages(const Code& one, const Code& other) {
  return std::ranges::equal(
      one.texts, other.texts, {}, [](const auto& text) { return text.first; },
      [](const auto& text) { return text.first; });
}

}  // namespace

CodeList codeListFrom(std::string_view text) {
  const auto json = readOwnJson(text, kMaxListBytes, kMaxListDepth, "the list");
  const JsonPlace file(json, {});
  file.allow({"list", "source", "checkedAt", "entries"});
  CodeList list;
  list.id = file.at("list").name();
  list.source = file.at("source").text();
  list.checkedAt = file.at("checkedAt").date();
  for (const JsonPlace& place : file.at("entries").list()) {
    Code entry = readCode(place);
    if (list.entries.size() == kMaxEntries) {
      place.refuse("is one entry too many");
    }
    if (!list.position.emplace(entry.code, list.entries.size()).second) {
      place.at("code").refuse(entry.code + " occurs twice");
    }
    if (entry.texts.empty() || (!list.entries.empty() && !sameLanguages(entry, list.entries[0]))) {
      place.at("texts").refuse("other languages than in the first entry, or none");
    }
    list.codes.push_back(entry.code);
    list.entries.push_back(std::move(entry));
  }
  if (list.entries.empty()) {
    file.at("entries").refuse("is empty");
  }
  return list;
}

bool isOffered(const CodeList& list, std::string_view code, std::string_view parent) {
  const auto found = list.position.find(code);
  if (found == list.position.end()) {
    return false;
  }
  const auto& parents = list.entries[found->second].offeredFor;
  return parents.empty() || std::ranges::find(parents, parent) != parents.end();
}

std::vector<std::string_view> splitCodes(std::string_view value) {
  std::vector<std::string_view> codes;
  while (!value.empty()) {
    const std::string_view code = value.substr(0, value.find(','));
    if (!code.empty()) {
      codes.push_back(code);
    }
    value.remove_prefix(std::min(code.size() + 1, value.size()));
  }
  return codes;
}

bool hasCode(std::string_view value, std::string_view code) {
  const auto codes = splitCodes(value);
  return std::ranges::find(codes, code) != codes.end();
}

}  // namespace madoguchi::forms
