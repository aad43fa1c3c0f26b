#pragma once

#include <vector>

#include "app/rooms/registration/pages/registration_page.h"

namespace madoguchi::app {

class ErrorSummary;
class FailurePanel;
class FieldRow;

/// STEP1: the form, rendered from its definition.
class Step1Page : public RegistrationPage {
  Q_OBJECT
 public:
  /// The focus goes to `field` at first, where the person wants to change that one.
  Step1Page(RegistrationFlow& flow, QString field, QWidget* parent = nullptr);
  void focusFirst() override;
  void takeFocusBack(QWidget* before) override;

 private:
  void makeRows();
  void showValues(const QStringList& fields);
  void showErrors();
  void check();
  void openTerms();
  void focusField(const QString& field);
  [[nodiscard]] FieldRow* row(const QString& field) const;

  QString m_field;  ///< where the focus goes at first; empty afterwards
  bool m_termsAreOpen = false;
  FailurePanel* m_failure = nullptr;
  ErrorSummary* m_summary = nullptr;
  std::vector<FieldRow*> m_rows;
};

}  // namespace madoguchi::app
