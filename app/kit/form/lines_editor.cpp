#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "app/kit/form/editors.h"
#include "app/widgets/counted_lines.h"

namespace madoguchi::app {

namespace {

/// Several lines.
class LinesEditor : public FieldEditor {
 public:
  LinesEditor(const EditorFor& made, QWidget* parent) : FieldEditor(parent) {
    m_lines = new CountedLines(made.field.maxLength, made.name, this);
    m_lines->lines().setInputMethodHints(hintsFor(made.field));
    columnOf(*this)->addWidget(m_lines);
    setFocusProxy(&m_lines->lines());
    connect(m_lines, &CountedLines::edited, this, [this] { emit edited(m_lines->text()); });
    connect(m_lines, &CountedLines::left, this, &FieldEditor::left);
  }
  void setValue(const QString& value) override { m_lines->setText(value); }
  void setWrong(bool wrong) override {
    m_lines->lines().setProperty("wrong", wrong);
    m_lines->lines().update();
  }
  void setSpoken(const QString& name, const QString& description) override {
    m_lines->lines().setAccessibleName(name);
    m_lines->lines().setAccessibleDescription(description);
  }

 private:
  CountedLines* m_lines;
};

}  // namespace

FieldEditor* makeLinesEditor(const EditorFor& made, QWidget* parent) {
  return new LinesEditor(made, parent);
}

}  // namespace madoguchi::app
