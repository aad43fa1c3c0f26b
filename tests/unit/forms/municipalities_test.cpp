#include "forms/places/municipalities.h"

#include <gmock/gmock.h>

#include <set>

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

}  // namespace
}  // namespace madoguchi::forms
