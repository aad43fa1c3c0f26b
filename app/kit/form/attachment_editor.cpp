#include <QVBoxLayout>

#include "app/kit/form/editors.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

/// A file: which one is chosen by whoever shows the form, and what the form holds of it is shown.
class AttachmentEditor : public FieldEditor {
 public:
  AttachmentEditor(const EditorFor& made, QWidget* parent)
      : FieldEditor(parent), m_field(made.field), m_texts(made.texts) {
    m_said = new RubyLabel(RubyLabel::Role::body, this);
    m_said->setObjectName(made.name + QStringLiteral(".said"));
    m_choose = new RubyButton(RubyButton::Kind::secondary, this);
    m_choose->setObjectName(made.name);
    m_remove = new RubyButton(RubyButton::Kind::secondary, this);
    m_remove->setObjectName(made.name + QStringLiteral(".remove"));
    auto* column = columnOf(*this);
    column->addWidget(m_said);
    auto* ways = new FlowLayout(em(*this, 0.75));
    ways->addWidget(m_choose);
    ways->addWidget(m_remove);
    column->addLayout(ways);
    setFocusProxy(m_choose);
    connect(m_choose, &RubyButton::clicked, this, &FieldEditor::fileWanted);
    connect(m_remove, &RubyButton::clicked, this, [this] {
      m_choose->setFocus(Qt::OtherFocusReason);
      setValue({});
      emit edited({});
      emit left();
    });
    speak(*this, [this] { sayAll(); });
  }
  void setValue(const QString& value) override {
    m_value = value;
    sayAll();
  }
  void setSpoken(const QString& name, const QString& description) override {
    m_choose->setAccessibleDescription(name + u' ' + description + u' ' + m_said->text());
    m_remove->setAccessibleDescription(name);
  }

 private:
  void sayAll() {
    if (m_value.isEmpty()) {
      m_said->setMarkup(m_texts.takes(m_field));
    } else {
      m_said->setRubyText(m_texts.shown(m_field, m_value));
    }
    m_choose->setMarkup(m_value.isEmpty() ? qtTrId("form.file.choose") : qtTrId("form.file.other"));
    m_remove->setMarkup(qtTrId("form.file.remove"));
    m_remove->setVisible(!m_value.isEmpty());
  }

  const forms::Field& m_field;
  FormTexts m_texts;
  QString m_value;
  RubyLabel* m_said;
  RubyButton* m_choose;
  RubyButton* m_remove;
};

}  // namespace

FieldEditor* makeAttachmentEditor(const EditorFor& made, QWidget* parent) {
  return new AttachmentEditor(made, parent);
}

}  // namespace madoguchi::app
