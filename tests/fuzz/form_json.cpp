// Any text as a form in JSON: the signed form of the wire, and the definition of a form.
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "forms/engine/registration_form.h"
#include "protocol/registration_payload.h"

namespace {

using namespace madoguchi::forms;
using madoguchi::protocol::registrationPayloadFromJson;

void check(bool holds) {
  if (!holds) {
    __builtin_trap();
  }
}

/// What is signed holds no field that the person is not asked, and says the same when it is read.
void judge(const FormValues& values, Entrance entrance) {
  using namespace std::chrono;
  const auto& form = FormDefinition::registration();
  const FormValues submitted = submittedValues(values, entrance);
  for (const auto& [id, value] : submitted) {
    const FieldDefinition* field = form.field(id);
    check(field != nullptr && field->submitted && !value.empty());
  }
  check(nlohmann::json::parse(canonicalJson(values, entrance)).get<FormValues>() == submitted);
  const FormContext context{entrance, year{2026} / 11 / 20, true};
  const auto errors = form.validate(submitted, context);
  check(errors.empty() == FormDefinition::summaryCode(errors).empty());
  if (errors.empty()) {
    check(form.repaired(submitted) == submitted);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  if (const auto payload = registrationPayloadFromJson(text)) {
    const auto again = registrationPayloadFromJson(toJson(*payload));
    check(again && again->form == payload->form && again->entrance == payload->entrance &&
          again->nonce == payload->nonce);
    Entrance entrance{};
    const auto values = formValuesFromJson(payload->form);
    if (values && fromString(payload->entrance, entrance)) {
      judge(*values, entrance);
    }
  }
  try {
    check(!FormDefinition::fromJson(text).fields().empty());
  } catch (const std::runtime_error&) {
  }
  return 0;
}
