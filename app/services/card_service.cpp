#include "app/services/card_service.h"

#include <QMetaObject>
#include <utility>

namespace madoguchi::app {

CardService::CardService(card::CardTransport& transport, QString preferredReader, QObject* parent)
    : QObject(parent), m_transport(transport), m_preferredReader(std::move(preferredReader)) {}

CardService::~CardService() {
  if (m_thread.joinable()) {
    static_cast<void>(end({}));
    m_thread.join();
  }
}

bool CardService::end(std::chrono::milliseconds patience) {
  cancelCommands();
  if (!m_thread.joinable()) {
    return true;
  }
  {
    const std::lock_guard lock(m_mutex);
    m_ending = true;
  }
  wake();
  std::unique_lock lock(m_mutex);
  return m_changed.wait_for(lock, patience, [this] { return m_ended; });
}

void CardService::startWatching() {
  {
    const std::lock_guard lock(m_mutex);
    m_watching = true;
    m_told = false;
  }
  wake();
}

void CardService::stopWatching() {
  {
    const std::lock_guard lock(m_mutex);
    m_watching = false;
  }
  wake();
}

void CardService::inspect() { post(Inspect{}); }

void CardService::check() { post(Check{}); }

void CardService::verify(SecretsToVerify what) { post(std::move(what)); }

void CardService::sign(RegistrationToSign what) { post(std::move(what)); }

void CardService::cancelCommands() {
  const std::lock_guard lock(m_mutex);
  ++m_generation;
  m_commands.clear();
  m_stop = true;
}

void CardService::post(Command command) {
  {
    const std::lock_guard lock(m_mutex);
    m_commands.push_back(std::move(command));
  }
  wake();
}

void CardService::wake() {
  if (!m_thread.joinable()) {
    m_thread = std::thread([this] { run(); });
    return;
  }
  const std::lock_guard lock(m_mutex);
  if (m_waiting) {
    m_transport.cancel();
  }
  m_changed.notify_one();
}

void CardService::run() {
  std::unique_lock lock(m_mutex);
  while (!m_ending) {
    if (!m_commands.empty()) {
      const Command command = std::move(m_commands.front());
      m_commands.pop_front();
      m_stop = false;
      const std::uint64_t generation = m_generation;
      lock.unlock();
      carryOut(command, generation);
      lock.lock();
    } else if (m_watching) {
      const bool told = std::exchange(m_told, true);
      m_waiting = told;
      lock.unlock();
      if (told) {
        waitForReaders();
      } else {
        tellReaders(m_transport.snapshot());
      }
      lock.lock();
      m_waiting = false;
    } else {
      m_changed.wait(lock);
    }
  }
  m_ended = true;
  m_changed.notify_all();
}

void CardService::carryOut(const Command& command, std::uint64_t generation) {
  const CardAccess access{m_transport, m_counter, m_stop, m_knownReaders};
  if (const auto* secrets = std::get_if<SecretsToVerify>(&command)) {
    tell(generation, &CardService::secretsVerified, verifySecrets(access, *secrets));
  } else if (const auto* registration = std::get_if<RegistrationToSign>(&command)) {
    tell(generation, &CardService::registrationSigned, signRegistration(access, *registration));
  } else if (std::holds_alternative<Check>(command)) {
    tell(generation, &CardService::checked, checkCards(access, m_preferredReader.toStdString()));
  } else {
    tell(generation, &CardService::inspected, inspectCard(access, m_preferredReader.toStdString()));
  }
}

void CardService::waitForReaders() {
  try {
    const card::ReaderSnapshot now = m_transport.waitForChange(m_known);
    if (now != m_known) {
      tellReaders(now);
    }
  } catch (const card::TransportError& error) {
    // Nothing can be waited for. The state is told, and the next call to startWatching() looks
    // again.
    card::ReaderSnapshot broken;
    broken.serviceFault = error.fault();
    {
      // Before it is told: who hears it may begin anew at once.
      const std::lock_guard lock(m_mutex);
      m_watching = false;
    }
    tellReaders(broken);
  }
}

void CardService::tellReaders(const card::ReaderSnapshot& readers) {
  m_known = readers;
  card::ReaderSnapshot shown = readers;
  if (const std::string only = m_preferredReader.toStdString(); !only.empty()) {
    std::erase_if(shown.readers, [&](const card::ReaderState& one) { return one.name != only; });
  }
  QMetaObject::invokeMethod(
      this,
      [this, shown = std::move(shown)] {
        m_readers = shown;
        emit readersChanged();
      },
      Qt::QueuedConnection);
}

template <typename Result>
void CardService::tell(std::uint64_t generation, void (CardService::*signal)(const Result&),
                       Result result) {
  auto shared = std::make_shared<const Result>(std::move(result));
  QMetaObject::invokeMethod(
      this,
      [this, generation, signal, shared, counted = m_counter] {
        m_apdus = counted;
        {
          const std::lock_guard lock(m_mutex);
          if (generation != m_generation) {
            return;
          }
        }
        emit(this->*signal)(*shared);
      },
      Qt::QueuedConnection);
}

}  // namespace madoguchi::app
