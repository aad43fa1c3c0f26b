#include "tests/unit/app/toy_room/toy_flow.h"

#include <utility>

#include "forms/engine/definition_reader.h"

namespace madoguchi::test {
namespace {

const forms::Definition& toyForm() {
  static const forms::Definition form = forms::definitionFrom(R"({
    "form": "toy", "version": 1, "source": "Made up for a test", "checkedAt": "2026-11-20", "facts": {},
    "codes": {"missing": "WZBAM001E", "wrong": "WZBAM005E", "unreal": "WZBAM111E", "external": "WZBAM011E"},
    "pages": [{"id": "toys", "sections": [{"id": "toys", "contents": [
      {"id": "owner", "type": "text", "rule": "latinName", "maxLength": 40, "required": true},
      {"group": "toy", "max": 3, "title": ["name"], "contents": [
        {"id": "name", "type": "text", "rule": "latinName", "maxLength": 40, "required": true}]}]}]}]
  })",
                                                              {});
  return form;
}

}  // namespace

ToyFlow::ToyFlow(app::CardDesk& desk, app::IdleClock& idle)
    : m_visit(desk, idle, {.pin = true}), m_form(toyForm(), [] { return forms::Facts{}; }) {
  connect(&m_visit, &app::CardVisit::completed, this, [this] { go(true); });
  m_visit.begin();
}

app::Place ToyFlow::place() const {
  return {.page = m_onForm ? QStringLiteral("toyForm") : QStringLiteral("toyCard"),
          .step = m_onForm ? 2 : 1,
          .steps = 2,
          .stepName = m_onForm ? "steps.step1" : "steps.card",
          .offersWayBack = true};
}

bool ToyFlow::back() {
  if (m_onForm) {
    m_visit.wipe();
    go(false);
    return true;
  }
  return false;
}

void ToyFlow::leave() {
  m_visit.end();
  m_form.clear();
}

void ToyFlow::go(bool onForm) {
  if (std::exchange(m_onForm, onForm) != onForm) {
    emit placeChanged();
  }
}

}  // namespace madoguchi::test
