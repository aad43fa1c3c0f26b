#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/kit/form/editors.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

/// Where the definition offers the consent on a condition, that is to have opened the terms.
class ConsentEditor final : public FieldEditor {
 public:
  ConsentEditor(const EditorFor& made, QWidget* parent) : FieldEditor(parent) {
    const bool toTerms =
        !made.field.offeredWhen.empty() && made.field.offeredWhen.front().has_value();
    auto* column = columnOf(*this);
    if (toTerms) {
      m_open = new RubyButton(RubyButton::Kind::secondary, this);
      m_open->setObjectName(made.name + QStringLiteral(".open"));
      column->addWidget(m_open, 0, Qt::AlignLeft);
      column->addSpacing(em(*this, 0.3));  // for the rings around either
      connect(m_open, &RubyButton::clicked, this, &FieldEditor::termsWanted);
    }
    // The box is there for who goes through the page by keyboard: it says what comes first.
    m_openFirst = new RubyLabel(RubyLabel::Role::body, this);
    m_openFirst->setObjectName(made.name + QStringLiteral(".openFirst"));
    m_openFirst->hide();
    column->addWidget(m_openFirst);
    m_box = new RubyCheckBox(this);
    m_box->setObjectName(made.name);
    column->addWidget(m_box);
    speak(*this, [this, &field = made.field, texts = made.texts] {
      if (m_open != nullptr) m_open->setMarkup(qtTrId("terms.open"));
      m_openFirst->setMarkup(qtTrId("terms.openFirst"));
      m_box->setMarkup(m_open != nullptr ? qtTrId("terms.agree")
                                         : texts.choice(field, QStringLiteral("true")));
    });
    connect(m_box, &QAbstractButton::toggled, this, [this](bool on) {
      if (on && !m_offered) {
        sayWhatComesFirst();
        return;
      }
      emit edited(on ? QStringLiteral("true") : QString());
      emit left();
    });
    // Always the first: Tab passes over what stands before the proxy.
    setFocusProxy(toTerms ? static_cast<QWidget*>(m_open) : m_box);
  }
  void setValue(const QString& value) override {
    const QSignalBlocker quiet(m_box);
    m_box->setChecked(!value.isEmpty());
  }
  void setSpoken(const QString& /*name*/, const QString& description) override {
    m_box->setAccessibleDescription(description);
  }
  void setOffered(const QStringList& choices) override {
    m_offered = !choices.isEmpty();
    if (m_offered) m_openFirst->hide();
  }
  void takeFocus() override {
    QWidget* const next = m_open == nullptr || m_offered ? static_cast<QWidget*>(m_box) : m_open;
    next->setFocus(Qt::OtherFocusReason);
  }

 private:
  void sayWhatComesFirst() {
    const QSignalBlocker quiet(m_box);
    m_box->setChecked(false);
    m_openFirst->show();
    announce(*m_openFirst);
  }

  bool m_offered = true;
  RubyButton* m_open = nullptr;
  RubyLabel* m_openFirst;
  RubyCheckBox* m_box;
};

}  // namespace

FieldEditor* makeConsentEditor(const EditorFor& made, QWidget* parent) {
  return new ConsentEditor(made, parent);
}

}  // namespace madoguchi::app
