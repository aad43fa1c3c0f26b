#include "app/rooms/password/pages/password_page.h"

#include <QVBoxLayout>
#include <utility>

#include "app/core/account_password.h"
#include "app/kit/failure_panel.h"
#include "app/kit/password_entry.h"
#include "app/kit/texts.h"
#include "app/rooms/password/pages/password_rule_list.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {
namespace {

/// What is said at a field, in place of what the Agency's table says where that is too little.
QString messageAtPassword(const QString& code, const char* label) {
  if (code == QLatin1String(kPasswordNotNew))
    return qtTrId("newPassword.same") + QStringLiteral(" (%1)").arg(code);
  return messageAt(code, qtTrId(label));
}

}  // namespace

PasswordPage::PasswordPage(PasswordFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("passwordChange"), [] { return qtTrId("newPassword.title"); }, parent),
      m_flow(flow) {
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  column()->addWidget(m_failure);
  addText([expired = flow.hasExpired()] {
    return expired ? qtTrId("newPassword.intro.expired") : qtTrId("newPassword.intro");
  });
  buildEntries();
  m_asking = addText([] { return qtTrId("newPassword.asking"); }, RubyLabel::Role::small);
  m_asking->setObjectName(named(QStringLiteral("asking")));
  RubyButton* change = addButton(
      QStringLiteral("change"), RubyButton::Kind::primary,
      [] { return qtTrId("newPassword.change"); }, u'C');
  connect(change, &RubyButton::clicked, this, &PasswordPage::send);
  setDefaultButton(change);
  column()->addStretch();
  connect(&flow, &PasswordFlow::changed, this, &PasswordPage::showState);
  connect(&flow, &PasswordFlow::failed, this, &PasswordPage::showFailure);
  speak(*this, [this] { showState(); });
}

SecretEntry* PasswordPage::addEntry(PasswordField field, const QString& name, const char* label,
                                    std::function<QString()> rule) {
  SecretEntry* entry = passwordEntry(
      {.label = [label] { return qtTrId(label); }, .rule = std::move(rule)},
      [this](std::function<void()> act) { return m_flow.afterSecretLifetime(std::move(act)); },
      named(name), this);
  column()->addWidget(entry);
  m_entries.push_back({field, entry, label});
  connect(&entry->field(), &SecretField::lengthChanged, this, [this, field](int length) {
    if (length > 0) m_flow.noteTyped(field);
  });
  return entry;
}

void PasswordPage::buildEntries() {
  addEntry(PasswordField::current, QStringLiteral("current"),
           QT_TRID_NOOP("newPassword.current.label"),
           [] { return qtTrId("newPassword.current.rule"); });
  addSpace(0.5);
  const SecretEntry* chosen =
      addEntry(PasswordField::chosen, QStringLiteral("new"), QT_TRID_NOOP("newPassword.new.label"),
               [] { return qtTrId("newPassword.new.rule"); });
  connect(&chosen->field(), &SecretField::lengthChanged, this, &PasswordPage::showRules);
  m_rules = new PasswordRuleList(named(QStringLiteral("rules")), this);
  column()->addWidget(m_rules);
  addSpace(0.5);
  addEntry(PasswordField::confirmation, QStringLiteral("confirmation"),
           QT_TRID_NOOP("newPassword.confirmation.label"),
           [] { return qtTrId("newPassword.confirmation.rule"); });
}

void PasswordPage::send() {
  const auto typedAt = [this](std::size_t place) { return m_entries.at(place).entry->typed(); };
  m_flow.change({.current = typedAt(0), .password = typedAt(1), .confirmation = typedAt(2)});
}

void PasswordPage::showRules() {
  SecretEntry* chosen = m_entries.at(1).entry;
  m_rules->setMet(rulesMetBy(chosen->typed()));
  chosen->setDetail(m_rules->spoken());
}

void PasswordPage::focusFirst() { m_entries.front().entry->setFocus(Qt::OtherFocusReason); }

void PasswordPage::showState() {
  m_failure->setFailure(m_flow.failure());
  for (const Entry& one : m_entries) {
    one.entry->setError(messageAtPassword(m_flow.error(one.field), one.label));
    one.entry->field().setReadOnly(m_flow.isAsking());
  }
  showRules();
  m_asking->setVisible(m_flow.isAsking());
  if (m_flow.isAsking()) announce(*m_asking);
}

void PasswordPage::showFailure() {
  for (const Entry& one : m_entries) {
    // Nobody mends dots. A new password may be right but for one rule, and is shown to be.
    const bool again = one.field != PasswordField::chosen && !m_flow.error(one.field).isEmpty();
    if (again) one.entry->field().clear();
  }
  for (const Entry& one : m_entries) {
    if (m_flow.error(one.field).isEmpty()) continue;
    one.entry->present();
    return;
  }
  m_failure->present();
}

}  // namespace madoguchi::app
