#include "forms/rules/email_suspicion.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "embedded/mail_providers.h"
#include "embedded/top_level_domains.h"
#include "forms/places/table_lines.h"
#include "forms/rules/email_address.h"
#include "forms/text/unicode_text.h"

namespace madoguchi::forms {
namespace {

struct Provider {
  std::string_view host;
  bool only;  ///< has no other ending
};

const std::vector<Provider>& providers() {
  static const std::vector<Provider> kProviders = [] {
    std::vector<Provider> result;
    forEachLine(embedded::mail_providers(), [&](std::string_view line) {
      if (!line.starts_with('#')) {
        const auto [host, only] = cellsOf<2>(line);
        result.push_back({host, only == "only"});
      }
    });
    return result;
  }();
  return kProviders;
}

bool endingExists(std::string_view host) {
  static const std::unordered_set<std::string_view> kEndings = [] {
    // Set aside by RFC 2606: demonstrations use them.
    std::unordered_set<std::string_view> result = {"example", "test", "invalid", "localhost"};
    forEachLine(embedded::top_level_domains(), [&](std::string_view line) { result.insert(line); });
    return result;
  }();
  return kEndings.contains(host.substr(host.rfind('.') + 1));
}

/// How many letters are missing, too many, other ones, or changed places with their neighbour.
std::size_t distance(std::string_view from, std::string_view to) {
  std::vector<std::vector<std::size_t>> cost(from.size() + 1,
                                             std::vector<std::size_t>(to.size() + 1));
  for (std::size_t i = 0; i <= from.size(); ++i) {
    for (std::size_t j = 0; j <= to.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      const std::size_t other = from[i - 1] == to[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + other});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[from.size()][to.size()];
}

std::string_view firstLabel(std::string_view host) { return host.substr(0, host.find('.')); }

/// `host` from the label on that lies `labels` before its end; all of it where it has no more.
std::string_view lastLabels(std::string_view host, std::size_t labels) {
  std::size_t begin = host.size();
  while (labels > 0 && begin != std::string_view::npos) {
    begin = begin == 0 ? std::string_view::npos : host.rfind('.', begin - 1);
    --labels;
  }
  return begin == std::string_view::npos ? host : host.substr(begin + 1);
}

constexpr std::size_t kFar = 1'000;

/// The letter of a to z that a letter of another alphabet, or one with a stroke, is taken for; 0
/// where it is none of these. Small letters only, as in hosts.
char lookOf(UChar32 letter) {
  struct Look {
    char latin;
    std::u16string_view letters;
  };
  constexpr std::array kLooks = std::to_array<Look>(
      {{'a', u"аαɑ"}, {'c', u"сϲ"}, {'d', u"ԁđ"}, {'e', u"еε"}, {'g', u"ɡ"}, {'h', u"һ"},
       {'i', u"іıι"}, {'j', u"ј"},  {'k', u"кκ"}, {'l', u"ӏł"}, {'m', u"м"}, {'n', u"пη"},
       {'o', u"оοø"}, {'p', u"рρ"}, {'q', u"ԛ"},  {'r', u"г"},  {'s', u"ѕ"}, {'t', u"тτ"},
       {'u', u"υ"},   {'v', u"ѵν"}, {'w', u"ԝω"}, {'x', u"хχ"}, {'y', u"уγ"}});
  const auto found = std::ranges::find_if(kLooks, [letter](const Look& look) {
    return letter <= 0xFFFF &&
           look.letters.find(static_cast<char16_t>(letter)) != std::u16string_view::npos;
  });
  return found == kLooks.end() ? '\0' : found->latin;
}

/// A host with letters beyond a to z as it looks to who does not see the difference.
struct Seen {
  std::string host;           ///< in a to z; empty where it is seen to be of another alphabet
  bool twoAlphabets = false;  ///< in one name between dots, which no registry allows
};

Seen asSeen(std::string_view host) {
  const icu::UnicodeString name = unicodeOf(unicodeHost(host));
  Seen seen;
  bool latin = false;
  bool other = false;
  for (std::int32_t index = 0; index < name.length(); index = name.moveIndex32(index, 1)) {
    icu::UnicodeString parts;
    UChar32 letter = name.char32At(index);
    letter = nfc().getDecomposition(letter, parts) != 0 ? parts.char32At(0) : letter;
    const bool ascii = letter < 0x80;
    const char look = ascii ? static_cast<char>(letter) : lookOf(letter);
    if (look == '\0') {
      return {};
    }
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(letter, &status);
    latin = look != '.' && (latin || script == USCRIPT_LATIN);
    other = look != '.' && (other || (!ascii && script != USCRIPT_LATIN));
    seen.twoAlphabets = seen.twoAlphabets || (latin && other);
    seen.host += look;
  }
  return seen;
}

/// How likely `host` is a mistyped provider's: 0 for a provider's name with an ending that it does
/// not have, else the distance; kFar where it is not near.
std::size_t nearness(std::string_view host, const Provider& provider) {
  constexpr std::size_t kLeastLabel = 5;  // me.com has too many neighbours of their own right
  constexpr std::size_t kLongLabel = 7;   // in which two letters may be wrong, but not the first
  const std::string_view label = firstLabel(provider.host);
  if (provider.only && firstLabel(host) == label) {
    return 0;
  }
  if (label.size() < kLeastLabel) {
    return kFar;
  }
  const std::size_t letters = distance(host, provider.host);
  const bool sameEnding =
      host.substr(firstLabel(host).size()) == provider.host.substr(label.size());
  const bool twoMayBeWrong =
      label.size() >= kLongLabel && sameEnding && host.front() == label.front();
  const std::size_t most = twoMayBeWrong ? 2 : 1;
  return letters <= most ? letters : kFar;
}

/// The host with its end replaced by the provider's that it probably is; empty where it is near
/// none or is one.
std::string nearestProvider(std::string_view host) {
  std::string best;
  std::size_t least = kFar;
  for (const Provider& provider : providers()) {
    const auto dots = static_cast<std::size_t>(std::ranges::count(provider.host, '.'));
    const std::string_view end = lastLabels(host, dots + 1);
    if (end == provider.host) {
      return {};
    }
    // gmail.co.jp has a label more than gmail.com.
    for (const std::string_view candidate : {end, provider.only ? host : end}) {
      if (const std::size_t near = nearness(candidate, provider); near < least) {
        least = near;
        best = std::string(host.substr(0, host.size() - candidate.size())).append(provider.host);
      }
    }
  }
  return best;
}

/// What was probably meant by a host that looks as if it were written in a to z; empty where it
/// does not, or may well be meant.
std::string meantByLook(std::string_view host) {
  if (host.find("xn--") == std::string_view::npos) {
    return {};
  }
  const Seen seen = asSeen(host);
  const bool isProvider = std::ranges::any_of(
      providers(), [&seen](const Provider& provider) { return seen.host == provider.host; });
  if (seen.host.empty() || isProvider) {
    return seen.host;
  }
  std::string near = nearestProvider(seen.host);
  return near.empty() && seen.twoAlphabets ? seen.host : near;
}

/// The host with an ending that exists and is near; empty where there is none.
std::string withNearEnding(std::string_view host) {
  // The usual ones, by how many addresses end so.
  constexpr std::array<std::string_view, 8> kUsual = {"com",  "jp",  "net", "org",
                                                      "info", "edu", "cn",  "biz"};
  const std::size_t begin = host.rfind('.') + 1;
  const auto near = std::ranges::find_if(
      kUsual, [&](std::string_view ending) { return distance(host.substr(begin), ending) == 1; });
  return near == kUsual.end() ? std::string() : std::string(host.substr(0, begin)).append(*near);
}

}  // namespace

std::optional<EmailSuspicion> emailSuspicion(std::string_view address) {
  if (judgeEmailAddress(address) != Cause::good) {
    return std::nullopt;
  }
  const std::string_view host = address.substr(address.rfind('@') + 1);
  const std::string_view local = address.substr(0, address.size() - host.size());
  const bool exists = endingExists(host);
  std::string meant = meantByLook(host);
  if (meant.empty()) {
    meant = nearestProvider(host);
  }
  if (meant.empty() && exists) {
    return std::nullopt;
  }
  if (meant.empty()) {
    meant = withNearEnding(host);
  }
  return EmailSuspicion{meant.empty() ? std::string() : std::string(local).append(meant)};
}

}  // namespace madoguchi::forms
