#include "app/rooms/registration/pages/field_row.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "app/core/terms_of_use.h"
#include "app/form/form_model.h"
#include "app/kit/field_editor.h"
#include "app/kit/field_texts.h"
#include "app/rooms/registration/registration_flow.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"
#include "app/widgets/svg_picture.h"

namespace madoguchi::app {

namespace {

bool hasWrittenExample(const forms::Field& field) {
  return field.type == forms::FieldType::text && !field.example.empty();
}

}  // namespace

FieldRow::FieldRow(RegistrationFlow& flow, const forms::Field& field, const QString& objectName,
                   QWidget* parent)
    : QWidget(parent), m_flow(flow), m_field(QString::fromStdString(field.id)) {
  setObjectName(objectName + QStringLiteral(".row"));
  if (hasWrittenExample(field)) m_example = QString::fromStdString(field.example);
  const Colours colours = coloursOf(palette());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, em(*this, 0.5), 0, em(*this, 0.5));
  column->setSpacing(em(*this, 0.25));
  auto* top = new FlowLayout(em(*this, 0.6));
  m_label = new RubyLabel(RubyLabel::Role::strong, this);
  m_required = new RubyLabel(RubyLabel::Role::small, this);
  m_required->setColour(colours.error);
  m_fromCard = new RubyLabel(RubyLabel::Role::small, this);
  m_fromCard->setColour(colours.good);
  top->addWidget(m_label);
  top->addWidget(m_required);
  column->addLayout(top);
  m_hint = new RubyLabel(RubyLabel::Role::small, this);
  m_hint->setColour(colours.faintText);
  column->addWidget(m_hint);
  m_cardTextLabel = new RubyLabel(RubyLabel::Role::small, this);
  m_cardText = new RubyLabel(RubyLabel::Role::strong, this);
  m_cardText->setObjectName(objectName + QStringLiteral(".cardText"));
  column->addWidget(m_cardTextLabel);
  column->addWidget(m_cardText);
  auto* errorLine = new QHBoxLayout;
  errorLine->setSpacing(em(*this, 0.4));
  m_sign = new SvgPicture(QStringLiteral(":/icons/bad.svg"), 1.6, this);
  m_error = new RubyLabel(RubyLabel::Role::strong, this);
  m_error->setObjectName(objectName + QStringLiteral(".error"));
  m_sign->standBeside(*m_error);
  errorLine->addWidget(m_sign, 0, Qt::AlignTop);
  errorLine->addWidget(m_error, 1);
  column->addLayout(errorLine);
  m_editor =
      makeFieldEditor(field, flow.form().offered(forms::topField(field.id)), objectName, this);
  column->addSpacing(em(*this, 0.2));  // for the ring around what has the focus
  column->addWidget(m_editor);
  column->addWidget(m_fromCard);
  m_label->setBuddy(m_editor);
  connect(m_editor, &FieldEditor::edited, this,
          [this](const QString& value) { m_flow.setValue(m_field, value); });
  connect(m_editor, &FieldEditor::left, this, [this] { m_flow.repairValue(m_field); });
  speak(*this, [this] { sayAll(); });
  takeValue();
}

void FieldRow::sayAll() {
  m_label->setMarkup(fieldLabel(m_field, m_flow.entrance()));
  m_required->setMarkup(qtTrId("field.required"));
  QString hint = fieldHint(m_field, m_flow.entrance());
  if (!m_example.isEmpty()) hint += QStringLiteral("\n") + qtTrId("field.example").arg(m_example);
  m_hint->setMarkup(hint);
  m_hint->setVisible(!hint.isEmpty());
  m_fromCard->setMarkup(qtTrId("field.fromCard"));
  m_cardTextLabel->setMarkup(m_flow.cardText(m_field).isEmpty() ? qtTrId("field.notOnCard")
                                                                : qtTrId("field.cardText"));
  m_error->setVisible(!m_code.isEmpty());
  m_sign->setVisible(!m_code.isEmpty());
  if (m_corrected) {
    m_error->setMarkup(qtTrId("field.corrected"));
  } else if (!m_code.isEmpty()) {
    m_error->setMarkup(fieldErrorText(m_field, m_code, m_flow.entrance()));
  }
  QStringList spoken{m_required->text(), m_hint->text()};
  if (!m_code.isEmpty()) spoken.prepend(m_error->text());
  m_editor->setSpoken(m_label->text(), spoken.join(u' '));
}

void FieldRow::setError(const QString& code, bool corrected) {
  if (corrected != m_corrected) m_error->setMinimumHeight(corrected ? m_error->height() : 0);
  m_code = code;
  m_corrected = corrected;
  m_editor->setWrong(!code.isEmpty() && !corrected);
  const Colours colours = coloursOf(palette());
  const QColor ink = corrected ? colours.good : colours.error;
  m_sign->setPicture(
      corrected ? QStringLiteral(":/icons/good.svg") : QStringLiteral(":/icons/bad.svg"), ink);
  m_error->setColour(ink);
  // Room for the bar, beside which all of the row stands.
  QMargins margins = layout()->contentsMargins();
  margins.setLeft(code.isEmpty() ? 0 : em(*this, 1));
  layout()->setContentsMargins(margins);
  sayAll();
  update();
}

void FieldRow::takeValue() {
  const auto& values = m_flow.values();
  const auto found = values.find(m_field.toStdString());
  m_editor->setValue(found == values.end() ? QString() : QString::fromStdString(found->second));
  m_editor->setAllowed(m_flow.terms().opened);
  m_fromCard->setVisible(m_flow.isFromCard(m_field));
  const QString cardText = m_flow.cardText(m_field);
  m_cardText->setPlain(cardText);
  m_cardText->setVisible(!cardText.isEmpty());
  m_cardTextLabel->setVisible(!cardText.isEmpty() || m_flow.isMissingOnCard(m_field));
}

void FieldRow::setFocusHere() { m_editor->takeFocus(); }

void FieldRow::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  if (m_code.isEmpty() || m_corrected) return;
  QPainter painter(this);
  const int bar = em(*this, 0.25);
  painter.fillRect(0, 0, bar, height(), coloursOf(palette()).error);
}

}  // namespace madoguchi::app
