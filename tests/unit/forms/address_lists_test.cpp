#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <array>
#include <fstream>
#include <iostream>
#include <map>

#include "forms/places/address_splitter.h"
#include "forms/places/municipalities.h"
#include "forms/places/postal_codes.h"

// The splitter on long lists: every town of Japan Post's table, every municipality in every
// spelling, and a list by hand. Each list says how much of it is right, empty and wrong.

namespace madoguchi::forms {
namespace {

struct Tally {
  int right = 0;
  int empty = 0;
  int wrong = 0;

  void add(const std::string& head, const std::string& rest, std::string_view code6) {
    const SplitAddress split = splitAddress(head + rest);
    if (split.code6.empty()) {
      ++empty;
      EXPECT_EQ(split.rest, head + rest);
    } else if (split.code6 == code6 && split.rest == rest) {
      ++right;
    } else if (++wrong <= kMostShown) {
      ADD_FAILURE() << head << "|" << rest << " gave " << split.code6 << " " << split.rest;
    }
  }
  void print(const char* list) const {
    std::cout << list << ": " << right + empty + wrong << " addresses, " << right << " right, "
              << empty << " empty, " << wrong << " wrong\n";
  }
  static constexpr int kMostShown = 20;
};

/// The prefecture and, where there is one, the county left out of the full name.
std::string withoutCounty(const Municipality& place) {
  return std::string(place.prefecture).append(place.city).append(place.ward);
}

std::vector<PostalTown> allTowns() {
  std::vector<PostalTown> towns;
  for (int beginning = 0; beginning < 1000; ++beginning) {
    std::string digits = std::to_string(beginning);
    digits.insert(0, 3 - digits.size(), '0');
    const PostalMatches found = findPostalCodes(digits, 10'000);
    EXPECT_FALSE(found.more);
    towns.insert(towns.end(), found.towns.begin(), found.towns.end());
  }
  return towns;
}

TEST(AddressLists, EveryTownOfJapan) {
  constexpr std::array kNumbers = {"", "1-2-3", "　１－２－３", "一丁目２番３号",
                                   "123番地ハイツ101"};
  Tally full;
  Tally countyLess;
  Tally bare;
  std::size_t number = 0;
  for (const PostalTown& town : allTowns()) {
    const Municipality& place = *town.municipality;
    const std::string rest = town.town + kNumbers.at(++number % kNumbers.size());
    full.add(place.fullName(), rest, place.code6);
    if (!place.county.empty()) {
      countyLess.add(withoutCounty(place), rest, place.code6);
    }
    bare.add(place.name(), rest, place.code6);
  }
  full.print("with prefecture");
  countyLess.print("with prefecture, without county");
  bare.print("without prefecture");
  EXPECT_GT(full.right, 120'000);
  EXPECT_EQ(full.empty + full.wrong, 0);
  EXPECT_EQ(countyLess.empty + countyLess.wrong, 0);
  EXPECT_EQ(bare.wrong, 0);
  EXPECT_GT(bare.right, bare.empty);  // that nothing is wrong must not come from silence
}

/// The groups of resources/municipalities/variants.txt, each character with the others.
std::map<char16_t, std::u16string> variants() {
  std::ifstream file(MADOGUCHI_RESOURCES "/municipalities/variants.txt");
  std::map<char16_t, std::u16string> all;
  for (std::string line; std::getline(file, line);) {
    const icu::UnicodeString group = icu::UnicodeString::fromUTF8(line);
    for (int i = 0; i < group.length(); ++i) {
      for (int j = 0; j < group.length(); ++j) {
        if (i != j) {
          all[group[i]] += group[j];
        }
      }
    }
  }
  return all;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

icu::UnicodeString decomposed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFDInstance(status)->normalize(text, status);
}

/// ニセコ as ﾆｾｺ: what a half-width katakana normalises to, the other way round.
icu::UnicodeString halfWidthKana(const icu::UnicodeString& text) {
  static const std::map<char16_t, char16_t> kHalf = [] {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfkc = icu::Normalizer2::getNFKCInstance(status);
    std::map<char16_t, char16_t> half;
    for (char16_t character = 0xFF66; character <= 0xFF9D; ++character) {
      half[nfkc->normalize(icu::UnicodeString(character), status)[0]] = character;
    }
    half[0x3099] = 0xFF9E;
    half[0x309A] = 0xFF9F;
    return half;
  }();
  icu::UnicodeString result;
  const icu::UnicodeString apart = decomposed(text);
  for (int i = 0; i < apart.length(); ++i) {
    const auto found = kHalf.find(apart[i]);
    result += found == kHalf.end() ? apart[i] : found->second;
  }
  return result;
}

/// The text with something between all characters.
icu::UnicodeString spread(const icu::UnicodeString& text, const icu::UnicodeString& between) {
  icu::UnicodeString result;
  for (int i = 0; i < text.length(); ++i) {
    result += i > 0 ? between : icu::UnicodeString();
    result += text[i];
  }
  return result;
}

TEST(AddressLists, EveryMunicipalityInEverySpelling) {
  const auto others = variants();
  Tally tally;
  for (const Municipality& place : municipalities()) {
    const std::string rest = "大字本町１－２";
    for (const std::string& head : {place.fullName(), withoutCounty(place)}) {
      const icu::UnicodeString name = icu::UnicodeString::fromUTF8(head);
      tally.add(head, rest, place.code6);
      tally.add(utf8(decomposed(name)), rest, place.code6);
      tally.add(utf8(halfWidthKana(name)), rest, place.code6);
      tally.add(utf8(spread(name, u" ")), rest, place.code6);
      tally.add(utf8(spread(name, u"　")), rest, place.code6);
      tally.add(utf8(spread(name, u"\U000E0100") + u"\U000E0100"), rest, place.code6);
      tally.add("　" + head, "　" + rest, place.code6);
      for (int i = 0; i < name.length(); ++i) {
        if (const auto found = others.find(name[i]); found != others.end()) {
          for (const char16_t other : found->second) {
            icu::UnicodeString changed = name;
            changed.setCharAt(i, other);
            tally.add(utf8(changed), rest, place.code6);
          }
        }
      }
    }
  }
  tally.print("every spelling");
  EXPECT_GT(tally.right, 30'000);
  EXPECT_EQ(tally.empty + tally.wrong, 0);
}

TEST(AddressLists, WhatPeopleLeaveOutOrCutOffIsNeverGuessed) {
  Tally tally;
  for (const Municipality& place : municipalities()) {
    const icu::UnicodeString name = icu::UnicodeString::fromUTF8(place.fullName());
    for (int end = 1; end < name.length(); ++end) {
      // Cut off anywhere, it is empty or another real name that stands there in full.
      const std::string head = utf8(name.tempSubStringBetween(0, end));
      const SplitAddress split = splitAddress(head);
      if (split.code6.empty()) {
        ++tally.empty;
      } else if (const Municipality& found = *findMunicipality(split.code6);
                 head == found.fullName() || head == withoutCounty(found)) {
        ++tally.right;
      } else {
        ++tally.wrong;
        ADD_FAILURE() << head << " gave " << split.code6;
      }
    }
    for (const Municipality& other : municipalities()) {
      // Another prefecture's place, unless it has one of that name itself.
      if (other.code6.substr(2) == place.code6.substr(2) && other.prefecture != place.prefecture) {
        const SplitAddress split = splitAddress(std::string(other.prefecture) + place.name());
        const Municipality* found = findMunicipality(split.code6);
        const bool right = found == nullptr || (found->prefecture == other.prefecture &&
                                                split.prefecture == found->prefecture);
        EXPECT_TRUE(right) << other.prefecture << place.name();
        ++(found == nullptr ? tally.empty : tally.right);
      }
    }
  }
  tally.print("left out or cut off");
  EXPECT_GT(tally.empty, 10'000);
}

TEST(AddressLists, HardOnes) {
  std::ifstream file(MADOGUCHI_TEST_DATA "/forms/hard_addresses.tsv");
  Tally tally;
  int told = 0;
  std::string code6;
  std::string head;
  std::string rest;
  std::getline(file, head);  // the heading
  while (std::getline(file, code6, '\t') && std::getline(file, head, '\t') &&
         std::getline(file, rest)) {
    const int before = tally.right;
    tally.add(head, rest, code6);
    told += code6.empty() ? 0 : 1;
    EXPECT_EQ(tally.right - before, code6.empty() ? 0 : 1) << head << rest;
  }
  tally.print("hard ones");
  EXPECT_GE(tally.right + tally.empty, 100);
  EXPECT_EQ(tally.right, told);
}

}  // namespace
}  // namespace madoguchi::forms
