#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forms/places/municipality_search.h"

// What the search compares typed text with. Private to forms.

namespace madoguchi::forms {

/// Kanji in the spelling in which they are compared: municipality_folding.h, and hiragana for
/// katakana.
std::u16string kanjiKey(std::string_view name);

enum class PartKind : std::uint8_t { prefecture, county, city, ward };

/// A piece of a name with and without what it ends in: 札幌市 and 札幌, "saporoshi" and "saporo".
template <typename Character>
struct Spelling {
  std::basic_string_view<Character> full;
  std::basic_string_view<Character> stem;
};

/// A prefecture, county, city or ward; many municipalities share one.
struct NamePart {
  PartKind kind = PartKind::city;
  Spelling<char16_t> kanji;
  Spelling<char> reading;  ///< readingKey()
};

/// A name under which a municipality can be found.
struct IndexedName {
  std::uint16_t municipality = 0;  ///< its place in municipalities()
  std::uint8_t partCount = 0;
  MunicipalityNote note = MunicipalityNote::none;
  FormerName former;
  std::uint16_t parts[4] = {};  ///< places in MunicipalityIndex::parts(), the prefecture first
};

class MunicipalityIndex {
 public:
  MunicipalityIndex();

  [[nodiscard]] std::span<const NamePart> parts() const { return m_parts; }
  /// The present names in the official order, then the others.
  [[nodiscard]] std::span<const IndexedName> names() const { return m_names; }

 private:
  class Builder;
  // The parts' views point into these.
  std::u16string m_kanji;
  std::string m_readings;
  std::vector<NamePart> m_parts;
  std::vector<IndexedName> m_names;
};

}  // namespace madoguchi::forms
