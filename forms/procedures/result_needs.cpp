#include "forms/procedures/result_needs.h"

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
  const auto add = [&](std::string_view receipt, std::vector<const Texts*>& to) {
    for (const NeedRow* row :
         needsOf(facts, filed.procedure, answer(statusField(filed.procedure)), receipt, today)) {
      to.push_back(textOf(facts, row->text));
    }
  };
  add(filed.receipt, needs.papers);
  add("afterwards", needs.afterwards);
  if (filed.receipt == "post") {
    if (const AddressRow* row = addressForPapers(facts, today)) {
      needs.address = row->address;
      needs.addressRead = row->read;
    }
  }
  return needs;
}

}  // namespace madoguchi::forms
