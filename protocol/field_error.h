#pragma once

#include <string>

namespace madoguchi::protocol {

/// One thing wrong in a form.
struct FieldError {
  std::string field;  ///< its path: "email"
  std::string
      code;  ///< of the Agency's table of messages ("WZBAM111E"), or the form's own ("sameFile")
  bool operator==(const FieldError&) const = default;
};

}  // namespace madoguchi::protocol
