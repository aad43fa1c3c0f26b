#pragma once

#include <QString>
#include <chrono>

#include "app/core/outlets.h"
#include "app/form/form_model.h"

namespace madoguchi::app {

/// What a paper says of the application that it is of.
struct PaperHead {
  QString procedure;                ///< "extension"
  std::chrono::year_month_day day;  ///< of filing; of printing while nothing was filed
  QString provisionalNumber = {};   ///< empty while nothing was filed: it is marked as a draft
  QString number = {};              ///< the official one; empty until it has come
};

/// The whole application with the words, in the order and with the numbers of the official forms:
/// a sheet for each of them, then what is asked online only. Relatives beyond the rows of the form
/// and answers that are longer than its boxes stand on a separate sheet at the end, as the forms
/// themselves want it.
Document applicationPaper(const FormModel& form, const PaperHead& head);

}  // namespace madoguchi::app
