#include "backend/filing/draft_content.h"

#include <algorithm>
#include <array>
#include <limits>
#include <nlohmann/json.hpp>

#include "backend/filing/draft_store.h"
#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"
#include "forms/procedures/result_needs.h"
#include "protocol/strict_json.h"

namespace madoguchi::backend {
namespace {

constexpr std::array<std::string_view, 4> kForWhom = {"self", "child", "family", "client"};
constexpr std::size_t kLongestPageName = 40;

bool isProcedure(const std::string& name) {
  const auto& facts = forms::applicationForm().facts;
  const auto fact = std::ranges::find(facts, "procedure", &forms::Fact::name);
  return fact != facts.end() && std::ranges::find(fact->values, name) != fact->values.end();
}

}  // namespace

std::optional<forms::Answers> answersOf(const DraftContent& content) {
  const forms::Definition& form = forms::applicationForm();
  const nlohmann::json json = {{"answers", nlohmann::json::parse(content.values)},
                               {"id", form.id},
                               {"version", content.formVersion}};
  return forms::draftFrom(form, json.dump());
}

bool takeAnswers(nlohmann::json& object, DraftContent& content) {
  const auto version = object.find("formVersion");
  const auto values = object.find("values");
  if (version == object.end() || !version->is_number_unsigned() || *version < 1 ||
      *version > std::numeric_limits<int>::max() || values == object.end() ||
      !values->is_object() || !protocol::takeString(object, "page", content.page) ||
      content.page.size() > kLongestPageName) {
    return false;
  }
  content.formVersion = version->get<int>();
  content.values = values->dump();
  for (const char* name : {"formVersion", "values", "page"}) {
    object.erase(name);
  }
  return answersOf(content).has_value();
}

bool takeContent(nlohmann::json& object, DraftContent& content) {
  if (!protocol::takeString(object, "forWhom", content.forWhom) ||
      !protocol::takeString(object, "procedure", content.procedure) ||
      std::ranges::find(kForWhom, content.forWhom) == kForWhom.end() ||
      !isProcedure(content.procedure)) {
    return false;
  }
  object.erase("forWhom");
  object.erase("procedure");
  return takeAnswers(object, content);
}

nlohmann::json toJson(const DraftContent& content) {
  return {{"forWhom", content.forWhom},
          {"procedure", content.procedure},
          {"formVersion", content.formVersion},
          {"values", nlohmann::json::parse(content.values)},
          {"page", content.page}};
}

Sealed sealContent(const DraftContent& content, const DataKeys& keys, std::string_view draftId) {
  return keys.seal(toJson(content).dump(), draftPlace(draftId));
}

DraftContent contentKept(nlohmann::json kept) {
  const auto version = kept.is_object() ? kept.value("formVersion", nlohmann::json()) : kept;
  if (version.is_number_unsigned() && version > forms::applicationForm().version) {
    throw KeptByNewer("a draft or an application was kept with a newer form");
  }
  DraftContent content;
  if (!kept.is_object() || !takeContent(kept, content)) {
    throw LoggableError("a draft or an application that was kept cannot be read");
  }
  return content;
}

DraftContent openContent(const Sealed& sealed, const DataKeys& keys, std::string_view draftId) {
  return contentKept(nlohmann::json::parse(keys.open(sealed, draftPlace(draftId)), nullptr, false));
}

std::string statusIn(std::string_view procedure, const forms::Answers& answers) {
  return valueAt(answers, forms::topField(std::string(forms::statusField(procedure))));
}

}  // namespace madoguchi::backend
