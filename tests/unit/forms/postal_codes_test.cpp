#include "forms/places/postal_codes.h"

#include <gmock/gmock.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "forms/engine/field_value.h"
#include "forms/places/kana_romaji.h"
#include "forms/places/table_lines.h"
#include "forms/registration/registration_form.h"

namespace madoguchi::forms {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr auto kEvery = static_cast<std::size_t>(-1);

std::string contentOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

std::filesystem::path resource(const char* name) {
  return std::filesystem::path(MADOGUCHI_RESOURCES) / "postal_codes" / name;
}

std::string lineOf(const PostalTown& town) {
  return town.postalCode + '\t' + std::string(town.municipality->code6.substr(0, 5)) + '\t' +
         town.town + '\t' + town.townKana;
}

std::vector<PostalTown> everyTown() {
  std::vector<PostalTown> towns;
  for (int area = 0; area < 1000; ++area) {
    std::string digits = std::to_string(area);
    digits.insert(0, 3 - digits.size(), '0');
    PostalMatches matches = findPostalCodes(digits, kEvery);
    std::ranges::move(matches.towns, std::back_inserter(towns));
  }
  return towns;
}

/// Rows of Japan Post's table by code: line as lineOf(), romaji.
std::map<std::string, std::map<std::string, std::string>> sample() {
  std::map<std::string, std::map<std::string, std::string>> rows;
  forEachLine(contentOf(std::filesystem::path(MADOGUCHI_TEST_DATA) / "postal_codes_sample.tsv"),
              [&](std::string_view line) {
                const std::size_t romaji = line.rfind('\t');
                rows[std::string(line.substr(0, 7))].emplace(line.substr(0, romaji),
                                                             line.substr(romaji + 1));
              });
  return rows;
}

/// Japan Post sets spaces and hyphens after numbers now one way, now another.
std::string lettersOf(std::string text) {
  std::erase_if(text, [](char letter) { return letter == ' ' || letter == '-'; });
  std::ranges::transform(text, text.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return text;
}

TEST(PostalTable, HoldsTheWholeSource) {
  std::string text;
  for (const PostalTown& town : everyTown()) {
    text += lineOf(town) + '\n';
  }
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  const std::vector<unsigned char> bytes(text.begin(), text.end());
  crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
  std::array<char, 2 * crypto_hash_sha256_BYTES + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  EXPECT_EQ(hex.data() + std::string("\n"), contentOf(resource("postal_codes.sha256")));
}

TEST(PostalTable, SaysWhereThePersonHasToChoose) {
  std::map<std::string, std::set<const Municipality*>> municipalitiesOf;
  std::map<std::string, std::set<std::tuple<const Municipality*, std::string>>> townsOf;
  for (const PostalTown& town : everyTown()) {
    municipalitiesOf[town.postalCode].insert(town.municipality);
    townsOf[town.postalCode].emplace(town.municipality, town.town);
  }
  const auto several = [](const auto& entry) { return entry.second.size() > 1; };
  EXPECT_THAT(municipalitiesOf, SizeIs(120682));
  EXPECT_EQ(std::ranges::count_if(municipalitiesOf, several), 134);
  EXPECT_EQ(std::ranges::count_if(townsOf, several), 1267);
}

TEST(PostalTable, HasNothingThatAnAddressWouldRefuse) {
  const Field& rest = *findField(registrationForm(), "addressRest");
  std::set<std::string> towns;
  for (PostalTown& town : everyTown()) {
    towns.insert(std::move(town.town));
  }
  towns.erase("");
  ASSERT_GT(towns.size(), 80000U);
  for (const std::string& town : towns) {
    ASSERT_EQ(repaired(rest, town), town);
    ASSERT_EQ(town.find("場合"), std::string::npos) << town;
    ASSERT_EQ(town.find("〜"), std::string::npos) << town;
  }
}

TEST(PostalTable, TakesLittleOfTheDisk) {
  constexpr std::uintmax_t kMebibyte = std::uintmax_t{1024} * 1024;
  EXPECT_LE(std::filesystem::file_size(resource("postal_codes.bin")), 3 * kMebibyte);
}

TEST(FindPostalCodes, GivesEveryTownOfTheSample) {
  const auto codes = sample();
  ASSERT_GT(codes.size(), 250U);
  for (const auto& [code, rows] : codes) {
    std::vector<std::string> expected;
    for (const auto& [line, romaji] : rows) {
      expected.push_back(line);
    }
    std::vector<std::string> found;
    for (const PostalTown& town : findPostalCodes(code, kEvery).towns) {
      found.push_back(lineOf(town));
    }
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(expected)) << code;
  }
}

/// As Japan Post writes it, which takes the vowels of two kanji for one long vowel.
std::string withEveryVowelShort(const std::string& letters) {
  std::string result;
  for (const char letter : letters) {
    const bool longer = result.ends_with('o') ? letter == 'o' || letter == 'u'
                                              : result.ends_with('u') && letter == 'u';
    result += longer ? std::string() : std::string(1, letter);
  }
  return result;
}

// Japan Post cuts at 35 letters, writes foreign sounds letter by letter (ofuisu) and knows of some
// parts, such as 神代・乙, that its table does not show.
TEST(FindPostalCodes, WritesRomajiAsJapanPostDoes) {
  constexpr std::size_t kJapanPostCutsAt = 35;
  std::size_t compared = 0;
  std::vector<std::string> different;
  for (const auto& [code, rows] : sample()) {
    for (const PostalTown& town : findPostalCodes(code, kEvery).towns) {
      const std::string& romaji = rows.at(lineOf(town));
      const bool foreign = town.townKana.find("ィ") != std::string::npos ||
                           town.townKana.find("ェ") != std::string::npos;
      if (romaji.empty() || romaji.size() >= kJapanPostCutsAt || foreign) {
        continue;
      }
      ++compared;
      const std::string letters = lettersOf(town.townRomaji);
      if (letters != lettersOf(romaji) &&
          withEveryVowelShort(letters) != withEveryVowelShort(lettersOf(romaji))) {
        different.push_back(town.townRomaji);
      }
    }
  }
  EXPECT_GT(compared, 400U);
  EXPECT_LT(different.size(), compared / 200) << testing::PrintToString(different);
}

TEST(FindPostalCodes, KeepsTheVowelsOfTwoKanjiApart) {
  const std::map<std::string, std::string> kRomaji = {
      {"1000005", "Marunouchi"},  // 丸の内
      {"1500012", "Hiroo"},       // 広尾
      {"6780239", "Kariya"},      // 加里屋: nothing to keep apart
      {"9040411", "Onna"},        // 恩納
      {"7110906", "Shimonocho, Kojima"}};
  for (const auto& [code, romaji] : kRomaji) {
    const auto towns = findPostalCodes(code, kEvery).towns;
    ASSERT_THAT(towns, Not(IsEmpty())) << code;
    EXPECT_EQ(towns.front().townRomaji, romaji) << code << towns.front().town;
  }
  // Nor is one of them shown: the border is no kana.
  std::size_t kept = 0;
  for (const PostalTown& town : everyTown()) {
    EXPECT_EQ(town.townKana.find("．"), std::string::npos) << town.townKana;
    const std::string letters = lettersOf(town.townRomaji);
    kept += letters != withEveryVowelShort(letters) ? 1U : 0U;
  }
  EXPECT_GT(kept, 2000U);
}

TEST(FindPostalCodes, ListsWhatBeginsSo) {
  const PostalMatches area = findPostalCodes("036", kEvery);
  for (const std::string digits : {"0360", "03601", "036010", "0360103"}) {
    std::vector<std::string> expected;
    for (const PostalTown& town : area.towns) {
      if (town.postalCode.starts_with(digits)) {
        expected.push_back(lineOf(town));
      }
    }
    std::vector<std::string> found;
    for (const PostalTown& town : findPostalCodes(digits, kEvery).towns) {
      found.push_back(lineOf(town));
    }
    EXPECT_THAT(found, testing::ElementsAreArray(expected)) << digits;
    EXPECT_THAT(found, Not(IsEmpty())) << digits;
  }
}

TEST(FindPostalCodes, StopsAtTheLimitButKnowsAllMunicipalities) {
  const PostalMatches all = findPostalCodes("100", kEvery);
  const PostalMatches some = findPostalCodes("100", 3);
  EXPECT_FALSE(all.more);
  EXPECT_TRUE(some.more);
  EXPECT_THAT(some.towns, SizeIs(3));
  EXPECT_EQ(some.municipalities, all.municipalities);
  EXPECT_TRUE(std::ranges::is_sorted(all.municipalities, {}, &Municipality::code6));
  EXPECT_THAT(all.municipalities, SizeIs(10));  // Chiyoda and the nine of the islands
}

TEST(FindPostalCodes, FindsNothingForWhatIsNoCode) {
  for (const std::string_view digits :
       {"", "1", "10", "10000051", "100000a", "-100", "１００", "0000000", "9999999"}) {
    const PostalMatches matches = findPostalCodes(digits, kEvery);
    EXPECT_THAT(matches.towns, IsEmpty()) << digits;
    EXPECT_THAT(matches.municipalities, IsEmpty()) << digits;
    EXPECT_FALSE(matches.more) << digits;
  }
}

TEST(PostalDigits, DoNotMindHowTheyAreWritten) {
  for (const std::string_view text :
       {"1000005", "100-0005", "〒100-0005", "１００－０００５", "〒　１００ー０００５", "100 0005",
        "100−0005", "100‐0005", " 100ｰ0005 ", "100-0005 東京都千代田区丸の内1-1"}) {
    EXPECT_EQ(postalDigits(text), "1000005") << text;
  }
  EXPECT_EQ(postalDigits("100-"), "100");
  EXPECT_EQ(postalDigits("100-00"), "10000");
}

TEST(PostalDigits, AreNoneInOtherTexts) {
  for (const std::string_view text :
       {"", "〒", "12", "1-2", "10000051", "100-00051", "100-0005-1", "千代田1000005", "100東京",
        "100000x", "100-000５\xFF!", "\xFF", "\xE3\x80", "100\xC3"}) {
    const bool whole = text.starts_with("100-000５");  // a whole code before what is broken
    EXPECT_EQ(postalDigits(text), whole ? "1000005" : "") << text;
  }
}

TEST(KanaRomaji, IsThatOfSignsAndStamps) {
  EXPECT_EQ(hepburn(u"オオサカ"), "Osaka");
  EXPECT_EQ(hepburn(u"きょうと"), "Kyoto");
  EXPECT_EQ(hepburn(u"ホンマチ"), "Hommachi");
  EXPECT_EQ(hepburn(u"ハッチョウボリ"), "Hatchobori");
  EXPECT_EQ(hepburn(u"キタ１０ジョウニシ"), "Kita10-jonishi");
  EXPECT_EQ(hepburn(u"マルノ．ウチ"), "Marunouchi");
  EXPECT_EQ(hepburn(u"ヒロ．オオタ"), "Hiroota");
  EXPECT_EQ(hepburn(u"シティ"), "Shiti");
  EXPECT_EQ(hepburn(u"ウィング"), "Wingu");
  EXPECT_EQ(hepburn(u"・ー？漢"), "");
}

}  // namespace
}  // namespace madoguchi::forms
