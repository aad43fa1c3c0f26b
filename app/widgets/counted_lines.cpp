#include "app/widgets/counted_lines.h"

#include <QFocusEvent>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTextCursor>
#include <QTextDocument>
#include <QVBoxLayout>

#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

CountedLines::CountedLines(int most, const QString& name, QWidget* parent)
    : QWidget(parent), m_most(most) {
  constexpr int kLines = 6;
  constexpr double kMargin = 0.5;
  m_lines = new QPlainTextEdit(this);
  m_lines->setObjectName(name);
  m_lines->setTabChangesFocus(true);
  m_lines->setMinimumHeight(em(*this, kLines * 1.7));
  // Its text begins where that of other fields does.
  fitToFont(*m_lines, [this] { m_lines->document()->setDocumentMargin(em(*m_lines, kMargin)); });
  m_lines->installEventFilter(this);
  m_count = new RubyLabel(RubyLabel::Role::small, this);
  m_count->setObjectName(name + QStringLiteral(".count"));
  m_count->setColour(coloursOf(palette()).faintText);
  m_count->setVisible(m_most > 0);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(em(*this, 0.3));
  column->addWidget(m_lines);
  column->addWidget(m_count);
  setFocusProxy(m_lines);
  connect(m_lines, &QPlainTextEdit::textChanged, this, [this] {
    sayCount();
    emit edited();
  });
  speak(*this, [this] { sayCount(); });
}

QString CountedLines::text() const { return m_lines->toPlainText(); }

void CountedLines::setText(const QString& text) {
  if (this->text() == text) return;
  const QSignalBlocker quiet(m_lines);
  QTextCursor all(m_lines->document());
  all.select(QTextCursor::Document);
  all.insertText(text);
  sayCount();
}

bool CountedLines::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusOut &&
      static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
    emit left();
  }
  return QWidget::eventFilter(watched, event);
}

void CountedLines::sayCount() {
  m_count->setMarkup(qtTrId("form.characters").arg(text().toUcs4().size()).arg(m_most));
}

}  // namespace madoguchi::app
