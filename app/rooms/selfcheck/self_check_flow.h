#pragma once

#include "app/core/journey.h"

namespace madoguchi::app {

class SelfCheck;

/// The self-check as a room: a glance at the computer, over whatever the person is doing.
class SelfCheckFlow : public Journey {
  Q_OBJECT
 public:
  /// Looks at everything anew. The check outlives it.
  explicit SelfCheckFlow(SelfCheck& check, QObject* parent = nullptr);

  [[nodiscard]] SelfCheck& check() const { return m_check; }
  /// The person has seen enough.
  void close() { emit ended({}); }

  /// Place::page of each of its places.
  static const QStringList& pageNames();
  [[nodiscard]] Place place() const override;
  [[nodiscard]] bool wouldLoseSomething() const override { return false; }
  bool back() override { return false; }
  void leave() override {}  // what is being looked at may end: nobody is kept waiting by it
  void cover() override {}
  void uncover() override {}

 private:
  SelfCheck& m_check;
};

}  // namespace madoguchi::app
