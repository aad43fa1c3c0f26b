#pragma once

#include <chrono>
#include <map>
#include <string>

namespace madoguchi::forms {

/// What a form does not ask but depends on, by the names that its definition declares:
/// {"entrance": "cardHolder"}, {"filingDate": "2026-11-20"}. A fact that is not there counts as
/// unanswered.
struct Facts {
  std::map<std::string, std::string, std::less<>> values = {};
  std::chrono::year_month_day today = {};  ///< in Japan; the fact "today" of every form
};

}  // namespace madoguchi::forms
