#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "forms/engine/registration_form.h"
#include "forms/rules/field_rules.h"
#include "protocol/strict_json.h"

// Reads a form definition. A fault in it is a fault of the program, so it throws.

namespace madoguchi::forms {
namespace {

using nlohmann::json;

constexpr protocol::JsonLimits kLimits = {.bytes = 65'536, .depth = 4};

[[noreturn]] void refuse(const std::string& what) {
  throw std::runtime_error("form definition: " + what);
}

FieldType typeOf(const std::string& name) {
  constexpr std::array<std::pair<std::string_view, FieldType>, 6> kTypes = {
      {{"text", FieldType::text},
       {"sex", FieldType::sex},
       {"date", FieldType::date},
       {"municipality", FieldType::municipality},
       {"choice", FieldType::choice},
       {"consent", FieldType::consent}}};
  const auto found = std::ranges::find(kTypes, name, [](const auto& row) { return row.first; });
  if (found == kTypes.end()) {
    refuse("unknown type " + name);
  }
  return found->second;
}

void refuseUnknown(const json& object, std::span<const std::string_view> known) {
  for (const auto& [name, value] : object.items()) {
    if (std::ranges::find(known, name) == known.end()) {
      refuse("unknown member " + name);
    }
  }
}

FieldCodes readCodes(const json& object) {
  constexpr std::array<std::string_view, 5> kKnown = {"missing", "wrong", "external", "unreal",
                                                      "different"};
  refuseUnknown(object, kKnown);
  return {.missing = object.at("missing").get<std::string>(),
          .wrong = object.value("wrong", ""),
          .external = object.value("external", ""),
          .unreal = object.value("unreal", ""),
          .different = object.value("different", "")};
}

int readMaxLength(const json& object) {
  const auto found = object.find("maxLength");
  if (found == object.end()) {
    return 0;
  }
  // The library would also take 1e66 for a length, and convert it to whatever comes out.
  if (!found->is_number_unsigned() || !std::in_range<int>(found->get<std::uint64_t>())) {
    refuse("maxLength is no number of characters");
  }
  return found->get<int>();
}

FieldDefinition readField(const json& object) {
  constexpr std::array<std::string_view, 11> kKnown = {
      "id",         "type",    "rule",   "maxLength", "example", "choices",
      "parameters", "classes", "sameAs", "submitted", "codes"};
  refuseUnknown(object, kKnown);
  FieldDefinition field;
  field.id = object.at("id").get<std::string>();
  field.type = typeOf(object.at("type").get<std::string>());
  field.rule = object.at("rule").get<std::string>();
  field.maxLength = readMaxLength(object);
  field.example = object.at("example").get<std::string>();
  field.choices = object.value("choices", std::vector<std::string>());
  field.parameters = object.value("parameters", decltype(field.parameters)());
  field.classes = object.value("classes", std::vector<std::string>());
  field.sameAs = object.value("sameAs", "");
  field.submitted = object.value("submitted", true);
  field.codes = readCodes(object.at("codes"));
  if (findRule(field.rule) == nullptr) {
    refuse("unknown rule " + field.rule + " at " + field.id);
  }
  if (field.codes.missing.empty() ||
      (field.sameAs.empty() ? field.codes.wrong : field.codes.different).empty()) {
    refuse("a message code is missing at " + field.id);
  }
  return field;
}

void readEntrances(const json& list, std::map<Entrance, std::vector<std::string>>& classes) {
  for (const json& row : list) {
    Entrance entrance{};
    const auto id = row.at("id").get<std::string>();
    if (!fromString(id, entrance)) {
      refuse("unknown entrance " + id);
    }
    auto offered = row.at("classes").get<std::vector<std::string>>();
    if (offered.empty() || !classes.emplace(entrance, std::move(offered)).second) {
      refuse("entrance " + id + " has no classes or occurs twice");
    }
  }
}

}  // namespace

FormDefinition FormDefinition::fromJson(std::string_view text) {
  const auto object = protocol::readStrictJson(text, kLimits);
  if (!object) {
    refuse("not JSON");
  }
  FormDefinition form;
  try {
    readEntrances(object->at("entrances"), form.m_classes);
    for (const json& row : object->at("fields")) {
      FieldDefinition field = readField(row);
      if (form.field(field.id) != nullptr) {
        refuse(field.id + " occurs twice");
      }
      if (!field.sameAs.empty() && form.field(field.sameAs) == nullptr) {
        refuse(field.id + " repeats an unknown field");
      }
      form.m_fields.push_back(std::move(field));
    }
  } catch (const json::exception& error) {
    refuse(error.what());
  }
  return form;
}

}  // namespace madoguchi::forms
