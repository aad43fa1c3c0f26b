#pragma once

#include "app/kit/page_widget.h"
#include "forms/registration/registration_form.h"

namespace madoguchi::app {

class AccountFlow;
class FormFields;
class FormSummary;

/// What is to be another in what is registered; all else stays empty.
class InformationChangePage : public PageWidget {
  Q_OBJECT
 public:
  explicit InformationChangePage(AccountFlow& flow, QWidget* parent = nullptr);
  void focusFirst() override;

 private:
  void addSummary();
  void addFields();
  void addRegistered(const forms::FieldPath& field);
  void review();
  void focusField(const forms::FieldPath& field);

  AccountFlow& m_flow;
  FormSummary* m_summary = nullptr;
  FormFields* m_fields = nullptr;
};

}  // namespace madoguchi::app
