#include "app/widgets/kana_reading.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "app/widgets/kana_kanji.h"

namespace madoguchi::app {

void KanaReading::follow(QWidget* field) {
  if (field == m_field) return;
  if (m_field != nullptr) m_field->disconnect(this);
  m_field = field;
  // Whoever puts the cursor elsewhere has done with the word.
  if (const auto* line = qobject_cast<QLineEdit*>(field))
    connect(line, &QLineEdit::cursorPositionChanged, this, &KanaReading::look);
  if (const auto* lines = qobject_cast<QPlainTextEdit*>(field))
    connect(lines, &QPlainTextEdit::cursorPositionChanged, this, &KanaReading::look);
  become({});
}

bool KanaReading::standsBeforeCursor(const QString& text) const {
  if (m_field == nullptr) return false;
  const QString line = m_field->inputMethodQuery(Qt::ImSurroundingText).toString();
  const int cursor = m_field->inputMethodQuery(Qt::ImCursorPosition).toInt();
  return line.left(cursor).endsWith(text);
}

void KanaReading::look() {
  if (!m_changing && !standsBeforeCursor(m_text)) become({});
}

void KanaReading::become(const QString& text) {
  if (text == m_text) return;
  m_text = text;
  emit changed();
}

void KanaReading::settle() { become({}); }

void KanaReading::change(const QString& after, const std::function<void()>& edit) {
  m_changing = true;
  edit();
  m_changing = false;
  become(standsBeforeCursor(after) ? after : QString());
}

void KanaReading::write(const Writing& writing) {
  if (m_field == nullptr || writing.kana > m_text.size()) return;
  change(m_text.mid(writing.kana), [&] {
    QInputMethodEvent event;
    event.setCommitString(writing.text, -static_cast<int>(m_text.size()), writing.kana);
    QCoreApplication::sendEvent(m_field, &event);
  });
}

}  // namespace madoguchi::app
