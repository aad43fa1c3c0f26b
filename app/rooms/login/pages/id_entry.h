#pragma once

#include <QWidget>

class QLineEdit;

namespace madoguchi::app {

class RubyLabel;

/// The authentication ID at a login: label, what it is made of, and what is wrong with it.
class IdEntry : public QWidget {
  Q_OBJECT
 public:
  /// The field is called `objectName`, what is wrong with it "<objectName>.error".
  explicit IdEntry(const QString& objectName, QWidget* parent = nullptr);
  void setId(const QString& id);
  /// `code` of the Agency's table; empty for nothing.
  void setError(const QString& code);
  void setReadOnly(bool readOnly);
  /// Says what is wrong, with the focus in the field.
  void present();

 signals:
  void typed(const QString& text);
  void left();

 private:
  void sayAll();

  RubyLabel* m_label;
  RubyLabel* m_rule;
  RubyLabel* m_error;
  QLineEdit* m_field;
  QString m_code;
};

/// The message of the Agency's table at a field, with its code: a help desk can look it up.
QString messageAt(const QString& code, const QString& label);

}  // namespace madoguchi::app
