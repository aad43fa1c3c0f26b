#include <utility>

#include "app/rooms/home/home_api.h"
#include "app/rooms/registration/registration_flow_p.h"
#include "app/server/health.h"

// RegistrationFlow: the network and the way to the backend.

namespace madoguchi::app {

using card::Secret;

void RegistrationFlow::Private::fetchAnnouncements() {
  announcementsWanted = true;
  askingAnnouncements =
      askAnnouncements(server, languageTag, [this](const std::vector<Announcement>& received) {
        announcements = received;
        emit q.announcementsChanged();
      });
}

void RegistrationFlow::Private::checkNetwork() {
  network = CheckResult::unknown;
  networkProblem = FailureCode::none;
  emit q.networkChanged();
  askingHealth = askHealth(server, [this](FailureCode failure) { onHealth(failure); });
}

void RegistrationFlow::Private::onHealth(FailureCode failure) {
  network = failure == FailureCode::none ? CheckResult::good : CheckResult::bad;
  networkProblem = failure;
  emit q.networkChanged();
}

void RegistrationFlow::Private::submit() {
  if (!on(Page::step2) || secretsNeeded() || outcome == SecretOutcome::checking) {
    return;
  }
  std::optional<RegistrationToSign> toSign;
  if (withCard()) {
    const card::SecretBuffer* password = secrets.kept(Secret::signaturePassword);
    const card::SecretBuffer* pin = secrets.kept(Secret::authenticationPin);
    const CardInspection* there = tracker.card();
    if (password == nullptr || (pin == nullptr && !secrets.isPinAtReader()) || there == nullptr ||
        !signing || !authentication) {
      return;
    }
    toSign =
        RegistrationToSign{.identity = there->identity,
                           .password = password->duplicate(),
                           .pin = pin != nullptr ? std::optional(pin->duplicate()) : std::nullopt,
                           .payload = {},
                           .nonce = {},
                           .origin = {},
                           .signingCertificate = signing->der,
                           .authenticationCertificate = authentication->der};
  }
  go(Step::submit);
  attempt.start(std::move(toSign), languageTag.toStdString());
}

void RegistrationFlow::Private::cancelSubmission() {
  if (on(Page::submitting)) {
    secrets.wipe();
    stopSubmission();
    attempt.wipe();
  }
}

void RegistrationFlow::Private::stopSubmission() {
  const bool asked = mayBeAsking();
  attempt.cancel();
  go(Step::stopped);
  if (asked) {
    forgetTries();
  }
}

void RegistrationFlow::Private::onNotSigned(const RegistrationSigned& result) {
  takeTries(result.password, result.pin);
  if (endsTheStay(result.failure)) {
    endStay(result.failure);
    return;
  }
  // A secret that was right a moment ago and is not now is not tried again.
  const auto right = [](const std::optional<card::VerifyResult>& one) {
    return !one || one->status == card::VerifyStatus::verified || isNotEntered(one);
  };
  const bool wrong = !right(result.password) || !right(result.pin);
  if (wrong || result.failure == FailureCode::verifyInterrupted) {
    secrets.wipe();
  }
  go(Step::stopped, result.failure);
  if (result.failure == FailureCode::verifyInterrupted) {
    secretsFailed(result.failure);
  } else if (wrong) {
    setOutcome(SecretOutcome::wrong);
  } else if (isNotEntered(result.pin)) {
    setOutcome(SecretOutcome::notEntered);
  }
}

void RegistrationFlow::Private::onAnswer(const RegistrationAnswer& answer) {
  if (!on(Page::submitting)) {
    return;
  }
  if (answer.failure == FailureCode::none) {
    secrets.wipe();
    attempt.wipe();
    card.stopWatching();
    authenticationId = answer.authenticationId;
    go(Step::registered);
    return;
  }
  const bool fieldsMarked = answer.failure == FailureCode::formRefused ||
                            answer.failure == FailureCode::certificateMismatch;
  if (fieldsMarked) {
    setErrors(answer.errors, answer.summaryCode);
    errorsOfBackend = true;
  }
  if (withCard() && tracker.card() == nullptr) {
    go(Step::cardLost, answer.failure);
    inspect();
  } else {
    go(fieldsMarked ? Step::formRefused : Step::stopped, answer.failure);
  }
}

}  // namespace madoguchi::app
