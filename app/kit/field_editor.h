#pragma once

#include <QWidget>

#include "forms/registration/registration_form.h"

namespace madoguchi::app {

/// What a field of the form is filled in with; one kind for each type of field.
class FieldEditor : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;
  virtual void setValue(const QString& value) = 0;
  virtual void setWrong(bool wrong) = 0;
  /// What assistive technology says: the field's label, and hint, example and error.
  virtual void setSpoken(const QString& name, const QString& description) = 0;
  /// The person has to open the terms before this is possible (consent).
  virtual void setAllowed(bool /*allowed*/) {}
  /// Gives the focus to what has to be done next.
  virtual void takeFocus() { setFocus(Qt::OtherFocusReason); }

 signals:
  void edited(const QString& value);
  /// The person is done with it for now: went on, or has chosen.
  void left();
  void termsWanted();
  /// A postal code has led to this town (municipality).
  void townFound(const QString& town);
};

FieldEditor* makeFieldEditor(const forms::Field& field, const QStringList& choices,
                             const QString& objectName, QWidget* parent);

}  // namespace madoguchi::app
