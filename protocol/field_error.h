#pragma once

#include <string>

namespace madoguchi::protocol {

/// One thing wrong in a form.
struct FieldError {
  std::string field;  ///< its path: "email"
  std::string code;   ///< of the Agency's table of messages, for example "WZBAM111E"
  bool operator==(const FieldError&) const = default;
};

}  // namespace madoguchi::protocol
