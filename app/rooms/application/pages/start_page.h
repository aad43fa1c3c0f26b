#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class ApplicationFlow;
class FormFields;
class FormSummary;

/// For whom, what, and the days that decide whether it can be filed.
class ApplicationStartPage : public PageWidget {
  Q_OBJECT
 public:
  explicit ApplicationStartPage(ApplicationFlow& flow, QWidget* parent = nullptr);

 private:
  void next();

  ApplicationFlow& m_flow;
  FormSummary* m_summary;
  FormFields* m_fields;
};

}  // namespace madoguchi::app
