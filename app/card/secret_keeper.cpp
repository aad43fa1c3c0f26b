#include "app/card/secret_keeper.h"

#include <utility>

namespace madoguchi::app {
namespace {

const card::SecretBuffer* pointer(const std::optional<card::SecretBuffer>& secret) {
  return secret ? &*secret : nullptr;
}

}  // namespace

SecretKeeper::SecretKeeper(std::chrono::milliseconds lifetime, QObject* parent) : QObject(parent) {
  m_timer.setSingleShot(true);
  m_timer.setInterval(lifetime);
  connect(&m_timer, &QTimer::timeout, this, [this] {
    wipe();
    emit expired();
  });
}

void SecretKeeper::offer(card::Secret which, card::SecretBuffer secret) {
  m_offered.of(which) = std::move(secret);
  if (which == card::Secret::authenticationPin) {
    m_offered.pinAtReader = false;
  }
  m_timer.start();
}

const card::SecretBuffer* SecretKeeper::offered(card::Secret which) const {
  return pointer(m_offered.of(which));
}

void SecretKeeper::accept() {
  if (m_offered.pinAtReader || m_offered.pin) {
    m_kept.pinAtReader = std::exchange(m_offered.pinAtReader, false);
    m_kept.pin.reset();
  }
  for (const card::Secret which :
       {card::Secret::signaturePassword, card::Secret::authenticationPin}) {
    if (m_offered.of(which)) {
      m_kept.of(which) = std::exchange(m_offered.of(which), std::nullopt);
    }
  }
}

void SecretKeeper::dropOffered() {
  m_offered = {};
  watchTime();
}

const card::SecretBuffer* SecretKeeper::kept(card::Secret which) const {
  return pointer(m_kept.of(which));
}

void SecretKeeper::wipe(card::Secret which) {
  m_kept.of(which).reset();
  m_offered.of(which).reset();
  if (which == card::Secret::authenticationPin) {
    m_kept.pinAtReader = false;
    m_offered.pinAtReader = false;
  }
  watchTime();
}

void SecretKeeper::wipe() {
  m_kept = {};
  m_offered = {};
  watchTime();
}

void SecretKeeper::noteActivity() {
  if (m_timer.isActive()) {
    m_timer.start();
  }
}

void SecretKeeper::watchTime() {
  if (!any()) {
    m_timer.stop();
  }
}

}  // namespace madoguchi::app
