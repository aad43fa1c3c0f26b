// Any text as a signed registration: what is signed holds no field that the person is not asked,
// and says the same when it is read.
#include "forms/registration/registration_form.h"
#include "protocol/registration_payload.h"
#include "tests/fuzz/form_agreement.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace madoguchi;
  using namespace std::chrono;
  const std::string text(data, data + size);
  const auto payload = protocol::registrationPayloadFromJson(text);
  if (!payload) {
    return 0;
  }
  const auto again = protocol::registrationPayloadFromJson(toJson(*payload));
  fuzz::check(again && again->form == payload->form && again->entrance == payload->entrance &&
              again->nonce == payload->nonce);
  forms::Entrance entrance{};
  const auto answers = forms::answersFrom(forms::registrationForm(), payload->form);
  if (answers && forms::fromString(payload->entrance, entrance)) {
    const forms::Facts facts = forms::registrationFacts(entrance, year{2026} / 11 / 20);
    fuzz::checkAgreement(forms::registrationForm(), *answers, facts);
    if (forms::strays(forms::registrationForm(), *answers, facts).empty()) {
      fuzz::check(forms::repaired(forms::registrationForm(), *answers) == *answers);
    }
  }
  return 0;
}
