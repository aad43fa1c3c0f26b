#include "protocol/common_password.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "embedded/common_password_words.h"
#include "protocol/ascii.h"
#include "protocol/password_rules.h"

namespace madoguchi::protocol {
namespace {

constexpr std::size_t kMostOthers = 6;

// What stands for letters; "1" and "!" for two.
constexpr auto kStandIns = std::to_array<std::pair<char, std::string_view>>({{'0', "o"},
                                                                             {'1', "il"},
                                                                             {'3', "e"},
                                                                             {'4', "a"},
                                                                             {'5', "s"},
                                                                             {'7', "t"},
                                                                             {'@', "a"},
                                                                             {'$', "s"},
                                                                             {'!', "il"}});

/// `choice` takes the first or the second letter where there are two.
char letterFor(char c, std::size_t choice) {
  const auto* found = std::ranges::find(kStandIns, c, [](const auto& pair) { return pair.first; });
  return found == kStandIns.end() ? c : found->second[std::min(choice, found->second.size() - 1)];
}

bool isCommonWord(std::string_view word) {
  static const std::vector<std::string_view> kWords = [] {
    std::vector<std::string_view> words;
    for (std::string_view rest = embedded::common_password_words(); !rest.empty();) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      words.push_back(line);
    }
    return words;
  }();
  return std::ranges::binary_search(kWords, word);
}

/// How much is guessed beside the word: digits that count up, down or stay are guessed at once.
std::size_t weightOf(std::string_view others) {
  std::size_t weight = 0;
  int step = 2;  // from the digit before to this one, where they make a row
  for (std::size_t i = 0; i < others.size(); ++i) {
    const bool digits = i > 0 && isDigit(others[i]) && isDigit(others[i - 1]);
    const int next = digits ? others[i] - others[i - 1] : 2;
    const bool inRow = next >= -1 && next <= 1 && (step == 2 || step == next);
    weight += inRow ? 0 : 1;
    step = inRow ? next : 2;
  }
  return weight;
}

/// A piece of a password, which stays on the stack and is wiped.
class Piece {
 public:
  Piece() = default;
  Piece(const Piece&) = delete;
  Piece& operator=(const Piece&) = delete;
  ~Piece() { sodium_memzero(m_text.data(), m_text.size()); }

  void add(char c) { m_text.at(m_size++) = c; }
  [[nodiscard]] std::string_view text() const { return {m_text.data(), m_size}; }

 private:
  std::array<char, kLongestPassword> m_text{};
  std::size_t m_size = 0;
};

bool isCommon(const Piece& word, const Piece& others) {
  return isCommonWord(word.text()) && weightOf(others.text()) <= kMostOthers;
}

/// By the word from the first letter to the last, with letters for what stands for them.
bool isCommonByStandIns(std::string_view password, std::size_t choice) {
  const auto* const first = std::ranges::find_if(password, isLetter);
  const auto* end = password.end();
  while (end != first && !isLetter(*(end - 1))) {
    --end;
  }
  Piece word;
  Piece others;
  for (const auto* at = password.begin(); at != password.end(); ++at) {
    if (at >= first && at < end) {
      word.add(letterFor(lowerCase(*at), choice));
    } else {
      others.add(*at);
    }
  }
  return isCommon(word, others);
}

/// By all letters, as they follow each other.
bool isCommonByLetters(std::string_view password) {
  Piece word;
  Piece others;
  for (const char c : password) {
    (isLetter(c) ? word : others).add(lowerCase(c));
  }
  return isCommon(word, others);
}

}  // namespace

bool isCommonPassword(std::string_view password) {
  return password.size() <= kLongestPassword &&
         (isCommonByStandIns(password, 0) || isCommonByStandIns(password, 1) ||
          isCommonByLetters(password));
}

}  // namespace madoguchi::protocol
