#include "forms/places/municipalities.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "embedded/municipality_table.h"
#include "forms/places/table_lines.h"

namespace madoguchi::forms {
namespace {

struct Prefecture {
  std::string_view name;
  std::string_view hiragana;
  std::string_view romaji;
};

struct Table {
  std::vector<std::string_view> prefectures;
  std::vector<Municipality> municipalities;
};

// The layout is described in resources/municipalities/README.md.
Table readTable() {
  constexpr std::size_t kPrefectureCode = 2;
  Table table;
  table.prefectures.reserve(47);
  table.municipalities.reserve(1892);
  Prefecture prefecture;
  forEachLine(embedded::municipality_table(), [&](std::string_view line) {
    const auto cells = cellsOf<6>(line);
    if (cells[0].size() == kPrefectureCode) {
      prefecture = {cells[1], cells[2], cells[3]};
      table.prefectures.push_back(prefecture.name);
      return;
    }
    table.municipalities.push_back({.code6 = cells[0],
                                    .prefecture = prefecture.name,
                                    .prefectureHiragana = prefecture.hiragana,
                                    .prefectureRomaji = prefecture.romaji,
                                    .county = cells[1],
                                    .city = cells[2],
                                    .ward = cells[3],
                                    .hiragana = cells[4],
                                    .romaji = cells[5]});
  });
  return table;
}

const Table& table() {
  static const Table kTable = readTable();
  return kTable;
}

}  // namespace

std::string Municipality::name() const { return std::string(county).append(city).append(ward); }

std::string Municipality::fullName() const { return std::string(prefecture) + name(); }

std::span<const Municipality> municipalities() { return table().municipalities; }

const Municipality* findMunicipality(std::string_view code6) {
  const auto all = municipalities();
  const auto found = std::ranges::lower_bound(all, code6, {}, &Municipality::code6);
  return found != all.end() && found->code6 == code6 ? &*found : nullptr;
}

std::vector<std::string_view> prefectures() { return table().prefectures; }

}  // namespace madoguchi::forms
