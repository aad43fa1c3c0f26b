#include "backend/http/router.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "backend/http/target.h"

namespace madoguchi::backend {
namespace {

bool isValue(std::string_view segment) { return segment.starts_with('{'); }

std::optional<Names> match(const std::vector<std::string>& pattern,
                           const std::vector<std::string>& path) {
  if (pattern.size() != path.size()) {
    return std::nullopt;
  }
  Names values;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (isValue(pattern[i]) && !path[i].empty()) {
      values[pattern[i].substr(1, pattern[i].size() - 2)] = path[i];
    } else if (pattern[i] != path[i]) {
      return std::nullopt;
    }
  }
  return values;
}

}  // namespace

Router::Router(std::vector<Endpoint> endpoints) {
  for (Endpoint& endpoint : endpoints) {
    const auto pattern = readTarget(endpoint.pattern).value_or(Target{}).path;
    auto row = std::find_if(m_rows.begin(), m_rows.end(),
                            [&](const Row& one) { return one.pattern == pattern; });
    if (row == m_rows.end()) {
      row = m_rows.insert(m_rows.end(), Row{pattern, {}});
    }
    if (std::any_of(row->endpoints.begin(), row->endpoints.end(),
                    [&](const Endpoint& one) { return one.method == endpoint.method; })) {
      throw std::logic_error("two endpoints for " + endpoint.method + ' ' + endpoint.pattern);
    }
    row->endpoints.push_back(std::move(endpoint));
  }
  const auto values = [](const Row& row) {
    return std::count_if(row.pattern.begin(), row.pattern.end(), isValue);
  };
  std::stable_sort(m_rows.begin(), m_rows.end(),
                   [&](const Row& a, const Row& b) { return values(a) < values(b); });
}

Router::Match Router::find(std::string_view method, const std::vector<std::string>& path) const {
  const std::string_view wanted = method == "HEAD" ? "GET" : method;
  for (const Row& row : m_rows) {
    auto values = match(row.pattern, path);
    if (!values) {
      continue;
    }
    Match found{.pattern = row.endpoints.front().pattern, .values = std::move(*values)};
    for (const Endpoint& endpoint : row.endpoints) {
      found.allow += (found.allow.empty() ? "" : ", ") + endpoint.method +
                     (endpoint.method == "GET" ? ", HEAD" : "");
      if (endpoint.method == wanted) {
        found.endpoint = &endpoint;
      }
    }
    return found;
  }
  return {};
}

}  // namespace madoguchi::backend
