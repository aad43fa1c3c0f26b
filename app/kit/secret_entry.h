#pragma once

#include <QWidget>
#include <functional>

#include "app/core/pending.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/secret_field.h"

class QVBoxLayout;

namespace madoguchi::app {

class RubyLabel;
class SecretKeys;

/// What is said about one kind of secret, in the language of the moment.
struct SecretWords {
  std::function<QString()> label;
  std::function<QString()> rule;
  std::function<QString(int length)> count;
  std::function<QString()> refused;
  std::function<QString()> full;
};

/// A secret field with all that belongs to it: label, what is allowed, what was wrong with it, how
/// many characters, what was refused, caps lock, show and hide, keys on the screen.
class SecretEntry : public QWidget {
  Q_OBJECT
 public:
  /// Acts when what is typed has stood there, with nobody about, for as long as a secret may.
  using Lifetime = std::function<Pending(std::function<void()> act)>;

  SecretEntry(const SecretRules& rules, SecretWords words, Lifetime lifetime,
              const QString& objectName, QWidget* parent = nullptr);
  [[nodiscard]] SecretField& field() const { return *m_field; }
  /// What is typed; it stays in the field.
  [[nodiscard]] card::SecretBuffer typed() const { return m_field->copy(); }
  /// Spoken with the field, for example how many tries are left.
  void setDetail(const QString& spoken);
  /// What is wrong with what was given, at the field; markup, empty for nothing.
  void setError(const QString& markup);
  /// Says what is wrong, with the focus in the field.
  void present();

 protected:
  /// What is said of the field stands around it: whoever types sees both, in the smallest window.
  [[nodiscard]] QWidget& around() const { return *m_around; }
  /// Above the field.
  void say(QWidget& panel);
  void bringIntoView(const QWidget& part);

 private:
  enum class Hint { none, refused, paste, full, wiped };
  void build(const SecretRules& rules);
  void showKeys(bool shown);
  void sayAll();
  void sayHint(Hint hint);
  void watchTime();

  const SecretWords m_words;
  const Lifetime m_lifetime;
  QWidget* m_around = nullptr;
  QVBoxLayout* m_lines = nullptr;
  SecretField* m_field = nullptr;
  RubyLabel* m_label = nullptr;
  RubyLabel* m_rule = nullptr;
  RubyLabel* m_error = nullptr;
  RubyLabel* m_count = nullptr;
  RubyLabel* m_capsLock = nullptr;
  RubyLabel* m_hint = nullptr;
  RubyCheckBox* m_show = nullptr;
  RubyCheckBox* m_useKeys = nullptr;  ///< on the screen
  SecretKeys* m_keys = nullptr;       ///< once they were wanted
  Pending m_wait;                     ///< while anything is typed
  Hint m_lastHint = Hint::none;
  QString m_detail;
};

}  // namespace madoguchi::app
