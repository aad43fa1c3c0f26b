#pragma once

#include <array>
#include <chrono>
#include <string>
#include <string_view>

// Years as Japanese papers have them: 平成2年 is 1990. Private to forms.

namespace madoguchi::forms {

struct JapaneseEra {
  std::string_view name;
  std::string_view sign;  ///< the name as one character
  char letter;            ///< on forms: H2
  int yearBefore;         ///< the Western year before the era's first
  std::chrono::year_month_day first;
};

/// First days: Imperial edicts of 1912-07-30 and 1926-12-25; Cabinet orders 1 of 1989 and 143 of
/// 2019 (e-Gov, checked 2026-11-27). Before 1873 Japan's months were not those of the West.
inline constexpr std::array<JapaneseEra, 5> kJapaneseEras = {{
    {"明治", "㍾", 'M', 1867, std::chrono::year(1873) / 1 / 1},
    {"大正", "㍽", 'T', 1911, std::chrono::year(1912) / 7 / 30},
    {"昭和", "㍼", 'S', 1925, std::chrono::year(1926) / 12 / 25},
    {"平成", "㍻", 'H', 1988, std::chrono::year(1989) / 1 / 8},
    {"令和", "㋿", 'R', 2018, std::chrono::year(2019) / 5 / 1},
}};
inline constexpr const JapaneseEra& kHeisei = kJapaneseEras[3];
inline constexpr const JapaneseEra& kReiwa = kJapaneseEras[4];

/// 平成, ㍻, or 平 or H (h) before a year.
bool beginsWithEra(std::string_view text);

/// 平成2-4-15, H2-4-15 and 平成2-4 with the Western year: 1990-4-15. What lies outside its era
/// (平成65) may be a slip and stays as it is, as does any other text.
std::string inWesternYears(std::string text);

}  // namespace madoguchi::forms
