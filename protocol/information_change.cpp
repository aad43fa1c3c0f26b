#include "protocol/information_change.h"

#include "protocol/strict_json.h"

namespace madoguchi::protocol {
namespace {

// An address, a time and the names of a handful of fields.
constexpr JsonLimits kChangeLimits = {.bytes = 4096, .depth = 3};

nlohmann::json asJson(const NewEmail& email) {
  return {{"confirmUntil", email.confirmUntil}, {"email", email.email}};
}

std::optional<NewEmail> newEmailIn(const nlohmann::json& json) {
  NewEmail read{stringMember(json, "email"), stringMember(json, "confirmUntil")};
  return read.email.empty() || read.confirmUntil.empty() ? std::nullopt : std::optional(read);
}

}  // namespace

std::string toJson(const NewEmail& email) { return canonicalText(asJson(email)); }

std::optional<NewEmail> newEmailFromJson(std::string_view json) {
  const auto object = readStrictJson(json, kChangeLimits);
  return object && object->is_object() ? newEmailIn(*object) : std::nullopt;
}

std::string toJson(const InformationChanged& changed) {
  nlohmann::json json = {{"changed", changed.changed}};
  if (changed.newEmail) {
    json["newEmail"] = asJson(*changed.newEmail);
  }
  return canonicalText(json);
}

std::optional<InformationChanged> informationChangedFromJson(std::string_view json) {
  const auto object = readStrictJson(json, kChangeLimits);
  if (!object || !object->is_object()) {
    return std::nullopt;
  }
  const auto changed = object->find("changed");
  if (changed == object->end() || !changed->is_array()) {
    return std::nullopt;
  }
  InformationChanged read;
  for (const auto& field : *changed) {
    if (!field.is_string()) {
      return std::nullopt;
    }
    read.changed.push_back(field.get<std::string>());
  }
  if (const auto email = object->find("newEmail"); email != object->end()) {
    read.newEmail = email->is_object() ? newEmailIn(*email) : std::nullopt;
    if (!read.newEmail) {
      return std::nullopt;
    }
  }
  return read;
}

}  // namespace madoguchi::protocol
