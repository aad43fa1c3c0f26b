#pragma once

#include <functional>
#include <memory>

#include "app/core/pending.h"

namespace madoguchi::app {

/// Who has asked, for whoever is to answer, in whatever thread that may be: what is said is heard
/// in the thread of the question, in order, and not after the asker has dropped its Pending. Copies
/// speak to the same asker.
class Asker {
 public:
  struct Asked;
  /// The calling thread asks; it needs an event loop. Where the Pending is dropped before there is
  /// an answer, `callOff` runs in that thread.
  static Asked ask(std::function<void()> callOff = {});

  /// The answer. Only the first one is heard, and nothing after it.
  void answer(std::function<void()> hear) const;
  /// What happens before there is an answer, as often as it does.
  void tell(std::function<void()> hear) const;
  /// Neither answered nor called off.
  [[nodiscard]] bool waits() const;

 private:
  struct Ear;
  explicit Asker(std::shared_ptr<Ear> ear) : m_ear(std::move(ear)) {}

  std::shared_ptr<Ear> m_ear;
};

struct Asker::Asked {
  Asker asker;
  Pending pending;
};

}  // namespace madoguchi::app
