#include "forms/places/municipality_search.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "forms/places/municipality_index.h"
#include "forms/places/municipality_query.h"
#include "forms/places/postal_codes.h"

namespace madoguchi::forms {

struct MunicipalitySearch::Index : MunicipalityIndex {};

namespace {

/// Twice the place of a MunicipalityMatch, one more where the word fits only in a loose reading.
using Cost = std::uint8_t;
constexpr Cost kNoMatch = std::numeric_limits<Cost>::max();

constexpr Cost costOf(MunicipalityMatch match) {
  return static_cast<Cost>(2 * static_cast<int>(match));
}

constexpr Cost loosely(Cost cost) { return cost == kNoMatch ? cost : static_cast<Cost>(cost | 1); }

Cost startOf(PartKind kind) {
  switch (kind) {
    case PartKind::city:
      return costOf(MunicipalityMatch::cityStart);
    case PartKind::ward:
      return costOf(MunicipalityMatch::wardStart);
    case PartKind::prefecture:
    case PartKind::county:
      break;
  }
  return costOf(MunicipalityMatch::wordStart);
}

template <typename Character>
Cost costInPart(PartKind kind, const Spelling<Character>& part,
                std::basic_string_view<Character> word) {
  const std::size_t place = word.empty() ? part.full.npos : part.full.find(word);
  if (place == part.full.npos) {
    return kNoMatch;
  }
  const bool ownName = kind == PartKind::city || kind == PartKind::ward;
  if (ownName && (word == part.full || word == part.stem)) {
    return costOf(MunicipalityMatch::exact);
  }
  return place == 0 ? startOf(kind) : costOf(MunicipalityMatch::inside);
}

Cost costInPart(const NamePart& part, const QueryWord& word) {
  return std::min({costInPart<char16_t>(part.kind, part.kanji, word.kanji),
                   costInPart<char>(part.kind, part.reading, word.reading),
                   loosely(costInPart<char>(part.kind, part.reading, word.unfinished))});
}

/// Follows a word that runs through several parts of a name, in their order, with or without their
/// endings; parts may be left out.
template <typename Character>
class Walk {
 public:
  Walk(std::span<const NamePart> parts, const IndexedName& name,
       Spelling<Character> NamePart::*spelling)
      : m_parts(parts), m_name(name), m_spelling(spelling) {}

  [[nodiscard]] Cost cost(std::basic_string_view<Character> word) const {
    return word.empty() ? kNoMatch : from(0, word, Character{});
  }

 private:
  [[nodiscard]] Cost from(std::size_t first, std::basic_string_view<Character> rest,
                          Character before) const {
    Cost best = kNoMatch;
    for (std::size_t i = first; i < m_name.partCount; ++i) {
      Spelling<Character> part = m_parts[m_name.parts[i]].*m_spelling;
      best = std::min(best, through(i, part, rest));
      if (melts(before, part.full.front())) {
        part.full.remove_prefix(1);
        part.stem.remove_prefix(1);
        best = std::min(best, through(i, part, rest));
      }
    }
    return best;
  }

  [[nodiscard]] Cost through(std::size_t i, const Spelling<Character>& part,
                             std::basic_string_view<Character> rest) const {
    if (part.full.starts_with(rest)) {
      const bool whole = rest == part.full || rest == part.stem;
      const bool last = i + 1U == m_name.partCount;
      return whole && last ? costOf(MunicipalityMatch::exact)
                           : startOf(m_parts[m_name.parts[i]].kind);
    }
    Cost best = kNoMatch;
    for (const auto& piece : {part.full, part.stem}) {
      if (!piece.empty() && rest.starts_with(piece)) {
        best = std::min(best, from(i + 1, rest.substr(piece.size()), piece.back()));
      }
    }
    return best;
  }

  /// Keys have no long vowels and no doubled letters, nor where two parts meet: Tokyo-to Ota-ku is
  /// "tokyotaku".
  static bool melts(Character before, Character next) {
    return std::is_same_v<Character, char> &&
           (before == next || (before == Character{'o'} && next == Character{'u'}));
  }

  std::span<const NamePart> m_parts;
  const IndexedName& m_name;
  Spelling<Character> NamePart::*m_spelling;
};

/// What one word costs in each name of the index.
std::vector<Cost> costsOf(const QueryWord& word, const MunicipalityIndex& index) {
  std::vector<Cost> byPart;
  byPart.reserve(index.parts().size());
  bool found = false;
  for (const NamePart& part : index.parts()) {
    byPart.push_back(costInPart(part, word));
    found = found || byPart.back() != kNoMatch;
  }
  std::vector<Cost> byName;
  byName.reserve(index.names().size());
  for (const IndexedName& name : index.names()) {
    Cost best = kNoMatch;
    if (found) {
      for (std::size_t i = 0; i < name.partCount; ++i) {
        best = std::min(best, byPart[name.parts[i]]);
      }
    } else {
      best = std::min(Walk(index.parts(), name, &NamePart::kanji).cost(word.kanji),
                      Walk(index.parts(), name, &NamePart::reading).cost(word.reading));
    }
    const Municipality& municipality = municipalities()[name.municipality];
    const bool asTyped =
        best == kNoMatch || word.hiragana.empty() ||
        municipality.hiragana.find(word.hiragana) != std::string_view::npos ||
        municipality.prefectureHiragana.find(word.hiragana) != std::string_view::npos;
    byName.push_back(asTyped ? best : loosely(best));
  }
  return byName;
}

struct Score {
  unsigned best = kNoMatch;  ///< of the word that fits best; all of them fit
  unsigned sum = kNoMatch;
  [[nodiscard]] unsigned match() const { return best / 2; }
  [[nodiscard]] auto order() const { return std::tuple(match(), sum); }
};

std::vector<Score> scoresOf(const Query& query, const MunicipalityIndex& index) {
  std::vector<Score> scores(index.names().size(), Score{.best = kNoMatch, .sum = 0});
  for (const QueryWord& word : query.words) {
    const std::vector<Cost> costs = costsOf(word, index);
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const bool fits = costs[i] != kNoMatch && scores[i].sum != kNoMatch;
      scores[i] =
          fits ? Score{std::min<unsigned>(scores[i].best, costs[i]), scores[i].sum + costs[i]}
               : Score{};
    }
  }
  const QueryWord& joined = query.joined;
  if (!joined.kanji.empty() || !joined.reading.empty()) {
    const std::vector<Cost> costs = costsOf(joined, index);
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const Score score{costs[i], costs[i]};
      scores[i] = score.order() < scores[i].order() ? score : scores[i];
    }
  }
  return scores;
}

std::vector<MunicipalityHit> findByName(const Query& query, const MunicipalityIndex& index,
                                        std::size_t limit) {
  if (query.words.empty()) {
    return {};
  }
  struct Found {
    Score score;
    const IndexedName* name = nullptr;
  };
  const auto all = municipalities();
  const std::vector<Score> scores = scoresOf(query, index);
  std::vector<Found> best(all.size());  // by municipality: its present name before an equal other
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const IndexedName& name = index.names()[i];
    Found& found = best[name.municipality];
    if (scores[i].best != kNoMatch && scores[i].order() < found.score.order()) {
      found = {scores[i], &name};
    }
  }
  std::erase_if(best, [](const Found& found) { return found.name == nullptr; });
  std::ranges::stable_sort(best, {}, [](const Found& found) { return found.score.order(); });
  best.resize(std::min(best.size(), limit));

  std::vector<MunicipalityHit> hits;
  hits.reserve(best.size());
  for (const Found& found : best) {
    hits.push_back({.municipality = &all[found.name->municipality],
                    .match = static_cast<MunicipalityMatch>(found.score.match()),
                    .ambiguous = found.name->note == MunicipalityNote::dividedWard,
                    .note = found.name->note,
                    .former = found.name->former,
                    .postalCode = {},
                    .town = {},
                    .townKana = {},
                    .townRomaji = {}});
  }
  return hits;
}

std::vector<MunicipalityHit> findByPostalCode(std::string_view digits, std::size_t limit) {
  constexpr std::size_t kWholeCode = 7;
  const bool whole = digits.size() == kWholeCode;
  PostalMatches matches = findPostalCodes(digits, limit);
  if (matches.more) {
    matches.towns.clear();
    for (const Municipality* municipality : matches.municipalities) {
      matches.towns.push_back({.postalCode = std::string(whole ? digits : std::string_view()),
                               .municipality = municipality,
                               .town = {},
                               .townKana = {},
                               .townRomaji = {}});
    }
    matches.towns.resize(std::min(matches.towns.size(), limit));
  }
  std::vector<MunicipalityHit> hits;
  hits.reserve(matches.towns.size());
  for (PostalTown& town : matches.towns) {
    hits.push_back({.municipality = town.municipality,
                    .match = MunicipalityMatch::postalCode,
                    .ambiguous = !whole || matches.more || matches.towns.size() > 1,
                    .note = MunicipalityNote::none,
                    .former = {},
                    .postalCode = std::move(town.postalCode),
                    .town = std::move(town.town),
                    .townKana = std::move(town.townKana),
                    .townRomaji = std::move(town.townRomaji)});
  }
  return hits;
}

}  // namespace

MunicipalitySearch::MunicipalitySearch() = default;
MunicipalitySearch::~MunicipalitySearch() = default;

std::vector<MunicipalityHit> MunicipalitySearch::find(std::string_view text,
                                                      std::size_t limit) const {
  std::call_once(m_once, [this] { m_index = std::make_unique<const Index>(); });
  text = text.substr(0, kMaxTextBytes);
  const std::string digits = postalDigits(text);
  return digits.empty() ? findByName(readQuery(text), *m_index, limit)
                        : findByPostalCode(digits, limit);
}

}  // namespace madoguchi::forms
