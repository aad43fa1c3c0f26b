#include "app/kiosk/visit_watch.h"

#include <algorithm>
#include <utility>

#include "app/core/idle_clock.h"

namespace madoguchi::app {

using std::chrono::milliseconds;

VisitWatch::Times VisitWatch::timesOf(std::chrono::seconds idle) {
  constexpr std::chrono::seconds kCountdown{60};
  return {idle, std::min<milliseconds>(kCountdown, milliseconds(idle) / 2)};
}

VisitWatch::VisitWatch(IdleClock& idle, Times times, QObject* parent)
    : QObject(parent), m_idle(idle), m_times(times) {
  connect(&m_tick, &QTimer::timeout, this, &VisitWatch::onTick);
  waitForAbsence();
}

std::chrono::seconds VisitWatch::left() const {
  return std::chrono::ceil<std::chrono::seconds>(
      std::max(m_end.remainingTimeAsDuration(), std::chrono::nanoseconds::zero()));
}

void VisitWatch::waitForAbsence() {
  m_absence = m_idle.after(m_times.idle - m_times.countdown, [this] { ask(Question::idle); });
}

void VisitWatch::noteReaders(const card::ReaderSnapshot& readers) {
  if (!readers.serviceRunning) return;
  const bool had = std::exchange(
      m_hasCard, std::ranges::any_of(readers.readers, &card::ReaderState::cardPresent));
  if (had && !m_hasCard) ask(Question::cardTaken);
}

void VisitWatch::ask(Question question) {
  if (m_isOver) return;
  // Whoever asked to end the visit takes their card and is not asked for it again; nor does a card
  // that comes and goes while that is asked give more time for an answer.
  if (question == Question::cardTaken &&
      (m_question == Question::end || m_question == Question::cardTaken))
    return;
  m_question = question;
  m_absence.drop();
  m_return.drop();
  m_end.setRemainingTime(m_times.countdown);
  constexpr milliseconds kSecond{1000};
  m_tick.start(std::min(kSecond, m_times.countdown));
  if (question == Question::idle) m_return = m_idle.atNextActivity([this] { goOnLater(); });
  emit questionChanged();
}

void VisitWatch::goOn() {
  if (m_isOver || m_question == Question::none) return;
  m_question = Question::none;
  m_tick.stop();
  m_return.drop();
  waitForAbsence();
  emit questionChanged();
}

void VisitWatch::goOnLater() {
  // The clock hears of a touch before what is touched does: a page that came back at once would be
  // touched instead, wherever the finger happens to be.
  QMetaObject::invokeMethod(
      this,
      [this] {
        if (m_question == Question::idle) goOn();
      },
      Qt::QueuedConnection);
}

void VisitWatch::end() {
  if (std::exchange(m_isOver, true)) return;
  m_question = Question::none;
  m_tick.stop();
  m_absence.drop();
  m_return.drop();
  emit ended();
}

void VisitWatch::onTick() {
  if (m_end.hasExpired()) {
    end();
  } else {
    emit secondPassed();
  }
}

}  // namespace madoguchi::app
