#include <QFocusEvent>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTextCursor>
#include <QVBoxLayout>

#include "app/kit/form/editors.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

/// Several lines, with how many characters of those that are possible.
class LinesEditor : public FieldEditor {
 public:
  LinesEditor(const EditorFor& made, QWidget* parent)
      : FieldEditor(parent), m_most(made.field.maxLength) {
    m_lines = new QPlainTextEdit(this);
    m_lines->setObjectName(made.name);
    m_lines->setTabChangesFocus(true);
    m_lines->setMinimumHeight(em(*this, kLines * 1.7));
    m_lines->installEventFilter(this);
    m_count = new RubyLabel(RubyLabel::Role::small, this);
    m_count->setObjectName(made.name + QStringLiteral(".count"));
    m_count->setColour(coloursOf(palette()).faintText);
    m_count->setVisible(m_most > 0);
    auto* column = columnOf(*this);
    column->addWidget(m_lines);
    column->addWidget(m_count);
    setFocusProxy(m_lines);
    connect(m_lines, &QPlainTextEdit::textChanged, this, [this] {
      sayCount();
      emit edited(m_lines->toPlainText());
    });
    speak(*this, [this] { sayCount(); });
  }
  void setValue(const QString& value) override {
    if (m_lines->toPlainText() == value) return;
    const QSignalBlocker quiet(m_lines);
    // As if it were typed, so that a repair can be taken back by Ctrl+Z.
    QTextCursor all(m_lines->document());
    all.select(QTextCursor::Document);
    all.insertText(value);
    sayCount();
  }
  void setWrong(bool wrong) override {
    m_lines->setProperty("wrong", wrong);
    m_lines->update();
  }
  void setSpoken(const QString& name, const QString& description) override {
    m_lines->setAccessibleName(name);
    m_lines->setAccessibleDescription(description);
  }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
      emit left();
    }
    return FieldEditor::eventFilter(watched, event);
  }

 private:
  static constexpr int kLines = 6;

  void sayCount() {
    const qsizetype typed = m_lines->toPlainText().toUcs4().size();
    m_count->setMarkup(qtTrId("form.characters").arg(typed).arg(m_most));
  }

  int m_most;
  QPlainTextEdit* m_lines;
  RubyLabel* m_count;
};

}  // namespace

FieldEditor* makeLinesEditor(const EditorFor& made, QWidget* parent) {
  return new LinesEditor(made, parent);
}

}  // namespace madoguchi::app
