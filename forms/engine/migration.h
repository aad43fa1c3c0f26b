#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "forms/engine/answers.h"

namespace madoguchi::forms {

/// How answers given to one version of a form become answers to the next. Names are "email",
/// "family" (a group) or "family.name" (a field in every row).
struct Migration {
  struct Split {
    std::string separator;  ///< the value is cut where it first stands
    std::string first;
    std::string second;
  };
  int from = 1;                                            ///< the version that it lifts by one
  std::map<std::string, std::string, std::less<>> rename;  ///< old to new, in the same place
  std::vector<std::string> drop;
  std::map<std::string, Split, std::less<>> split;
  std::map<std::string, std::string, std::less<>> defaults;  ///< where nothing is answered
};

/// In the order rename, split, drop, defaults; so a split field can be dropped afterwards by not
/// being one of its own parts.
void migrate(Answers& answers, const Migration& migration);

}  // namespace madoguchi::forms
