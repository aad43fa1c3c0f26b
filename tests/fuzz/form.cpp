// Any text in any field: repairing twice is repairing once, and judging never fails.
#include "forms/engine/registration_form.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace madoguchi::forms;
  const auto& form = FormDefinition::registration();
  const std::string text(data, data + size);
  FormValues values;
  for (const auto& field : form.fields()) {
    const std::string once = form.repair(field.id, text);
    if (form.repair(field.id, once) != once) __builtin_trap();
    values[field.id] = once;
  }
  using namespace std::chrono;
  for (const Entrance entrance :
       {Entrance::cardHolder, Entrance::attorneyOrScrivener, Entrance::coeByEmail}) {
    const auto errors = form.validate(values, {entrance, year{2026} / 11 / 20});
    if (errors.empty() != FormDefinition::summaryCode(errors).empty()) __builtin_trap();
    canonicalJson(values, entrance);
  }
  return 0;
}
