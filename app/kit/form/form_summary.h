#pragma once

#include <functional>

#include "app/kit/form/form_texts.h"
#include "app/widgets/error_summary.h"

namespace madoguchi::app {

/// All that was found on a page of a form, or in the form, each with the way to its field. What
/// warns is told from what stops. Hidden while there is nothing.
class FormSummary : public ErrorSummary {
  Q_OBJECT
 public:
  struct Words {
    QString title;
    QString remedy;
    QString code;
  };
  struct Settings {
    std::string page;                ///< id; empty for the form
    std::function<Words()> words;    ///< above errors; where there is none the kit's own
    std::function<QString()> again;  ///< the button that looks again
  };
  FormSummary(FormModel& form, const FormTexts& texts, Settings settings,
              QWidget* parent = nullptr);
  [[nodiscard]] bool hasFindings() const { return !m_paths.empty(); }

 signals:
  void wanted(const madoguchi::forms::FieldPath& path);

 private:
  void takeFindings();

  FormModel& m_form;
  FormTexts m_texts;
  Settings m_settings;
  std::vector<forms::FieldPath> m_paths;  ///< of the lines
};

}  // namespace madoguchi::app
