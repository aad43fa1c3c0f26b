#include "app/core/language.h"
#include "app/rooms/registration/registration_flow_p.h"
#include "app/server/health.h"

// RegistrationFlow: the network and the way to the backend.

namespace madoguchi::app {

void RegistrationFlow::Private::checkNetwork() {
  network = CheckResult::unknown;
  networkProblem = FailureCode::none;
  emit q.networkChanged();
  askingHealth = askHealth(uses.server, [this](FailureCode failure) { onHealth(failure); });
}

void RegistrationFlow::Private::onHealth(FailureCode failure) {
  network = failure == FailureCode::none ? CheckResult::good : CheckResult::bad;
  networkProblem = failure;
  emit q.networkChanged();
}

void RegistrationFlow::Private::submit() {
  if (!on(Page::step2) || secretsNeeded() || visit.isChecking()) {
    return;
  }
  go(Step::submit);
  attempt.start(uses.language.current().toStdString());
}

void RegistrationFlow::Private::cancelSubmission() {
  if (on(Page::submitting)) {
    visit.wipe();
    stopSubmission();
    attempt.wipe();
  }
}

void RegistrationFlow::Private::stopSubmission() {
  attempt.cancel();
  calledOff = attempt.mayHaveArrived() ? CalledOff::mayHaveArrived : CalledOff::nothingSent;
  go(Step::stopped);
}

void RegistrationFlow::Private::onNotSigned(FailureCode failure) { go(Step::stopped, failure); }

void RegistrationFlow::Private::onAnswer(const RegistrationAnswer& answer) {
  if (!on(Page::submitting)) {
    return;
  }
  if (answer.failure == FailureCode::none) {
    visit.rest();
    attempt.wipe();
    authenticationId = answer.authenticationId;
    emailCorrected = answer.emailCorrected;
    go(Step::registered);
    return;
  }
  const bool fieldsMarked = answer.failure == FailureCode::formRefused ||
                            answer.failure == FailureCode::certificateMismatch;
  if (fieldsMarked) {
    refusalSummary = answer.summaryCode;
    form.takeRefusal(answer.errors);
  }
  if (withCard() && !visit.isActive()) {
    go(Step::cardLost, answer.failure);
    visit.begin();
  } else {
    go(fieldsMarked ? Step::formRefused : Step::stopped, answer.failure);
  }
}

}  // namespace madoguchi::app
