#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/http/endpoint.h"

namespace madoguchi::backend {

/// What a request asks for: the segments between the slashes of its path, and its query.
struct Target {
  std::vector<std::string> path;  ///< "/v1/a%2Fb" is {"v1", "a/b"}
  Names query;
  std::string sent;  ///< path and query as they were sent, from the first slash on
};

/// Takes a request target of one of the forms of RFC 9112, 3.2, apart. nullopt where an escape is
/// broken or hides a control character, or a query names something twice.
std::optional<Target> readTarget(std::string_view target);

/// A body of application/x-www-form-urlencoded, under the same conditions.
std::optional<Names> readForm(std::string_view body);

}  // namespace madoguchi::backend
