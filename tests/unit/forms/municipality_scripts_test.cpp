#include <gmock/gmock.h>
#include <unicode/translit.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "forms/places/municipality_search.h"

// Every municipality is found in every script in which people write it.

namespace madoguchi::forms {
namespace {

/// ICU writes kana in other ways without asking our own tables.
class Transliteration {
 public:
  explicit Transliteration(const char* id) {
    UErrorCode status = U_ZERO_ERROR;
    m_rules.reset(icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
  }
  std::string operator()(std::string_view text) const {
    icu::UnicodeString changed = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    m_rules->transliterate(changed);
    std::string result;
    return changed.toUTF8String(result);
  }

 private:
  std::unique_ptr<icu::Transliterator> m_rules;
};

struct Script {
  const char* name;
  std::function<std::string(const Municipality&)> write;
};

void PrintTo(const Script& script, std::ostream* out) { *out << script.name; }

class EveryMunicipality : public testing::TestWithParam<Script> {};

TEST_P(EveryMunicipality, IsAmongTheExactHits) {
  ASSERT_THAT(municipalities(), testing::SizeIs(1892));
  const MunicipalitySearch search;
  for (const Municipality& municipality : municipalities()) {
    const std::string text = GetParam().write(municipality);
    ASSERT_FALSE(text.empty());
    const std::vector<MunicipalityHit> hits = search.find(text, 50);
    const bool found = std::ranges::any_of(hits, [&](const MunicipalityHit& hit) {
      return hit.municipality == &municipality && hit.match == MunicipalityMatch::exact;
    });
    EXPECT_TRUE(found) << text << ", " << municipality.fullName();
  }
}

/// As a keyboard of Chinese gives it, but for the characters that would make another place's name.
std::string simplified(std::string_view name) {
  static const Transliteration kChange("[^湧阪築荘莊] Hant-Hans");
  return kChange(name);
}

std::string withoutEndings(std::string romaji) {
  for (const std::string_view ending : {"-shi", "-ku", "-machi", "-cho", "-mura", "-son", "-gun"}) {
    for (std::size_t at = 0; (at = romaji.find(ending, at)) != std::string::npos;) {
      romaji.erase(at, ending.size());
    }
  }
  return romaji;
}

INSTANTIATE_TEST_SUITE_P(
    InEveryScript, EveryMunicipality,
    testing::Values(
        Script{"Kanji", [](const Municipality& m) { return m.name(); }},
        Script{"KanjiWithPrefecture", [](const Municipality& m) { return m.fullName(); }},
        Script{"KanjiWords",
               [](const Municipality& m) {
                 return std::string(m.ward).append("　").append(m.city).append(" ").append(
                     m.prefecture);
               }},
        Script{"SimplifiedChinese", [](const Municipality& m) { return simplified(m.fullName()); }},
        Script{"Hiragana", [](const Municipality& m) { return std::string(m.hiragana); }},
        Script{"HiraganaWithPrefecture",
               [](const Municipality& m) {
                 return std::string(m.prefectureHiragana).append(m.hiragana);
               }},
        Script{"Katakana",
               [](const Municipality& m) {
                 static const Transliteration kChange("Hiragana-Katakana");
                 return kChange(m.hiragana);
               }},
        Script{"HalfWidthKatakana",
               [](const Municipality& m) {
                 static const Transliteration kChange("Hiragana-Katakana; Fullwidth-Halfwidth");
                 return kChange(m.hiragana);
               }},
        Script{"Romaji", [](const Municipality& m) { return std::string(m.romaji); }},
        Script{"RomajiWithoutEndings",
               [](const Municipality& m) { return withoutEndings(std::string(m.romaji)); }},
        Script{"RomajiWithLongVowels",
               [](const Municipality& m) {
                 static const Transliteration kChange("Hiragana-Latin");
                 return kChange(m.hiragana);
               }},
        Script{"FullWidthCapitals",
               [](const Municipality& m) {
                 static const Transliteration kChange("Upper; Halfwidth-Fullwidth");
                 return kChange(m.romaji);
               }}),
    [](const auto& script) { return script.param.name; });

}  // namespace
}  // namespace madoguchi::forms
