#include "app/kit/form/review_row.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <utility>

#include "app/kit/form/form_row.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"
#include "app/widgets/svg_picture.h"

namespace madoguchi::app {

ReviewRow::ReviewRow(const FormModel& form, const FormTexts& texts, forms::FieldPath path,
                     const QString& objectName, QWidget* parent)
    : QWidget(parent), m_form(form), m_texts(texts), m_path(std::move(path)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, em(*this, 0.1), 0, em(*this, 0.6));
  m_words = new QVBoxLayout;
  m_words->setSpacing(0);
  m_label = new RubyLabel(RubyLabel::Role::small, this);
  m_value = new RubyLabel(RubyLabel::Role::strong, this);
  m_value->setObjectName(objectName);
  // A widget of its own: a layout of which everything is hidden takes the others' width.
  m_findingLine = new QWidget(this);
  auto* finding = new QHBoxLayout(m_findingLine);
  finding->setContentsMargins({});
  m_sign = new SvgPicture(QStringLiteral(":/icons/warning.svg"), 1.2, m_findingLine);
  m_finding = new RubyLabel(RubyLabel::Role::body, m_findingLine);
  m_finding->setObjectName(objectName + QStringLiteral(".finding"));
  m_sign->standBeside(*m_finding);
  finding->setSpacing(em(*this, 0.4));
  finding->addWidget(m_sign, 0, Qt::AlignTop);
  finding->addWidget(m_finding, 1);
  m_words->addWidget(m_label);
  m_words->addWidget(m_value);
  m_words->addWidget(m_findingLine);
  row->addLayout(m_words, 1);
  m_change = new RubyButton(RubyButton::Kind::link, this);
  m_change->setObjectName(objectName + QStringLiteral(".change"));
  row->setSpacing(em(*this));
  row->addWidget(m_change, 0, Qt::AlignVCenter);
  connect(m_change, &RubyButton::clicked, this, &ReviewRow::changeWanted);
  connect(&form, &FormModel::errorsChanged, this, &ReviewRow::sayAll);
  speak(*this, [this] { sayAll(); });
}

void ReviewRow::setOffersChange(bool offers) { m_change->setVisible(offers); }

RubyLabel* ReviewRow::addLine(const QString& objectName) {
  auto* line = new RubyLabel(RubyLabel::Role::small, this);
  line->setObjectName(objectName);
  m_words->insertWidget(m_words->indexOf(m_findingLine), line);
  return line;
}

void ReviewRow::sayAll() {
  const forms::Field& field = *forms::findField(m_form.definition(), m_path);
  m_label->setMarkup(m_texts.label(m_form, m_path));
  RubyText shown = m_texts.shown(field, m_form.countedValue(m_path));
  m_value->setRubyText(shown.runs.empty() ? RubyText::fromMarkup(qtTrId("review.nothing")) : shown);
  m_value->setAccessibleName(m_label->text() + QStringLiteral(": ") + m_value->text());
  QString named = m_label->text();
  if (!m_path.row.empty())
    named = m_texts.rowName(m_form, {.group = m_path.group, .row = m_path.row}).base() +
            QStringLiteral(": ") + named;
  m_change->setMarkup(qtTrId("review.change"));
  m_change->setAccessibleName(spokenText(qtTrId("review.change.named")).arg(named));
  const auto finding = m_form.error(m_path);
  const bool said = finding && !finding->corrected;
  m_findingLine->setVisible(said);
  m_change->setAccessibleDescription({});
  if (!said) return;
  const MessagePanel::Kind kind = kindOf(finding->severity);
  m_sign->setPicture(iconOf(kind), inkOf(kind, coloursOf(palette())));
  m_finding->setMarkup(m_texts.finding(m_form, m_path, *finding));
  m_change->setAccessibleDescription(m_finding->text());
}

void ReviewRow::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  QPainter painter(this);
  painter.setPen(coloursOf(palette()).rule);
  painter.drawLine(0, height() - 1, width(), height() - 1);
}

}  // namespace madoguchi::app
