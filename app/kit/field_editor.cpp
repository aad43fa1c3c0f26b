#include "app/kit/field_editor.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <vector>

#include "app/kit/agent_number_editor.h"
#include "app/kit/field_texts.h"
#include "app/widgets/date_field.h"
#include "app/widgets/look.h"
#include "app/widgets/municipality_field.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

QVBoxLayout* columnOf(QWidget& widget) {
  auto* column = new QVBoxLayout(&widget);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(em(widget, 0.3));
  return column;
}

class TextEditor : public FieldEditor {
 public:
  TextEditor(const forms::Field& field, const QString& objectName, QWidget* parent)
      : FieldEditor(parent) {
    m_line = new QLineEdit(this);
    m_line->setObjectName(objectName);
    columnOf(*this)->addWidget(m_line);
    // As wide as what it takes, within the column: the width says how much is expected.
    constexpr int kNarrow = 20;
    if (field.maxLength > 0 && field.maxLength <= kNarrow)
      m_line->setMaximumWidth(em(*this, kNarrow));
    setFocusProxy(m_line);
    // Not textEdited: what assistive technology writes counts as typed, too.
    connect(m_line, &QLineEdit::textChanged, this, &FieldEditor::edited);
    connect(m_line, &QLineEdit::editingFinished, this, &FieldEditor::left);
  }
  void setValue(const QString& value) override {
    const QSignalBlocker quiet(m_line);
    if (m_line->text() != value) m_line->setText(value);
  }
  void setWrong(bool wrong) override {
    m_line->setProperty("wrong", wrong);
    m_line->update();
  }
  void setSpoken(const QString& name, const QString& description) override {
    m_line->setAccessibleName(name);
    m_line->setAccessibleDescription(description);
  }

 private:
  QLineEdit* m_line;
};

class ChoiceEditor : public FieldEditor {
 public:
  ChoiceEditor(const QString& field, const QStringList& choices, const QString& objectName,
               QWidget* parent)
      : FieldEditor(parent), m_choices(choices) {
    auto* column = columnOf(*this);
    m_group = new QButtonGroup(this);
    for (qsizetype i = 0; i < choices.size(); ++i) {
      auto* button = new RubyRadioButton(this);
      button->setObjectName(objectName + u'.' + choices[i]);
      speak(*button,
            [button, field, choice = choices[i]] { button->setMarkup(choiceText(field, choice)); });
      m_group->addButton(button, static_cast<int>(i));
      column->addWidget(button);
      if (i == 0) setFocusProxy(button);
    }
    // Not clicked: assistive technology toggles.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
      if (!on) return;
      emit edited(m_choices.value(id));
      emit left();
    });
  }
  void setValue(const QString& value) override {
    const QSignalBlocker quiet(m_group);
    const qsizetype index = m_choices.indexOf(value);
    if (QAbstractButton* button = m_group->button(static_cast<int>(index))) {
      button->setChecked(true);
      setFocusProxy(button);
    }
  }
  void setWrong(bool /*wrong*/) override {}
  void setSpoken(const QString& name, const QString& description) override {
    setAccessibleName(name);
    for (QAbstractButton* button : m_group->buttons())
      button->setAccessibleDescription(name + u' ' + description);
  }

 private:
  QStringList m_choices;
  QButtonGroup* m_group;
};

class DateEditor : public FieldEditor {
 public:
  DateEditor(const QString& objectName, QWidget* parent) : FieldEditor(parent) {
    m_date = new DateField(objectName, this);
    columnOf(*this)->addWidget(m_date);
    setFocusProxy(m_date);
    connect(m_date, &DateField::edited, this, &FieldEditor::edited);
    connect(m_date, &DateField::left, this, &FieldEditor::left);
  }
  void setValue(const QString& value) override { m_date->setValue(value); }
  void setWrong(bool wrong) override { m_date->setWrong(wrong); }
  void setSpoken(const QString& name, const QString& /*description*/) override {
    m_date->setName(name);
  }

 private:
  DateField* m_date;
};

class PlaceEditor : public FieldEditor {
 public:
  PlaceEditor(const QString& objectName, QWidget* parent) : FieldEditor(parent) {
    m_place = new MunicipalityField(objectName, this);
    columnOf(*this)->addWidget(m_place);
    setFocusProxy(m_place);
    connect(m_place, &MunicipalityField::edited, this, [this](const QString& value) {
      emit edited(value);
      emit left();
    });
    connect(m_place, &MunicipalityField::townFound, this, &FieldEditor::townFound);
  }
  void setValue(const QString& value) override { m_place->setValue(value); }
  void setWrong(bool wrong) override { m_place->setWrong(wrong); }
  void setSpoken(const QString& name, const QString& description) override {
    m_place->setName(name + u' ' + description);
  }

 private:
  MunicipalityField* m_place;
};

class ConsentEditor final : public FieldEditor {
 public:
  ConsentEditor(const QString& objectName, QWidget* parent) : FieldEditor(parent) {
    auto* column = columnOf(*this);
    m_open = new RubyButton(RubyButton::Kind::secondary, this);
    m_open->setObjectName(objectName + QStringLiteral(".open"));
    m_box = new RubyCheckBox(this);
    m_box->setObjectName(objectName);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    column->addSpacing(em(*this, 0.3));  // for the rings around either
    column->addWidget(m_box);
    speak(*this, [this] {
      m_open->setMarkup(qtTrId("terms.open"));
      m_box->setMarkup(qtTrId("terms.agree"));
    });
    connect(m_open, &RubyButton::clicked, this, &FieldEditor::termsWanted);
    connect(m_box, &QAbstractButton::toggled, this, [this](bool on) {
      emit edited(on ? QStringLiteral("true") : QString());
      emit left();
    });
    // Always the first: Tab passes over what stands before the proxy.
    setFocusProxy(m_open);
    setAllowed(false);
  }
  void setValue(const QString& value) override {
    const QSignalBlocker quiet(m_box);
    m_box->setChecked(!value.isEmpty());
  }
  void setWrong(bool /*wrong*/) override {}
  void setSpoken(const QString& /*name*/, const QString& description) override {
    m_box->setAccessibleDescription(description);
  }
  void setAllowed(bool allowed) override { m_box->setEnabled(allowed); }
  void takeFocus() override {
    QWidget* const next = m_box->isEnabled() ? static_cast<QWidget*>(m_box) : m_open;
    next->setFocus(Qt::OtherFocusReason);
  }

 private:
  RubyButton* m_open;
  RubyCheckBox* m_box;
};

}  // namespace

FieldEditor* makeFieldEditor(const forms::Field& field, const QStringList& choices,
                             const QString& objectName, QWidget* parent) {
  switch (field.type) {
    case forms::FieldType::sex:
    case forms::FieldType::choice:
      return new ChoiceEditor(QString::fromStdString(field.id), choices, objectName, parent);
    case forms::FieldType::date:
    case forms::FieldType::partialDate:
      return new DateEditor(objectName, parent);
    case forms::FieldType::municipality:
      return new PlaceEditor(objectName, parent);
    case forms::FieldType::consent:
      return new ConsentEditor(objectName, parent);
    default:
      break;
  }
  if (field.rule == "agentCertificateNumber") return new AgentNumberEditor(objectName, parent);
  return new TextEditor(field, objectName, parent);
}

}  // namespace madoguchi::app
