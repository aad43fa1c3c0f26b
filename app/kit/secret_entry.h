#pragma once

#include <QWidget>

#include "app/core/pending.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/secret_field.h"

namespace madoguchi::app {

class CardVisit;
class RubyLabel;
class SecretAnswerPanel;

/// A secret field with all that belongs to it: label, what is allowed, what the card has answered,
/// how many characters, what was refused, show and hide. What is typed stays no longer than the
/// secrets of the visit would.
class SecretEntry : public QWidget {
  Q_OBJECT
 public:
  SecretEntry(CardVisit& visit, card::Secret which, const QString& objectName,
              QWidget* parent = nullptr);
  [[nodiscard]] SecretField& field() const { return *m_field; }
  /// What is typed, for the visit; settle() when that has it.
  [[nodiscard]] card::SecretBuffer typed() const { return m_field->copy(); }
  /// What was given is not kept here, but while the person is asked about their last try: they can
  /// look at it, and change nothing.
  void settle();
  /// Where the card has said something of the last secret: says it, with the focus in the field.
  /// False where there is nothing to say.
  bool presentAnswer();
  /// Spoken with the field, for example how many tries are left.
  void setDetail(const QString& spoken);

 private:
  enum class Hint { none, refused, paste, full, wiped };
  void sayAll();
  void followQuestion();
  void sayHint(Hint hint);
  void bringIntoView(const QWidget& part);
  void watchTime();

  CardVisit& m_visit;
  card::Secret m_which;
  SecretField* m_field;
  RubyLabel* m_label;
  RubyLabel* m_rule;
  SecretAnswerPanel* m_answer;
  RubyLabel* m_count;
  RubyLabel* m_hint;
  RubyCheckBox* m_show;
  Pending m_wait;  ///< while anything is typed
  Hint m_lastHint = Hint::none;
  bool m_asked = false;  ///< about the last try
  QString m_detail;
};

}  // namespace madoguchi::app
