#include "app/kit/secret_entry.h"

#include <QVBoxLayout>

#include "app/card/card_visit.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
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
  m_field = new SecretField(which, this);
  m_field->setObjectName(objectName + QStringLiteral(".field"));
  fitToFont(*m_field, [field = m_field] { field->setMaximumWidth(field->sizeHint().width()); });
  m_label->setBuddy(m_field);
  m_count = new RubyLabel(RubyLabel::Role::small, this);
  m_hint = new RubyLabel(RubyLabel::Role::body, this);
  m_hint->setColour(coloursOf(palette()).error);
  m_hint->setObjectName(objectName + QStringLiteral(".hint"));
  m_hint->hide();
  m_show = new RubyCheckBox(this);
  m_show->setObjectName(objectName + QStringLiteral(".show"));
  for (QWidget* widget :
       std::initializer_list<QWidget*>{m_label, m_rule, m_field, m_count, m_hint, m_show}) {
    // Room for the ring around what has the focus.
    if (widget == m_field) column->addSpacing(em(*this, 0.2));
    column->addWidget(widget);
    if (widget == m_field) column->addSpacing(em(*this, 0.2));
  }
  setFocusProxy(m_field);
  connect(m_show, &QAbstractButton::toggled, m_field, &SecretField::setShown);
  connect(m_field, &SecretField::lengthChanged, this, [this] {
    watchTime();
    sayHint(Hint::none);
    sayAll();
  });
  connect(m_field, &SecretField::refused, this, [this] { sayHint(Hint::refused); });
  connect(m_field, &SecretField::pasteRefused, this, [this] { sayHint(Hint::paste); });
  connect(m_field, &SecretField::full, this, [this] { sayHint(Hint::full); });
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
}

}  // namespace madoguchi::app
