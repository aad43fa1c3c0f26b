#pragma once

#include <QPointer>
#include <QWidget>
#include <vector>

namespace madoguchi::app {

class RubyButton;
class RubyLabel;

/// A keyboard on the screen for all fields that take text, but not for secrets (SecretKeys): Latin
/// letters, signs and kana. It is shown while such a field has the focus, which it leaves there.
///
/// An input method of the system's would need a service of its own and learn what is typed;
/// Debian's Qt Virtual Keyboard is QML, several times the size of this program.
class ScreenKeyboard : public QWidget {
  Q_OBJECT
 public:
  explicit ScreenKeyboard(QWidget* parent = nullptr);

 private:
  enum class Layer { small, capitals, signs, hiragana, katakana };
  struct Key {
    RubyButton* button;
    int row;
    int column;
  };
  void addCharacters();
  void addFunctions();
  RubyButton* makeKey(const QString& objectName);
  void follow(QWidget* focus);
  void setLayer(Layer layer);
  void type(const QString& text);
  void press(int key, Qt::KeyboardModifiers modifiers = {});
  /// Puts another character in the place of the one before the cursor.
  void change(QString (*changed)(QChar before));
  [[nodiscard]] bool isKana() const;

  QPointer<QWidget> m_field;
  std::vector<Key> m_keys;
  std::vector<RubyButton*> m_ofKana;  ///< marks, small ones, and the other kana
  RubyButton* m_letters;
  RubyButton* m_capitals;
  RubyButton* m_signs;
  RubyButton* m_kana;
  RubyButton* m_katakana;
  Layer m_layer = Layer::small;
};

}  // namespace madoguchi::app
