#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStringList>
#include <QVBoxLayout>

#include "app/kit/form/editors.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

class TextEditor : public FieldEditor {
 public:
  TextEditor(const EditorFor& made, QWidget* parent) : FieldEditor(parent) {
    m_line = new QLineEdit(this);
    m_line->setObjectName(made.name);
    auto* column = columnOf(*this);
    // As wide as what it takes, within the column: the width says how much is expected.
    constexpr int kNarrow = 20;
    const bool isNumber = made.field.type == forms::FieldType::number;
    if (isNumber || (made.field.maxLength > 0 && made.field.maxLength <= kNarrow))
      limitWidth(*m_line, kNarrow);
    m_line->setInputMethodHints(hintsFor(made.field));
    if (made.field.unit.empty()) {
      column->addWidget(m_line);
    } else {
      auto* row = new QHBoxLayout;
      column->addLayout(row);
      addUnit(*row, made);
    }
    setFocusProxy(m_line);
    // Not textEdited: what assistive technology writes counts as typed, too.
    connect(m_line, &QLineEdit::textChanged, this, &FieldEditor::edited);
    connect(m_line, &QLineEdit::editingFinished, this, &FieldEditor::left);
  }
  void setValue(const QString& value) override {
    if (m_line->text() == value) return;
    const QSignalBlocker quiet(m_line);
    // As if it were typed, so that a repair can be taken back by Ctrl+Z.
    m_line->selectAll();
    m_line->insert(value);
  }
  void setWrong(bool wrong) override {
    m_line->setProperty("wrong", wrong);
    m_line->update();
  }
  void setSpoken(const QString& name, const QString& description) override {
    m_name = name;
    sayName();
    m_line->setAccessibleDescription(description);
  }

 private:
  void sayName() {
    QStringList spoken = {m_name};
    for (const RubyLabel* unit : {m_before, m_behind}) {
      if (unit != nullptr && !unit->text().isEmpty()) spoken << unit->text();
    }
    m_line->setAccessibleName(spoken.join(u' '));
  }
  void addUnit(QHBoxLayout& row, const EditorFor& made) {
    m_before = new RubyLabel(RubyLabel::Role::body, this);
    m_behind = new RubyLabel(RubyLabel::Role::body, this);
    speak(*this, [this, &field = made.field, texts = made.texts] {
      const auto [before, behind] = texts.unit(field);
      m_before->setMarkup(before);
      m_before->setVisible(!before.isEmpty());
      m_behind->setMarkup(behind);
      sayName();
    });
    row.addWidget(m_before, 0, Qt::AlignVCenter);
    row.addWidget(m_line);
    row.addWidget(m_behind, 1, Qt::AlignVCenter);
  }

  QLineEdit* m_line;
  QString m_name;
  RubyLabel* m_before = nullptr;  ///< of a number
  RubyLabel* m_behind = nullptr;
};

}  // namespace

FieldEditor* makeTextEditor(const EditorFor& made, QWidget* parent) {
  return new TextEditor(made, parent);
}

}  // namespace madoguchi::app
