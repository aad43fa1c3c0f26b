#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "backend/storage/soci.h"

// What a service holds while nobody restarts it, and whether it becomes more.

namespace madoguchi::test {

/// By name, "residentKilobytes", "descriptors" and so on, at one time.
using Held = std::map<std::string, long long>;

/// Of a process of this machine; connections are those to its database, where `postgresql` is a
/// session of a PostgreSQL server and not null.
Held heldBy(int process, soci::session* postgresql);

/// What was held at each time of a week.
class WeekOfHeld {
 public:
  /// A week takes so many seconds.
  explicit WeekOfHeld(double seconds) : m_seconds(seconds) {}

  /// `at` is in seconds from the beginning.
  void note(double at, Held held) { m_held.push_back({at, std::move(held)}); }
  /// The least of each night: what is held when hardly anybody is there.
  [[nodiscard]] std::vector<Held> nights() const;
  /// By how much more the service holds in the last night than in the second, beyond what a night
  /// may differ from another: a tenth of the memory, and a few of the others. Nothing of a week
  /// whose days are too short to have nights.
  [[nodiscard]] Held grown() const;

 private:
  struct Noted {
    double at = 0;
    Held held;
  };
  double m_seconds;
  std::vector<Noted> m_held;
};

}  // namespace madoguchi::test
