#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "forms/engine/answers.h"
#include "forms/procedures/procedure_facts.h"

namespace madoguchi::forms {

/// The item of an application's form that says for which status it is: the one that is prolonged,
/// or else the one that is wanted.
std::string_view statusField(std::string_view procedure);

/// An application that was filed.
struct FiledApplication {
  std::string_view procedure;
  const Answers& answers;
  std::string_view receipt;  ///< as in NeedRow: "post" or "counter"
  std::chrono::year_month_day filedOn;
};

/// What whoever was granted something sends or brings to receive it.
struct ResultNeeds {
  struct Fee {
    const Texts* name = nullptr;  ///< of the procedure; never null
    int yen = 0;
  };
  std::vector<Fee> fees = {};  ///< by the day of filing; what was filed together has its own
  std::vector<const Texts*> papers = {};
  std::string address = {};                   ///< where papers go, a line each; of "post" only
  std::string addressRead = {};               ///< as AddressRow::read
  std::vector<const Texts*> afterwards = {};  ///< to be done once the new card is there
};
ResultNeeds resultNeeds(const ProcedureFacts& facts, const FiledApplication& filed,
                        std::chrono::year_month_day today);

}  // namespace madoguchi::forms
