// Any text in any field of the registration: repairing twice is repairing once, and judging never
// fails.
#include "forms/registration/registration_form.h"
#include "tests/fuzz/form_agreement.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace madoguchi;
  using forms::Entrance;
  using namespace std::chrono;
  const forms::Definition& form = forms::registrationForm();
  const std::string text(data, data + size);
  forms::Answers answers;
  for (const forms::Field& field : form.fields) {
    answers.values[field.id] = text;
  }
  for (const Entrance entrance :
       {Entrance::cardHolder, Entrance::attorneyOrScrivener, Entrance::coeByEmail}) {
    const forms::Facts facts = forms::registrationFacts(entrance, year{2026} / 11 / 20, true);
    fuzz::checkAgreement(form, answers, facts);
    const auto findings = forms::judge(form, answers, facts);
    fuzz::check(findings.empty() == forms::summaryCode(findings).empty());
  }
  return 0;
}
