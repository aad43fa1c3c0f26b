#pragma once

#include "app/kit/form/field_editor.h"
#include "forms/rules/agent_certificate_number.h"

class QComboBox;
class QLineEdit;

namespace madoguchi::app {

class RubyButton;
class RubyLabel;

/// The number of an attorney's or scrivener's certificate, typed as it is printed or as 12 digits.
/// What was understood of it, or what was not, stands below; its parts can also be chosen one by
/// one.
class AgentNumberEditor : public FieldEditor {
  Q_OBJECT
 public:
  explicit AgentNumberEditor(const QString& objectName, QWidget* parent = nullptr);
  void setValue(const QString& value) override;
  void setWrong(bool wrong) override;
  void setSpoken(const QString& name, const QString& description) override;

 private:
  void build(const QString& objectName);
  void sayAll();
  void sayUnderstood(bool withFaults);
  void fillChoices();
  void showParts(bool shown);
  void useParts();

  QLineEdit* m_line;
  RubyLabel* m_understood;
  RubyButton* m_toggle;
  QWidget* m_parts;
  QComboBox* m_office;
  QComboBox* m_class;
  QComboBox* m_year;
  QLineEdit* m_serial;
  RubyLabel* m_officeLabel;
  RubyLabel* m_classLabel;
  RubyLabel* m_yearLabel;
  RubyLabel* m_serialLabel;
  RubyLabel* m_fault;
  RubyButton* m_use;
};

}  // namespace madoguchi::app
