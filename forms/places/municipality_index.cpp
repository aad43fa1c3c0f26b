#include "forms/places/municipality_index.h"

#include <unicode/unistr.h>

#include <array>
#include <stdexcept>
#include <unordered_map>

#include "forms/places/kana_romaji.h"
#include "forms/places/municipality_folding.h"

namespace madoguchi::forms {
namespace {

/// A name that the list of municipalities does not have.
struct OtherName {
  std::string_view code6;
  PartKind kind;  ///< of the part that it replaces
  std::string_view kanji;
  std::string_view romaji;  ///< with a hyphen before what may be left out
  MunicipalityNote note;
  std::string_view hiragana = {};  ///< where there is a note, which shows it
};

constexpr std::string_view kChuo = "221384";
constexpr std::string_view kHamana = "221392";

// Hamamatsu joined its wards on 2024-01-01: 中区, 東区, 西区, 南区 and the 三方原 side of 北区
// became 中央区, 浜北区 and the rest of 北区 浜名区; 天竜区 stayed (City of Hamamatsu). The
// islands' names as in resources/municipalities/other_names.tsv. 南アルプス市 calls itself
// Minami-Alps.
constexpr std::array kOtherNames = {
    OtherName{kChuo, PartKind::ward, "中区", "Naka-ku", MunicipalityNote::formerWard, "なかく"},
    OtherName{kChuo, PartKind::ward, "東区", "Higashi-ku", MunicipalityNote::formerWard,
              "ひがしく"},
    OtherName{kChuo, PartKind::ward, "西区", "Nishi-ku", MunicipalityNote::formerWard, "にしく"},
    OtherName{kChuo, PartKind::ward, "南区", "Minami-ku", MunicipalityNote::formerWard, "みなみく"},
    OtherName{kChuo, PartKind::ward, "北区", "Kita-ku", MunicipalityNote::dividedWard, "きたく"},
    OtherName{kHamana, PartKind::ward, "北区", "Kita-ku", MunicipalityNote::dividedWard, "きたく"},
    OtherName{kHamana, PartKind::ward, "浜北区", "Hamakita-ku", MunicipalityNote::formerWard,
              "はまきたく"},
    OtherName{"133817", PartKind::county, "三宅島", "Miyake-jima", MunicipalityNote::none},
    OtherName{"134015", PartKind::county, "八丈島", "Hachijo-jima", MunicipalityNote::none},
    OtherName{"192082", PartKind::city, "南アルプス市", "Minami Alps-shi", MunicipalityNote::none},
};

/// A part as the tables write it.
struct RawPart {
  PartKind kind = PartKind::city;
  std::string_view kanji;
  std::string_view romaji;
  std::string_view romajiStem;
};

RawPart rawPart(PartKind kind, std::string_view kanji, std::string_view romaji) {
  return {kind, kanji, romaji, romaji.substr(0, romaji.rfind('-'))};
}

std::size_t kanjiStemLength(PartKind kind, std::u16string_view full) {
  const bool stays = kind == PartKind::prefecture && full.ends_with(u'道');  // nobody says 北海
  return stays ? full.size() : full.size() - 1;
}

struct RawName {
  std::array<RawPart, 4> parts;
  std::uint8_t count = 0;
  void add(const RawPart& part) { parts.at(count++) = part; }
};

RawName rawName(const Municipality& municipality, std::string_view prefectureFull) {
  RawName name;
  name.add({PartKind::prefecture, municipality.prefecture, prefectureFull,
            municipality.prefectureRomaji});
  // "Chuo-ku, Sapporo-shi, Hokkaido": the other way round, and without the prefecture.
  std::string_view romaji = municipality.romaji.substr(0, municipality.romaji.rfind(", "));
  const auto addNext = [&](PartKind kind, std::string_view kanji) {
    if (kanji.empty()) {
      return;
    }
    const std::size_t comma = romaji.rfind(", ");
    const bool last = comma == std::string_view::npos;
    name.add(rawPart(kind, kanji, last ? romaji : romaji.substr(comma + 2)));
    romaji = last ? std::string_view() : romaji.substr(0, comma);
  };
  addNext(PartKind::county, municipality.county);
  addNext(PartKind::city, municipality.city);
  addNext(PartKind::ward, municipality.ward);
  return name;
}

void replacePart(RawName& name, const OtherName& other) {
  const RawPart part = rawPart(other.kind, other.kanji, other.romaji);
  for (std::size_t i = 0; i < name.count; ++i) {
    if (name.parts.at(i).kind == other.kind) {
      name.parts.at(i) = part;
      return;
    }
  }
  // A county that the list does not have stands between the prefecture and the city.
  const RawPart city = name.parts.at(1);
  name.parts.at(1) = part;
  name.add(city);
}

}  // namespace

std::u16string kanjiKey(std::string_view name) {
  constexpr char16_t kKatakanaDistance = u'ァ' - u'ぁ';
  std::u16string key = folded(name);
  for (char16_t& character : key) {
    if (character >= u'ァ' && character <= u'ヶ') {
      character = static_cast<char16_t>(character - kKatakanaDistance);
    }
  }
  return key;
}

/// Collects the spellings at one place and makes the views when that place moves no more.
class MunicipalityIndex::Builder {
 public:
  explicit Builder(MunicipalityIndex& index) : m_index(index) {}

  IndexedName add(const RawName& raw, std::size_t municipality) {
    IndexedName name;
    name.municipality = static_cast<std::uint16_t>(municipality);
    for (; name.partCount < raw.count; ++name.partCount) {
      name.parts[name.partCount] = partOf(raw.parts.at(name.partCount));
    }
    return name;
  }

  void finish() {
    std::u16string_view kanji = m_index.m_kanji;
    std::string_view readings = m_index.m_readings;
    for (std::size_t i = 0; i < m_lengths.size(); ++i) {
      const Lengths& lengths = m_lengths[i];
      m_index.m_parts[i].kanji = take(kanji, lengths.kanji, lengths.kanjiStem);
      m_index.m_parts[i].reading = take(readings, lengths.reading, lengths.readingStem);
    }
  }

 private:
  struct Lengths {
    std::size_t kanji;
    std::size_t kanjiStem;
    std::size_t reading;
    std::size_t readingStem;
  };

  template <typename Character>
  static Spelling<Character> take(std::basic_string_view<Character>& pool, std::size_t length,
                                  std::size_t stemLength) {
    const Spelling<Character> spelling{pool.substr(0, length), pool.substr(0, stemLength)};
    pool.remove_prefix(length);
    return spelling;
  }

  std::uint16_t partOf(const RawPart& raw) {
    const std::string kindAndName =
        std::string(1, static_cast<char>('0' + static_cast<int>(raw.kind)))
            .append(raw.kanji)
            .append(raw.romaji);
    const auto [place, isNew] =
        m_known.try_emplace(kindAndName, static_cast<std::uint16_t>(m_lengths.size()));
    if (isNew) {
      const std::u16string kanji = kanjiKey(raw.kanji);
      const std::string reading = readingKey(raw.romaji);
      m_lengths.push_back({kanji.size(), kanjiStemLength(raw.kind, kanji), reading.size(),
                           readingKey(raw.romajiStem).size()});
      m_index.m_kanji += kanji;
      m_index.m_readings += reading;
      m_index.m_parts.push_back({.kind = raw.kind, .kanji = {}, .reading = {}});
    }
    return place->second;
  }

  MunicipalityIndex& m_index;
  std::vector<Lengths> m_lengths;
  std::unordered_map<std::string, std::uint16_t> m_known;
};

MunicipalityIndex::MunicipalityIndex() {
  const auto all = municipalities();
  m_names.reserve(all.size() + kOtherNames.size());
  Builder builder(*this);
  std::string_view prefecture;
  std::string prefectureFull;
  const auto rawNameOf = [&](const Municipality& municipality) {
    if (prefecture != municipality.prefecture) {
      prefecture = municipality.prefecture;
      const auto kana = icu::UnicodeString::fromUTF8(municipality.prefectureHiragana);
      prefectureFull = lettersOfKana({kana.getBuffer(), static_cast<std::size_t>(kana.length())});
    }
    return rawName(municipality, prefectureFull);
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    m_names.push_back(builder.add(rawNameOf(all[i]), i));
  }
  for (const OtherName& other : kOtherNames) {
    const Municipality* municipality = findMunicipality(other.code6);
    if (municipality == nullptr) {
      throw std::logic_error("another name of a municipality that is not in the list");
    }
    RawName raw = rawNameOf(*municipality);
    replacePart(raw, other);
    IndexedName name = builder.add(raw, static_cast<std::size_t>(municipality - all.data()));
    name.note = other.note;
    if (other.note != MunicipalityNote::none) {
      name.former = {other.kanji, other.hiragana, other.romaji};
    }
    m_names.push_back(name);
  }
  builder.finish();
}

}  // namespace madoguchi::forms
