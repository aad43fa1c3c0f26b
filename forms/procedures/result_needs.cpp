#include "forms/procedures/result_needs.h"

#include <algorithm>

namespace madoguchi::forms {

std::string_view statusField(std::string_view procedure) {
  return procedure == "extension" ? "currentStatus" : "desiredStatus";
}

ResultNeeds resultNeeds(const ProcedureFacts& facts, const FiledApplication& filed,
                        std::chrono::year_month_day today) {
  const auto answer = [&](std::string_view field) -> const std::string& {
    return valueAt(filed.answers, topField(std::string(field)));
  };
  ResultNeeds needs;
  const auto addFee = [&](std::string_view procedure, std::string_view variant) {
    const auto yen = feeInYen(facts, procedure, variant, "online", filed.filedOn);
    const Procedure* row = findProcedure(facts, procedure, filed.filedOn);
    if (yen && row != nullptr) {
      needs.fees.push_back({.name = textOf(facts, row->name), .yen = *yen});
    }
  };
  addFee(filed.procedure, {});
  if (answer("alsoReentry") == "yes") {
    addFee("reentry", answer("reentryKind"));
  }
  // Papers are those of the status that is held until then.
  const auto add = [&](std::string_view procedure, std::string_view receipt,
                       std::vector<const Texts*>& to) {
    for (const NeedRow* row : needsOf(facts, procedure, answer("currentStatus"), receipt, today)) {
      const Texts* text = textOf(facts, row->text);
      if (std::ranges::find(to, text) == to.end()) {
        to.push_back(text);
      }
    }
  };
  add(filed.procedure, filed.receipt, needs.papers);
  if (answer("alsoReentry") == "yes") {
    add("reentry", filed.receipt, needs.papers);
  }
  add(filed.procedure, "afterwards", needs.afterwards);
  if (filed.receipt == "post") {
    if (const AddressRow* row = addressForPapers(facts, today)) {
      needs.address = row->address;
      needs.addressRead = row->read;
    }
  }
  return needs;
}

}  // namespace madoguchi::forms
