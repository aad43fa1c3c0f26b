#pragma once

#include <QString>
#include <string>
#include <vector>

#include "app/form/form_model.h"

namespace madoguchi::app {

/// Of one item on a paper form, or of all rows of a group.
struct PaperItem {
  QString number;  ///< "20(1)"; empty where it has none
  QString label;
  QString answer = {};
  bool isWritten = false;  ///< in the person's words, not chosen
  QString section = {};    ///< the title of what it belongs to
  std::string group = {};  ///< its id; empty for an item by itself
};

struct PaperSheet {
  QString title;
  bool hasBoxes = true;  ///< of the size that the forms give them
  std::vector<PaperItem> items = {};
};

/// A form as it was answered, on the sheets of the official forms: what all have in common, the
/// part that goes with the status, what others fill in (their numbers begin anew), each by number;
/// then what is asked online only, in the order in which it is asked.
std::vector<PaperSheet> paperSheets(const FormModel& form, const QString& procedure);

}  // namespace madoguchi::app
