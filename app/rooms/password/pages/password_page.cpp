#include "app/rooms/password/pages/password_page.h"

#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/core/account_password.h"
#include "app/kit/failure_panel.h"
#include "app/kit/line_entry.h"
#include "app/kit/password_entry.h"
#include "app/kit/texts.h"
#include "app/rooms/password/pages/password_rule_list.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {
namespace {

/// What is said at a field, in place of what the Agency's table says where that is too little.
QString messageAtPassword(const QString& code, const char* label) {
  if (code == QLatin1String(kPasswordNotNew))
    return qtTrId("newPassword.same") + QStringLiteral(" (%1)").arg(code);
  return messageAt(code, qtTrId(label));
}

QString introOf(PasswordTask task) {
  switch (task) {
    case PasswordTask::change:
      break;
    case PasswordTask::expired:
      return qtTrId("newPassword.intro.expired");
    case PasswordTask::byLink:
      return qtTrId("newPassword.link.intro");
  }
  return qtTrId("newPassword.intro");
}

}  // namespace

PasswordPage::PasswordPage(PasswordFlow& flow, QWidget* parent)
    : PageWidget(
          flow.place().page,
          [byLink = flow.task() == PasswordTask::byLink] {
            return byLink ? qtTrId("newPassword.link.title") : qtTrId("newPassword.title");
          },
          parent),
      m_flow(flow) {
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  column()->addWidget(m_failure);
  addText([task = flow.task()] { return introOf(task); });
  if (flow.task() == PasswordTask::byLink) {
    buildLink();
  } else {
    buildCurrent();
  }
  buildEntries();
  m_asking = addText([] { return qtTrId("newPassword.asking"); }, RubyLabel::Role::small);
  m_asking->setObjectName(named(QStringLiteral("asking")));
  RubyButton* change = addButton(
      QStringLiteral("change"), RubyButton::Kind::primary,
      [byLink = flow.task() == PasswordTask::byLink] {
        return byLink ? qtTrId("newPassword.link.set") : qtTrId("newPassword.change");
      },
      u'C');
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

void PasswordPage::buildLink() {
  m_renew = m_failure->addWay(named(QStringLiteral("renew")));
  speak(*m_renew, [this] { m_renew->setMarkup(qtTrId("newPassword.link.renew")); });
  connect(m_renew, &RubyButton::clicked, &m_flow, &PasswordFlow::renewLink);
  m_sent = new MessagePanel(MessagePanel::Kind::good, this);
  m_sent->setObjectName(named(QStringLiteral("sent")));
  m_sent->hide();
  column()->addWidget(m_sent);
  m_link = new LineEntry(
      named(QStringLiteral("link")), [] { return qtTrId("newPassword.link.label"); },
      [] { return qtTrId("newPassword.link.rule"); }, this);
  column()->addWidget(m_link);
  connect(m_link, &LineEntry::typed, &m_flow, &PasswordFlow::setLink);
  addSpace(0.5);
}

void PasswordPage::buildCurrent() {
  addEntry(PasswordField::current, QStringLiteral("current"),
           QT_TRID_NOOP("newPassword.current.label"),
           [] { return qtTrId("newPassword.current.rule"); });
  addSpace(0.5);
}

void PasswordPage::buildEntries() {
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

SecretEntry& PasswordPage::entryOf(PasswordField field) const {
  return *std::ranges::find(m_entries, field, &Entry::field)->entry;
}

void PasswordPage::send() {
  TypedPasswords typed{.password = entryOf(PasswordField::chosen).typed(),
                       .confirmation = entryOf(PasswordField::confirmation).typed()};
  if (m_link == nullptr) typed.current = entryOf(PasswordField::current).typed();
  m_flow.change(std::move(typed));
}

void PasswordPage::showRules() {
  SecretEntry& chosen = entryOf(PasswordField::chosen);
  m_rules->setMet(rulesMetBy(chosen.typed()), !m_flow.error(PasswordField::chosen).isEmpty());
  chosen.setDetail(m_rules->spoken());
}

void PasswordPage::focusFirst() {
  // Who comes by the link has nothing to paste.
  QWidget* first = m_entries.front().entry;
  if (m_link != nullptr && m_flow.link().isEmpty()) first = m_link;
  first->setFocus(Qt::OtherFocusReason);
}

void PasswordPage::showState() {
  m_failure->setFailure(m_flow.failure());
  for (const Entry& one : m_entries) {
    one.entry->setError(messageAtPassword(m_flow.error(one.field), one.label));
    one.entry->field().setReadOnly(m_flow.isAsking());
  }
  showRules();
  showLink();
  m_asking->setVisible(m_flow.isAsking());
  if (m_flow.isAsking()) announce(*m_asking);
}

void PasswordPage::showLink() {
  if (m_link == nullptr) return;
  const FailureCode failure = m_flow.failure();
  m_renew->setVisible(failure == FailureCode::linkExpired || failure == FailureCode::linkUsed);
  m_link->setText(m_flow.link());
  m_link->setError(m_flow.error(PasswordField::link));
  m_link->setReadOnly(m_flow.isAsking());
  m_sent->setTexts(qtTrId("newPassword.link.sent"), qtTrId("newPassword.link.sent.text"),
                   qtTrId("newPassword.link.sent.remedy"));
  const bool isNews = m_flow.linkIsOnItsWay() && m_sent->isHidden();
  m_sent->setVisible(m_flow.linkIsOnItsWay());
  if (isNews) m_sent->present();
}

void PasswordPage::showFailure() {
  if (m_link != nullptr && !m_flow.error(PasswordField::link).isEmpty()) {
    m_link->present();
    return;
  }
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
