#include <utility>

#include "app/rooms/registration/registration_flow_p.h"

// RegistrationFlow: what the card, its password and its PIN do to it.

namespace madoguchi::app {
namespace {

using card::Secret;

// How many tries a right secret restores.
constexpr card::TriesLeft kPasswordTries = 5;
constexpr card::TriesLeft kPinTries = 3;

}  // namespace

bool endsTheStay(FailureCode failure) {
  return failure == FailureCode::cardRemoved || failure == FailureCode::cardSwapped ||
         failure == FailureCode::noCard;
}

bool isNotEntered(const std::optional<card::VerifyResult>& result) {
  return result && result->status == card::VerifyStatus::notEntered;
}

void RegistrationFlow::Private::watchReaders() {
  watching = card.watch([this](const card::ReaderSnapshot& readers) { onReaders(readers); });
}

void RegistrationFlow::Private::onReaders(const card::ReaderSnapshot& readers) {
  if (!withCard() || on(Page::top) || on(Page::step3)) {
    return;
  }
  const CardInspection* before = tracker.card();
  const std::string reader = before != nullptr ? before->identity.reader : std::string();
  const CardTracker::Change change = tracker.update(readers);
  if (change == CardTracker::Change::lost) {
    loseCard(tracker.whyLost(reader));
  }
  if (change != CardTracker::Change::none && on(Page::beforeYouStart)) {
    inspect();
  } else {
    status = tracker.status();
    emit q.cardStatusChanged();
  }
}

void RegistrationFlow::Private::inspect() {
  if (tracker.anyCard()) {
    tracker.inspecting();
    looking = card.inspect([this](const CardInspection& found) { onInspected(found); });
  }
  status = tracker.status();
  emit q.cardStatusChanged();
}

void RegistrationFlow::Private::onInspected(const CardInspection& found) {
  const CardInspection* before = tracker.card();
  const bool sameStay = on(Page::beforeYouStart) || (before != nullptr && found.isMyNumberCard &&
                                                     found.identity == before->identity);
  tracker.inspected(found);
  status = tracker.status();
  if (!sameStay) {
    loseCard(found.failure != FailureCode::none ? found.failure : FailureCode::cardSwapped);
  }
  if (const CardInspection* now = tracker.card(); now != nullptr && authentication &&
                                                  now->authentication &&
                                                  now->authentication->der != authentication->der) {
    forgetForm();
    setProblem(FailureCode::cardSwapped);
  } else if (!on(Page::beforeYouStart) && status.problem != FailureCode::none) {
    setProblem(status.problem);
  }
  emit q.cardStatusChanged();
}

void RegistrationFlow::Private::loseCard(FailureCode why) {
  secrets.wipe();
  if (on(Page::submitting) && attempt.isSending()) {
    // The card has done its part. What comes back decides on the page.
    attempt.wipe();
    return;
  }
  const bool asked = mayBeAsking();
  looking.drop();
  verifying.drop();
  attempt.cancel();
  // That a try may have counted matters more than how it came about.
  go(Step::cardLost, problem == FailureCode::verifyInterrupted ? problem : why);
  if (asked && tracker.card() != nullptr) {
    forgetTries();
  }
}

void RegistrationFlow::Private::endStay(FailureCode why) {
  tracker.forgetCard();
  loseCard(why);
  inspect();
}

bool RegistrationFlow::Private::mayBeAsking() const {
  return outcome == SecretOutcome::checking || attempt.isSigning();
}

void RegistrationFlow::Private::abandonCheck() {
  if (outcome == SecretOutcome::checking) {
    looking.drop();
    verifying.drop();
    forgetTries();
  }
}

void RegistrationFlow::Private::forgetTries() {
  tracker.setTries(Secret::signaturePassword, std::nullopt);
  tracker.setTries(Secret::authenticationPin, std::nullopt);
  inspect();
}

void RegistrationFlow::Private::give(Secret which, card::SecretBuffer secret) {
  if (outcome == SecretOutcome::checking || status.busy) {
    return;
  }
  setProblem(FailureCode::none);
  if (!card::normaliseSecret(which, secret)) {
    setOutcome(SecretOutcome::impossible);
    return;
  }
  secrets.offer(which, std::move(secret));
  sendOrAsk();
}

void RegistrationFlow::Private::typePinAtReader() {
  if (outcome == SecretOutcome::checking || status.busy || !status.pinPad) {
    return;
  }
  setProblem(FailureCode::none);
  secrets.dropOffered();
  secrets.offerPinAtReader();
  sendOrAsk();
}

void RegistrationFlow::Private::giveBoth(card::SecretBuffer password,
                                         std::optional<card::SecretBuffer> pin) {
  if (outcome == SecretOutcome::checking || status.busy || (!pin && !status.pinPad)) {
    return;
  }
  setProblem(FailureCode::none);
  if (!card::normaliseSecret(Secret::signaturePassword, password) ||
      (pin && !card::normaliseSecret(Secret::authenticationPin, *pin))) {
    setOutcome(SecretOutcome::impossible);
    return;
  }
  secrets.offer(Secret::signaturePassword, std::move(password));
  if (pin) {
    secrets.offer(Secret::authenticationPin, std::move(*pin));
  } else {
    secrets.offerPinAtReader();
  }
  sendOrAsk();
}

void RegistrationFlow::Private::sendOrAsk() {
  const CardInspection* there = tracker.card();
  if (there == nullptr || !there->authentication) {
    // The last look at the card did not get far enough.
    secretsFailed(status.problem != FailureCode::none ? status.problem
                                                      : FailureCode::cardCommunication);
    forgetTries();
    return;
  }
  bool last = false;
  for (const Secret which : {Secret::signaturePassword, Secret::authenticationPin}) {
    const bool atReader = which == Secret::authenticationPin && secrets.isPinAtReaderOffered();
    if (secrets.offered(which) == nullptr && !atReader) {
      continue;
    }
    const auto tries = tracker.tries(which);
    if (!tries || *tries == 0) {
      // Nobody knows what a try would cost, or there is none: look at the card instead.
      secretsFailed(status.problem != FailureCode::none ? status.problem
                                                        : FailureCode::cardCommunication);
      return;
    }
    last = last || *tries == 1;
  }
  if (last) {
    setOutcome(SecretOutcome::needsLastTryConfirmation);
  } else {
    sendSecrets();
  }
}

void RegistrationFlow::Private::confirmLastTry(bool yes) {
  if (outcome != SecretOutcome::needsLastTryConfirmation) {
    return;
  }
  if (yes) {
    sendSecrets();
  } else {
    secrets.dropOffered();
    setOutcome(SecretOutcome::none);
  }
}

void RegistrationFlow::Private::sendSecrets() {
  setOutcome(SecretOutcome::checking);
  CardWork work;
  work.stay = tracker.card()->identity;
  if (const card::SecretBuffer* password = secrets.offered(Secret::signaturePassword)) {
    work.secrets.password = password->duplicate();
  }
  if (const card::SecretBuffer* pin = secrets.offered(Secret::authenticationPin)) {
    work.secrets.pin = pin->duplicate();
  } else if (secrets.isPinAtReaderOffered()) {
    work.secrets.pin = TypedAtReader{};
  }
  work.readSigningCertificate = on(Page::signaturePassword);
  if (work.secrets.hasPin() && authentication) {
    work.authenticationCertificate = authentication->der;
  }
  verifying = card.work(std::move(work), [this](const CardWorkDone& done) { onVerified(done); });
}

void RegistrationFlow::Private::onVerified(const CardWorkDone& result) {
  takeTries(result.password, result.pin);
  if (endsTheStay(result.failure)) {
    endStay(result.failure);
    return;
  }
  if (result.failure != FailureCode::none) {
    secretsFailed(result.failure);
    return;
  }
  if (isNotEntered(result.pin)) {
    secrets.dropOffered();
    setOutcome(SecretOutcome::notEntered);
    return;
  }
  const auto wrong = [](const std::optional<card::VerifyResult>& one) {
    return one && one->status != card::VerifyStatus::verified;
  };
  if (wrong(result.password) || wrong(result.pin)) {
    secrets.dropOffered();
    setOutcome(SecretOutcome::wrong);
    return;
  }
  secrets.accept();
  if (result.signing) {
    takeSigningCertificate(*result.signing);
  }
  if (on(Page::step2)) {
    setOutcome(SecretOutcome::none);
    tellSecretsNeeded();
  } else {
    go(Step::accepted);
  }
}

void RegistrationFlow::Private::takeTries(const std::optional<card::VerifyResult>& password,
                                          const std::optional<card::VerifyResult>& pin) {
  const auto take = [this](Secret which, const std::optional<card::VerifyResult>& result,
                           card::TriesLeft all) {
    if (result && result->status != card::VerifyStatus::neverSent && !isNotEntered(result)) {
      tracker.setTries(which,
                       result->status == card::VerifyStatus::verified ? all : result->triesLeft);
    }
  };
  take(Secret::signaturePassword, password, kPasswordTries);
  take(Secret::authenticationPin, pin, kPinTries);
  status = tracker.status();
  emit q.cardStatusChanged();
}

void RegistrationFlow::Private::takeSigningCertificate(
    const certificate::Certificate& certificate) {
  authentication = tracker.card()->authentication;
  if (signing && signing->der == certificate.der) {
    return;
  }
  signing = certificate;
  prefill = forms::prefillFromCertificate(certificate.items);
  for (const auto& [field, value] : prefill.values) {
    setValue(field, value);
  }
}

void RegistrationFlow::Private::secretsFailed(FailureCode why) {
  secrets.dropOffered();
  setProblem(why);
  setOutcome(SecretOutcome::failed);
  if (why == FailureCode::verifyInterrupted || !tracker.tries(Secret::signaturePassword)) {
    // How many are left must be known before the next try.
    forgetTries();
  }
}

void RegistrationFlow::Private::onSecretsExpired() {
  if (on(Page::submitting) && !attempt.isSending()) {
    stopSubmission();
  }
  attempt.wipe();
  if (outcome == SecretOutcome::needsLastTryConfirmation) {
    setOutcome(SecretOutcome::none);
  }
  tellSecretsNeeded();
}

}  // namespace madoguchi::app
