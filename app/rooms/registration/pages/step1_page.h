#pragma once

#include <vector>

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class ErrorSummary;
class FailurePanel;
class FieldRow;

/// STEP1: the form, rendered from its definition.
class Step1Page : public PageWidget {
  Q_OBJECT
 public:
  explicit Step1Page(RegistrationFlow& flow, QWidget* parent = nullptr);
  void focusFirst() override;
  void focusField(const QString& field) override;
  /// After the terms were read.
  void returnFromTerms();

 private:
  void makeRows();
  void showValues(const QStringList& fields);
  void showErrors();
  void check();
  [[nodiscard]] FieldRow* row(const QString& field) const;

  FailurePanel* m_failure = nullptr;
  ErrorSummary* m_summary = nullptr;
  std::vector<FieldRow*> m_rows;
};

}  // namespace madoguchi::app
