#pragma once

#include <string>
#include <vector>

#include "backend/filing/application_store.h"
#include "forms/engine/answers.h"
#include "forms/procedures/procedure_facts.h"

namespace madoguchi::backend {

/// What whoever was granted something sends or brings to receive it.
struct ResultNeeds {
  int yen = 0;  ///< by the day of filing, with what was filed together
  std::vector<const forms::Texts*> papers = {};
  std::string address = {};  ///< where papers go by post, a line each
};
ResultNeeds resultNeeds(const ApplicationRow& application, const forms::Answers& answers,
                        Seconds now);

}  // namespace madoguchi::backend
