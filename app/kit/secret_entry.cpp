#include "app/kit/secret_entry.h"

#include <QVBoxLayout>
#include <utility>

#include "app/kit/keyboards.h"
#include "app/kit/page_widget.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/secret_keys.h"
#include "app/widgets/seen_as_one.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

SecretEntry::SecretEntry(const SecretRules& rules, SecretWords words, Lifetime lifetime,
                         const QString& objectName, QWidget* parent)
    : QWidget(parent), m_words(std::move(words)), m_lifetime(std::move(lifetime)) {
  setObjectName(objectName);
  build(rules);
  connect(m_show, &QAbstractButton::toggled, m_field, &SecretField::setShown);
  connect(m_useKeys, &QAbstractButton::toggled, this, &SecretEntry::showKeys);
  m_useKeys->setChecked(secretKeysUse().always || !hasKeyboard());
  connect(m_field, &SecretField::lengthChanged, this, [this] {
    watchTime();
    sayHint(Hint::none);
    sayAll();
    if (m_field->hasFocus()) bringIntoView(*m_count);
  });
  connect(m_field, &SecretField::refused, this, [this] { sayHint(Hint::refused); });
  connect(m_field, &SecretField::pasteRefused, this, [this] { sayHint(Hint::paste); });
  connect(m_field, &SecretField::full, this, [this] { sayHint(Hint::full); });
  connect(m_field, &SecretField::capsLockSeen, this, [this](bool on) {
    m_capsLock->setVisible(on);
    if (on) announce(*m_capsLock);
  });
  speak(*this, [this] {
    m_capsLock->setMarkup(qtTrId("secret.capsLock"));
    m_show->setMarkup(qtTrId("secret.show"));
    m_useKeys->setMarkup(qtTrId("secret.keys"));
    sayAll();
    sayHint(m_lastHint);
  });
}

void SecretEntry::build(const SecretRules& rules) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(em(*this, 0.4));
  m_label = new RubyLabel(RubyLabel::Role::strong, this);
  m_rule = new RubyLabel(RubyLabel::Role::body, this);
  m_around = new QWidget(this);
  seeAsOne(*m_around);
  const auto label = [this](RubyLabel::Role role, const char* name) {
    auto* made = new RubyLabel(role, m_around);
    made->setObjectName(objectName() + QLatin1String(name));
    return made;
  };
  m_error = label(RubyLabel::Role::strong, ".error");
  m_error->setColour(coloursOf(palette()).error);
  m_field = new SecretField(rules, m_around);
  m_field->setObjectName(objectName() + QStringLiteral(".field"));
  fitToFont(*m_field, [field = m_field] { field->setMaximumWidth(field->sizeHint().width()); });
  m_label->setBuddy(m_field);
  m_capsLock = label(RubyLabel::Role::body, ".capsLock");
  m_hint = label(RubyLabel::Role::body, ".hint");
  m_hint->setColour(coloursOf(palette()).error);
  m_count = label(RubyLabel::Role::small, ".count");
  for (QWidget* later : {m_error, m_capsLock, m_hint}) later->hide();
  m_lines = new QVBoxLayout(m_around);
  m_lines->setContentsMargins(0, 0, 0, 0);
  m_lines->setSpacing(em(*this, 0.4));
  for (QWidget* widget :
       std::initializer_list<QWidget*>{m_error, m_field, m_capsLock, m_hint, m_count}) {
    m_lines->addWidget(widget);
    // Room for the ring around what has the focus.
    if (widget == m_field) m_lines->addSpacing(em(*this, 0.2));
  }
  m_show = new RubyCheckBox(this);
  m_show->setObjectName(objectName() + QStringLiteral(".show"));
  m_useKeys = new RubyCheckBox(this);
  m_useKeys->setObjectName(objectName() + QStringLiteral(".useKeys"));
  for (QWidget* widget :
       std::initializer_list<QWidget*>{m_label, m_rule, m_around, m_show, m_useKeys})
    column->addWidget(widget);
  setFocusProxy(m_field);
}

void SecretEntry::showKeys(bool shown) {
  if (m_keys == nullptr) {
    m_keys = new SecretKeys(*m_field, this);
    m_keys->setObjectName(objectName() + QStringLiteral(".keys"));
    layout()->addWidget(m_keys);
  }
  m_keys->setVisible(shown);
  if (!shown) return;
  // So that what stands at the field is said as for who types.
  m_field->setFocus();
  // The field last: where not all fits, it stands above as many keys as there is room for.
  bringIntoView(*m_keys);
  bringIntoView(*m_around);
}

void SecretEntry::say(QWidget& panel) { m_lines->insertWidget(0, &panel); }

void SecretEntry::setDetail(const QString& spoken) {
  m_detail = spoken;
  sayAll();
}

void SecretEntry::setError(const QString& markup) {
  m_error->setMarkup(markup);
  m_error->setVisible(!markup.isEmpty());
  m_field->setWrong(!markup.isEmpty());
  sayAll();
}

void SecretEntry::present() {
  m_field->setFocus(Qt::OtherFocusReason);
  announce(*m_error);
  bringIntoView(*m_around);
}

void SecretEntry::bringIntoView(const QWidget& part) {
  if (PageWidget* page = PageWidget::around(*this)) page->bringIntoView(part);
}

void SecretEntry::watchTime() {
  if (m_field->length() == 0) {
    m_wait.drop();
    return;
  }
  m_wait = m_lifetime([this] {
    m_field->clear();
    m_show->setChecked(false);
    sayHint(Hint::wiped);
  });
}

void SecretEntry::sayAll() {
  m_label->setMarkup(m_words.label());
  m_rule->setMarkup(m_words.rule());
  m_rule->setVisible(!m_rule->text().isEmpty());
  m_count->setMarkup(m_words.count(m_field->length()));
  m_field->setAccessibleName(m_label->text());
  m_field->setAccessibleDescription(
      QStringList{m_error->text(), m_rule->text(), m_detail}.join(u' ').trimmed());
}

void SecretEntry::sayHint(Hint hint) {
  m_lastHint = hint;
  m_hint->setVisible(hint != Hint::none);
  switch (hint) {
    case Hint::none:
      return;
    case Hint::refused:
      m_hint->setMarkup(m_words.refused());
      break;
    case Hint::paste:
      m_hint->setMarkup(qtTrId("secret.paste"));
      break;
    case Hint::full:
      m_hint->setMarkup(m_words.full());
      break;
    case Hint::wiped:
      m_hint->setMarkup(qtTrId("secret.wiped"));
      break;
  }
  announce(*m_hint);
  if (m_field->hasFocus()) bringIntoView(*m_hint);
}

}  // namespace madoguchi::app
