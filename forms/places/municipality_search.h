#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "forms/places/municipalities.h"

// One search box for the place where someone lives: by name, in any script, or by postal code.

namespace madoguchi::forms {

/// How well a hit fits, best first.
enum class MunicipalityMatch : std::uint8_t {
  exact,       ///< what was typed is the name of the city or the ward, its 市, -ku ... or not
  cityStart,   ///< the city's name begins so
  wardStart,   ///< the ward's name begins so
  wordStart,   ///< the county's or the prefecture's name begins so
  inside,      ///< it is somewhere inside one of the names
  postalCode,  ///< it lies under the postal code
};

/// What the person has to be told about a hit.
enum class MunicipalityNote : std::uint8_t {
  none,
  formerWard,   ///< `former` has become part of this ward
  dividedWard,  ///< `former` was divided; which ward it is now depends on the town
};

/// A ward that is no more, as a person may still know it.
struct FormerName {
  std::string_view name;      ///< 北区
  std::string_view hiragana;  ///< きたく
  std::string_view romaji;    ///< "Kita-ku"
};

struct MunicipalityHit {
  const Municipality* municipality = nullptr;  ///< never null in a result
  MunicipalityMatch match = MunicipalityMatch::inside;
  /// The text leads to several places that only the person can tell apart (a postal code of several
  /// towns or municipalities, a ward that was divided): never take the first one by itself.
  bool ambiguous = false;
  MunicipalityNote note = MunicipalityNote::none;
  FormerName former;  ///< where there is a note

  // Where a postal code led here:
  std::string postalCode;  ///< seven digits; empty while what was typed fits too many towns
  std::string town;        ///< full-width, what addressRest begins with; may be empty
  std::string townKana;    ///< for showing the town, as townRomaji
  std::string townRomaji;
};

/// Finds municipalities while a person types.
///
///     const MunicipalitySearch search;
///     const auto hits = search.find("100-0005");
///     if (hits.size() == 1 && !hits.front().ambiguous) {
///       values["municipalityCode"] = hits.front().municipality->code6;
///       values["addressRest"] = hits.front().town;  // 丸の内, the person goes on from there
///     }
///
/// Names: kanji, kana of any width, romaji with or without long vowels (Hepburn or Kunrei; case,
/// hyphens, apostrophes and the endings -shi, -ku ... do not matter), parts of names, several words
/// in any order, all of which must fit. Former wards of Hamamatsu lead to the present ones. Postal
/// codes: from three digits on. What fits more towns than `limit` gives the municipalities alone.
///
/// The index is made by the first find(), so an empty one warms it up. find() may be called from
/// several threads. Any bytes may be searched for; those behind kMaxTextBytes are not looked at.
class MunicipalitySearch {
 public:
  /// More than the longest name, in half-width kana with sound marks and the prefecture before it.
  static constexpr std::size_t kMaxTextBytes = 512;

  MunicipalitySearch();
  ~MunicipalitySearch();

  /// The best `limit` hits by match, then in the official order; the same text always gives the
  /// same.
  [[nodiscard]] std::vector<MunicipalityHit> find(std::string_view text,
                                                  std::size_t limit = 50) const;

 private:
  struct Index;
  mutable std::once_flag m_once;
  mutable std::unique_ptr<const Index> m_index;
};

}  // namespace madoguchi::forms
