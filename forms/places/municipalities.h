#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::forms {

/// A place to live: city, special ward, town, village or ward of a designated city. The texts point
/// into the embedded table and live as long as the program.
struct Municipality {
  std::string_view code6;       ///< with check digit
  std::string_view prefecture;  ///< 北海道
  std::string_view prefectureHiragana;
  std::string_view prefectureRomaji;  ///< Hokkaido; Gunma, not Gumma
  std::string_view county;            ///< empty where there is none
  std::string_view city;
  std::string_view ward;                       ///< empty where there is none
  std::string_view hiragana;                   ///< of county, city and ward together
  std::string_view romaji;                     ///< "Chuo-ku, Sapporo-shi, Hokkaido"
  [[nodiscard]] std::string name() const;      ///< county, city and ward
  [[nodiscard]] std::string fullName() const;  ///< with the prefecture before it
};

/// All places to live, by code. 1,892 of 2024-01-01.
std::span<const Municipality> municipalities();
/// Null where there is no such place to live.
const Municipality* findMunicipality(std::string_view code6);
/// The 47 prefectures in the official order.
std::vector<std::string_view> prefectures();

}  // namespace madoguchi::forms
