#include "app/card/card_desk.h"

#include <QMetaObject>
#include <algorithm>
#include <memory>
#include <utility>

namespace madoguchi::app {
namespace {

// Contactless cards may ask for 2.5 s more, several times in one signature (ISO/IEC 14443-4,
// S(WTX)).
constexpr std::chrono::seconds kPatience{10};

card::ReaderSnapshot brokenService(card::TransportFault fault) {
  card::ReaderSnapshot readers;
  readers.serviceFault = fault;
  return readers;
}

template <typename Result>
Result failed(FailureCode why) {
  Result result;
  result.failure = why;
  return result;
}

CardCheck failedCheck(FailureCode why) {
  return {brokenService(card::TransportFault::serviceHangs), failed<CardInspection>(why), {}};
}

}  // namespace

CardDesk::CardDesk(card::CardTransport& transport, const QString& preferredReader)
    : m_transport(transport), m_preferredReader(preferredReader.toStdString()) {
  m_patience.setInterval(kPatience);
  QObject::connect(&m_patience, &QTimer::timeout, &m_patience, [this] { lookAtAnswers(); });
}

CardDesk::~CardDesk() {
  if (m_thread.joinable()) {
    static_cast<void>(end({}));
    m_thread.join();
  }
}

bool CardDesk::end(std::chrono::milliseconds patience) {
  {
    const std::lock_guard lock(m_mutex);
    m_jobs.clear();
    m_watchers.clear();
    m_watch.stop = true;
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

void CardDesk::setPatience(std::chrono::milliseconds patience) { m_patience.setInterval(patience); }

void CardDesk::explainReaders(std::function<FailureCode(FailureCode)> explain) {
  m_explain = std::move(explain);
}

FailureCode CardDesk::explained(FailureCode code) const {
  const auto hasReader = [this] {
    const std::lock_guard lock(m_mutex);
    return !m_known.readers.empty();
  };
  const bool another = code == FailureCode::noReader && hasReader();
  return m_explain && !another ? m_explain(code) : code;
}

card::ApduCounter CardDesk::apdus() const {
  const std::lock_guard lock(m_mutex);
  return m_apdus;
}

Pending CardDesk::watch(std::function<void(const card::ReaderSnapshot&)> changed) {
  const std::uint64_t id = ++m_lastId;
  Asker::Asked asked = Asker::ask([this, id] { callOff(id); });
  {
    const std::lock_guard lock(m_mutex);
    m_watchers.push_back({id, asked.asker, std::move(changed)});
    m_cannotWait = false;
  }
  beginPatience();
  wake();
  return std::move(asked.pending);
}

template <typename Result, typename CarryOut, typename Fail>
Pending CardDesk::ask(CarryOut carryOut, Fail fail, std::function<void(const Result&)> answer) {
  const std::uint64_t id = ++m_lastId;
  Asker::Asked asked = Asker::ask([this, id] { callOff(id); });
  const auto hearing = [answer = std::move(answer)](Result result) -> Hear {
    return [answer, result = std::move(result)] { answer(result); };
  };
  {
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back({id, asked.asker,
                      [hearing, carryOut = std::move(carryOut)](const CardAccess& access) {
                        return hearing(carryOut(access));
                      },
                      [hearing, fail](FailureCode why) { return hearing(fail(why)); }});
  }
  beginPatience();
  wake();
  return std::move(asked.pending);
}

Pending CardDesk::inspect(std::function<void(const CardInspection&)> answer) {
  return ask([this](const CardAccess& access) { return inspectCard(access, m_preferredReader); },
             failed<CardInspection>, std::move(answer));
}

Pending CardDesk::check(std::function<void(const CardCheck&)> answer) {
  return ask([this](const CardAccess& access) { return checkCards(access, m_preferredReader); },
             failedCheck, std::move(answer));
}

Pending CardDesk::work(CardWork what, std::function<void(const CardWorkDone&)> answer) {
  return ask([work = std::make_shared<const CardWork>(std::move(what))](
                 const CardAccess& access) { return workWithCard(access, *work); },
             failed<CardWorkDone>, std::move(answer));
}

void CardDesk::callOff(std::uint64_t id) {
  const std::lock_guard lock(m_mutex);
  std::erase_if(m_watchers, [id](const Watcher& one) { return one.id == id; });
  std::erase_if(m_jobs, [id](const Job& one) { return one.id == id; });
  if (m_running && m_running->id == id) {
    m_watch.stop = true;
  }
  if (m_waiting && m_watchers.empty()) {
    m_transport.cancel();
  }
}

void CardDesk::beginPatience() {
  m_answersSeen = m_watch.answers;
  m_patience.start();
}

void CardDesk::endPatience() {
  const std::lock_guard lock(m_mutex);
  if (!owesAnything()) {
    m_patience.stop();
  }
}

bool CardDesk::isAnybodyUntold() const { return !std::ranges::all_of(m_watchers, &Watcher::told); }

bool CardDesk::owesAnything() const {
  return m_running || m_looking || !m_jobs.empty() || isAnybodyUntold();
}

void CardDesk::lookAtAnswers() {
  const std::lock_guard lock(m_mutex);
  if (!owesAnything()) {
    m_patience.stop();
    return;
  }
  const std::uint64_t answers = m_watch.answers;
  if (std::exchange(m_answersSeen, answers) != answers ||
      m_watch.asked == CommandWatch::Asked::person) {
    return;
  }
  m_patience.stop();
  if (m_running) {
    m_watch.stop = true;
    m_running->asker.answer(m_running->fail(m_watch.tryMayCount ? FailureCode::verifyInterrupted
                                                                : FailureCode::serviceHangs));
  }
  for (const Job& job : m_jobs) {
    job.asker.answer(job.fail(FailureCode::serviceHangs));
  }
  m_jobs.clear();
  for (Watcher& watcher : m_watchers) {
    tell(watcher, brokenService(card::TransportFault::serviceHangs));
    watcher.told = false;  // should it go on
  }
}

void CardDesk::wake() {
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

void CardDesk::run() {
  std::unique_lock lock(m_mutex);
  while (!m_ending) {
    ++m_watch.answers;
    if (!m_jobs.empty()) {
      carryOutNext(lock);
    } else if (isAnybodyUntold()) {
      lookAtReaders(lock);
    } else if (!m_watchers.empty() && !m_cannotWait) {
      waitForReaders(lock);
    } else {
      m_changed.wait(lock);
    }
  }
  m_ended = true;
  m_changed.notify_all();
}

void CardDesk::carryOutNext(std::unique_lock<std::mutex>& lock) {
  m_running = std::move(m_jobs.front());
  m_jobs.pop_front();
  m_watch.stop = false;
  m_watch.tryMayCount = false;
  lock.unlock();
  // Only this thread takes it away again.
  std::set<std::string> held;
  Hear hear = m_running->carryOut({m_transport, m_counter, m_watch, m_knownReaders, held});
  lock.lock();
  m_apdus = m_counter;
  if (!m_ending) {
    m_running->asker.answer(std::move(hear));
  }
  m_running.reset();
  noteHolders(held);
  QMetaObject::invokeMethod(
      &m_patience, [this] { endPatience(); }, Qt::QueuedConnection);
}

void CardDesk::lookAtReaders(std::unique_lock<std::mutex>& lock) {
  std::vector<std::uint64_t> untold;
  for (Watcher& watcher : m_watchers) {
    if (!std::exchange(watcher.told, true)) {
      untold.push_back(watcher.id);
    }
  }
  m_looking = true;
  lock.unlock();
  card::ReaderSnapshot now = m_transport.snapshot();
  lock.lock();
  m_looking = false;
  const bool news = std::exchange(m_known, std::move(now)) != m_known;
  for (const Watcher& watcher : m_watchers) {
    if (news || std::ranges::find(untold, watcher.id) != untold.end()) {
      tell(watcher, m_known);
    }
  }
  QMetaObject::invokeMethod(
      &m_patience, [this] { endPatience(); }, Qt::QueuedConnection);
}

void CardDesk::waitForReaders(std::unique_lock<std::mutex>& lock) {
  m_waiting = true;
  lock.unlock();
  card::ReaderSnapshot now;
  bool broken = false;
  try {
    now = m_transport.waitForChange(m_known);
  } catch (const card::TransportError& error) {
    // Nothing can be waited for. The state is told, and who begins to watch from now on lets the
    // readers be looked at again.
    now = brokenService(error.fault());
    broken = true;
  }
  lock.lock();
  m_waiting = false;
  m_cannotWait = broken && !isAnybodyUntold();
  if (!broken && now == m_known) {
    return;
  }
  m_known = std::move(now);
  tellNews();
}

void CardDesk::noteHolders(const std::set<std::string>& held) {
  std::erase_if(m_unseenHolders, [&](const std::string& reader) { return !held.contains(reader); });
  bool news = false;
  for (card::ReaderState& reader : m_known.readers) {
    // Once: a service that refuses a card and never shows its holder would be asked without end.
    if (held.contains(reader.name) && !reader.inUse && m_unseenHolders.insert(reader.name).second) {
      reader.inUse = true;
      news = true;
    }
  }
  if (news) {
    tellNews();
  }
}

void CardDesk::tellNews() const {
  for (const Watcher& watcher : m_watchers) {
    if (watcher.told) {
      tell(watcher, m_known);
    }
  }
}

void CardDesk::tell(const Watcher& watcher, const card::ReaderSnapshot& readers) const {
  card::ReaderSnapshot shown = readers;
  shown.readers = usedReaders(readers, m_preferredReader);
  watcher.asker.tell([changed = watcher.changed, shown = std::move(shown)] { changed(shown); });
}

}  // namespace madoguchi::app
