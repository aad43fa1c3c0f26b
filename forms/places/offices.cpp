#include "forms/places/offices.h"

#include <map>

#include "embedded/office_table.h"
#include "forms/places/table_lines.h"

namespace madoguchi::forms {
namespace {

using Offices = std::map<std::string_view, Office>;

// The layout is described in resources/offices/README.md.
Offices readOffices() {
  Offices offices;
  forEachLine(embedded::office_table(), [&](std::string_view line) {
    const auto cells = cellsOf<4>(line);
    constexpr std::size_t kCode = 2;
    for (std::string_view codes = cells[3]; codes.size() >= kCode;) {
      offices.emplace(codes.substr(0, kCode), Office{cells[0], cells[1], cells[2]});
      codes.remove_prefix(codes.size() > kCode ? kCode + 1 : kCode);
    }
  });
  return offices;
}

}  // namespace

const Office* officeOfPrefecture(std::string_view code) {
  static const Offices kOffices = readOffices();
  const auto found = kOffices.find(code);
  return found != kOffices.end() ? &found->second : nullptr;
}

}  // namespace madoguchi::forms
