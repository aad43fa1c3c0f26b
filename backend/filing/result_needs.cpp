#include "backend/filing/result_needs.h"

#include "backend/filing/draft_content.h"
#include "forms/engine/japan_day.h"

namespace madoguchi::backend {

ResultNeeds resultNeeds(const ApplicationRow& application, const forms::Answers& answers,
                        Seconds now) {
  const forms::ProcedureFacts& facts = forms::procedureFacts();
  const auto filed = forms::dayInJapan(application.filedAt);
  const auto today = forms::dayInJapan(now);
  const auto answer = [&](const char* field) { return valueAt(answers, forms::topField(field)); };
  ResultNeeds needs{.yen = feeInYen(facts, application.procedure, "", "online", filed).value_or(0),
                    .address = std::string(addressForPapers(facts, today))};
  if (answer("alsoReentry") == "yes") {
    needs.yen += feeInYen(facts, "reentry", answer("reentryKind"), "online", filed).value_or(0);
  }
  for (const forms::NeedRow* row :
       needsOf(facts, application.procedure, statusIn(application.procedure, answers),
               application.receipt, today)) {
    needs.papers.push_back(textOf(facts, row->text));
  }
  return needs;
}

}  // namespace madoguchi::backend
