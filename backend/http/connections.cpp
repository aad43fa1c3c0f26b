#include "backend/http/connections.h"

#include <new>
#include <utility>

namespace madoguchi::backend {

std::optional<Connections::Id> Connections::admit(const std::optional<IpAddress>& subscriber,
                                                  GiveUp giveUp) {
  GiveUp victim;
  Id id = 0;
  {
    const std::lock_guard lock(m_mutex);
    if (m_draining) {
      return std::nullopt;
    }
    if (!makeRoom(subscriber, victim)) {
      return std::nullopt;
    }
    id = m_next++;
    Entry& entry =
        m_entries.try_emplace(id, Entry{subscriber, std::move(giveUp), std::nullopt}).first->second;
    try {
      count(entry);
      startWaiting(id, entry);
    } catch (const std::bad_alloc&) {
      erase(id);
      throw;
    }
  }
  if (victim) {
    victim();
  }
  return id;
}

bool Connections::identify(Id id, const IpAddress& subscriber) {
  GiveUp victim;
  {
    const std::lock_guard lock(m_mutex);
    Entry& entry = m_entries.at(id);
    if (!entry.counts || m_draining) {
      return false;
    }
    stopWaiting(entry);
    uncount(entry);
    if (!makeRoom(subscriber, victim)) {
      return false;
    }
    entry.subscriber = subscriber;
    count(entry);
    startWaiting(id, entry);
  }
  if (victim) {
    victim();
  }
  return true;
}

bool Connections::isBusy(Id id) {
  const std::lock_guard lock(m_mutex);
  Entry& entry = m_entries.at(id);
  stopWaiting(entry);
  return entry.counts;
}

bool Connections::isWaiting(Id id) {
  const std::lock_guard lock(m_mutex);
  Entry& entry = m_entries.at(id);
  if (!entry.counts || m_draining) {
    return false;
  }
  stopWaiting(entry);
  startWaiting(id, entry);
  return true;
}

void Connections::remove(Id id) {
  const std::lock_guard lock(m_mutex);
  erase(id);
}

std::size_t Connections::size() const {
  const std::lock_guard lock(m_mutex);
  return m_count;
}

void Connections::erase(Id id) {
  const auto found = m_entries.find(id);
  stopWaiting(found->second);
  uncount(found->second);
  m_entries.erase(found);
  if (m_entries.empty()) {
    m_none.notify_all();
  }
}

bool Connections::giveUpLongest() {
  GiveUp victim;
  {
    const std::lock_guard lock(m_mutex);
    victim = takeLongest(m_waiting);
  }
  if (victim) {
    victim();
  }
  return victim != nullptr;
}

void Connections::drain() {
  {
    const std::lock_guard lock(m_mutex);
    m_draining = true;
  }
  while (giveUpLongest()) {
  }
}

bool Connections::isDraining() const {
  const std::lock_guard lock(m_mutex);
  return m_draining;
}

void Connections::waitUntilNone() {
  std::unique_lock lock(m_mutex);
  m_none.wait(lock, [this] { return m_entries.empty(); });
}

void Connections::startWaiting(Id id, Entry& entry) {
  entry.waitsSince = m_next++;
  m_waiting[*entry.waitsSince] = id;
  if (entry.subscriber) {
    m_subscribers[*entry.subscriber].waiting[*entry.waitsSince] = id;
  }
}

void Connections::stopWaiting(Entry& entry) {
  if (entry.waitsSince) {
    m_waiting.erase(*entry.waitsSince);
    if (entry.subscriber) {
      m_subscribers[*entry.subscriber].waiting.erase(*entry.waitsSince);
    }
    entry.waitsSince.reset();
  }
}

void Connections::count(Entry& entry) {
  if (entry.subscriber) {
    ++m_subscribers[*entry.subscriber].count;
  }
  ++m_count;
  entry.counts = true;
}

void Connections::uncount(Entry& entry) {
  if (!std::exchange(entry.counts, false)) {
    return;
  }
  --m_count;
  if (entry.subscriber) {
    const auto subscriber = m_subscribers.find(*entry.subscriber);
    if (--subscriber->second.count == 0) {
      m_subscribers.erase(subscriber);
    }
  }
}

bool Connections::makeRoom(const std::optional<IpAddress>& subscriber, GiveUp& victim) {
  const auto found = subscriber ? m_subscribers.find(*subscriber) : m_subscribers.end();
  const bool ofSubscriber =
      found != m_subscribers.end() && found->second.count >= m_mostOfSubscriber;
  if (ofSubscriber || m_count >= m_most) {
    victim = takeLongest(ofSubscriber ? found->second.waiting : m_waiting);
    return victim != nullptr;
  }
  return true;
}

Connections::GiveUp Connections::takeLongest(const Order& order) {
  if (order.empty()) {
    return nullptr;
  }
  Entry& entry = m_entries.at(order.begin()->second);
  stopWaiting(entry);
  uncount(entry);
  return std::exchange(entry.giveUp, nullptr);
}

}  // namespace madoguchi::backend
