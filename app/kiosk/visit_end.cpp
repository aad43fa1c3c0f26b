#include "app/kiosk/visit_end.h"

#include <utility>

namespace madoguchi::app {

namespace {

/// What is waited for says so in several ways; for these few seconds it is looked at.
constexpr std::chrono::milliseconds kLook{50};

}  // namespace

VisitEnd::VisitEnd(Doing doing, Patience patience, QObject* parent)
    : QObject(parent), m_doing(std::move(doing)), m_patience(patience) {
  connect(&m_look, &QTimer::timeout, this, &VisitEnd::look);
}

void VisitEnd::begin() {
  enter(Step::keeping);
  m_look.start(kLook);
}

void VisitEnd::enter(Step step) {
  m_step = step;
  switch (step) {
    case Step::keeping:
      m_limit.setRemainingTime(m_patience.keeping);
      m_sendingLimit.setRemainingTime(m_patience.sending);
      break;
    case Step::loggingOut:
      m_doing.logOut();
      m_limit.setRemainingTime(m_patience.loggingOut);
      break;
    case Step::takingCard:
      m_limit.setRemainingTime(m_patience.takingCard);
      break;
    case Step::done:
      m_look.stop();
      break;
  }
  emit stepChanged();
}

bool VisitEnd::isWaiting() const {
  switch (m_step) {
    case Step::keeping:
      return m_doing.isKeeping();
    case Step::loggingOut:
      return m_doing.isLoggingOut();
    case Step::takingCard:
      return m_doing.hasCard();
    case Step::done:
      break;
  }
  return false;
}

bool VisitEnd::maySend() const {
  return m_step == Step::keeping && !m_sendingLimit.hasExpired() && m_doing.isSending();
}

void VisitEnd::look() {
  if (maySend() || (isWaiting() && !m_limit.hasExpired())) return;
  switch (m_step) {
    case Step::keeping:
      return enter(Step::loggingOut);
    case Step::loggingOut:
      return enter(Step::takingCard);
    case Step::takingCard:
    case Step::done:
      return enter(Step::done);
  }
}

}  // namespace madoguchi::app
