#include "protocol/terms_version.h"

namespace madoguchi::protocol {

bool sampleTermsSuffice(std::string_view host) {
  // RFC 6761, 6.3; RFC 1122, 3.2.1.3; RFC 4291, 2.5.3.
  return host == "localhost" || host.ends_with(".localhost") || host == "::1" || host == "[::1]" ||
         (host.starts_with("127.") &&
          host.find_first_not_of("0123456789.") == std::string_view::npos);
}

}  // namespace madoguchi::protocol
