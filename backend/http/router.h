#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "backend/http/endpoint.h"

namespace madoguchi::backend {

/// Finds the endpoint of a request by method and path.
class Router {
 public:
  /// Throws std::logic_error where two endpoints have the same method and pattern.
  explicit Router(std::vector<Endpoint> endpoints);

  struct Match {
    const Endpoint* endpoint = nullptr;  ///< null: 404 or 405
    std::string pattern = {};            ///< empty for a path that nothing answers to: 404
    Names values = {};                   ///< of the pattern's {names}
    std::string allow = {};              ///< the methods of this path, for the field Allow
  };
  [[nodiscard]] Match find(std::string_view method, const std::vector<std::string>& path) const;

 private:
  struct Row {
    std::vector<std::string> pattern;
    std::vector<Endpoint> endpoints;  ///< one for each method
  };
  std::vector<Row> m_rows;  ///< those with fewer values first: a name wins over a value
};

}  // namespace madoguchi::backend
