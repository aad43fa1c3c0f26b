#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "forms/places/municipalities.h"

// Japan Post's postal codes of 2026-07-31: 120,682 codes. 134 of them lie in several
// municipalities, and 1,267 do not decide between several towns: the person chooses.

namespace madoguchi::forms {

/// One town to which a postal code delivers.
struct PostalTown {
  std::string postalCode;  ///< seven digits
  const Municipality* municipality = nullptr;
  /// 丸の内, full-width throughout: what the form's addressRest begins with. Empty where the code
  /// stands for the whole municipality or for what has no town's name.
  std::string town;
  std::string townKana;    ///< マルノウチ; empty where Japan Post gives none
  std::string townRomaji;  ///< "Marunouchi", parts in Japan Post's order: "Honcho, Niida"
};

struct PostalMatches {
  std::vector<PostalTown> towns;  ///< by postal code; not more than were asked for
  bool more = false;              ///< there are more towns than that
  std::vector<const Municipality*> municipalities;  ///< each once, in the official order
};

/// The digits of what is a postal code or the beginning of one: "〒１００－０００５" is "1000005".
/// Width, hyphens and spaces do not matter; behind a whole code an address may follow. Empty where
/// the text is no code, or has fewer than three or more than seven digits.
std::string postalDigits(std::string_view text);

/// What lies under the codes that begin with `digits`, three to seven of them; nothing for anything
/// else. Reads in the embedded table, at most 1,300 entries of it; keeps nothing.
PostalMatches findPostalCodes(std::string_view digits, std::size_t limit);

}  // namespace madoguchi::forms
