#include "forms/registration/information_change.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "embedded/registration_form_definition.h"
#include "forms/engine/definition_reader.h"

namespace madoguchi::forms {
namespace {

constexpr std::string_view kHalfAnAddress = "WZBAM244E";
constexpr std::string_view kNothingChanged = "WZBAM245E";

constexpr std::array<std::string_view, 2> kAddress = {"municipalityCode", "addressRest"};
constexpr std::array<std::string_view, 5> kChangeable = {"municipalityCode", "addressRest", "phone",
                                                         "email", "agentCertificateNumber"};
constexpr std::string_view kRepeated = "emailConfirmation";

bool isChangeable(std::string_view id) {
  return std::ranges::find(kChangeable, id) != kChangeable.end();
}

/// A field of the registration that may stay empty.
nlohmann::json madeOptional(nlohmann::json field) {
  field["required"] = false;
  if (const auto codes = field.find("codes"); codes != field.end()) {
    codes->erase("missing");
    if (codes->empty()) {
      field.erase(codes);
    }
  }
  return field;
}

/// The registration without what cannot be changed: a rule of a field stands in one place.
std::string definitionText() {
  auto form = nlohmann::json::parse(embedded::registration_form_definition());
  auto contents = nlohmann::json::array();
  for (const auto& page : form["pages"]) {
    for (const auto& section : page["sections"]) {
      for (const auto& field : section["contents"]) {
        const std::string id = field.value("id", "");
        if (isChangeable(id)) {
          contents.push_back(madeOptional(field));
        } else if (id == kRepeated) {
          contents.push_back(field);
          contents.back()["required"] = {{"answered", "email"}};
          contents.back().erase("submitted");
        }
      }
    }
  }
  contents.push_back({{"check", "allOrNone"}, {"fields", kAddress}, {"code", kHalfAnAddress}});
  // Any of them would do: said of one alone, it would seem that this is the one to be changed.
  for (const std::string_view id : kChangeable) {
    contents.push_back(
        {{"check", "oneOf"}, {"fields", kChangeable}, {"code", kNothingChanged}, {"at", id}});
  }
  form["form"] = "informationChange";
  form["facts"].erase("termsOpened");
  form["pages"] = {{{"id", "change"}, {"sections", {{{"id", "change"}, {"contents", contents}}}}}};
  return form.dump();
}

bool says(const Finding& finding, std::string_view code) { return finding.code == code; }

}  // namespace

const Definition& informationChangeForm() {
  static const Definition kForm = definitionFrom(definitionText(), CodeLists());
  return kForm;
}

Values changesOf(const Answers& change, const Answers& registered) {
  Values changes;
  for (const std::string_view id : kChangeable) {
    const FieldPath path = topField(std::string(id));
    const std::string& value = valueAt(change, path);
    if (!value.empty() && value != valueAt(registered, path)) {
      changes.emplace(id, value);
    }
  }
  return changes;
}

std::vector<Finding> judgeChange(const Answers& change, const Answers& registered,
                                 const Facts& facts) {
  const Definition& form = informationChangeForm();
  auto findings = judge(form, change, facts);
  const bool isWrong = std::ranges::any_of(
      findings, [](const Finding& finding) { return !says(finding, kNothingChanged); });
  if (isWrong || !changesOf(change, registered).empty()) {
    return findings;
  }
  findings.clear();
  for (const FieldPath& path : asked(form, change, facts)) {
    if (isChangeable(path.field)) {
      findings.push_back({path, std::string(kNothingChanged)});
    }
  }
  return findings;
}

std::string summaryCodeOfChange(const std::vector<Finding>& findings) {
  for (const std::string_view code : {kHalfAnAddress, kNothingChanged}) {
    if (!findings.empty() && std::ranges::all_of(findings, [code](const Finding& finding) {
          return says(finding, code);
        })) {
      return std::string(code);
    }
  }
  return summaryCode(findings);
}

}  // namespace madoguchi::forms
