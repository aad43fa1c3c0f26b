#include <algorithm>
#include <utility>

#include "app/card/card_visit.h"

// CardVisit: what is done with password and PIN.

namespace madoguchi::app {
namespace {

using card::Secret;

// How many tries a right secret restores.
constexpr card::TriesLeft kPasswordTries = 5;
constexpr card::TriesLeft kPinTries = 3;

/// Whether a failure means that the card is gone or another one.
bool endsTheStay(FailureCode failure) {
  return failure == FailureCode::cardRemoved || failure == FailureCode::cardSwapped ||
         failure == FailureCode::noCard;
}

/// Whether the person did not type at the reader.
bool isNotEntered(const std::optional<card::VerifyResult>& result) {
  return result && result->status == card::VerifyStatus::notEntered;
}

bool isWrong(const std::optional<card::VerifyResult>& result) {
  return result && result->status != card::VerifyStatus::verified && !isNotEntered(result);
}

SecretAnswer notRight(const std::optional<card::VerifyResult>& result) {
  if (isNotEntered(result)) {
    return SecretAnswer::notEntered;
  }
  return isWrong(result) ? SecretAnswer::wrong : SecretAnswer::none;
}

}  // namespace

void CardVisit::give(Secret which, card::SecretBuffer secret) {
  CardSecrets secrets;
  if (which == Secret::signaturePassword) {
    secrets.password = std::move(secret);
  } else {
    secrets.pin = std::move(secret);
  }
  give(std::move(secrets));
}

void CardVisit::typePinAtReader() {
  CardSecrets secrets;
  secrets.pin = TypedAtReader{};
  give(std::move(secrets));
}

void CardVisit::give(CardSecrets secrets) {
  if (m_check || m_sign || m_status.busy || (secrets.isPinTypedAtReader() && !m_status.pinPad)) {
    return;
  }
  setFailure(FailureCode::none);
  const auto judge = [&](Secret which, card::SecretBuffer* typed) {
    if (typed != nullptr && !card::normaliseSecret(which, *typed)) {
      return SecretAnswer::impossible;
    }
    return secrets.has(which) ? SecretAnswer::none : answer(which);
  };
  const SecretAnswer password =
      judge(Secret::signaturePassword, secrets.password ? &*secrets.password : nullptr);
  const SecretAnswer pin =
      judge(Secret::authenticationPin, std::get_if<card::SecretBuffer>(&secrets.pin));
  if (password == SecretAnswer::impossible || pin == SecretAnswer::impossible) {
    m_secrets.dropOffered();
    setAnswers(password, pin);
    return;
  }
  m_given = {secrets.has(Secret::signaturePassword), secrets.has(Secret::authenticationPin)};
  m_secrets.offer(std::move(secrets));
  checkOrAsk();
}

void CardVisit::checkOrAsk() {
  const FailureCode inTheWay =
      m_status.problem != FailureCode::none ? m_status.problem : FailureCode::cardCommunication;
  const CardInspection* there = m_tracker.card();
  if (there == nullptr || there->failure != FailureCode::none ||
      (m_wants.pin && !there->authentication)) {
    // The last look at the card did not get far enough.
    fail(inTheWay);
    forgetTries();
    return;
  }
  bool last = false;
  for (const Secret which : kSecrets) {
    if (!m_secrets.offered().has(which)) {
      continue;
    }
    const auto tries = m_tracker.tries(which);
    if (!tries || *tries == 0) {
      // Nobody knows what a try would cost, or there is none: look at the card instead.
      fail(inTheWay);
      return;
    }
    last = last || *tries == 1;
  }
  if (last) {
    answerGiven(SecretAnswer::lastTry);
  } else {
    check();
  }
}

void CardVisit::confirmLastTry(bool yes) {
  if (m_password != SecretAnswer::lastTry && m_pin != SecretAnswer::lastTry) {
    return;
  }
  if (yes) {
    check();
  } else {
    withdraw();
  }
}

void CardVisit::withdraw() {
  const bool checking = static_cast<bool>(m_check);
  m_check.drop();
  m_secrets.dropOffered();
  setFailure(FailureCode::none);
  const auto remaining = [](SecretAnswer answer) {
    return answer == SecretAnswer::right ? answer : SecretAnswer::none;
  };
  setAnswers(remaining(m_password), remaining(m_pin));
  if (checking) {
    forgetTries();
  }
}

void CardVisit::wipe(Secret which) {
  m_secrets.wipe(which);
  const bool password = which == Secret::signaturePassword;
  setAnswers(password ? SecretAnswer::none : m_password, password ? m_pin : SecretAnswer::none);
}

void CardVisit::wipe() {
  m_secrets.wipe();
  setAnswers(SecretAnswer::none, SecretAnswer::none);
}

void CardVisit::check() {
  CardWork work;
  work.stay = m_tracker.card()->identity;
  work.secrets = m_secrets.offered().duplicate();
  const auto& owner = m_authentication ? m_authentication : m_tracker.card()->authentication;
  if (work.secrets.has(Secret::authenticationPin) && owner) {
    // The password before it was this card's.
    work.authenticationCertificate = owner->der;
  }
  work.readSigningCertificate = m_wants.signingCertificate && work.secrets.password &&
                                (!m_signing || !work.secrets.has(Secret::authenticationPin));
  m_signatures.clear();
  if (m_signAtOnce && owner && areAllThatIsWanted(work.secrets)) {
    work.sign = m_signAtOnce(*owner);
  }
  answerGiven(SecretAnswer::checking);
  m_check = m_desk.work(std::move(work), [this](const CardWorkDone& done) { onChecked(done); });
}

bool CardVisit::areAllThatIsWanted(const CardSecrets& secrets) const {
  return (!m_wants.password || secrets.has(Secret::signaturePassword)) &&
         (!m_wants.pin || secrets.has(Secret::authenticationPin));
}

void CardVisit::onChecked(const CardWorkDone& done) {
  m_check.drop();
  learnFrom(done);
  if (endsTheStay(done.failure)) {
    endStay(done.failure);
  } else if (done.failure != FailureCode::none) {
    m_begins = done.signing ? std::optional(done.signing->notBefore) : std::nullopt;
    fail(done.failure);
  } else if (isNotEntered(done.pin) || isWrong(done.password) || isWrong(done.pin)) {
    m_secrets.dropOffered();
    answerGiven(notRight(done.password), notRight(done.pin));
  } else {
    takeRight(done);
  }
}

void CardVisit::takeRight(const CardWorkDone& done) {
  if (const CardInspection* there = m_tracker.card()) {
    m_authentication = there->authentication;
  }
  if (done.signing) {
    m_signing = done.signing;
    emit statusChanged();  // it may end sooner than the other
  }
  m_secrets.accept();
  m_signatures = done.signatures;
  answerGiven(SecretAnswer::right);
  if (isComplete()) {
    emit completed();
  }
}

void CardVisit::fail(FailureCode why) {
  m_secrets.dropOffered();
  setFailure(why);
  answerGiven(SecretAnswer::failed);
  const bool known = std::ranges::all_of(
      kSecrets, [this](Secret which) { return m_tracker.tries(which).has_value(); });
  if (why == FailureCode::verifyInterrupted || !known) {
    // How many are left must be known before the next try.
    forgetTries();
  }
}

Pending CardVisit::sign(std::vector<SignatureStep> steps,
                        std::function<void(const CardWorkDone&)> answer) {
  const CardInspection* there = m_tracker.card();
  if (!isComplete() || there == nullptr) {
    return {};
  }
  CardWork work;
  work.stay = there->identity;
  work.secrets = m_secrets.kept().duplicate();
  work.sign = std::move(steps);
  m_given = {m_wants.password, m_wants.pin};
  const std::uint64_t id = ++m_lastSign;
  m_sign = m_desk.work(std::move(work), [this, answer = std::move(answer)](
                                            const CardWorkDone& done) { onSigned(done, answer); });
  return Pending([this, id] {
    if (m_sign && id == m_lastSign) {
      m_sign.drop();
      forgetTries();
    }
  });
}

void CardVisit::onSigned(const CardWorkDone& done,
                         const std::function<void(const CardWorkDone&)>& answer) {
  m_sign.drop();
  learnFrom(done);
  if (endsTheStay(done.failure)) {
    endStay(done.failure);
    return;
  }
  // A secret that was right a moment ago and is not now is not tried again.
  const bool interrupted = done.failure == FailureCode::verifyInterrupted;
  const bool wrong = isWrong(done.password) || isWrong(done.pin);
  // Nor is a keypad asked again that cannot ask for it.
  const bool padFailed = done.pinPadFails && isNotEntered(done.pin);
  if (interrupted || wrong || padFailed) {
    wipe();
  }
  answer(done);
  if (!isActive()) {
    return;  // who heard the answer needs no card any more
  }
  if (interrupted) {
    fail(done.failure);
  } else if (wrong) {
    setAnswers(notRight(done.password), notRight(done.pin));
  } else if (isNotEntered(done.pin)) {
    setAnswers(m_password, SecretAnswer::notEntered);
  }
}

void CardVisit::learnFrom(const CardWorkDone& done) {
  const auto take = [this](Secret which, const std::optional<card::VerifyResult>& result,
                           card::TriesLeft all) {
    if (result && result->status != card::VerifyStatus::neverSent && !isNotEntered(result)) {
      m_tracker.setTries(which,
                         result->status == card::VerifyStatus::verified ? all : result->triesLeft);
    }
  };
  take(Secret::signaturePassword, done.password, kPasswordTries);
  take(Secret::authenticationPin, done.pin, kPinTries);
  if (done.pinPadFails) {
    m_tracker.pinPadFails();
  }
  tellStatus();
}

}  // namespace madoguchi::app
