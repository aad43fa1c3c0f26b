#pragma once

#include <QWidget>

#include "app/kit/page_widget.h"

class QLineEdit;

namespace madoguchi::app {

/// A line of text by itself: label, what it is made of, and what is wrong with it.
class LineEntry : public QWidget {
  Q_OBJECT
 public:
  /// The field is called `objectName`, what is wrong with it "<objectName>.error".
  LineEntry(const QString& objectName, Text label, Text rule, QWidget* parent = nullptr);
  void setText(const QString& text);
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

  const Text m_labelText;
  const Text m_ruleText;
  RubyLabel* m_label;
  RubyLabel* m_rule;
  RubyLabel* m_error;
  QLineEdit* m_field;
  QString m_code;
};

/// The authentication ID.
LineEntry* idEntry(const QString& objectName, QWidget* parent);

}  // namespace madoguchi::app
