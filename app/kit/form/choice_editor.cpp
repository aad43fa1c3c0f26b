#include <QButtonGroup>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/kit/form/editors.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

/// A few choices, all of which are seen.
class ChoiceEditor : public FieldEditor {
 public:
  ChoiceEditor(const EditorFor& made, QWidget* parent) : FieldEditor(parent) {
    auto* column = columnOf(*this);
    makeGroup(*this);
    m_group = new QButtonGroup(this);
    for (const std::string& one : made.field.settings.choices) {
      const QString choice = QString::fromStdString(one);
      auto* button = new RubyRadioButton(this);
      button->setObjectName(made.name + u'.' + choice);
      speak(*button, [button, choice, &field = made.field, texts = made.texts] {
        button->setMarkup(texts.choice(field, choice));
      });
      m_group->addButton(button, static_cast<int>(m_choices.size()));
      m_choices << choice;
      column->addWidget(button);
    }
    const bool isOptional = !made.field.required && !made.field.requiredWhen;
    if (isOptional) addClearing(*column, made.name);
    setFocusProxy(m_group->button(0));
    // Not clicked: assistive technology toggles.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
      if (!on) return;
      showClearing();
      emit edited(m_choices.value(id));
      emit left();
    });
  }
  void setValue(const QString& value) override {
    const QSignalBlocker quiet(m_group);
    QAbstractButton* chosen = m_group->button(static_cast<int>(m_choices.indexOf(value)));
    if (chosen != nullptr) {
      chosen->setChecked(true);
      setFocusProxy(chosen);
    } else if (QAbstractButton* before = m_group->checkedButton()) {
      m_group->setExclusive(false);
      before->setChecked(false);
      m_group->setExclusive(true);
    }
    showClearing();
  }
  void setSpoken(const QString& name, const QString& description) override {
    setAccessibleName(name);
    for (QAbstractButton* button : m_group->buttons())
      button->setAccessibleDescription(description);
  }
  void setOffered(const QStringList& choices) override {
    bool first = m_group->checkedButton() == nullptr;
    for (QAbstractButton* button : m_group->buttons()) {
      const bool offered = choices.contains(m_choices.value(m_group->id(button)));
      button->setVisible(offered || button->isChecked());
      if (offered && first) {
        setFocusProxy(button);
        first = false;
      }
    }
  }

 private:
  /// Buttons of a group do not go up again by themselves, and the answer may have been a slip.
  void addClearing(QVBoxLayout& column, const QString& name) {
    m_clear = new RubyButton(RubyButton::Kind::link, this);
    m_clear->setObjectName(name + QStringLiteral(".clear"));
    speak(*m_clear, [button = m_clear] { button->setMarkup(qtTrId("choice.clear")); });
    column.addWidget(m_clear, 0, Qt::AlignLeft);
    connect(m_clear, &RubyButton::clicked, this, [this] {
      // Before the button goes that has it.
      m_group->button(0)->setFocus(Qt::OtherFocusReason);
      setValue({});
      emit edited({});
      emit left();
    });
    showClearing();
  }
  void showClearing() {
    if (m_clear != nullptr) m_clear->setVisible(m_group->checkedButton() != nullptr);
  }

  QStringList m_choices;
  QButtonGroup* m_group;
  RubyButton* m_clear = nullptr;  ///< of an answer that nobody has to give
};

}  // namespace

FieldEditor* makeChoiceEditor(const EditorFor& made, QWidget* parent) {
  return new ChoiceEditor(made, parent);
}

}  // namespace madoguchi::app
