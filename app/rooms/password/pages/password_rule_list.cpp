#include "app/rooms/password/pages/password_rule_list.h"

#include <QStringList>
#include <QVBoxLayout>
#include <array>

#include "app/kit/check_row.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_text.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {
namespace {

struct Rule {
  const char* name;
  const char* id;
  bool protocol::PasswordRules::*met;
};
// What else could be typed the field does not take.
constexpr std::array kRules = {
    Rule{"length", QT_TRID_NOOP("newPassword.rule.length"), &protocol::PasswordRules::length},
    Rule{"letter", QT_TRID_NOOP("newPassword.rule.letter"), &protocol::PasswordRules::letter},
    Rule{"digit", QT_TRID_NOOP("newPassword.rule.digit"), &protocol::PasswordRules::digit},
    Rule{"symbol", QT_TRID_NOOP("newPassword.rule.symbol"), &protocol::PasswordRules::symbol},
    Rule{"uncommon", QT_TRID_NOOP("newPassword.rule.uncommon"),
         &protocol::PasswordRules::uncommon}};

}  // namespace

PasswordRuleList::PasswordRuleList(const QString& objectName, QWidget* parent) : QWidget(parent) {
  setObjectName(objectName);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(em(*this, 0.3));
  for (const Rule& rule : kRules) {
    m_rows.push_back(
        new CheckRow(objectName + u'.' + QLatin1String(rule.name), this, CheckRow::Words::beside));
    column->addWidget(m_rows.back());
  }
  speak(*this, [this] { sayAll(); });
}

void PasswordRuleList::setMet(const protocol::PasswordRules& met, bool isRefused) {
  m_met = met;
  m_isRefused = isRefused;
  sayAll();
}

void PasswordRuleList::sayAll() {
  for (std::size_t i = 0; i < kRules.size(); ++i) {
    const bool met = m_met.*kRules[i].met;
    const QString verdict = met ? qtTrId("newPassword.rule.met") : qtTrId("newPassword.rule.open");
    const CheckSign open = m_isRefused ? CheckSign::bad : CheckSign::waiting;
    m_rows[i]->setCheck(met ? CheckSign::good : open,
                        {.title = qtTrId(kRules[i].id), .verdict = verdict, .text = verdict});
  }
}

QString PasswordRuleList::spoken() const {
  QStringList open;
  for (const Rule& rule : kRules) {
    if (!(m_met.*rule.met)) open << spokenText(qtTrId(rule.id));
  }
  return open.isEmpty() ? spokenText(qtTrId("newPassword.rule.allMet"))
                        : spokenText(qtTrId("newPassword.rule.stillOpen")).arg(open.join(u'\n'));
}

}  // namespace madoguchi::app
