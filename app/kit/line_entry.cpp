#include "app/kit/line_entry.h"

#include <QLineEdit>
#include <QVBoxLayout>
#include <utility>

#include "app/kit/texts.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/seen_as_one.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

LineEntry* idEntry(const QString& objectName, QWidget* parent) {
  return new LineEntry(
      objectName, [] { return qtTrId("login.id.label"); }, [] { return qtTrId("login.id.rule"); },
      parent);
}

LineEntry::LineEntry(const QString& objectName, Text label, Text rule, QWidget* parent)
    : QWidget(parent), m_labelText(std::move(label)), m_ruleText(std::move(rule)) {
  seeAsOne(*this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, em(*this, 0.2));  // for the ring around what has the focus
  column->setSpacing(em(*this, 0.4));
  m_label = new RubyLabel(RubyLabel::Role::strong, this);
  m_rule = new RubyLabel(RubyLabel::Role::body, this);
  m_error = new RubyLabel(RubyLabel::Role::strong, this);
  m_error->setObjectName(objectName + QStringLiteral(".error"));
  m_error->setColour(coloursOf(palette()).error);
  m_field = new QLineEdit(this);
  m_field->setObjectName(objectName);
  m_field->setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText |
                               Qt::ImhPreferLatin);
  m_label->setBuddy(m_field);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_label, m_rule, m_error, m_field})
    column->addWidget(widget);
  setFocusProxy(m_field);
  connect(m_field, &QLineEdit::textChanged, this, &LineEntry::typed);
  connect(m_field, &QLineEdit::editingFinished, this, &LineEntry::left);
  speak(*this, [this] { sayAll(); });
}

void LineEntry::sayAll() {
  m_label->setMarkup(m_labelText());
  m_rule->setMarkup(m_ruleText());
  m_error->setMarkup(messageAt(m_code, m_labelText()));
  m_error->setVisible(!m_code.isEmpty());
  m_field->setAccessibleName(m_label->text());
  m_field->setAccessibleDescription((m_error->text() + u' ' + m_rule->text()).trimmed());
}

void LineEntry::setText(const QString& text) {
  if (m_field->text() != text) m_field->setText(text);
}

void LineEntry::setError(const QString& code) {
  m_code = code;
  m_field->setProperty("wrong", !code.isEmpty());
  m_field->update();
  sayAll();
}

void LineEntry::setReadOnly(bool readOnly) { m_field->setReadOnly(readOnly); }

void LineEntry::present() {
  m_field->setFocus(Qt::OtherFocusReason);
  announce(*m_error);
  if (PageWidget* page = PageWidget::around(*this)) page->bringIntoView(*m_field);
}

}  // namespace madoguchi::app
