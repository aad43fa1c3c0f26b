#include "app/kit/form/field_editor.h"

#include <QVBoxLayout>

#include "app/kit/form/agent_number_editor.h"
#include "app/kit/form/editors.h"
#include "app/widgets/look.h"

namespace madoguchi::app {

QVBoxLayout* columnOf(FieldEditor& editor) {
  auto* column = new QVBoxLayout(&editor);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(em(editor, 0.3));
  return column;
}

Qt::InputMethodHints hintsFor(const forms::Field& field) {
  if (field.type == forms::FieldType::number) return Qt::ImhFormattedNumbersOnly;
  const bool takesJapanese =
      field.rule.empty() || field.rule == "fullWidth" || field.rule == "latinOrFullWidth";
  return takesJapanese ? Qt::ImhNone : Qt::ImhPreferLatin;
}

FieldEditor::~FieldEditor() {
  for (const QObject* control : findChildren<QObject*>()) control->disconnect(this);
}

FieldEditor* makeFieldEditor(const EditorFor& made, QWidget* parent) {
  using forms::FieldType;
  switch (made.field.type) {
    case FieldType::text:
      if (made.field.rule == "agentCertificateNumber")
        return new AgentNumberEditor(made.name, parent);
      return makeTextEditor(made, parent);
    case FieldType::number:
      return makeTextEditor(made, parent);
    case FieldType::multilineText:
      return makeLinesEditor(made, parent);
    case FieldType::date:
    case FieldType::partialDate:
    case FieldType::partialMonth:
      return makeDateEditor(made, parent);
    case FieldType::yesNo:
    case FieldType::sex:
    case FieldType::choice:
      return makeChoiceEditor(made, parent);
    case FieldType::code:
      return makeCodeEditor(made, parent);
    case FieldType::codes:
      return makeCodesEditor(made, parent);
    case FieldType::municipality:
      return makePlaceEditor(made, parent);
    case FieldType::consent:
      return makeConsentEditor(made, parent);
    case FieldType::attachment:
      return makeAttachmentEditor(made, parent);
  }
  return nullptr;
}

}  // namespace madoguchi::app
