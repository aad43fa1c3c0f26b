#include "forms/places/municipalities.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace madoguchi::forms {
namespace {

/// Check digit of the Ministry's codes: weights 6 to 2, eleven minus the remainder, last digit.
char checkDigit(std::string_view code5) {
  int sum = 0;
  for (int index = 0; index < 5; ++index) {
    sum += (code5[static_cast<std::size_t>(index)] - '0') * (6 - index);
  }
  return static_cast<char>('0' + (11 - sum % 11) % 10);
}

TEST(Municipalities, AreAllPlacesToLive) {
  EXPECT_EQ(municipalities().size(), 1892U);
  EXPECT_TRUE(std::ranges::is_sorted(municipalities(), {}, &Municipality::code6));
}

TEST(Municipalities, HaveRightCheckDigitsAndNoEmptyNames) {
  for (const Municipality& place : municipalities()) {
    ASSERT_EQ(place.code6.size(), 6U);
    EXPECT_EQ(place.code6[5], checkDigit(place.code6)) << place.code6;
    EXPECT_FALSE(place.city.empty() || place.hiragana.empty() || place.romaji.empty() ||
                 place.prefectureHiragana.empty() || place.prefectureRomaji.empty())
        << place.code6;
    EXPECT_TRUE(place.romaji.ends_with(", " + std::string(place.prefectureRomaji))) << place.romaji;
  }
}

TEST(Municipalities, HaveDifferentNames) {
  std::set<std::string> names;
  for (const Municipality& place : municipalities()) {
    EXPECT_TRUE(names.insert(place.fullName()).second) << place.fullName();
  }
}

TEST(Municipalities, AreFoundByCode) {
  const Municipality* ward = findMunicipality("011011");
  ASSERT_NE(ward, nullptr);
  EXPECT_EQ(ward->fullName(), "北海道札幌市中央区");
  EXPECT_EQ(ward->hiragana, "さっぽろしちゅうおうく");
  EXPECT_EQ(ward->romaji, "Chuo-ku, Sapporo-shi, Hokkaido");
  const Municipality* town = findMunicipality("394050");
  ASSERT_NE(town, nullptr);
  EXPECT_EQ(town->name(), "高岡郡梼原町");
  EXPECT_EQ(town->county, "高岡郡");
  EXPECT_EQ(town->hiragana, "たかおかぐんゆすはらちょう");
  for (const Municipality& place : municipalities()) {
    EXPECT_EQ(findMunicipality(place.code6), &place);
  }
}

TEST(Municipalities, OthersAreNotFound) {
  for (const char* code : {"", "0", "011010", "011002", "010006", "221309", "016969", "999999",
                           "0110110", "０１１０１１"}) {
    EXPECT_EQ(findMunicipality(code), nullptr) << code;
  }
}

TEST(Municipalities, PrefecturesAreInTheOfficialOrder) {
  const auto all = prefectures();
  ASSERT_EQ(all.size(), 47U);
  EXPECT_EQ(all.front(), "北海道");
  EXPECT_EQ(all[12], "東京都");
  EXPECT_EQ(all.back(), "沖縄県");
  for (const Municipality& place : municipalities()) {
    const int number = (place.code6[0] - '0') * 10 + (place.code6[1] - '0');
    EXPECT_EQ(place.prefecture, all[static_cast<std::size_t>(number - 1)]);
  }
}

TEST(Municipalities, GunmaIsNotGumma) {
  EXPECT_EQ(findMunicipality("102016")->prefectureRomaji, "Gunma");
  for (const Municipality& place : municipalities()) {
    EXPECT_EQ(place.romaji.find("Gumma"), std::string_view::npos);
  }
}

/// "Chuo" and "Sapporo" of "Chuo-ku, Sapporo-shi, Hokkaido", in small letters.
std::vector<std::string> spellingsOf(const Municipality& place) {
  std::vector<std::string> names;
  std::string name;
  std::istringstream parts{
      std::string(place.romaji.substr(0, place.romaji.size() - place.prefectureRomaji.size()))};
  while (std::getline(parts, name, ',')) {
    name.erase(std::min(name.rfind('-'), name.size()));
    std::erase(name, ' ');
    std::ranges::transform(name, name.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (!name.empty()) {
      names.push_back(name);
    }
  }
  return names;
}

/// One spelling for what differs in long vowels only, and in n or m before lips.
std::string withoutLength(const std::string& name) {
  std::string key;
  for (const char c : name) {
    const char before = key.empty() ? ' ' : key.back();
    if ((before == 'o' && (c == 'o' || c == 'u' || c == 'h')) || (before == 'u' && c == 'u')) {
      continue;
    }
    if (before == 'm' && (c == 'b' || c == 'm' || c == 'p')) {
      key.back() = 'n';
    }
    key += c;
  }
  return key;
}

using Spellings = std::map<std::pair<std::string, std::string>, std::set<std::string>>;

/// tests/data/place_spellings.tsv by prefecture and withoutLength().
Spellings independentSpellings() {
  std::ifstream file(MADOGUCHI_TEST_DATA "/place_spellings.tsv");
  Spellings spellings;
  std::string line;
  while (std::getline(file, line)) {
    if (!line.starts_with('#')) {
      const std::string name = line.substr(3, line.rfind('\t') - 3);
      spellings[{line.substr(0, 2), withoutLength(name)}].insert(name);
    }
  }
  return spellings;
}

/// GeoNames writes either n or m before lips.
bool isOneOf(const std::string& name, const std::set<std::string>& spellings) {
  const auto sameLips = [&](const std::string& other) {
    return other.size() == name.size() &&
           std::ranges::equal(other, name, [](char theirs, char ours) {
             return theirs == ours || (theirs == 'n' && ours == 'm');
           });
  };
  return std::ranges::any_of(spellings, sameLips);
}

TEST(Municipalities, AreWrittenInLatinLettersAsOthersWriteThem) {
  // The city's own spelling, Mooka to others; a long vowel that others write out.
  const std::set<std::string> kOwn = {"moka", "hachirogata"};
  const Spellings spellings = independentSpellings();
  std::set<std::string> compared;
  std::set<std::string> unknown;
  for (const Municipality& place : municipalities()) {
    for (const std::string& name : spellingsOf(place)) {
      const std::string prefecture(place.code6.substr(0, 2));
      const auto found = spellings.find({prefecture, withoutLength(name)});
      (found == spellings.end() ? unknown : compared).insert(prefecture + name);
      if (found != spellings.end() && !kOwn.contains(name)) {
        EXPECT_TRUE(isOneOf(name, found->second)) << place.romaji;
      }
    }
  }
  EXPECT_GT(compared.size(), 1500U);
  EXPECT_LT(unknown.size(), 500U);  // those whose kana leave no choice
}

TEST(Municipalities, KeepTheVowelsOfTwoKanjiApart) {
  const std::map<std::string, std::string> kRomaji = {
      {"332127", "Setouchi-shi, Okayama"},
      {"465259", "Setouchi-cho, Oshima-gun, Kagoshima"},
      {"122181", "Katsuura-shi, Chiba"},
      {"282090", "Toyooka-shi, Hyogo"},
      {"422088", "Matsuura-shi, Nagasaki"},
      {"272205", "Minoh-shi, Osaka"},
      {"462179", "Soo-shi, Kagoshima"},
      {"313718", "Kotoura-cho, Tohaku-gun, Tottori"},
      {"016420", "Hiroo-cho, Hiroo-gun, Hokkaido"},
      // One long vowel each:
      {"072095", "Soma-shi, Fukushima"},
      {"252042", "Omihachiman-shi, Shiga"},
      {"336220", "Shoo-cho, Katsuta-gun, Okayama"}};
  for (const auto& [code6, romaji] : kRomaji) {
    const Municipality* place = findMunicipality(code6);
    ASSERT_NE(place, nullptr) << code6 << romaji;
    EXPECT_EQ(place->romaji, romaji);
  }
}

}  // namespace
}  // namespace madoguchi::forms
