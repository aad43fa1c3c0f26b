#include "app/rooms/registration/pages/answer_row.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "app/kit/field_texts.h"
#include "app/rooms/registration/registration_flow.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

AnswerRow::AnswerRow(RegistrationFlow& flow, const forms::Field& field, const QString& objectName,
                     QWidget* parent)
    : QWidget(parent), m_flow(flow), m_definition(field) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, em(*this, 0.1), 0, em(*this, 0.6));
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  m_label = new RubyLabel(RubyLabel::Role::small, this);
  m_value = new RubyLabel(RubyLabel::Role::strong, this);
  m_value->setObjectName(objectName);
  words->addWidget(m_label);
  words->addWidget(m_value);
  row->addLayout(words, 1);
  m_change = new RubyButton(RubyButton::Kind::link, this);
  m_change->setObjectName(objectName + QStringLiteral(".change"));
  row->setSpacing(em(*this));
  row->addWidget(m_change, 0, Qt::AlignVCenter);
  connect(m_change, &RubyButton::clicked, this, &AnswerRow::changeWanted);
  speak(*this, [this] { sayAll(); });
}

void AnswerRow::sayAll() {
  const QString id = QString::fromStdString(m_definition.id);
  m_label->setMarkup(fieldLabel(id, m_flow.entrance()));
  const auto found = m_flow.values().find(m_definition.id);
  bool markup = false;
  const QString shown = shownValue(
      m_definition,
      found == m_flow.values().end() ? QString() : QString::fromStdString(found->second), markup);
  if (markup) {
    m_value->setMarkup(shown);
  } else {
    m_value->setPlain(shown);
  }
  m_value->setAccessibleName(m_label->text() + QStringLiteral(": ") + m_value->text());
  m_change->setMarkup(qtTrId("step2.change"));
  m_change->setAccessibleName(spokenText(qtTrId("step2.change.named")).arg(m_label->text()));
}

void AnswerRow::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  QPainter painter(this);
  painter.setPen(coloursOf(palette()).rule);
  painter.drawLine(0, height() - 1, width(), height() - 1);
}

}  // namespace madoguchi::app
