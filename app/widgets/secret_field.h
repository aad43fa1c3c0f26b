#pragma once

#include <QBasicTimer>
#include <QWidget>

#include "cardreader/jpki_card.h"
#include "cardreader/secret_buffer.h"

namespace madoguchi::app {

/// Takes a password or PIN key by key into a locked buffer. It is no line edit: there is no string
/// of the secret anywhere, no undo, no copy, no paste, no input method. While hidden it shows one
/// dot a character; while shown it draws the characters one by one from the buffer.
class SecretField : public QWidget {
  Q_OBJECT
 public:
  explicit SecretField(card::Secret which, QWidget* parent = nullptr);
  ~SecretField() override;

  [[nodiscard]] int length() const { return static_cast<int>(m_buffer.size()); }
  [[nodiscard]] int minimumLength() const;
  [[nodiscard]] int maximumLength() const;
  [[nodiscard]] int cursorPosition() const { return m_cursor; }
  void setCursorPosition(int position);
  [[nodiscard]] bool isShown() const { return m_shown; }
  void setShown(bool shown);
  /// Can be looked at and not changed.
  [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
  void setReadOnly(bool readOnly);
  /// A copy of the secret, which stays.
  [[nodiscard]] card::SecretBuffer copy() const { return m_buffer.duplicate(); }
  void clear();

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 signals:
  void lengthChanged(int length);
  /// A key that cannot be part of the secret was pressed; the field did not change.
  void refused();
  /// Somebody tried to paste.
  void pasteRefused();
  /// The field is full.
  void full();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void timerEvent(QTimerEvent* event) override;

 private:
  bool edit(int key);
  void insert(char character);
  void changed(int oldLength);
  void restartBlinking();
  [[nodiscard]] qreal cellWidth() const;
  [[nodiscard]] QRectF textRect() const;

  card::Secret m_which;
  card::SecretBuffer m_buffer;
  int m_cursor = 0;
  bool m_shown = false;
  bool m_readOnly = false;
  bool m_cursorOn = false;
  QBasicTimer m_blinking;  ///< runs only while the field has the focus
};

}  // namespace madoguchi::app
