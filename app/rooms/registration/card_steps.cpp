#include "app/rooms/registration/registration_flow_p.h"

// RegistrationFlow: what the card, its password and its PIN do to it.

namespace madoguchi::app {

using card::Secret;

void RegistrationFlow::Private::watchVisit() {
  connect(&visit, &CardVisit::lost, &q, [this](FailureCode why) { onCardLost(why); });
  connect(&visit, &CardVisit::ownerChanged, &q, [this] { onOwnerChanged(); });
  connect(&visit, &CardVisit::answerChanged, &q, [this](Secret which) { onSecretAnswer(which); });
  connect(&visit, &CardVisit::completed, &q, [this] { tellSecretsNeeded(); });
  connect(&visit, &CardVisit::expired, &q, [this] { onSecretsExpired(); });
  connect(&visit, &CardVisit::failureChanged, &q, &RegistrationFlow::problemChanged);
}

void RegistrationFlow::Private::onCardLost(FailureCode why) {
  if (on(Page::submitting) && attempt.isSending()) {
    // The card has done its part. What comes back decides on the page.
    attempt.wipe();
    visit.rest();
    return;
  }
  attempt.cancel();
  go(Step::cardLost, why);
}

void RegistrationFlow::Private::onOwnerChanged() {
  forgetForm();
  setProblem(FailureCode::cardSwapped);
}

void RegistrationFlow::Private::onSecretAnswer(Secret which) {
  switch (visit.answer(which)) {
    case SecretAnswer::right:
      fillFromCard();
      if (on(which == Secret::signaturePassword ? Page::signaturePassword
                                                : Page::authenticationPin)) {
        go(Step::accepted);
      }
      break;
    case SecretAnswer::checking:
    case SecretAnswer::impossible:
    case SecretAnswer::lastTry:
    case SecretAnswer::failed:
      setProblem(FailureCode::none);  // of what was done before
      break;
    default:
      break;
  }
}

void RegistrationFlow::Private::fillFromCard() {
  const certificate::Certificate* signing = visit.signing();
  if (signing == nullptr || signing->der == filledFrom) {
    return;
  }
  filledFrom = signing->der;
  const forms::Prefill prefill = forms::prefillFromCertificate(signing->items);
  alsoOnCard = prefill.alsoOnCard;
  form.fill({.values = prefill.values}, ValueOrigin::card);
  for (const std::string_view field : forms::kCertifiedFields) {
    if (!prefill.values.contains(field)) {
      const auto words = prefill.cardText.find(field);
      form.missOnCard(
          forms::topField(std::string(field)),
          words == prefill.cardText.end() ? QString() : QString::fromStdString(words->second));
    }
  }
}

void RegistrationFlow::Private::onSecretsExpired() {
  if (on(Page::submitting) && !attempt.isSending()) {
    stopSubmission();
  }
  attempt.wipe();
  tellSecretsNeeded();
}

}  // namespace madoguchi::app
