#include "forms/engine/registration_form.h"

#include <algorithm>
#include <array>

#include "embedded/registration_form_definition.h"
#include "forms/rules/field_rules.h"
#include "forms/rules/text_repair.h"
#include "forms/rules/utf8.h"
#include "protocol/strict_json.h"

namespace madoguchi::forms {
namespace {

constexpr std::string_view kUserClass = "userClass";

constexpr std::array kEntrances = {Entrance::cardHolder, Entrance::attorneyOrScrivener,
                                   Entrance::coeByEmail};

std::string_view valueOf(const FormValues& values, std::string_view id) {
  const auto found = values.find(id);
  return found == values.end() ? std::string_view() : std::string_view(found->second);
}

/// Where an entrance has one class, that is it, whatever is written.
std::string_view effectiveClass(const std::vector<std::string>& classes, std::string_view written) {
  return classes.size() == 1 ? std::string_view(classes.front()) : written;
}

int countCharacters(std::string_view text) {
  int count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) {
    nextCodePoint(text, offset);
  }
  return count;
}

bool isReadable(std::string_view value) {
  return value.size() <= kMaxValueBytes && isPlainText(value);
}

RuleSettings settingsOf(const FieldDefinition& field) {
  RuleSettings settings;
  settings.choices = field.choices;
  for (const auto& [name, value] : field.parameters) {
    if (name == "partial") {
      settings.dateParts = DateParts::some;
    } else {
      (name == "pattern" ? settings.pattern : settings.earliest) = value;
    }
  }
  return settings;
}

/// `mended` is the value's repair: a value that differs from it was not repaired, so two values
/// could be taken for the same.
Explanation explanationOf(std::string_view value, std::string_view mended,
                          const FieldDefinition& field, const FormContext& context) {
  if (mended.empty()) {
    return {.cause = Cause::missing};
  }
  if (value.size() > kMaxValueBytes) {
    return {.cause = Cause::tooLong, .characters = countCharacters(value)};
  }
  if (const auto refused = refusedCharacter(value)) {
    return {.cause = Cause::invisible, .character = *refused};
  }
  const FieldRule& rule = *findRule(field.rule);
  const RuleSettings settings = settingsOf(field);
  const int characters = countCharacters(value);
  if (rule.judge(value, settings, context.today) != Cause::good) {
    // What the repair makes of it says more: a foreign number is one with and without its hyphens.
    const Cause cause = rule.judge(rule.repair(value, settings), settings, context.today);
    return {.cause = cause == Cause::good ? Cause::notRepaired : cause, .characters = characters};
  }
  if (field.maxLength > 0 && characters > field.maxLength) {
    return {.cause = Cause::tooLong, .characters = characters};
  }
  return {.cause = value == mended ? Cause::good : Cause::notRepaired, .characters = characters};
}

std::string codeOf(Cause cause, const FieldCodes& codes) {
  if (cause == Cause::missing) {
    return codes.missing;
  }
  switch (verdictOf(cause)) {
    case Verdict::good:
      break;
    case Verdict::wrong:
      return codes.wrong;
    case Verdict::external:
      return codes.external;
    case Verdict::unreal:
      return codes.unreal;
  }
  return {};
}

/// A repetition is held against what it repeats, and that alone: the form of both is judged there.
std::string faultOfRepetition(std::string_view value, std::string_view repeated,
                              const FieldDefinition& field) {
  if (value.empty()) {
    return field.codes.missing;
  }
  return repeated.empty() || value == repeated ? std::string() : field.codes.different;
}

bool contains(const std::vector<std::string>& texts, std::string_view text) {
  return std::ranges::find(texts, text) != texts.end();
}

}  // namespace

std::string_view toString(Entrance entrance) {
  switch (entrance) {
    case Entrance::cardHolder:
      return "cardHolder";
    case Entrance::attorneyOrScrivener:
      return "attorneyOrScrivener";
    case Entrance::coeByEmail:
      return "coeByEmail";
  }
  return {};
}

bool fromString(std::string_view text, Entrance& entrance) {
  const auto found =
      std::ranges::find(kEntrances, text, [](Entrance candidate) { return toString(candidate); });
  if (found == kEntrances.end()) {
    return false;
  }
  entrance = *found;
  return true;
}

const FormDefinition& FormDefinition::registration() {
  static const FormDefinition kDefinition = fromJson(embedded::registration_form_definition());
  return kDefinition;
}

const FieldDefinition* FormDefinition::field(std::string_view id) const {
  const auto found = std::ranges::find(m_fields, id, &FieldDefinition::id);
  return found == m_fields.end() ? nullptr : &*found;
}

std::vector<const FieldDefinition*> FormDefinition::visibleFields(
    Entrance entrance, std::string_view userClass) const {
  const std::vector<std::string> offered = classes(entrance);
  const std::string_view effective = effectiveClass(offered, userClass);
  std::vector<const FieldDefinition*> visible;
  for (const FieldDefinition& definition : m_fields) {
    const bool asked = definition.classes.empty() ||
                       (contains(offered, effective) && contains(definition.classes, effective));
    if (asked) {
      visible.push_back(&definition);
    }
  }
  return visible;
}

std::vector<std::string> FormDefinition::classes(Entrance entrance) const {
  const auto found = m_classes.find(entrance);
  return found == m_classes.end() ? std::vector<std::string>() : found->second;
}

std::string FormDefinition::repair(std::string_view fieldId, std::string_view value) const {
  const FieldDefinition* definition = field(fieldId);
  if (definition == nullptr || !isReadable(value)) {
    return std::string(value);
  }
  const FieldRule& rule = *findRule(definition->rule);
  std::string mended = rule.repair(value, settingsOf(*definition));
  if (mended.empty()) {
    return mended;
  }
  const Verdict verdict = rule.check(mended, settingsOf(*definition), {});
  const bool helped = verdict == Verdict::good || verdict == Verdict::unreal;
  return helped && mended.size() <= kMaxValueBytes ? mended : std::string(value);
}

FormValues FormDefinition::repaired(const FormValues& values) const {
  FormValues result;
  for (const auto& [id, value] : values) {
    if (field(id) != nullptr) {
      result.emplace(id, repair(id, value));
    }
  }
  return result;
}

std::vector<FieldError> FormDefinition::validate(const FormValues& values,
                                                 const FormContext& context) const {
  const std::vector<std::string> offered = classes(context.entrance);
  std::vector<FieldError> errors;
  for (const FieldDefinition* definition :
       visibleFields(context.entrance, valueOf(values, kUserClass))) {
    if (context.submitted && !definition->submitted) {
      continue;
    }
    std::string_view value = valueOf(values, definition->id);
    std::string code;
    if (definition->id == kUserClass && value.empty()) {
      value = effectiveClass(offered, value);
    }
    if (!definition->sameAs.empty()) {
      code = faultOfRepetition(value, valueOf(values, definition->sameAs), *definition);
    } else {
      code = codeOf(explain(definition->id, value, context).cause, definition->codes);
    }
    if (code.empty() && definition->id == kUserClass && !contains(offered, value)) {
      code = definition->codes.wrong;
    }
    if (!code.empty()) {
      errors.push_back({definition->id, code});
    }
  }
  return errors;
}

Explanation FormDefinition::explain(std::string_view fieldId, std::string_view value,
                                    const FormContext& context) const {
  const FieldDefinition* definition = field(fieldId);
  return definition == nullptr ? Explanation()
                               : explanationOf(value, repair(fieldId, value), *definition, context);
}

std::string FormDefinition::summaryCode(const std::vector<FieldError>& errors) {
  if (errors.empty()) {
    return {};
  }
  const bool onlyMissing = std::ranges::all_of(errors, [](const FieldError& error) {
    const FieldDefinition* definition = registration().field(error.field);
    return definition != nullptr && error.code == definition->codes.missing;
  });
  return onlyMissing ? "WZBAM001E" : "WZBAM018E";
}

FormValues submittedValues(const FormValues& values, Entrance entrance) {
  const FormDefinition& form = FormDefinition::registration();
  FormValues result;
  for (const FieldDefinition* definition :
       form.visibleFields(entrance, valueOf(values, kUserClass))) {
    std::string_view value = valueOf(values, definition->id);
    const std::vector<std::string> offered = form.classes(entrance);
    if (definition->id == kUserClass && value.empty()) {
      value = effectiveClass(offered, value);
    }
    if (definition->submitted && !value.empty()) {
      result.emplace(definition->id, value);
    }
  }
  return result;
}

std::string canonicalJson(const FormValues& values, Entrance entrance) {
  return protocol::canonicalText(submittedValues(values, entrance));
}

std::optional<FormValues> formValuesFromJson(std::string_view json) {
  constexpr protocol::JsonLimits kLimits = {.bytes = 16'384, .depth = 1};
  const auto object = protocol::readStrictJson(json, kLimits);
  if (!object || !object->is_object()) {
    return std::nullopt;
  }
  FormValues values;
  for (const auto& [id, value] : object->items()) {
    if (!value.is_string()) {
      return std::nullopt;
    }
    values.emplace(id, value.get<std::string>());
  }
  return values;
}

}  // namespace madoguchi::forms
