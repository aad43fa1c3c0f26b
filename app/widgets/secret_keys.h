#pragma once

#include <QWidget>
#include <vector>

#include "app/widgets/secret_field.h"

namespace madoguchi::app {

class RubyButton;

/// How keys for secrets stand on the screen of this machine.
struct SecretKeysUse {
  bool always = false;          ///< from the start, whatever keyboard there is
  bool shuffledDigits = false;  ///< in another order each time, where only digits are taken
};
/// For the whole program, before the first of them is shown.
void useSecretKeys(SecretKeysUse use);
[[nodiscard]] SecretKeysUse secretKeysUse();

/// Keys on the screen that type into a secret field, for who has a touch screen and no keyboard.
/// The system's own would be an input method, which must not learn a secret. There is a key for
/// each character that the field takes, digits first, and one that erases. They leave the focus
/// where it is and are no stops of the Tab key: whoever has that key has the others too.
class SecretKeys : public QWidget {
  Q_OBJECT
 public:
  explicit SecretKeys(SecretField& field, QWidget* parent = nullptr);

 private:
  QWidget* group(const QByteArray& characters);
  RubyButton* key(const QString& objectName);
  void setCapitals(bool capitals);

  SecretField& m_field;
  struct Letter {
    RubyButton* key;
    char small;
  };
  std::vector<Letter> m_letters;  ///< that change with the case; empty where both are the same
  bool m_capitals = false;
};

}  // namespace madoguchi::app
