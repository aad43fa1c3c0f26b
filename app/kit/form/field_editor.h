#pragma once

#include <QWidget>

#include "app/kit/form/form_texts.h"

namespace madoguchi::app {

/// What a field of a form is filled in with; one kind for each type of field.
class FieldEditor : public QWidget {
  Q_OBJECT
 public:
  /// Takes the focus and hands it on to one of its controls, so that Tab finds all of it where the
  /// editor is put.
  explicit FieldEditor(QWidget* parent) : QWidget(parent) { setFocusPolicy(Qt::StrongFocus); }
  /// Its controls, which lose the focus when they go, have nobody left to tell.
  ~FieldEditor() override;
  FieldEditor(const FieldEditor&) = delete;
  FieldEditor& operator=(const FieldEditor&) = delete;
  virtual void setValue(const QString& value) = 0;
  virtual void setWrong(bool /*wrong*/) {}
  /// What assistive technology says: the field's label, and hint, example and error.
  virtual void setSpoken(const QString& name, const QString& description) = 0;
  /// The choices or codes that can be had with the other answers as they are. A chosen one that is
  /// no longer among them stays until another is chosen.
  virtual void setOffered(const QStringList& /*choices*/) {}
  /// Gives the focus to what has to be done next.
  virtual void takeFocus() { setFocus(Qt::OtherFocusReason); }

 signals:
  void edited(const QString& value);
  /// The person is done with it for now: went on, or has chosen.
  void left();
  void termsWanted();
  void fileWanted();
  /// A postal code has led to this town (municipality).
  void townFound(const QString& town);
};

/// What an editor is made for. `name` begins the object names of its controls.
struct EditorFor {
  const forms::Field& field;
  const FormTexts& texts;
  QString name;
};

/// That of the field's type.
FieldEditor* makeFieldEditor(const EditorFor& made, QWidget* parent);

}  // namespace madoguchi::app
