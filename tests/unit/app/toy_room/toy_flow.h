#pragma once

#include "app/card/card_visit.h"
#include "app/core/journey.h"
#include "app/form/form_model.h"

namespace madoguchi::test {

/// A room of a test's own, as one writes a new one: the card with its PIN, and a form with a group.
class ToyFlow : public app::Journey {
 public:
  ToyFlow(app::CardDesk& desk, app::IdleClock& idle);

  [[nodiscard]] bool onForm() const { return m_onForm; }
  app::CardVisit& visit() { return m_visit; }
  app::FormModel& form() { return m_form; }
  void finish() { emit ended({}); }

  [[nodiscard]] app::Place place() const override;
  [[nodiscard]] bool wouldLoseSomething() const override { return !m_form.isEmpty(); }
  bool back() override;
  void leave() override;
  void cover() override { m_visit.wipe(); }
  void uncover() override {}

 private:
  void go(bool onForm);

  app::CardVisit m_visit;
  app::FormModel m_form;
  bool m_onForm = false;
};

}  // namespace madoguchi::test
