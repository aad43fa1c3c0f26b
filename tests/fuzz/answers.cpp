// Any text as a draft or a filing: what is asked, judged and signed of it agree.
#include "forms/engine/answers_json.h"
#include "tests/fuzz/form_agreement.h"
#include "tests/support/demonstration_form.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace madoguchi;
  const std::string text(data, data + size);
  const forms::Definition& form = test::demonstrationForm();
  const forms::Facts facts = test::demonstrationFacts();
  if (const auto filed = forms::answersFrom(form, text)) {
    fuzz::checkAgreement(form, *filed, facts);
  }
  if (const auto draft = forms::draftFrom(form, text)) {
    fuzz::checkAgreement(form, *draft, facts);
    const auto again = forms::draftFrom(form, forms::draftJson(form, *draft));
    // What a codes field or attachment of an older version held may be none; else it is the same.
    fuzz::check(again.has_value());
  }
  return 0;
}
