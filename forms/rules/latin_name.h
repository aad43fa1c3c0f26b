#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "forms/rules/cause.h"

// Names in capitals A to Z, as residence cards have them from the machine-readable zone of
// passports (ICAO Doc 9303 part 3, section 6). Private to forms but for nameSpellings().

namespace madoguchi::forms {

/// Half-width capitals. Letters that every passport writes in one way are written so (É is E, Ł is
/// L, ß is SS, Æ is AE); all kinds of apostrophes become "'", commas, slashes, middle dots
/// and the "<" of a passport's lower lines spaces. A letter that passports write in several ways
/// (Ü: UE, U, UXX) stays, so that nobody's name is changed in silence: see nameSpellings().
std::string toLatinName(std::string_view text);

/// Capitals with single spaces; hyphen, apostrophe and full stop may stand in it (O'NEIL,
/// ANNE-MARIE, JR.).
Cause judgeLatinName(std::string_view name);

/// The ways in which passports may write a name that holds such letters, likely ones first: "Müller
/// Hans" gives MUELLER HANS, MULLER HANS, MUXXLLER HANS, ... A letter is written alike in the whole
/// name. At most twelve; empty where the name has one spelling only or is none in Latin letters.
/// The state that issued the passport chose one: the lower two lines of the passport say which, and
/// the residence card.
std::vector<std::string> nameSpellings(std::string_view typed);

}  // namespace madoguchi::forms
