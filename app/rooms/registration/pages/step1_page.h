#pragma once

#include "app/form/form_model.h"
#include "app/rooms/registration/pages/registration_page.h"

namespace madoguchi::app {

class FailurePanel;
class FormFields;
class FormSummary;

/// STEP1: the form, rendered from its definition.
class Step1Page : public RegistrationPage {
  Q_OBJECT
 public:
  /// The focus goes to `field` at first, where the person wants to change that one.
  Step1Page(RegistrationFlow& flow, QString field, QWidget* parent = nullptr);
  void focusFirst() override;
  void takeFocusBack(QWidget* before) override;

 private:
  void addSummary();
  void addFields();
  void check();
  void openTerms();
  void focusField(const forms::FieldPath& field);

  QString m_field;  ///< where the focus goes at first; empty afterwards
  bool m_termsAreOpen = false;
  FailurePanel* m_failure = nullptr;
  FormSummary* m_summary = nullptr;
  FormFields* m_fields = nullptr;
};

}  // namespace madoguchi::app
