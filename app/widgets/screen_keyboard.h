#pragma once

#include <QPointer>
#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

namespace madoguchi::app {

class CandidateStrip;
class KanaKanji;
class KanaReading;
class RubyButton;

/// A keyboard on the screen for all fields that take text, but not for secrets (SecretKeys): Latin
/// letters, signs and kana. It is shown while such a field has the focus, which it leaves there.
/// Kana are not offered where a field asks for Latin or for numbers (Qt::ImhPreferLatin and its
/// kin); elsewhere those that were just typed may be put into kanji, chosen from a strip above the
/// keys.
///
/// An input method of the system's would need a service of its own and learn what is typed;
/// Debian's Qt Virtual Keyboard is QML, several times the size of this program.
class ScreenKeyboard : public QWidget {
  Q_OBJECT
 public:
  /// Without `conversion` kana stay kana.
  explicit ScreenKeyboard(std::unique_ptr<KanaKanji> conversion, QWidget* parent = nullptr);
  ~ScreenKeyboard() override;

 private:
  enum class Layer { small, capitals, signs, hiragana, katakana };
  struct Key {
    RubyButton* button;
    int row;
    int column;
  };
  void addCandidates();
  void addCharacters();
  void addFunctions();
  RubyButton* makeKey(const QString& objectName);
  void follow(QWidget* focus);
  void setLayer(Layer layer);
  void showKeysOfLayer();
  void offerWritings();
  void type(const QString& text);
  void press(int key);
  void send(int key, const QString& text);
  /// Puts another character in the place of the one before the cursor.
  void change(QString (*changed)(QChar before));
  [[nodiscard]] bool isKana() const;

  std::unique_ptr<KanaKanji> m_conversion;
  KanaReading* m_reading;
  CandidateStrip* m_candidates = nullptr;  ///< only with a conversion
  QPointer<QWidget> m_field;
  bool m_latinOnly = false;  ///< is all that the field takes
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
