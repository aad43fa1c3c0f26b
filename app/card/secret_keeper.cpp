#include "app/card/secret_keeper.h"

#include <utility>

namespace madoguchi::app {

SecretKeeper::SecretKeeper(IdleClock& idle, std::chrono::milliseconds lifetime,
                           std::function<void()> expired)
    : m_idle(idle), m_lifetime(lifetime), m_expired(std::move(expired)) {}

void SecretKeeper::offer(CardSecrets secrets) {
  m_offered = std::move(secrets);
  m_wait = afterLifetime([this] {
    wipe();
    m_expired();
  });
  endWait();
}

void SecretKeeper::accept() {
  if (m_offered.password) {
    m_kept.password = std::move(m_offered.password);
  }
  if (m_offered.has(card::Secret::authenticationPin)) {
    m_kept.pin = std::move(m_offered.pin);
  }
  m_offered = {};
}

void SecretKeeper::dropOffered() {
  m_offered = {};
  endWait();
}

void SecretKeeper::wipe(card::Secret which) {
  m_kept.drop(which);
  m_offered.drop(which);
  endWait();
}

void SecretKeeper::wipe() {
  m_kept = {};
  m_offered = {};
  endWait();
}

Pending SecretKeeper::afterLifetime(std::function<void()> act) const {
  return m_idle.after(m_lifetime, std::move(act));
}

void SecretKeeper::endWait() {
  if (!holdsAny()) {
    m_wait.drop();
  }
}

}  // namespace madoguchi::app
