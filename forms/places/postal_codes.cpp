#include "forms/places/postal_codes.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <stdexcept>

#include "embedded/postal_codes.h"
#include "forms/places/kana_romaji.h"
#include "forms/text/character_kinds.h"
#include "forms/text/padded.h"
#include "forms/text/utf8.h"

namespace madoguchi::forms {
namespace {

constexpr std::size_t kWholeCode = 7;
constexpr std::size_t kAreaDigits = 3;

// The layout is described in resources/postal_codes/README.md.
constexpr std::size_t kAreas = 1000;
constexpr std::uint32_t kCodesOfArea = 10000;
constexpr std::size_t kCode5 = 5;
constexpr std::uint8_t kNewMunicipality = 0x80;
constexpr std::uint8_t kDistance = 0x7F;  ///< this value itself: the distance is written out

/// Reads the table from one place on. Throws std::out_of_range behind its end.
class TableReader {
 public:
  explicit TableReader(std::string_view rest) : m_rest(rest) {}

  [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

  std::string_view bytes(std::size_t count) {
    if (count > m_rest.size()) {
      throw std::out_of_range("the table of postal codes ends early");
    }
    const std::string_view result = m_rest.substr(0, count);
    m_rest.remove_prefix(count);
    return result;
  }

  template <typename Number>
  Number number() {  // little-endian
    Number result = 0;
    unsigned shift = 0;
    for (const char byte : bytes(sizeof(Number))) {
      result = static_cast<Number>(result | static_cast<Number>(static_cast<std::uint8_t>(byte))
                                                << shift);
      shift += 8;
    }
    return result;
  }

  /// Turns the text of the entry before into the one of this entry.
  void text(std::string& before) {
    before.resize(number<std::uint8_t>());
    before += bytes(number<std::uint8_t>());
  }

 private:
  std::string_view m_rest;
};

struct Area {
  std::string_view code5s;  ///< five digits a municipality, those of all areas
  std::string_view entries;
};

Area areaOf(std::uint32_t area) {
  TableReader reader(embedded::postal_codes());
  reader.bytes(std::string_view("MPC1").size());
  const auto municipalities = reader.number<std::uint32_t>();
  TableReader offsets(reader.bytes((kAreas + 1) * sizeof(std::uint32_t)));
  offsets.bytes(area * sizeof(std::uint32_t));
  const auto begin = offsets.number<std::uint32_t>();
  const auto end = offsets.number<std::uint32_t>();
  const std::string_view code5s = reader.bytes(municipalities * kCode5);
  reader.bytes(begin);
  return {code5s, reader.bytes(end - begin)};
}

const Municipality* municipalityOf(std::string_view code5) {
  const auto all = municipalities();
  const auto found = std::ranges::lower_bound(
      all, code5, {}, [](const Municipality& item) { return item.code6.substr(0, kCode5); });
  return found != all.end() && found->code6.starts_with(code5) ? &*found : nullptr;
}

/// A byte a letter: katakana from U+30A0 on at 0x80, ASCII for its full-width forms, a comma
/// between the parts of the name.
std::u16string kanaOf(std::string_view bytes) {
  std::u16string kana;
  for (const char byte : bytes) {
    constexpr std::uint8_t kFirstKana = 0x80;
    const auto value = static_cast<std::uint8_t>(byte);
    kana += static_cast<char16_t>(value >= kFirstKana ? 0x30A0 + (value - kFirstKana)
                                                      : value - u'!' + u'！');
  }
  return kana;
}

constexpr char16_t kBetweenParts = u'，';

/// Japan Post's order: the last part first.
std::string romajiOf(std::u16string_view kana) {
  std::string result;
  while (!kana.empty()) {
    const std::size_t end = std::min(kana.find(kBetweenParts), kana.size());
    result.insert(0, hepburn(kana.substr(0, end)).append(result.empty() ? "" : ", "));
    kana.remove_prefix(std::min(end + 1, kana.size()));
  }
  return result;
}

std::string withoutBorders(std::u16string_view kana) {
  std::string result;
  for (const char16_t unit : kana) {
    if (unit != kBetweenParts && unit != kKanjiBorder) {
      result += static_cast<char>(0xE0 | (unit >> 12));
      result += static_cast<char>(0x80 | ((unit >> 6) & 0x3F));
      result += static_cast<char>(0x80 | (unit & 0x3F));
    }
  }
  return result;
}

std::uint32_t numberOf(std::string_view digits) {
  std::uint32_t result = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), result);
  return result;
}

bool isBetweenDigits(std::int32_t character) {
  constexpr std::int32_t kPostalMark = 0x3012;  // 〒
  return u_isUWhiteSpace(character) != 0 || isDash(character) || isLongVowelSign(character) ||
         isNumeralOne(usualIdeograph(character)) || isInvisible(character) ||
         turnsDirection(character) || character == kPostalMark;
}

bool isCodeOrBeginning(std::string_view digits) {
  return digits.size() >= kAreaDigits && digits.size() <= kWholeCode &&
         std::ranges::all_of(digits, [](char digit) { return digit >= '0' && digit <= '9'; });
}

}  // namespace

std::string postalDigits(std::string_view text) {
  std::string digits;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::int32_t character = nextCodePoint(text, offset);
    const std::int32_t digit = character < 0 ? -1 : u_charDigitValue(character);
    if (digit >= 0) {
      if (digits.size() == kWholeCode) {
        return {};
      }
      digits += static_cast<char>('0' + digit);
    } else if (character < 0 || !isBetweenDigits(character)) {
      return digits.size() == kWholeCode ? digits : std::string();
    }
  }
  return digits.size() >= kAreaDigits ? digits : std::string();
}

PostalMatches findPostalCodes(std::string_view digits, std::size_t limit) {
  PostalMatches matches;
  if (!isCodeOrBeginning(digits)) {
    return matches;
  }
  std::string last(digits);
  last.resize(kWholeCode, '9');
  std::string first(digits);
  first.resize(kWholeCode, '0');

  const std::uint32_t areaNumber = numberOf(digits.substr(0, kAreaDigits));
  const Area area = areaOf(areaNumber);
  std::uint32_t code = areaNumber * kCodesOfArea;
  const Municipality* municipality = nullptr;
  std::string town;
  std::string kana;
  for (TableReader reader(area.entries); !reader.atEnd();) {
    const auto head = reader.number<std::uint8_t>();
    const std::uint32_t distance = head & kDistance;
    code += distance < kDistance ? distance : reader.number<std::uint16_t>();
    if ((head & kNewMunicipality) != 0) {
      const std::size_t index = reader.number<std::uint16_t>();
      municipality = municipalityOf(area.code5s.substr(index * kCode5, kCode5));
    }
    reader.text(town);
    reader.text(kana);
    if (code > numberOf(last)) {
      break;
    }
    if (code < numberOf(first) || municipality == nullptr) {
      continue;
    }
    if (matches.municipalities.empty() || matches.municipalities.back() != municipality) {
      matches.municipalities.push_back(municipality);
    }
    if (matches.towns.size() == limit) {
      matches.more = true;
      continue;
    }
    const std::u16string letters = kanaOf(kana);
    matches.towns.push_back({.postalCode = padded(code, kWholeCode),
                             .municipality = municipality,
                             .town = town,
                             .townKana = withoutBorders(letters),
                             .townRomaji = romajiOf(letters)});
  }
  // Municipalities lie in the official order in one array.
  std::ranges::sort(matches.municipalities);
  auto& found = matches.municipalities;
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return matches;
}

}  // namespace madoguchi::forms
