#pragma once

#include <string>
#include <vector>

namespace madoguchi::test {

struct AmbiguousRequest {
  std::string name;
  std::string bytes;
};

/// Requests that two readers could understand in two ways (RFC 9112), or that say no or several
/// hosts: whoever takes one can be made to see a second request hidden in it. Those with a body go
/// to the endpoint that takes registrations.
std::vector<AmbiguousRequest> ambiguousRequests();

}  // namespace madoguchi::test
