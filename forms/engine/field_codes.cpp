#include "forms/engine/field_codes.h"

#include <algorithm>

namespace madoguchi::forms {
namespace {

constexpr std::array<std::string_view, kFaults> kFaultNames = {
    "missing", "wrong", "external", "unreal", "different", "notOffered", "tooFew", "tooMany"};

bool isLimited(const Field& field) {
  return field.type == FieldType::number || field.type == FieldType::date ||
         field.type == FieldType::partialDate || field.type == FieldType::partialMonth;
}

bool canOccur(Fault fault, const Field& field, bool mayBeRequired, bool conditionalChoice,
              bool repeats) {
  switch (fault) {
    case Fault::missing:
      return mayBeRequired;
    case Fault::wrong:
      return !repeats;
    case Fault::external:
      return field.rule == "fullWidth" || field.rule == "latinOrFullWidth";
    case Fault::unreal:
      return isLimited(field);
    case Fault::different:
      return repeats;
    case Fault::notOffered:
      return conditionalChoice;
    case Fault::tooFew:
    case Fault::tooMany:
      break;
  }
  return false;
}

}  // namespace

Codes readCodes(const JsonPlace& place) {
  Codes codes;
  const auto object = place.find("codes");
  if (!object) {
    return codes;
  }
  object->allow(std::vector<std::string_view>(kFaultNames.begin(), kFaultNames.end()));
  for (std::size_t index = 0; index < kFaults; ++index) {
    if (const auto code = object->find(kFaultNames[index])) {
      codes[index] = code->name();
    }
  }
  return codes;
}

void completeCodes(const JsonPlace& place, const Codes& shared, Field& field) {
  const auto required = place.find("required");
  const auto choices = place.find("choices");
  const bool mayBeRequired = required && (!required->isTruth() || required->truth());
  const bool conditional = place.find("by") || place.find("leaveOut") || place.find("offered") ||
                           (choices && std::ranges::any_of(choices->list(), &JsonPlace::isObject));
  const bool repeats = place.find("sameAs").has_value();
  for (std::size_t index = 0; index < kFaults; ++index) {
    const auto fault = static_cast<Fault>(index);
    std::string& code = field.codes[index];
    if (!canOccur(fault, field, mayBeRequired, conditional, repeats)) {
      if (!code.empty()) {
        place.at("codes").at(kFaultNames[index]).refuse("is a fault that cannot occur here");
      }
      continue;
    }
    if (code.empty()) {
      code = shared[index];
    }
    const bool needed =
        fault == Fault::missing || fault == Fault::wrong || fault == Fault::different;
    if (needed && code.empty()) {
      place.refuse("a message code is missing: " + std::string(kFaultNames[index]));
    }
  }
}

}  // namespace madoguchi::forms
