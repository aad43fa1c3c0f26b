#pragma once

#include <QWidget>
#include <functional>

#include "app/core/pending.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/secret_field.h"

class QVBoxLayout;

namespace madoguchi::app {

class RubyLabel;

/// What is said about one kind of secret, in the language of the moment.
struct SecretWords {
  std::function<QString()> label;
  std::function<QString()> rule;
  std::function<QString(int length)> count;
  std::function<QString()> refused;
  std::function<QString()> full;
};

/// A secret field with all that belongs to it: label, what is allowed, how many characters, what
/// was refused, caps lock, show and hide.
class SecretEntry : public QWidget {
  Q_OBJECT
 public:
  /// Acts when what is typed has stood there, with nobody about, for as long as a secret may.
  using Lifetime = std::function<Pending(std::function<void()> act)>;

  SecretEntry(const SecretRules& rules, SecretWords words, Lifetime lifetime,
              const QString& objectName, QWidget* parent = nullptr);
  [[nodiscard]] SecretField& field() const { return *m_field; }
  /// Spoken with the field, for example how many tries are left.
  void setDetail(const QString& spoken);
  /// What is wrong with what was given, at the field; markup, empty for nothing.
  void setError(const QString& markup);

 protected:
  /// Says more of the field, and is seen with it.
  void putAboveField(QWidget* widget);
  void bringIntoView(const QWidget& part);

 private:
  enum class Hint { none, refused, paste, full, wiped };
  void sayAll();
  void sayHint(Hint hint);
  void watchTime();

  const SecretWords m_words;
  const Lifetime m_lifetime;
  SecretField* m_field;
  RubyLabel* m_label;
  RubyLabel* m_rule;
  QVBoxLayout* m_lines;  ///< around the field
  RubyLabel* m_error;
  RubyLabel* m_count;
  RubyLabel* m_capsLock;
  RubyLabel* m_hint;
  RubyCheckBox* m_show;
  Pending m_wait;  ///< while anything is typed
  Hint m_lastHint = Hint::none;
  QString m_detail;
};

}  // namespace madoguchi::app
