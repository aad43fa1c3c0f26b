#include "app/kit/card_checks.h"

#include <QVBoxLayout>
#include <utility>

#include "app/card/card_visit.h"
#include "app/kit/check_row.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

void showResult(CheckRow& row, CheckResult result, const QString& title, const CheckStates& states,
                std::vector<RubyText> details) {
  const auto [sign, state] = [&]() -> std::pair<CheckSign, QString> {
    switch (result) {
      case CheckResult::good:
        return {CheckSign::good, states.good};
      case CheckResult::bad:
        return {CheckSign::bad, states.bad};
      case CheckResult::unknown:
        break;
    }
    return {CheckSign::waiting, states.unknown};
  }();
  row.setCheck(sign,
               {.title = title, .verdict = state, .text = state, .details = std::move(details)});
}

CardChecks::CardChecks(const CardVisit& visit, const QString& name, QWidget* parent)
    : QWidget(parent), m_visit(visit) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);  // they have room for their signs and for readings
  const auto row = [&](const char* what) {
    auto* check = new CheckRow(name + QLatin1String(what), this, CheckRow::Words::beside);
    rows->addWidget(check);
    return check;
  };
  m_service = row(".service");
  m_reader = row(".reader");
  m_card = row(".card");
  m_certificates = row(".certificates");
  m_tries = row(".tries");
  connect(&visit, &CardVisit::statusChanged, this, &CardChecks::showStatus);
  speak(*this, [this] { showStatus(); });
}

void CardChecks::showStatus() {
  const CardStatus& status = m_visit.status();
  const QString later = qtTrId("check.later");
  const QString reading = status.busy ? qtTrId("check.reading") : later;
  showResult(*m_service, status.service, qtTrId("check.service"),
             {qtTrId("check.service.good"), qtTrId("check.service.bad"), qtTrId("check.looking")});
  showResult(*m_reader, status.reader, qtTrId("check.reader"),
             {qtTrId("check.reader.good"), qtTrId("check.reader.bad"), later},
             status.readerName.isEmpty() ? std::vector<RubyText>()
                                         : std::vector{RubyText::plain(status.readerName)});
  const bool absent = status.problem == FailureCode::noCard;
  showResult(*m_card, absent ? CheckResult::unknown : status.card, qtTrId("check.card"),
             {qtTrId("check.card.good"), qtTrId("check.card.bad"),
              absent ? qtTrId("check.card.absent") : reading});
  const bool reads = status.busy && !absent;
  if (std::exchange(m_reads, reads) != reads && reads && isVisible()) announce(*m_card);
  showResult(*m_certificates, status.certificates, qtTrId("check.certificates"),
             {qtTrId("check.certificates.good"), qtTrId("check.certificates.bad"), reading});
  showTries();
}

void CardChecks::showTries() {
  const CardStatus& status = m_visit.status();
  CheckSign sign = CheckSign::waiting;
  QString text = qtTrId("check.later");
  if (status.pinTries) {
    // Where the password is not wanted, nobody has looked at its tries.
    const card::TriesLeft password = status.passwordTries.value_or(card::kAllPasswordTries);
    const card::TriesLeft pin = *status.pinTries;
    sign = password == 0 || pin == 0                                        ? CheckSign::bad
           : password < card::kAllPasswordTries || pin < card::kAllPinTries ? CheckSign::notice
                                                                            : CheckSign::good;
    text = status.passwordTries ? qtTrId("check.tries.both").arg(password).arg(pin)
                                : qtTrId("check.tries.pin").arg(pin);
  }
  m_tries->setCheck(sign, {.title = qtTrId("check.tries"), .verdict = text, .text = text});
}

}  // namespace madoguchi::app
