#pragma once

#include <QWidget>

#include "app/core/pending.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/secret_field.h"

namespace madoguchi::app {

class CardVisit;

class RubyLabel;

/// A secret field with all that belongs to it: label, what is allowed, how many characters, what
/// was refused, show and hide. What is typed stays no longer than the secrets of the visit would.
class SecretEntry : public QWidget {
  Q_OBJECT
 public:
  SecretEntry(CardVisit& visit, card::Secret which, const QString& objectName,
              QWidget* parent = nullptr);
  [[nodiscard]] SecretField& field() const { return *m_field; }
  /// Spoken with the field, for example how many tries are left.
  void setDetail(const QString& spoken);

 private:
  enum class Hint { none, refused, paste, full, wiped };
  void sayAll();
  void sayHint(Hint hint);
  void watchTime();

  CardVisit& m_visit;
  card::Secret m_which;
  SecretField* m_field;
  RubyLabel* m_label;
  RubyLabel* m_rule;
  RubyLabel* m_count;
  RubyLabel* m_hint;
  RubyCheckBox* m_show;
  Pending m_wait;  ///< while anything is typed
  Hint m_lastHint = Hint::none;
  QString m_detail;
};

}  // namespace madoguchi::app
