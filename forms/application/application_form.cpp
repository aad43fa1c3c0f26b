#include "forms/application/application_form.h"

#include <algorithm>

#include "embedded/application_definition.h"
#include "embedded/application_start.h"
#include "embedded/application_start_words.h"
#include "embedded/application_words.h"
#include "embedded/code_lists.h"
#include "forms/engine/definition_reader.h"
#include "forms/procedures/may_file.h"

namespace madoguchi::forms {
namespace {

CodeLists readLists() {
  CodeLists lists;
  for (const std::string_view text : embedded::codeLists()) {
    auto list = std::make_shared<const CodeList>(codeListFrom(text));
    lists.emplace(list->id, list);
  }
  return lists;
}

}  // namespace

const Definition& applicationForm() {
  static const Definition kForm = definitionFrom(embedded::application_definition(), readLists());
  return kForm;
}

const FormWords& applicationWords() {
  static const FormWords kWords = formWordsFrom(embedded::application_words());
  return kWords;
}

std::string applicationWordsId(std::string_view what, const Field& field, std::string_view of) {
  std::string id(what);
  for (const std::string_view part :
       {groupIdOf(applicationForm(), field), std::string_view(field.id), of}) {
    if (!part.empty()) {
      id.append(".").append(part);
    }
  }
  return id;
}

const Definition& applicationStartForm() {
  static const Definition kForm = definitionFrom(embedded::application_start(), readLists());
  return kForm;
}

const FormWords& applicationStartWords() {
  static const FormWords kWords = formWordsFrom(embedded::application_start_words());
  return kWords;
}

Facts applicationFacts(std::string_view procedure, std::string_view userClass,
                       std::chrono::year_month_day today) {
  Facts facts{
      .values = {{"procedure", std::string(procedure)}, {"userClass", std::string(userClass)}},
      .today = today};
  const auto together = filedTogether(procedureFacts(), userClass, procedure, {}, today);
  for (const std::string_view other : {"reentry", "otherActivity"}) {
    const bool isOne = std::ranges::find(together, other) != together.end();
    facts.values.emplace(other, isOne ? "together" : "no");
  }
  return facts;
}

}  // namespace madoguchi::forms
