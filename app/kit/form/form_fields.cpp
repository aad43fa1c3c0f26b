#include "app/kit/form/form_fields.h"

#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/kit/form/field_editor.h"
#include "app/kit/form/form_row.h"
#include "app/kit/form/group_rows.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/hold_still.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

FormFields::FormFields(FormModel& form, const FormTexts& texts, std::string_view page, QString name,
                       QWidget* parent)
    : QWidget(parent), m_form(form), m_texts(texts), m_name(std::move(name)) {
  m_column = new QVBoxLayout(this);
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(em(*this));
  m_said = new RubyLabel(RubyLabel::Role::body, this);
  m_said->hide();
  const forms::Definition& definition = m_form.definition();
  for (const std::size_t section : forms::findPage(definition, page)->sections)
    addSection(definition.sections[section]);
  connect(&m_form, &FormModel::shapeChanged, this,
          [this] { holdStill(*this, [this] { takeShape(false); }); });
  takeShape(true);
}

void FormFields::addSection(const forms::Section& section) {
  const forms::Definition& definition = m_form.definition();
  m_parts.push_back({.title = new RubyLabel(RubyLabel::Role::section, this)});
  m_column->addWidget(m_parts.back().title);
  speak(*m_parts.back().title, [label = m_parts.back().title, &section, texts = m_texts] {
    label->setMarkup(texts.sectionTitle(section));
  });
  for (const forms::Section::Entry& entry : section.contents) {
    if (entry.isGroup) {
      const forms::Group& group = definition.groups[entry.index];
      auto* rows = new GroupRows(m_form, m_texts, group,
                                 m_name + u'.' + QString::fromStdString(group.id), this);
      connect(rows, &GroupRows::made, this, &FormFields::watch);
      m_parts.back().groups.push_back(rows);
      m_column->addWidget(rows);
    } else {
      const std::string& field = definition.fields[entry.index].id;
      auto* row = new FormRow(m_form, m_texts, forms::topField(field),
                              m_name + u'.' + QString::fromStdString(field), this);
      watch(row);
      m_parts.back().rows.push_back(row);
      m_column->addWidget(row);
    }
  }
}

void FormFields::watch(FormRow* row) {
  const FieldEditor* editor = &row->editor();
  connect(editor, &FieldEditor::termsWanted, this, &FormFields::termsWanted);
  connect(editor, &FieldEditor::fileWanted, this, [this, row] { emit fileWanted(row->path()); });
  connect(editor, &FieldEditor::townFound, this,
          [this, row](const QString& town) { emit townFound(row->path(), town); });
}

void FormFields::takeShape(bool atFirst) {
  std::vector<FormRow*> appeared;
  for (const Part& part : m_parts) {
    for (FormRow* row : part.rows) {
      if (row->takeShape()) appeared.push_back(row);
    }
    for (GroupRows* group : part.groups) group->takeShape(appeared);
    const auto shown = [](const QWidget* widget) { return !widget->isHidden(); };
    part.title->setVisible(
        !part.title->text().isEmpty() &&
        (std::ranges::any_of(part.rows, shown) || std::ranges::any_of(part.groups, shown)));
  }
  if (atFirst || appeared.empty()) return;
  QStringList labels;
  for (const FormRow* row : appeared) labels << m_texts.label(m_form, row->path());
  m_said->setMarkup(qtTrId("form.appeared").arg(labels.join(qtTrId("list.comma"))));
  announce(*m_said);
}

FormRow* FormFields::row(const forms::FieldPath& field) const {
  for (const Part& part : m_parts) {
    const auto found = std::ranges::find(part.rows, field, &FormRow::path);
    if (found != part.rows.end()) return *found;
    for (const GroupRows* group : part.groups) {
      if (FormRow* row = group->row(field)) return row;
    }
  }
  return nullptr;
}

FormRow* FormFields::firstShown() const {
  for (const Part& part : m_parts) {
    const auto found =
        std::ranges::find_if(part.rows, [](const FormRow* row) { return !row->isHidden(); });
    if (found != part.rows.end()) return *found;
  }
  return nullptr;
}

QWidget* FormFields::focusOn(const forms::FieldPath& path) {
  if (FormRow* found = row(path)) {
    // What is not shown is decided by what is asked before it on the page.
    if (found->isHidden()) found = firstShown();
    if (found != nullptr) found->setFocusHere();
    return found;
  }
  for (const Part& part : m_parts) {
    for (GroupRows* group : part.groups) {
      if (!path.field.empty() || group->group().id != path.group) continue;
      group->setFocusHere();
      return group;
    }
  }
  return nullptr;
}

void FormFields::keyPressEvent(QKeyEvent* event) {
  // Escape takes back what is open in a field, a list for example. Who presses it once more than
  // that must not lose the page.
  if (event->key() == Qt::Key_Escape) return;
  QWidget::keyPressEvent(event);
}

}  // namespace madoguchi::app
