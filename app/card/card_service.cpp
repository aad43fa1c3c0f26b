#include "app/card/card_service.h"

#include <QMetaObject>
#include <utility>

namespace madoguchi::app {
namespace {

// Contactless cards may ask for 2.5 s more, several times in one signature (ISO/IEC 14443-4,
// S(WTX)).
constexpr std::chrono::seconds kPatience{10};

card::ReaderSnapshot hungService() {
  card::ReaderSnapshot readers;
  readers.serviceFault = card::TransportFault::serviceHangs;
  return readers;
}

}  // namespace

CardService::CardService(card::CardTransport& transport, QString preferredReader, QObject* parent)
    : QObject(parent), m_transport(transport), m_preferredReader(std::move(preferredReader)) {
  m_patience.setInterval(kPatience);
  connect(&m_patience, &QTimer::timeout, this, &CardService::lookAtAnswers);
}

CardService::~CardService() {
  if (m_thread.joinable()) {
    static_cast<void>(end({}));
    m_thread.join();
  }
}

bool CardService::end(std::chrono::milliseconds patience) {
  {
    const std::lock_guard lock(m_mutex);
    drop(Kind::registration);
    drop(Kind::check);
    m_ending = true;
  }
  if (!m_thread.joinable()) {
    return true;
  }
  m_patience.stop();
  wake();
  std::unique_lock lock(m_mutex);
  return m_changed.wait_for(lock, patience, [this] { return m_ended; });
}

void CardService::setPatience(std::chrono::milliseconds patience) {
  m_patience.setInterval(patience);
}

void CardService::startWatching() {
  {
    const std::lock_guard lock(m_mutex);
    m_watching = true;
    m_told = false;
  }
  beginPatience();
  wake();
}

void CardService::stopWatching() {
  {
    const std::lock_guard lock(m_mutex);
    m_watching = false;
  }
  wake();
}

template <auto signal, typename Result>
void CardService::failWith(CardService& service, FailureCode why) {
  Result result;
  result.failure = why;
  emit(service.*signal)(result);
}

void CardService::inspect() { post(Inspect{}, failWith<&CardService::inspected, CardInspection>); }

void CardService::check() {
  post(Check{}, [](CardService& service, FailureCode why) {
    CardCheck found;
    found.readers = hungService();
    found.inspection.failure = why;
    emit service.checked(found);
  });
}

void CardService::verify(SecretsToVerify what) {
  post(std::move(what), failWith<&CardService::secretsVerified, SecretsVerified>);
}

void CardService::sign(RegistrationToSign what) {
  post(std::move(what), failWith<&CardService::registrationSigned, RegistrationSigned>);
}

void CardService::cancelCommands() {
  const std::lock_guard lock(m_mutex);
  drop(Kind::registration);
}

CardService::Kind CardService::kindOf(const Command& command) {
  return std::holds_alternative<Check>(command) ? Kind::check : Kind::registration;
}

void CardService::drop(Kind kind) {
  ++m_generation[kind];
  std::erase_if(m_commands, [&](const Job& job) { return kindOf(job.command) == kind; });
  if (m_running && m_running->kind == kind) {
    m_watch.stop = true;
  }
}

bool CardService::isWanted(const Running& job) const {
  return job.generation == m_generation.at(job.kind);
}

void CardService::post(Command command, Fail fail) {
  {
    const std::lock_guard lock(m_mutex);
    m_commands.push_back({std::move(command), fail});
  }
  beginPatience();
  wake();
}

void CardService::beginPatience() {
  m_answersSeen = m_watch.answers;
  m_patience.start();
}

void CardService::endPatience() {
  const std::lock_guard lock(m_mutex);
  if (!owesAnything()) {
    m_patience.stop();
  }
}

bool CardService::owesAnything() const {
  return m_running || m_looking || !m_commands.empty() || (m_watching && !m_told);
}

void CardService::lookAtAnswers() {
  std::vector<std::pair<Fail, FailureCode>> failing;
  {
    const std::lock_guard lock(m_mutex);
    if (!owesAnything()) {
      m_patience.stop();
      return;
    }
    const std::uint64_t answers = m_watch.answers;
    const CommandWatch::Asked asked = m_watch.asked;
    if (std::exchange(m_answersSeen, answers) != answers || asked == CommandWatch::Asked::person) {
      return;
    }
    if (m_running && isWanted(*m_running)) {
      failing.emplace_back(m_running->fail, asked == CommandWatch::Asked::verify
                                                ? FailureCode::verifyInterrupted
                                                : FailureCode::serviceHangs);
    }
    for (const Job& job : m_commands) {
      failing.emplace_back(job.fail, FailureCode::serviceHangs);
    }
    m_told = false;  // should it go on
    drop(Kind::registration);
    drop(Kind::check);
  }
  m_patience.stop();
  for (const auto& [fail, why] : failing) {
    fail(*this, why);
  }
  m_readers = hungService();
  emit readersChanged();
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
    ++m_watch.answers;
    if (!m_commands.empty()) {
      const Job job = std::move(m_commands.front());
      m_commands.pop_front();
      m_watch.stop = false;
      const Kind kind = kindOf(job.command);
      const Running running{kind, m_generation[kind], job.fail};
      m_running = running;
      lock.unlock();
      carryOut(job.command, running);
      lock.lock();
    } else if (m_watching) {
      const bool told = std::exchange(m_told, true);
      m_waiting = told;
      m_looking = !told;
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

void CardService::carryOut(const Command& command, const Running& job) {
  const CardAccess access{m_transport, m_counter, m_watch, m_knownReaders};
  if (const auto* secrets = std::get_if<SecretsToVerify>(&command)) {
    tell(job, &CardService::secretsVerified, verifySecrets(access, *secrets));
  } else if (const auto* registration = std::get_if<RegistrationToSign>(&command)) {
    tell(job, &CardService::registrationSigned, signRegistration(access, *registration));
  } else if (std::holds_alternative<Check>(command)) {
    tell(job, &CardService::checked, checkCards(access, m_preferredReader.toStdString()));
  } else {
    tell(job, &CardService::inspected, inspectCard(access, m_preferredReader.toStdString()));
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
      // Before it is told: who hears it may begin anew at once. Who did so since the wait began is
      // told the state anew.
      const std::lock_guard lock(m_mutex);
      m_watching = m_watching && !m_told;
    }
    tellReaders(broken);
  }
}

void CardService::tellReaders(const card::ReaderSnapshot& readers) {
  m_known = readers;
  {
    const std::lock_guard lock(m_mutex);
    m_looking = false;
  }
  card::ReaderSnapshot shown = readers;
  if (const std::string only = m_preferredReader.toStdString(); !only.empty()) {
    std::erase_if(shown.readers, [&](const card::ReaderState& one) { return one.name != only; });
  }
  QMetaObject::invokeMethod(
      this,
      [this, shown = std::move(shown)] {
        m_readers = shown;
        endPatience();
        emit readersChanged();
      },
      Qt::QueuedConnection);
}

template <typename Result>
void CardService::tell(const Running& job, void (CardService::*signal)(const Result&),
                       Result result) {
  {
    const std::lock_guard lock(m_mutex);
    m_running.reset();
  }
  auto shared = std::make_shared<const Result>(std::move(result));
  QMetaObject::invokeMethod(
      this,
      [this, job, signal, shared, counted = m_counter] {
        m_apdus = counted;
        endPatience();
        {
          const std::lock_guard lock(m_mutex);
          if (!isWanted(job)) {
            return;
          }
        }
        emit(this->*signal)(*shared);
      },
      Qt::QueuedConnection);
}

}  // namespace madoguchi::app
