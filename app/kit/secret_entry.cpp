#include "app/kit/secret_entry.h"

#include <QVBoxLayout>

#include "app/card/card_visit.h"
#include "app/kit/page_widget.h"
#include "app/kit/secret_panels.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/seen_as_one.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

SecretEntry::SecretEntry(CardVisit& visit, card::Secret which, const QString& objectName,
                         QWidget* parent)
    : QWidget(parent), m_visit(visit), m_which(which) {
  setObjectName(objectName);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(em(*this, 0.4));
  m_label = new RubyLabel(RubyLabel::Role::strong, this);
  m_rule = new RubyLabel(RubyLabel::Role::body, this);
  // What is said of the field stands around it: whoever types sees both, in the smallest window.
  auto* around = new QWidget(this);
  seeAsOne(*around);
  m_answer = new SecretAnswerPanel(visit, which, objectName + QStringLiteral(".answer"), around);
  m_field = new SecretField(which, around);
  m_field->setObjectName(objectName + QStringLiteral(".field"));
  fitToFont(*m_field, [field = m_field] { field->setMaximumWidth(field->sizeHint().width()); });
  m_label->setBuddy(m_field);
  m_hint = new RubyLabel(RubyLabel::Role::body, around);
  m_hint->setColour(coloursOf(palette()).error);
  m_hint->setObjectName(objectName + QStringLiteral(".hint"));
  m_hint->hide();
  m_count = new RubyLabel(RubyLabel::Role::small, around);
  m_count->setObjectName(objectName + QStringLiteral(".count"));
  auto* lines = new QVBoxLayout(around);
  // Room for the ring around what has the focus.
  lines->setContentsMargins(0, em(*this, 0.2), 0, 0);
  lines->setSpacing(em(*this, 0.4));
  for (QWidget* widget : std::initializer_list<QWidget*>{m_answer, m_field, m_hint, m_count}) {
    lines->addWidget(widget);
    if (widget == m_field) lines->addSpacing(em(*this, 0.2));
  }
  m_show = new RubyCheckBox(this);
  m_show->setObjectName(objectName + QStringLiteral(".show"));
  for (QWidget* widget : std::initializer_list<QWidget*>{m_label, m_rule, around, m_show})
    column->addWidget(widget);
  setFocusProxy(m_field);
  connect(m_show, &QAbstractButton::toggled, m_field, &SecretField::setShown);
  connect(m_field, &SecretField::lengthChanged, this, [this] {
    watchTime();
    sayHint(Hint::none);
    sayAll();
    if (m_field->hasFocus()) bringIntoView(*m_count);
  });
  connect(m_field, &SecretField::refused, this, [this] { sayHint(Hint::refused); });
  connect(m_field, &SecretField::pasteRefused, this, [this] { sayHint(Hint::paste); });
  connect(m_field, &SecretField::full, this, [this] { sayHint(Hint::full); });
  connect(&visit, &CardVisit::answerChanged, this, [this] { followQuestion(); });
  speak(*this, [this] {
    m_show->setMarkup(qtTrId("secret.show"));
    sayAll();
    sayHint(m_lastHint);
  });
}

void SecretEntry::setDetail(const QString& spoken) {
  m_detail = spoken;
  sayAll();
}

void SecretEntry::settle() {
  followQuestion();
  if (!m_asked) m_field->clear();
}

void SecretEntry::followQuestion() {
  const SecretAnswer answer = m_visit.answer(m_which);
  const bool asked = answer == SecretAnswer::lastTry;
  // After a "no", whoever sees what they have typed can mend it; nobody adds to dots.
  const bool mends = answer == SecretAnswer::none && m_field->isShown();
  if (m_asked && !asked && !mends) m_field->clear();
  m_asked = asked;
  m_field->setReadOnly(asked);
}

bool SecretEntry::presentAnswer() {
  if (!m_answer->isVisible()) return false;
  announce(*m_answer);
  m_field->setFocus(Qt::OtherFocusReason);
  bringIntoView(*m_field);
  return true;
}

void SecretEntry::bringIntoView(const QWidget& part) {
  if (PageWidget* page = PageWidget::around(*this)) page->bringIntoView(part);
}

void SecretEntry::watchTime() {
  if (m_field->length() == 0) {
    m_wait.drop();
    return;
  }
  m_wait = m_visit.afterSecretLifetime([this] {
    m_field->clear();
    m_show->setChecked(false);
    sayHint(Hint::wiped);
  });
}

void SecretEntry::sayAll() {
  const bool password = m_which == card::Secret::signaturePassword;
  m_label->setMarkup(password ? qtTrId("secret.password.label") : qtTrId("secret.pin.label"));
  m_rule->setMarkup(password ? qtTrId("secret.password.rule") : qtTrId("secret.pin.rule"));
  const int length = m_field->length();
  m_count->setMarkup(password ? qtTrId("secret.password.count", length)
                              : qtTrId("secret.pin.count", length));
  m_field->setAccessibleName(m_label->text());
  m_field->setAccessibleDescription(m_rule->text() + u' ' + m_detail);
}

void SecretEntry::sayHint(Hint hint) {
  m_lastHint = hint;
  m_hint->setVisible(hint != Hint::none);
  const bool password = m_which == card::Secret::signaturePassword;
  switch (hint) {
    case Hint::none:
      return;
    case Hint::refused:
      m_hint->setMarkup(password ? qtTrId("secret.password.refused")
                                 : qtTrId("secret.pin.refused"));
      break;
    case Hint::paste:
      m_hint->setMarkup(qtTrId("secret.paste"));
      break;
    case Hint::full:
      m_hint->setMarkup(password ? qtTrId("secret.password.full") : qtTrId("secret.pin.full"));
      break;
    case Hint::wiped:
      m_hint->setMarkup(qtTrId("secret.wiped"));
      break;
  }
  announce(*m_hint);
  if (m_field->hasFocus()) bringIntoView(*m_hint);
}

}  // namespace madoguchi::app
