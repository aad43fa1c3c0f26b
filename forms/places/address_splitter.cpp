#include "forms/places/address_splitter.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

#include "embedded/municipality_never_alone.h"
#include "embedded/municipality_other_names.h"
#include "forms/places/municipalities.h"
#include "forms/places/municipality_folding.h"
#include "forms/places/table_lines.h"
#include "forms/text/utf8.h"

namespace madoguchi::forms {
namespace {

/// An address in a certificate has at most 200 characters, 800 bytes. Nothing longer is looked at.
constexpr std::size_t kMaxAddressBytes = 4096;

/// Every way in which an address may begin, folded, sorted: the table of what is recognised.
class Beginnings {
 public:
  struct Match {
    const Municipality* municipality;  ///< null where the beginning is known to be doubtful
    std::size_t length;                ///< in folded characters
  };

  Beginnings();
  [[nodiscard]] std::size_t longest() const { return m_longest; }
  [[nodiscard]] std::optional<Match> longestMatch(const std::vector<FoldedCharacter>& text) const;

 private:
  struct Entry {
    std::uint32_t offset;  ///< into m_characters
    std::uint32_t length;
    const Municipality* municipality;
  };
  void add(std::string_view name, const Municipality* municipality);
  [[nodiscard]] std::u16string_view text(const Entry& entry) const {
    return std::u16string_view(m_characters).substr(entry.offset, entry.length);
  }

  std::u16string m_characters;
  std::vector<Entry> m_entries;
  std::size_t m_longest = 0;
};

Beginnings::Beginnings() {
  std::unordered_set<std::string_view> neverAlone;
  forEachLine(embedded::municipality_never_alone(), [&](std::string_view name) {
    neverAlone.insert(name);
    add(name, nullptr);
  });
  const auto addName = [&](const std::string& name, const Municipality& municipality) {
    add(std::string(municipality.prefecture) + name, &municipality);
    if (!neverAlone.contains(name)) {
      add(name, &municipality);
    }
  };
  for (const Municipality& municipality : municipalities()) {
    addName(municipality.name(), municipality);
    if (!municipality.county.empty()) {
      addName(std::string(municipality.city), municipality);  // wards have no county
    }
  }
  forEachLine(embedded::municipality_other_names(), [&](std::string_view line) {
    const auto [code6, name] = cellsOf<2>(line);
    addName(std::string(name), *findMunicipality(code6));
  });
  m_characters.shrink_to_fit();
  std::ranges::sort(m_entries, {}, [this](const Entry& entry) { return text(entry); });
}

void Beginnings::add(std::string_view name, const Municipality* municipality) {
  const std::u16string characters = folded(name);
  m_entries.push_back({static_cast<std::uint32_t>(m_characters.size()),
                       static_cast<std::uint32_t>(characters.size()), municipality});
  m_characters += characters;
  m_longest = std::max(m_longest, characters.size());
}

std::optional<Beginnings::Match> Beginnings::longestMatch(
    const std::vector<FoldedCharacter>& address) const {
  std::optional<Match> match;
  auto first = m_entries.begin();
  auto last = m_entries.end();
  for (std::size_t depth = 0; depth < address.size(); ++depth) {
    // All entries left agree with the address up to here; those that end here sort first. -1 is
    // theirs.
    const auto at = [this, depth](const Entry& entry) {
      return depth < entry.length ? static_cast<int>(m_characters[entry.offset + depth]) : -1;
    };
    const int character = address[depth].character;
    first = std::lower_bound(first, last, character,
                             [&at](const Entry& entry, int wanted) { return at(entry) < wanted; });
    last = std::upper_bound(first, last, character,
                            [&at](int wanted, const Entry& entry) { return wanted < at(entry); });
    if (first == last) {
      break;
    }
    if (first->length == depth + 1) {
      match = Match{first->municipality, depth + 1};
    }
  }
  return match;
}

const Beginnings& beginnings() {
  static const Beginnings kBeginnings;
  return kBeginnings;
}

}  // namespace

SplitAddress splitAddress(std::string_view address) {
  SplitAddress split;
  split.rest = address;
  if (address.size() > kMaxAddressBytes || !isUtf8(address)) {
    return split;
  }
  const auto text = foldBeginning(address, beginnings().longest());
  const auto match = beginnings().longestMatch(text);
  if (!match || match->municipality == nullptr) {
    return split;
  }
  split.code6 = match->municipality->code6;
  split.prefecture = match->municipality->prefecture;
  split.municipality = match->municipality->name();
  split.rest = address.substr(text[match->length - 1].end);
  return split;
}

}  // namespace madoguchi::forms
