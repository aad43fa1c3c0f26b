#include "app/kit/card_secret_entry.h"

#include <utility>

#include "app/card/card_visit.h"
#include "app/kit/secret_panels.h"
#include "app/widgets/accessibility.h"

namespace madoguchi::app {

namespace {

SecretWords wordsOf(card::Secret which) {
  if (which == card::Secret::authenticationPin) {
    return {.label = [] { return qtTrId("secret.pin.label"); },
            .rule = [] { return qtTrId("secret.pin.rule"); },
            .count = [](int length) { return qtTrId("secret.pin.count", length); },
            .refused = [] { return qtTrId("secret.pin.refused"); },
            .full = [] { return qtTrId("secret.pin.full"); }};
  }
  return {.label = [] { return qtTrId("secret.password.label"); },
          .rule = [] { return qtTrId("secret.password.rule"); },
          .count = [](int length) { return qtTrId("secret.password.count", length); },
          .refused = [] { return qtTrId("secret.password.refused"); },
          .full = [] { return qtTrId("secret.password.full"); }};
}

}  // namespace

CardSecretEntry::CardSecretEntry(CardVisit& visit, card::Secret which, const QString& objectName,
                                 QWidget* parent)
    : SecretEntry(
          rulesOf(which), wordsOf(which),
          [&visit](std::function<void()> act) { return visit.afterSecretLifetime(std::move(act)); },
          objectName, parent),
      m_visit(visit),
      m_which(which),
      m_answer(
          new SecretAnswerPanel(visit, which, objectName + QStringLiteral(".answer"), &around())) {
  say(*m_answer);
  connect(&visit, &CardVisit::answerChanged, this, [this] { followQuestion(); });
}

void CardSecretEntry::settle() {
  followQuestion();
  if (!m_asked) field().clear();
}

void CardSecretEntry::followQuestion() {
  const SecretAnswer answer = m_visit.answer(m_which);
  const bool asked = answer == SecretAnswer::lastTry;
  // After a "no", whoever sees what they have typed can mend it; nobody adds to dots.
  const bool mends = answer == SecretAnswer::none && field().isShown();
  if (m_asked && !asked && !mends) field().clear();
  m_asked = asked;
  field().setReadOnly(asked);
  field().setWrong(answer == SecretAnswer::wrong || answer == SecretAnswer::impossible);
}

bool CardSecretEntry::presentAnswer() {
  if (!m_answer->isVisible()) return false;
  announce(*m_answer);
  field().setFocus(Qt::OtherFocusReason);
  bringIntoView(field());
  return true;
}

}  // namespace madoguchi::app
