// Any text as a form's definition or a list: it is refused with its place, or it holds together.
#include <stdexcept>

#include "forms/engine/answers_json.h"
#include "forms/engine/definition_reader.h"
#include "tests/fuzz/form_agreement.h"
#include "tests/support/demonstration_form.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace madoguchi;
  const std::string text(data, data + size);
  try {
    const forms::Definition form = forms::definitionFrom(text, test::demonstrationLists());
    forms::Answers answers;
    for (const forms::Field& field : form.fields) {
      answers.values[field.id] = field.example.empty() ? "yes" : field.example;
    }
    for (const forms::Group& group : form.groups) {
      answers.groups[group.id] = {{.id = "a", .values = answers.values}, {.id = "b"}};
    }
    fuzz::checkAgreement(form, answers, test::demonstrationFacts());
  } catch (const std::runtime_error&) {
  }
  try {
    const forms::CodeList list = forms::codeListFrom(text);
    fuzz::check(!list.codes.empty() && list.codes.size() == list.position.size());
  } catch (const std::runtime_error&) {
  }
  return 0;
}
