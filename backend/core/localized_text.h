#pragma once

#include <string_view>

namespace madoguchi::backend {

/// A file of translations/mail or translations/pages, <kind>.<language>.txt, as the build puts it
/// into the program.
struct LocalizedText {
  std::string_view kind;
  std::string_view language;
  std::string_view text;
};

}  // namespace madoguchi::backend
