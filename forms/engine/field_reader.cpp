#include "forms/engine/field_reader.h"

#include <algorithm>
#include <limits>

#include "forms/engine/condition_reader.h"
#include "forms/engine/field_codes.h"

namespace madoguchi::forms {
namespace {

/// What the types have in their own: the rules that fit, the first where none is named, and the
/// members beside those of every field.
struct TypeRow {
  std::string_view name;
  FieldType type;
  std::vector<std::string_view> rules;
  std::vector<std::string_view> members;
};

const std::vector<TypeRow>& types() {
  static const std::vector<std::string_view> kDateRules = {"date", "pastDate", "futureDate"};
  static const std::vector<std::string_view> kDateMembers = {"rule", "earliest"};
  static const std::vector<TypeRow> kTypes = {
      {"text",
       FieldType::text,
       {"", "latinName", "latin", "passportNumber", "fullWidth", "latinOrFullWidth", "phone",
        "email", "pattern", "agentCertificateNumber"},
       {"rule", "maxLength", "pattern", "sameAs"}},
      {"multilineText",
       FieldType::multilineText,
       {"fullWidth", "latin", "latinOrFullWidth"},
       {"rule", "maxLength"}},
      {"number", FieldType::number, {"number"}, {"unit", "min", "max"}},
      {"date", FieldType::date, kDateRules, kDateMembers},
      {"partialDate", FieldType::partialDate, kDateRules, kDateMembers},
      {"partialMonth", FieldType::partialMonth, kDateRules, kDateMembers},
      {"yesNo", FieldType::yesNo, {"choice"}, {}},
      {"sex", FieldType::sex, {"choice"}, {"choices"}},
      {"choice", FieldType::choice, {"choice"}, {"choices", "takesOnlyChoice"}},
      {"code", FieldType::code, {""}, {"list", "by", "leaveOut", "takesOnlyChoice"}},
      {"codes", FieldType::codes, {""}, {"list", "by", "leaveOut"}},
      {"municipality", FieldType::municipality, {"municipality"}, {}},
      {"consent", FieldType::consent, {"consent"}, {"offered", "confirms"}},
      {"attachment", FieldType::attachment, {""}, {"mediaTypes", "maxBytes"}}};
  return kTypes;
}

const TypeRow& typeOf(const JsonPlace& place) {
  const std::string name = place.text();
  const auto found = std::ranges::find(types(), name, &TypeRow::name);
  if (found == types().end()) {
    place.refuse("unknown type " + name);
  }
  return *found;
}

void allowMembers(const JsonPlace& place, const TypeRow& type) {
  std::vector<std::string_view> names = {"id",   "type",      "when",   "required", "codes",
                                         "anew", "submitted", "number", "example",  "exampleRead"};
  names.insert(names.end(), type.members.begin(), type.members.end());
  place.allow(names);
}

std::string readRule(const JsonPlace& place, const TypeRow& type) {
  const auto rule = place.find("rule");
  std::string name = rule ? rule->text() : std::string(type.rules.front());
  if (std::ranges::find(type.rules, name) == type.rules.end()) {
    rule->refuse("unknown rule " + name);
  }
  if (name.empty() && type.rules.size() > 1) {
    place.refuse("lacks rule");
  }
  return name;
}

int readMaxLength(const JsonPlace& place, const TypeRow& type) {
  // The longest text of the Agency's forms has 2,000 characters.
  constexpr int kLongest = 4'000;
  const bool isText = type.type == FieldType::text || type.type == FieldType::multilineText;
  return isText ? static_cast<int>(place.at("maxLength").integer(1, kLongest)) : 0;
}

/// Several stand in the order in which they are tried.
void checkPattern(const JsonPlace& place, std::string_view patterns) {
  std::size_t last = 0;
  for (std::size_t begin = 0; begin <= patterns.size();) {
    const std::size_t end = std::min(patterns.find('|', begin), patterns.size());
    const std::string_view one = patterns.substr(begin, end - begin);
    if (one.find_first_not_of("A0") != std::string_view::npos) {
      place.refuse("a pattern has A and 0 only");
    }
    if (one.size() <= last) {
      place.refuse("a pattern is empty, or not longer than the one before it");
    }
    last = one.size();
    begin = end + 1;
  }
}

RuleSettings readSettings(const JsonPlace& place, const TypeRow& type, std::string_view rule) {
  constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  RuleSettings settings;
  if (type.type == FieldType::partialDate) {
    settings.dateParts = DateParts::some;
  } else if (type.type == FieldType::partialMonth) {
    settings.dateParts = DateParts::toMonth;
  } else if (type.type == FieldType::yesNo) {
    settings.choices = {"yes", "no"};
  } else if (type.type == FieldType::consent) {
    settings.choices = {"true"};
  }
  if (const auto pattern = place.find("pattern")) {
    settings.pattern = pattern->text();
    checkPattern(*pattern, settings.pattern);
  }
  const bool wanted = rule == "pattern" || rule == "agentCertificateNumber";
  if (wanted == settings.pattern.empty()) {
    place.refuse(wanted ? "lacks pattern" : "has a pattern that nothing looks at");
  }
  if (const auto earliest = place.find("earliest")) {
    settings.earliest = earliest->date();
  }
  if (const auto least = place.find("min")) {
    settings.least = least->integer(kLeast, kMost);
  }
  if (const auto most = place.find("max")) {
    settings.most = most->integer(settings.least.value_or(kLeast), kMost);
  }
  return settings;
}

void readList(const JsonPlace& place, const CodeLists& lists, Field& field) {
  const JsonPlace name = place.at("list");
  const auto found = lists.find(name.text());
  if (found == lists.end()) {
    name.refuse("unknown list " + name.text());
  }
  field.list = found->second;
  if (const auto leftOut = place.find("leaveOut")) {
    for (const JsonPlace& code : leftOut->distinct()) {
      if (!field.list->position.contains(code.text())) {
        code.refuse("is not in the list");
      }
      field.leftOut.push_back(code.text());
    }
  }
  const bool depends = std::ranges::any_of(
      field.list->entries, [](const Code& entry) { return !entry.offeredFor.empty(); });
  if (depends != place.find("by").has_value()) {
    place.refuse(depends ? "lacks by, on which its list depends"
                         : "has by, on which its list does not depend");
  }
}

void readChoices(const JsonPlace& place, Field& field) {
  for (const JsonPlace& choice : place.at("choices").list()) {
    const JsonPlace value = choice.isObject() ? choice.at("value") : choice;
    const std::string name = value.name();
    if (choice.isObject()) {
      choice.allow({"value", "when"});
    }
    if (std::ranges::find(field.settings.choices, name) != field.settings.choices.end()) {
      value.refuse(name + " occurs twice");
    }
    field.settings.choices.push_back(name);
  }
  if (field.settings.choices.empty()) {
    place.at("choices").refuse("is empty");
  }
}

void readAttachment(const JsonPlace& place, Field& field) {
  constexpr std::int64_t kMost = 1'073'741'824;
  field.mediaTypes = place.at("mediaTypes").texts();
  field.maxBytes = static_cast<std::uint64_t>(place.at("maxBytes").integer(1, kMost));
}

/// Whether the field that numbers are further by can have the value.
bool isPart(const Definition& form, std::string_view value) {
  if (!form.numberedWithin) {
    return false;
  }
  const auto& possible = possibleValues(form, {.index = *form.numberedWithin});
  return std::ranges::find(possible, value) != possible.end();
}

}  // namespace

Field readField(const JsonPlace& place, const CodeLists& lists, const Codes& shared) {
  const TypeRow& type = typeOf(place.at("type"));
  allowMembers(place, type);
  Field field;
  field.id = place.at("id").name();
  field.type = type.type;
  field.rule = readRule(place, type);
  field.settings = readSettings(place, type, field.rule);
  field.maxLength = readMaxLength(place, type);
  field.unit = place.textOr("unit", "");
  field.submitted = place.truthOr("submitted", true);
  field.confirms = place.truthOr("confirms", false);
  field.isAskedAnew = place.truthOr("anew", false);
  field.example = place.textOr("example", "");
  field.exampleRead = place.textOr("exampleRead", "");
  field.takesOnlyChoice = place.truthOr("takesOnlyChoice", false);
  if (type.type == FieldType::code || type.type == FieldType::codes) {
    readList(place, lists, field);
  } else if (type.type == FieldType::choice || type.type == FieldType::sex) {
    readChoices(place, field);
  } else if (type.type == FieldType::attachment) {
    readAttachment(place, field);
  }
  field.codes = readCodes(place);
  completeCodes(place, shared, field);
  return field;
}

void readReferences(const JsonPlace& place, const Definition& form, Field& field) {
  const Scope scope{form, field.group};
  field.when = readWhen(place, scope);
  if (const auto required = place.find("required")) {
    field.required = required->isTruth() && required->truth();
    if (!required->isTruth()) {
      field.requiredWhen = readCondition(*required, scope);
    }
  }
  if (const auto same = place.find("sameAs")) {
    field.sameAs = readFieldName(*same, scope);
    const Field& repeated = form.fields[*field.sameAs];
    if (&repeated == &field || repeated.type != FieldType::text || repeated.group != field.group) {
      same->refuse("is no other text beside it");
    }
  }
  if (const auto by = place.find("by")) {
    field.by = readOperand(*by, scope);
    const auto& possible = possibleValues(form, *field.by);
    for (const Code& entry : field.list->entries) {
      for (const std::string& parent : entry.offeredFor) {
        if (std::ranges::find(possible, parent) == possible.end()) {
          by->refuse("never has the value " + parent + ", for which " + entry.code + " is offered");
        }
      }
    }
  }
  if (const auto choices = place.find("choices")) {
    for (const JsonPlace& choice : choices->list()) {
      field.offeredWhen.push_back(choice.isObject() ? readWhen(choice, scope) : std::nullopt);
    }
  }
  if (const auto offered = place.find("offered")) {
    field.offeredWhen = {readCondition(*offered, scope)};
  }
  field.numbers = readNumbers(place, form);
}

std::map<std::string, std::string, std::less<>> readNumbers(const JsonPlace& place,
                                                            const Definition& form) {
  std::map<std::string, std::string, std::less<>> numbers;
  const auto object = place.find("number");
  if (!object) {
    return numbers;
  }
  if (!form.numberedBy) {
    object->refuse("the form is not numbered by a fact");
  }
  const auto& possible = form.facts[*form.numberedBy].values;
  for (const auto& [value, number] : object->members()) {
    const std::size_t end = value.find(kNumberSeparator);
    if (std::ranges::find(possible, value.substr(0, end)) == possible.end()) {
      number.refuse("is for no value of the fact");
    }
    if (end != std::string::npos && !isPart(form, value.substr(end + 1))) {
      number.refuse("is for no part");
    }
    numbers.emplace(value, number.text());
  }
  return numbers;
}

}  // namespace madoguchi::forms
