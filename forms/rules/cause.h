#pragma once

#include <cstdint>

namespace madoguchi::forms {

/// Why a value is refused, as far as the rules know. The Agency has one message for many of them;
/// a person needs to know which one it is.
enum class Cause : std::uint8_t {
  good,

  // Not of the form that the field asks for:
  wrong,             ///< nothing more is known
  missing,           ///< nothing is left after the repair
  invisible,         ///< holds what cannot be seen and must not be (refusedCharacter())
  wrongAlphabet,     ///< letters of another alphabet than the field's
  severalSpellings,  ///< letters that passports write in several ways (nameSpellings())
  tooLong,
  tooShort,
  foreignNumber,   ///< a telephone number of another country
  noLeadingZero,   ///< a telephone number that does not begin with 0
  undialable,      ///< a telephone number that nobody can have
  noAt,            ///< an e-mail address without @
  noHost,          ///< an e-mail address whose part behind the @ is no name of a host
  twoDigitYear,    ///< a date with a year of fewer than four digits
  japaneseEra,     ///< a date with 昭和, 平成, 令和, ...
  yearNotFirst,    ///< a date that begins with its day or month
  incompleteDate,  ///< a part of the date is empty
  notRepaired,     ///< has a spelling that the repair would have changed

  external,  ///< 外字: characters outside the Japanese standards

  // Of that form, but it cannot be:
  unreal,      ///< out of bounds
  noSuchDay,   ///< 30 February
  notYet,      ///< a day to come where only a past one can be
  tooEarly,    ///< before what is possible
  yearFarOff,  ///< a year so far from now that it is a slip or of another calendar
};

}  // namespace madoguchi::forms
