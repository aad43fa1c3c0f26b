#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>

#include "backend/core/ip_address.h"

namespace madoguchi::backend {

/// Which connections there are, and which one is given up when there are too many: the one that has
/// waited longest for its client, be it for a handshake, for the next request or for the rest of a
/// head. Those whose request is being read or decided are let alone. Thread-safe.
class Connections {
 public:
  using Id = std::uint64_t;
  /// Called once at most, from any thread, for a connection that is not to go on. It is counted no
  /// longer by then.
  using GiveUp = std::function<void()>;

  Connections(std::size_t most, std::size_t mostOfSubscriber)
      : m_most(most), m_mostOfSubscriber(mostOfSubscriber) {}

  /// A new connection, which waits for its client. nullopt where there is no room for it and nobody
  /// to be given up. Without a subscriber (a trusted proxy) only the limit for all counts.
  std::optional<Id> admit(const std::optional<IpAddress>& subscriber, GiveUp giveUp);
  /// It has turned out whose it is: one that was admitted without a subscriber, and still waits.
  /// False where there is no room for it as there would have been none before.
  bool identify(Id id, const IpAddress& subscriber);
  /// A request has come. False where the connection has been given up meanwhile.
  bool isBusy(Id id);
  /// The connection waits for its client. False where it has been given up or none may go on.
  bool isWaiting(Id id);
  void remove(Id id);
  /// How many there are, those given up not counted.
  [[nodiscard]] std::size_t size() const;

  /// Removes a connection when it goes.
  class Member {
   public:
    Member(Connections& connections, Id id) : m_connections(connections), m_id(id) {}
    ~Member() { m_connections.remove(m_id); }
    Member(const Member&) = delete;
    Member& operator=(const Member&) = delete;

   private:
    Connections& m_connections;
    Id m_id;
  };

  /// Gives up whoever has waited longest; false where nobody waits.
  bool giveUpLongest();
  /// Gives up all that wait, and the others as soon as they would.
  void drain();
  [[nodiscard]] bool isDraining() const;
  /// Until the last connection has been removed, those given up included.
  void waitUntilNone();

 private:
  using Order = std::map<std::uint64_t, Id>;  ///< by the time since when they wait
  struct Subscriber {
    std::size_t count = 0;
    Order waiting = {};
  };
  struct Entry {
    std::optional<IpAddress> subscriber;
    GiveUp giveUp;
    std::optional<std::uint64_t> waitsSince;
    bool counts = false;  ///< among the others: until it is given up
  };
  void startWaiting(Id id, Entry& entry);
  void stopWaiting(Entry& entry);
  void count(Entry& entry);
  void uncount(Entry& entry);
  void erase(Id id);
  /// Makes room for one more: false where there is none and nobody to be given up.
  bool makeRoom(const std::optional<IpAddress>& subscriber, GiveUp& victim);
  GiveUp takeLongest(const Order& order);

  std::size_t m_most;
  std::size_t m_mostOfSubscriber;
  mutable std::mutex m_mutex;
  std::condition_variable m_none;
  std::map<Id, Entry> m_entries;
  std::map<IpAddress, Subscriber> m_subscribers;
  Order m_waiting;
  std::size_t m_count = 0;
  std::uint64_t m_next = 0;  ///< ids and the order of waiting
  bool m_draining = false;
};

}  // namespace madoguchi::backend
