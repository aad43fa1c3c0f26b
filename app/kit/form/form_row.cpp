#include "app/kit/form/form_row.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <utility>

#include "app/kit/form/field_editor.h"
#include "app/kit/form/field_offer.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/place_names.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/seen_as_one.h"
#include "app/widgets/speak.h"
#include "app/widgets/svg_picture.h"
#include "app/widgets/tab_order.h"

namespace madoguchi::app {

namespace {

/// As markup.
QString exampleOf(const forms::Field& field) {
  const QString example = QString::fromStdString(field.example);
  const QString read = QString::fromStdString(field.exampleRead);
  return qtTrId("field.example").arg(writtenOrRead(example, read.isEmpty() ? example : read));
}

bool mayBeAskedAbout(const forms::Field& field) {
  return field.rule == "email" || field.rule == "latinName";
}

}  // namespace

bool isDecided(const FormModel& form, const forms::FieldPath& field) {
  if (!forms::findField(form.definition(), field)->takesOnlyChoice) return false;
  const QStringList offered = form.offered(field);
  const QString value = form.value(field);
  // What was chosen with other answers than now has to be chosen again, from one choice too.
  return offered.size() < 2 && (value.isEmpty() || offered.isEmpty() || offered.contains(value));
}

MessagePanel::Kind kindOf(forms::Severity severity) {
  switch (severity) {
    case forms::Severity::error:
      return MessagePanel::Kind::error;
    case forms::Severity::warning:
      return MessagePanel::Kind::warning;
    case forms::Severity::notice:
      return MessagePanel::Kind::notice;
  }
  return MessagePanel::Kind::error;
}

QString nameOf(const forms::FieldPath& path) {
  QStringList parts;
  for (const std::string& part : {path.group, path.row, path.field}) {
    if (!part.empty()) parts << QString::fromStdString(part);
  }
  return parts.join(u'.');
}

FormRow::FormRow(FormModel& form, const FormTexts& texts, forms::FieldPath path,
                 const QString& objectName, QWidget* parent)
    : QWidget(parent),
      m_form(form),
      m_texts(texts),
      m_path(std::move(path)),
      m_field(*forms::findField(form.definition(), m_path)) {
  build(objectName);
  connectForm();
  m_finding = m_form.error(m_path);
  takeShape();
  takeValue();
  takeFinding();
  speak(*this, [this] { sayAll(); });
}

void FormRow::build(const QString& objectName) {
  setObjectName(objectName + QStringLiteral(".row"));
  seeAsOne(*this);
  const Colours colours = coloursOf(palette());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, em(*this, 0.5), 0, em(*this, 0.5));
  column->setSpacing(em(*this, 0.25));
  const auto label = [this](RubyLabel::Role role) { return new RubyLabel(role, this); };
  auto* top = new FlowLayout(em(*this, 0.6));
  m_label = label(RubyLabel::Role::strong);
  m_required = label(RubyLabel::Role::small);
  m_fromCard = label(RubyLabel::Role::small);
  m_fromCard->setColour(colours.good);
  top->addWidget(m_label);
  top->addWidget(m_required);
  column->addLayout(top);
  m_hint = label(RubyLabel::Role::small);
  m_hint->setColour(colours.faintText);
  m_cardTextLabel = label(RubyLabel::Role::small);
  m_cardText = label(RubyLabel::Role::strong);
  m_cardText->setObjectName(objectName + QStringLiteral(".cardText"));
  for (QWidget* widget : {m_hint, m_cardTextLabel, m_cardText}) column->addWidget(widget);
  auto* errorLine = new QHBoxLayout;
  errorLine->setSpacing(em(*this, 0.4));
  m_sign = new SvgPicture(QStringLiteral(":/icons/bad.svg"), 1.2, this);
  m_error = label(RubyLabel::Role::strong);
  m_error->setObjectName(objectName + QStringLiteral(".error"));
  m_sign->standBeside(*m_error);
  errorLine->addWidget(m_sign, 0, Qt::AlignTop);
  errorLine->addWidget(m_error, 1);
  column->addLayout(errorLine);
  m_cause = label(RubyLabel::Role::body);
  m_cause->setObjectName(objectName + QStringLiteral(".cause"));
  column->addWidget(m_cause);
  m_editor = makeFieldEditor({m_field, m_texts, objectName}, this);
  column->addSpacing(em(*this, 0.2));  // for the ring around what has the focus
  column->addWidget(m_editor);
  column->addWidget(m_fromCard);
  m_label->setBuddy(m_editor);
  if (!mayBeAskedAbout(m_field)) return;
  m_offer = new FieldOffer(m_form, m_path, objectName + QStringLiteral(".offer"), this);
  column->addSpacing(em(*this, 0.2));
  column->addWidget(m_offer);
  connect(m_offer, &FieldOffer::taken, this, [this] {
    takeFinding();
    setFocusHere();
  });
}

void FormRow::connectForm() {
  connect(m_editor, &FieldEditor::edited, this,
          [this](const QString& value) { m_form.type(m_path, value, this); });
  connect(m_editor, &FieldEditor::left, this, [this] {
    // Before and after it is mended: that an error is corrected is not said where more is asked.
    lookForOffer();
    m_form.leaveField(m_path);
    lookForOffer();
  });
  connect(&m_form, &FormModel::changed, this,
          [this](const QVector<forms::FieldPath>& fields, const QObject* by) {
            if (by != this && fields.contains(m_path)) takeValue();
            sayRequired();
          });
  connect(&m_form, &FormModel::errorsChanged, this, &FormRow::takeFinding);
}

bool FormRow::takeShape() {
  const bool wasShown = !isHidden();
  const bool asked = m_form.asks(m_path) && !isDecided(m_form, m_path);
  m_editor->setOffered(m_form.offered(m_path));
  sayRequired();
  setVisible(asked);
  return asked && !wasShown;
}

void FormRow::sayRequired() {
  const Colours colours = coloursOf(palette());
  const bool required = m_form.isRequired(m_path);
  m_required->setMarkup(required ? qtTrId("field.required") : qtTrId("field.optional"));
  m_required->setColour(required ? colours.error : colours.faintText);
}

void FormRow::sayAll() {
  m_label->setMarkup(m_texts.label(m_form, m_path));
  sayRequired();
  QString hint = m_texts.hint(m_field);
  if (hasWrittenExample(m_field)) {
    hint += QStringLiteral("\n") + exampleOf(m_field);
  }
  m_hint->setMarkup(hint);
  m_fromCard->setMarkup(qtTrId("field.fromCard"));
  m_cardTextLabel->setMarkup(m_cardText->isHidden() ? qtTrId("field.notOnCard")
                                                    : qtTrId("field.cardText"));
  QStringList spoken{m_required->text(), m_hint->text()};
  if (m_finding && m_finding->corrected) {
    m_error->setMarkup(qtTrId("field.corrected"));
    m_cause->setMarkup({});
  } else if (m_finding) {
    m_error->setMarkup(m_texts.finding(m_form, m_path, *m_finding));
    m_cause->setMarkup(m_texts.cause(m_field, *m_finding));
  }
  if (m_finding) spoken = QStringList{m_error->text(), m_cause->text()} + spoken;
  if (!m_cardTextLabel->isHidden()) spoken << m_cardTextLabel->text() << m_cardText->text();
  spoken.removeAll(QString());
  m_editor->setSpoken(m_label->text(), spoken.join(u' '));
}

MessagePanel::Kind FormRow::kind() const {
  return m_finding->corrected ? MessagePanel::Kind::good : kindOf(m_finding->severity);
}

std::optional<ShownError> FormRow::findingNow() const {
  const auto found = m_form.error(m_path);
  const bool isOver =
      m_offer != nullptr && m_offer->isOpen() && found && (found->corrected || found->overtaken);
  return isOver ? std::nullopt : found;
}

void FormRow::lookForOffer() {
  if (m_offer == nullptr) return;
  const bool wasOpen = m_offer->isOpen();
  m_offer->look();
  if (wasOpen || m_offer->isOpen()) takeFinding();
}

void FormRow::takeFinding() {
  const bool wasCorrected = m_finding && m_finding->corrected;
  m_finding = findingNow();
  const bool corrected = m_finding && m_finding->corrected;
  // A corrected one keeps its room, so that nothing moves under the pointer.
  if (corrected != wasCorrected) {
    m_error->setMinimumHeight(corrected ? m_error->height() : 0);
    m_cause->setMinimumHeight(corrected && !m_cause->isHidden() ? m_cause->height() : 0);
  }
  const bool wrong = m_finding && m_finding->severity == forms::Severity::error && !corrected;
  m_editor->setWrong(wrong);
  m_error->setVisible(m_finding.has_value());
  m_sign->setVisible(m_finding.has_value());
  if (m_finding) {
    const QColor ink = inkOf(kind(), coloursOf(palette()));
    m_sign->setPicture(iconOf(kind()), ink);
    m_error->setColour(ink);
  }
  // Room for the bar, beside which all of the row stands.
  QMargins margins = layout()->contentsMargins();
  margins.setLeft(m_finding ? em(*this, 1) : 0);
  layout()->setContentsMargins(margins);
  sayAll();
  if (corrected && !wasCorrected && isVisible())
    announce(*this, m_label->text() + QStringLiteral(": ") + m_error->text());
  m_cause->setVisible(m_finding && (m_cause->minimumHeight() > 0 || !m_cause->text().isEmpty()));
  update();
}

void FormRow::takeValue() {
  m_editor->setValue(m_form.value(m_path));
  const ValueOrigin origin = m_form.origin(m_path);
  m_fromCard->setVisible(origin == ValueOrigin::card);
  const QString cardText = m_form.wordsOfCard(m_path);
  m_cardText->setPlain(cardText);
  m_cardText->setVisible(!cardText.isEmpty());
  m_cardTextLabel->setVisible(!cardText.isEmpty() || origin == ValueOrigin::missingOnCard);
  sayAll();
  lookForOffer();
}

void FormRow::setFocusHere() { m_editor->takeFocus(); }

void FormRow::addBelow(QWidget* widget) {
  auto* place = new QVBoxLayout;
  place->setContentsMargins(0, em(*this, 0.5), 0, 0);
  place->addWidget(widget);
  static_cast<QVBoxLayout*>(layout())->addLayout(place);
  continueTabOrder(m_editor, *widget);
}

void FormRow::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  if (!m_finding) return;
  QPainter painter(this);
  painter.fillRect(0, 0, em(*this, 0.25), height(), inkOf(kind(), coloursOf(palette())));
}

}  // namespace madoguchi::app
