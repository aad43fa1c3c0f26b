#include "app/card/card_visit.h"

#include <algorithm>
#include <utility>

namespace madoguchi::app {

using card::Secret;

CardVisit::CardVisit(CardDesk& desk, IdleClock& idle, Wants wants, QObject* parent,
                     std::chrono::milliseconds secretLifetime)
    : QObject(parent),
      m_desk(desk),
      m_wants(wants),
      m_tracker(wants, [&desk](FailureCode code) { return desk.explained(code); }),
      m_secrets(idle, secretLifetime, [this] { onExpired(); }) {}

CardVisit::~CardVisit() = default;

SecretAnswer CardVisit::answer(Secret which) const {
  return which == Secret::signaturePassword ? m_password : m_pin;
}

bool CardVisit::isComplete() const {
  const CardSecrets& kept = m_secrets.kept();
  return (!m_wants.password || kept.has(Secret::signaturePassword)) &&
         (!m_wants.pin || kept.has(Secret::authenticationPin)) &&
         (!m_wants.signingCertificate || m_signing);
}

bool CardVisit::isPinTypedAtReader() const {
  return m_secrets.offered().isPinTypedAtReader() || m_secrets.kept().isPinTypedAtReader();
}

const certificate::Certificate* CardVisit::signing() const {
  return m_signing ? &*m_signing : nullptr;
}

const certificate::Certificate* CardVisit::authentication() const {
  return m_authentication ? &*m_authentication : nullptr;
}

std::optional<QDate> CardVisit::certificateEndsSoon() const {
  constexpr int kSoon = 30;
  QDate first = m_status.validUntil;
  if (m_signing) {
    const QDate signing = dayInJapan(m_signing->notAfter);
    first = first.isValid() ? std::min(first, signing) : signing;
  }
  const QDate today =
      dayInJapan(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  const bool soon = first.isValid() && first >= today && today.daysTo(first) <= kSoon;
  return soon ? std::optional(first) : std::nullopt;
}

std::optional<std::chrono::sys_seconds> CardVisit::certificateBegins() const {
  return m_failure == FailureCode::certificateNotYetValid ? m_begins : m_status.validFrom;
}

void CardVisit::begin() {
  m_tracker.reset();
  m_canKeepSecrets = card::canKeepSecrets();
  m_watch = m_desk.watch([this](const card::ReaderSnapshot& readers) { onReaders(readers); });
}

void CardVisit::rest() {
  for (Pending* pending : {&m_watch, &m_look, &m_check, &m_sign}) {
    pending->drop();
  }
  wipe();
  withdraw();
  m_tracker.reset();
  tellStatus();
}

void CardVisit::end() {
  forgetOwner();
  rest();
}

void CardVisit::forgetOwner() {
  m_authentication.reset();
  m_signing.reset();
}

void CardVisit::onReaders(const card::ReaderSnapshot& readers) {
  const CardInspection* before = m_tracker.card();
  const std::string reader = before != nullptr ? before->identity.reader : std::string();
  const CardTracker::Change change = m_tracker.update(readers);
  if (change == CardTracker::Change::lost) {
    lose(m_tracker.whyLost(reader));
  }
  if (!isActive()) {
    return;  // who heard of the loss needs no card any more
  }
  if (change != CardTracker::Change::none) {
    look();
  } else {
    tellStatus();
  }
}

void CardVisit::look() {
  if (m_tracker.anyCard()) {
    m_tracker.inspecting();
    m_look = m_desk.inspect([this](const CardInspection& found) { onInspected(found); });
  }
  tellStatus();
}

void CardVisit::onInspected(const CardInspection& found) {
  const CardInspection* before = m_tracker.card();
  const bool again = before != nullptr;
  const bool another = again && !(found.isMyNumberCard && found.identity == before->identity);
  m_tracker.inspected(found);
  readStatus();
  if (another) {
    lose(m_status.problem != FailureCode::none ? m_status.problem : FailureCode::cardSwapped);
  }
  const CardInspection* now = m_tracker.card();
  if (now != nullptr && m_authentication && now->authentication &&
      now->authentication->der != m_authentication->der) {
    forgetOwner();
    emit ownerChanged();
  } else if (again && m_status.problem != FailureCode::none) {
    setFailure(m_status.problem);
  }
  emit statusChanged();
}

void CardVisit::lose(FailureCode why) {
  const bool asked = m_check || m_sign;
  // That a try may have counted matters more than how it came about.
  const FailureCode told =
      m_failure == FailureCode::verifyInterrupted ? FailureCode::verifyInterrupted : why;
  for (Pending* pending : {&m_look, &m_check, &m_sign}) {
    pending->drop();
  }
  wipe();
  withdraw();
  emit lost(told);
  if (asked && m_tracker.card() != nullptr) {
    forgetTries();
  }
}

void CardVisit::endStay(FailureCode why) {
  m_tracker.forgetCard();
  lose(why);
  look();
}

void CardVisit::forgetTries() {
  for (const Secret which : kSecrets) {
    m_tracker.setTries(which, std::nullopt);
  }
  look();
}

void CardVisit::onExpired() {
  // What the card is being asked goes on; nothing of it will be kept.
  const auto remaining = [](SecretAnswer answer) {
    return answer == SecretAnswer::checking ? answer : SecretAnswer::none;
  };
  setAnswers(remaining(m_password), remaining(m_pin));
  emit expired();
}

Pending CardVisit::afterSecretLifetime(std::function<void()> act) {
  return m_secrets.afterLifetime(std::move(act));
}

void CardVisit::readStatus() {
  m_status = m_tracker.status();
  if (!m_canKeepSecrets && (m_wants.password || m_wants.pin)) {
    // Before anything else, and before anything is typed: no other card or reader would help.
    m_status.problem = FailureCode::memoryNotLocked;
  }
}

void CardVisit::tellStatus() {
  readStatus();
  emit statusChanged();
}

void CardVisit::setFailure(FailureCode code) {
  if (std::exchange(m_failure, code) != code) {
    emit failureChanged();
  }
}

void CardVisit::setAnswers(SecretAnswer password, SecretAnswer pin) {
  const bool newPassword = std::exchange(m_password, password) != password;
  const bool newPin = std::exchange(m_pin, pin) != pin;
  if (newPassword) {
    emit answerChanged(Secret::signaturePassword);
  }
  if (newPin) {
    emit answerChanged(Secret::authenticationPin);
  }
}

void CardVisit::answerGiven(SecretAnswer password, SecretAnswer pin) {
  setAnswers(m_given.password ? password : m_password, m_given.pin ? pin : m_pin);
}

}  // namespace madoguchi::app
