#include "app/kit/form/agent_number_editor.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "app/kit/texts.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

using forms::AgentNumber;
using forms::AgentNumberFault;

constexpr int kFirstYear = 2000;

int thisYear() { return dayInJapan().year(); }

QString codedText(const char* start, int code) {
  return qtTrId((QByteArray(start) + QByteArray::number(code)).constData());
}

QString faultText(AgentNumberFault fault) {
  switch (fault) {
    case AgentNumberFault::none:
    case AgentNumberFault::empty:
      return {};
    case AgentNumberFault::unreadable:
      return qtTrId("agent.fault.unreadable");
    case AgentNumberFault::unknownOffice:
      return qtTrId("agent.fault.office");
    case AgentNumberFault::unknownClass:
      return qtTrId("agent.fault.class");
    case AgentNumberFault::unlikelyYear:
      return qtTrId("agent.fault.year");
    case AgentNumberFault::unlikelySerial:
      return qtTrId("agent.fault.serial");
  }
  return {};
}

QString understoodText(const forms::AgentNumberParts& parts) {
  return qtTrId("agent.understood")
      .arg(codedText("agent.office.", parts.office), codedText("agent.class.", parts.agentClass),
           QString::number(parts.year), QString::number(parts.serial));
}

QString shortYear(int year) { return QString::number(year % 100).rightJustified(2, u'0'); }

}  // namespace

AgentNumberEditor::AgentNumberEditor(const QString& objectName, QWidget* parent)
    : FieldEditor(parent) {
  build(objectName);
  setFocusProxy(m_line);
  // Not textEdited: what assistive technology writes counts as typed, too.
  connect(m_line, &QLineEdit::textChanged, this, [this](const QString& typed) {
    emit edited(typed);
    sayUnderstood(false);  // who is still typing is not told what is missing
  });
  connect(m_line, &QLineEdit::editingFinished, this, [this] {
    emit left();
    sayUnderstood(true);
    if (!m_understood->isHidden()) announce(*m_understood);
  });
  connect(m_toggle, &RubyButton::clicked, this, [this] { showParts(m_parts->isHidden()); });
  connect(m_use, &RubyButton::clicked, this, &AgentNumberEditor::useParts);
  connect(m_serial, &QLineEdit::returnPressed, this, &AgentNumberEditor::useParts);
  speak(*this, [this] { sayAll(); });
  showParts(false);
}

void AgentNumberEditor::build(const QString& objectName) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(em(*this, 0.4));
  m_line = new QLineEdit(this);
  m_line->setObjectName(objectName);
  m_line->setInputMethodHints(Qt::ImhPreferLatin);
  limitWidth(*m_line, 20);
  m_understood = new RubyLabel(RubyLabel::Role::body, this);
  m_understood->setObjectName(objectName + QStringLiteral(".understood"));
  m_toggle = new RubyButton(RubyButton::Kind::link, this);
  m_toggle->setObjectName(objectName + QStringLiteral(".parts"));
  m_parts = new QWidget(this);
  column->addWidget(m_line);
  column->addWidget(m_understood);
  column->addWidget(m_toggle, 0, Qt::AlignLeft);
  column->addWidget(m_parts);

  auto* parts = new QVBoxLayout(m_parts);
  parts->setContentsMargins(em(*this), 0, 0, 0);
  parts->setSpacing(em(*this, 0.3));
  const auto row = [&](auto*& field, RubyLabel*& label, const char* name) {
    label = new RubyLabel(RubyLabel::Role::body, m_parts);
    field = new std::remove_reference_t<decltype(*field)>(m_parts);
    field->setObjectName(objectName + QLatin1String(name));
    limitWidth(*field, 18);
    label->setBuddy(field);
    parts->addWidget(label);
    parts->addWidget(field);
  };
  row(m_office, m_officeLabel, ".office");
  row(m_class, m_classLabel, ".class");
  row(m_year, m_yearLabel, ".year");
  row(m_serial, m_serialLabel, ".serial");
  m_fault = new RubyLabel(RubyLabel::Role::strong, m_parts);
  m_fault->setObjectName(objectName + QStringLiteral(".fault"));
  m_fault->setColour(coloursOf(palette()).error);
  m_fault->hide();
  parts->addWidget(m_fault);
  m_use = new RubyButton(RubyButton::Kind::secondary, m_parts);
  m_use->setObjectName(objectName + QStringLiteral(".use"));
  parts->addSpacing(em(*this, 0.5));
  parts->addWidget(m_use, 0, Qt::AlignLeft);
}

void AgentNumberEditor::fillChoices() {
  const auto fill = [](QComboBox& box, const auto& add) {
    const QVariant before = box.currentData();
    box.clear();
    box.addItem(spokenText(qtTrId("place.choose")), 0);
    add();
    box.setCurrentIndex(std::max(0, box.findData(before)));
  };
  fill(*m_office, [this] {
    for (const int code : forms::agentOffices())
      m_office->addItem(spokenText(codedText("agent.office.", code)), code);
  });
  fill(*m_class, [this] {
    for (const int code : forms::agentClasses())
      m_class->addItem(spokenText(codedText("agent.class.", code)), code);
  });
  fill(*m_year, [this] {
    for (int year = thisYear(); year >= kFirstYear; --year) {
      m_year->addItem(spokenText(qtTrId("agent.year")).arg(QString::number(year), shortYear(year)),
                      year);
    }
  });
}

void AgentNumberEditor::sayAll() {
  m_toggle->setMarkup(m_parts->isHidden() ? qtTrId("agent.parts.show")
                                          : qtTrId("agent.parts.hide"));
  m_officeLabel->setMarkup(qtTrId("agent.parts.office"));
  m_classLabel->setMarkup(qtTrId("agent.parts.class"));
  m_yearLabel->setMarkup(qtTrId("agent.parts.year"));
  m_serialLabel->setMarkup(qtTrId("agent.parts.serial"));
  m_use->setMarkup(qtTrId("agent.parts.use"));
  m_office->setAccessibleName(m_officeLabel->text());
  m_class->setAccessibleName(m_classLabel->text());
  m_year->setAccessibleName(m_yearLabel->text());
  m_serial->setAccessibleName(m_serialLabel->text());
  m_fault->hide();
  fillChoices();
  sayUnderstood(true);
}

void AgentNumberEditor::sayUnderstood(bool withFaults) {
  const AgentNumber number =
      forms::agentCertificateNumber(m_line->text().toStdString(), thisYear());
  const Colours colours = coloursOf(palette());
  const bool good = number.fault == AgentNumberFault::none;
  const QString text = good ? understoodText(number.parts) : faultText(number.fault);
  m_understood->setMarkup(text);
  m_understood->setColour(good ? colours.good : colours.error);
  m_understood->setVisible(!text.isEmpty() && (good || withFaults));
}

void AgentNumberEditor::showParts(bool shown) {
  m_parts->setVisible(shown);
  sayAll();
  if (shown) m_office->setFocus(Qt::OtherFocusReason);
}

void AgentNumberEditor::useParts() {
  bool isNumber = false;
  const int serial =
      m_serial->text().normalized(QString::NormalizationForm_KC).trimmed().toInt(&isNumber);
  const AgentNumber number =
      forms::agentCertificateNumber({.office = m_office->currentData().toInt(),
                                     .year = m_year->currentData().toInt(),
                                     .agentClass = m_class->currentData().toInt(),
                                     .serial = isNumber ? serial : 0},
                                    thisYear());
  m_fault->setVisible(number.fault != AgentNumberFault::none);
  if (number.fault != AgentNumberFault::none) {
    m_fault->setMarkup(faultText(number.fault));
    announce(*m_fault);
    return;
  }
  m_line->setText(QString::fromStdString(number.value));
  showParts(false);
  m_line->setFocus(Qt::OtherFocusReason);
  announce(*m_understood);
}

void AgentNumberEditor::setValue(const QString& value) {
  if (m_line->text() == value) return;
  const QSignalBlocker quiet(m_line);
  m_line->setText(value);
  sayUnderstood(true);
}

void AgentNumberEditor::setWrong(bool wrong) {
  m_line->setProperty("wrong", wrong);
  m_line->update();
}

void AgentNumberEditor::setSpoken(const QString& name, const QString& description) {
  m_line->setAccessibleName(name);
  m_line->setAccessibleDescription(description);
}

}  // namespace madoguchi::app
