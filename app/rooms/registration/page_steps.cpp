#include <utility>

#include "app/core/room_names.h"
#include "app/rooms/registration/registration_flow_p.h"

// RegistrationFlow: its pages, and the rooms around it.

namespace madoguchi::app {

bool RegistrationFlow::Private::canGoNext() const {
  const CardStatus& status = visit.status();
  const bool cardReady = status.certificates == CheckResult::good &&
                         status.problem == FailureCode::none && !status.busy;
  return on(Page::beforeYouStart) && network == CheckResult::good && (!withCard() || cardReady);
}

bool RegistrationFlow::Private::secretsNeeded() const {
  return withCard() && (on(Page::step1) || on(Page::step2)) && !visit.isComplete();
}

void RegistrationFlow::Private::go(Step step, FailureCode why) {
  if (const auto next = pageAfter(page, step, withCard())) {
    enter(*next, why);
  }
}

void RegistrationFlow::Private::enter(Page next, FailureCode why) {
  page = next;
  if (next != Page::step2) {
    calledOff = CalledOff::no;
  }
  // What was given on one page must not go to the card from another.
  visit.withdraw();
  if (next == Page::beforeYouStart || next == Page::signaturePassword) {
    visit.wipe();
    attempt.wipe();
  } else if (next == Page::authenticationPin) {
    visit.wipe(card::Secret::authenticationPin);
    attempt.wipe();
  }
  const bool newProblem = std::exchange(problem, why) != why;
  emit q.placeChanged();
  if (newProblem) {
    emit q.problemChanged();
  }
  tellSecretsNeeded();
}

FailureCode RegistrationFlow::Private::shownProblem() const {
  // On beforeYouStart the state of the card is shown as it is.
  const bool secretsAsked = !on(Page::beforeYouStart) && visit.failure() != FailureCode::none;
  return secretsAsked ? visit.failure() : problem;
}

void RegistrationFlow::Private::setProblem(FailureCode code) {
  if (std::exchange(problem, code) != code) {
    emit q.problemChanged();
  }
}

void RegistrationFlow::Private::tellSecretsNeeded() {
  const bool now = secretsNeeded();
  if (std::exchange(lastSecretsNeeded, now) != now) {
    emit q.secretsNeededChanged();
  }
}

void RegistrationFlow::checkNetworkAgain() {
  if (!d->on(Page::beforeYouStart)) {
    return;
  }
  d->checkNetwork();
  const CardStatus& status = d->visit.status();
  if (d->withCard() && status.problem != FailureCode::none && !status.busy) {
    d->visit.begin();
  }
}

void RegistrationFlow::next() {
  if (d->canGoNext()) {
    d->go(Step::next);
  }
}

void RegistrationFlow::beginAgainWithCard() { d->enter(Page::beforeYouStart); }

void RegistrationFlow::checkComputer() { emit needs({kSelfCheckRoom}); }

void RegistrationFlow::finish() {
  if (d->on(Page::step3)) {
    emit ended({});
  }
}

const QStringList& RegistrationFlow::pageNames() {
  static const QStringList kNames = [] {
    QStringList names;
    for (int page = 0; *name(static_cast<Page>(page)) != '\0'; ++page) {
      names << QLatin1String(name(static_cast<Page>(page)));
    }
    return names;
  }();
  return kNames;
}

Place RegistrationFlow::place() const { return placeOf(d->page, d->withCard()); }

bool RegistrationFlow::wouldLoseSomething() const {
  // A class of users that the entrance has decided is nothing that anybody typed.
  const bool filled =
      d->on(Page::step1) || d->on(Page::step2) || d->form.answers().values.size() > 1;
  return filled && !d->on(Page::step3);
}

bool RegistrationFlow::isSending() const { return d->attempt.isSending(); }

bool RegistrationFlow::mayHaveArrived() const { return d->attempt.mayHaveArrived(); }

bool RegistrationFlow::back() {
  if (d->on(Page::submitting)) {
    d->cancelSubmission();
    return true;
  }
  if (!pageAfter(d->page, Step::back, d->withCard())) {
    return d->on(Page::step3);  // what is registered is not taken back
  }
  d->go(Step::back);
  return true;
}

void RegistrationFlow::leave() {
  d->attempt.reset();
  d->visit.end();
  d->askingHealth.drop();
  d->forgetForm();
  d->authenticationId.clear();
}

void RegistrationFlow::cover() {
  d->cancelSubmission();
  d->visit.withdraw();
  d->visit.wipe();
  d->attempt.wipe();
  d->tellSecretsNeeded();
}

}  // namespace madoguchi::app
