#pragma once

#include <QBasicTimer>
#include <QClipboard>
#include <QWidget>
#include <optional>

#include "cardreader/jpki_card.h"
#include "cardreader/secret_buffer.h"

namespace madoguchi::app {

/// What a secret may be.
struct SecretRules {
  int longest = 0;
  /// The character as it counts, or nothing where it cannot be part of the secret. Full-width
  /// letters, digits and signs come as ASCII.
  std::optional<char> (*accepted)(char typed) = nullptr;
  bool casesDiffer = false;  ///< so that caps lock matters
  bool mayBePasted = false;  ///< by a password manager
};
/// Of the two secrets of the JPKI application (cardreader/jpki_card.h).
SecretRules rulesOf(card::Secret which);

/// Takes a password or PIN key by key into a locked buffer. It is no line edit: there is no string
/// of the secret anywhere, no undo, no copy, no input method. While hidden it shows one dot a
/// character; while shown it draws the characters one by one from the buffer.
class SecretField : public QWidget {
  Q_OBJECT
 public:
  explicit SecretField(const SecretRules& rules, QWidget* parent = nullptr);
  ~SecretField() override;

  [[nodiscard]] int length() const { return static_cast<int>(m_buffer.size()); }
  [[nodiscard]] int maximumLength() const { return m_rules.longest; }
  [[nodiscard]] int cursorPosition() const { return m_cursor; }
  void setCursorPosition(int position);
  [[nodiscard]] bool isShown() const { return m_shown; }
  void setShown(bool shown);
  /// Whether what was given is refused: its frame says so, as those of other fields do.
  void setWrong(bool wrong);
  /// Can be looked at and not changed.
  [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
  void setReadOnly(bool readOnly);
  /// A copy of the secret, which stays.
  [[nodiscard]] card::SecretBuffer copy() const { return m_buffer.duplicate(); }
  void clear();
  /// Whether the character can be part of the secret as it stands.
  [[nodiscard]] bool takes(char character) const {
    return m_rules.accepted(character) == character;
  }
  /// As if a key had been pressed.
  void type(char character);
  void rubOut();

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 signals:
  void lengthChanged(int length);
  /// A key that cannot be part of the secret was pressed, or such a text pasted; the field did not
  /// change.
  void refused();
  /// Somebody tried to paste where that is not possible.
  void pasteRefused();
  /// The field is full.
  void full();
  /// Whether caps lock is on, as far as the keys tell.
  void capsLockSeen(bool on);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void timerEvent(QTimerEvent* event) override;

 private:
  bool edit(int key);
  void watchCapsLock(const QKeyEvent& event);
  void paste(QClipboard::Mode from);
  void insert(char character);
  void changed(int oldLength);
  void restartBlinking();
  /// What is typed is drawn larger than other text.
  [[nodiscard]] QFont glyphFont() const;
  [[nodiscard]] qreal wholeCell() const;
  [[nodiscard]] qreal cellWidth() const;
  [[nodiscard]] QRectF textRect() const;

  const SecretRules m_rules;
  card::SecretBuffer m_buffer;
  int m_cursor = 0;
  bool m_shown = false;
  bool m_readOnly = false;
  bool m_capsLock = false;
  bool m_cursorOn = false;
  QBasicTimer m_blinking;  ///< runs only while the field has the focus
};

}  // namespace madoguchi::app
