#pragma once

#include <QWidget>

#include "forms/registration/registration_form.h"

namespace madoguchi::app {

class FieldEditor;
class RegistrationFlow;
class RubyLabel;
class SvgPicture;

/// A field of the form with its label, what is expected, what the card said, and its error.
class FieldRow : public QWidget {
  Q_OBJECT
 public:
  FieldRow(RegistrationFlow& flow, const forms::Field& field, const QString& objectName,
           QWidget* parent = nullptr);
  [[nodiscard]] QString field() const { return m_field; }
  [[nodiscard]] FieldEditor& editor() const { return *m_editor; }
  /// The error's code, empty for none. A corrected one keeps its room, so that nothing moves under
  /// the pointer.
  void setError(const QString& code, bool corrected);
  /// Takes value and marks from the flow.
  void takeValue();
  void setFocusHere();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void sayAll();

  RegistrationFlow& m_flow;
  QString m_field;
  QString m_example;
  QString m_code;
  bool m_corrected = false;
  FieldEditor* m_editor;
  RubyLabel* m_label;
  RubyLabel* m_required;
  RubyLabel* m_hint;
  RubyLabel* m_fromCard;
  RubyLabel* m_cardTextLabel;
  RubyLabel* m_cardText;
  SvgPicture* m_sign;
  RubyLabel* m_error;
};

}  // namespace madoguchi::app
