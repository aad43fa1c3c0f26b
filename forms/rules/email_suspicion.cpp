#include "forms/rules/email_suspicion.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_set>
#include <utility>
#include <vector>

#include "embedded/mail_providers.h"
#include "embedded/top_level_domains.h"
#include "forms/places/table_lines.h"
#include "forms/rules/email_address.h"

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
  std::string meant = nearestProvider(host);
  if (meant.empty() && exists) {
    return std::nullopt;
  }
  if (meant.empty()) {
    meant = withNearEnding(host);
  }
  return EmailSuspicion{meant.empty() ? std::string() : std::string(local).append(meant)};
}

}  // namespace madoguchi::forms
