#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "forms/engine/definition.h"

// What stands in a cell of a table, as the value of a field.

namespace madoguchi::forms {

enum class CellFault : std::uint8_t {
  none,
  notInList,        ///< is none of the words or codes of the field
  shortenedNumber,  ///< "1.23457E+12": the spreadsheet has thrown digits away
  becameDay,        ///< "2001/2/3": the spreadsheet took a house number for a day
  errorValue,       ///< isErrorValue()
  lostCharacter,    ///< "?田": a full-width text has "?" where a character may be lost
  noSuchPlace,      ///< no prefecture and municipality have these names
  different,        ///< another column of the same field says something else
  example,          ///< what the template has as its example, in a row that is somebody's
};

struct CellValue {
  std::string value = {};  ///< of the field, mended as the form would; may still be refused there
  CellFault fault = CellFault::none;
  bool zeroAdded = false;  ///< in front, where the spreadsheet took digits for a number
};

/// Reads the cells of tables of one procedure. Words of choices are taken in Japanese, English, or
/// both as the Agency writes them ("有 Yes"), and as codes; where the English behind the Japanese
/// words of a list is another, by these. Days are taken as 20260131, and 20260100 or 99999999 where
/// they are partly unknown. What is not understood is the value as it stands, with the fault.
class CellReader {
 public:
  explicit CellReader(std::string procedure) : m_procedure(std::move(procedure)) {}
  CellValue read(const Field& field, std::string_view cell);

 private:
  /// Codes by the keys of their words; an empty one where two choices have the same words.
  using Choices = std::map<std::string, std::string, std::less<>>;
  const Choices& choicesOf(const Field& field);

  std::string m_procedure;
  std::map<const Field*, Choices> m_choices;
};

/// The code of the municipality, by its names in two cells: that of the prefecture may stand in the
/// other one or be left out where only one municipality is called so.
CellValue municipalityValue(std::string_view prefecture, std::string_view name);

/// "#N/A" and its like: what a spreadsheet writes where a formula has failed.
bool isErrorValue(std::string_view cell);

/// Nothing, or a word for that: "無", "なし".
bool saysNothing(std::string_view cell);

/// Text for comparing: width, case, spaces and signs do not matter.
std::string looseKey(std::string_view text);

}  // namespace madoguchi::forms
