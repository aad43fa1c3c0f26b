#include "forms/engine/answers_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "forms/engine/attachment.h"
#include "forms/engine/relevance.h"
#include "protocol/strict_json.h"

namespace madoguchi::forms {
namespace {

using nlohmann::json;

constexpr std::string_view kRow = "@row";  // no field has such a name

json jsonOf(const Field& field, std::string_view value) {
  if (field.type == FieldType::codes) {
    return splitCodes(value);
  }
  if (const auto attachment =
          field.type == FieldType::attachment ? attachmentFrom(value) : std::nullopt) {
    return {{"bytes", attachment->bytes},
            {"digest", attachment->digest},
            {"mediaType", attachment->mediaType}};
  }
  return value;
}

std::string written(const Definition& form, json answers) {
  return protocol::canonicalText(
      {{"answers", std::move(answers)}, {"id", form.id}, {"version", form.version}});
}

std::optional<std::string> codesFrom(const json& value) {
  std::string codes;
  for (const json& code : value) {
    if (!code.is_string() || code.get_ref<const std::string&>().empty() ||
        code.get_ref<const std::string&>().find(',') != std::string::npos) {
      return std::nullopt;
    }
    codes += (codes.empty() ? "" : ",") + code.get_ref<const std::string&>();
  }
  return codes;
}

std::optional<std::string> attachmentTextFrom(const json& value) {
  const auto bytes = value.find("bytes");
  const auto digest = value.find("digest");
  const auto mediaType = value.find("mediaType");
  if (value.size() != 3 || bytes == value.end() || digest == value.end() ||
      mediaType == value.end() || !bytes->is_number_unsigned() || !digest->is_string() ||
      !mediaType->is_string()) {
    return std::nullopt;
  }
  std::string text = toText({.digest = digest->get<std::string>(),
                             .mediaType = mediaType->get<std::string>(),
                             .bytes = bytes->get<std::uint64_t>()});
  return attachmentFrom(text) ? std::optional(std::move(text)) : std::nullopt;
}

/// The value that a JSON value is, whatever field it is for.
std::optional<std::string> valueFrom(const json& value) {
  if (value.is_string()) {
    return value.get<std::string>();
  }
  if (value.is_array()) {
    return codesFrom(value);
  }
  return value.is_object() ? attachmentTextFrom(value) : std::nullopt;
}

/// Whether the field is written so. An attachment that is none may stand as its text in a draft.
bool fits(const Field& field, const json& value) {
  switch (field.type) {
    case FieldType::codes:
      return value.is_array();
    case FieldType::attachment:
      return value.is_object() || value.is_string();
    default:
      return value.is_string();
  }
}

/// What of a text is taken.
struct Taking {
  const Definition* form = nullptr;  ///< none: of another version, so that nothing is known
  bool submittedOnly = false;
  bool namedRows = false;
};

bool takesMember(const Taking& taking, std::string_view group, const std::string& id,
                 const json& value) {
  if (taking.form == nullptr) {
    return true;
  }
  const Field* field = findField(*taking.form, group, id);
  return field != nullptr && fits(*field, value) && (field->submitted || !taking.submittedOnly);
}

bool takeValues(const json& object, std::string_view group, const Taking& taking, Values& values) {
  for (const auto& [id, member] : object.items()) {
    if (taking.namedRows && id == kRow && !group.empty()) {
      continue;
    }
    auto value = valueFrom(member);
    if (!value || !takesMember(taking, group, id, member)) {
      return false;
    }
    if (!value->empty()) {
      values.emplace(id, std::move(*value));
    }
  }
  return true;
}

std::optional<std::string> rowIdOf(const json& object, std::size_t index, const Taking& taking) {
  if (!taking.namedRows) {
    return std::to_string(index + 1);
  }
  const auto id = object.find(kRow);
  const bool good =
      id != object.end() && id->is_string() && isRowId(id->get_ref<const std::string&>());
  return good ? std::optional(id->get<std::string>()) : std::nullopt;
}

bool takeRows(const json& list, const std::string& group, const Taking& taking,
              std::vector<Row>& rows) {
  std::set<std::string> ids;
  for (const json& object : list) {
    const auto id = object.is_object() ? rowIdOf(object, rows.size(), taking) : std::nullopt;
    if (!id || !ids.insert(*id).second) {
      return false;
    }
    rows.push_back({.id = *id});
    if (!takeValues(object, group, taking, rows.back().values)) {
      return false;
    }
  }
  return true;
}

/// Without the definition of the text, a list of objects is a group; an empty list is neither.
bool isGroup(const Taking& taking, const std::string& id, const json& value) {
  if (!value.is_array()) {
    return false;
  }
  return taking.form == nullptr ? !value.empty() && value.front().is_object()
                                : findGroup(*taking.form, id) != nullptr;
}

std::optional<Answers> take(const json& object, const Taking& taking) {
  Answers answers;
  json fields = json::object();
  for (const auto& [id, member] : object.items()) {
    if (!isGroup(taking, id, member)) {
      fields[id] = member;
    } else if (!takeRows(member, id, taking, answers.groups[id])) {
      return std::nullopt;
    }
  }
  return takeValues(fields, {}, taking, answers.values) ? std::optional(std::move(answers))
                                                        : std::nullopt;
}

struct FormVersion {
  std::string id;
  int version = 1;
  bool operator==(const FormVersion&) const = default;
};

struct Envelope {
  FormVersion form;
  json answers;
};

std::optional<Envelope> open(std::string_view text) {
  constexpr int kMaxVersion = 9'999;
  auto object =
      protocol::readStrictJson(text, {.bytes = kMaxAnswerBytes, .depth = kMaxAnswerDepth});
  Envelope envelope;
  if (!object || !object->is_object() || object->size() != 3 ||
      !protocol::takeString(*object, "id", envelope.form.id)) {
    return std::nullopt;
  }
  const auto version = object->find("version");
  const auto answers = object->find("answers");
  if (version == object->end() || !version->is_number_unsigned() ||
      version->get<std::uint64_t>() > kMaxVersion || answers == object->end() ||
      !answers->is_object()) {
    return std::nullopt;
  }
  envelope.form.version = version->get<int>();
  envelope.answers = std::move(*answers);
  return envelope;
}

/// What the form has of it.
void keepKnown(const Definition& form, Answers& answers) {
  const auto keepFields = [&form](std::string_view group, Values& values) {
    std::erase_if(
        values, [&](const auto& value) { return findField(form, group, value.first) == nullptr; });
  };
  keepFields({}, answers.values);
  std::erase_if(answers.groups,
                [&form](const auto& group) { return findGroup(form, group.first) == nullptr; });
  for (auto& [group, rows] : answers.groups) {
    for (Row& row : rows) {
      keepFields(group, row.values);
    }
  }
}

}  // namespace

std::string canonicalJson(const Definition& form, const Answers& answers, const Facts& facts) {
  const Relevance relevance(form, answers, facts);
  json object = json::object();
  // A row that says nothing is a row all the same.
  for (std::size_t group = 0; group < form.groups.size(); ++group) {
    if (relevance.asksGroup(group) && !relevance.rows(group).empty()) {
      object[form.groups[group].id] = json::array();
      for (std::size_t row = 0; row < relevance.rows(group).size(); ++row) {
        object[form.groups[group].id].push_back(json::object());
      }
    }
  }
  forEachAsked(relevance, {.submittedOnly = true}, [&](std::size_t index, std::size_t row) {
    const Field& field = form.fields[index];
    const std::string_view value = relevance.value(index, row);
    if (!value.empty()) {
      json& place = field.group ? object[form.groups[*field.group].id][row] : object;
      place[field.id] = jsonOf(field, value);
    }
  });
  return written(form, std::move(object));
}

std::optional<Answers> answersFrom(const Definition& form, std::string_view json) {
  const auto envelope = open(json);
  if (!envelope || envelope->form != FormVersion{form.id, form.version}) {
    return std::nullopt;
  }
  return take(envelope->answers, {.form = &form, .submittedOnly = true, .namedRows = false});
}

std::string draftJson(const Definition& form, const Answers& answers) {
  const auto objectOf = [&form](std::string_view group, const Values& values) {
    json object = json::object();
    for (const auto& [id, value] : values) {
      if (const Field* field = findField(form, group, id)) {
        object[id] = jsonOf(*field, value);
      }
    }
    return object;
  };
  json object = objectOf({}, answers.values);
  for (const Group& group : form.groups) {
    for (const Row& row : rowsOf(answers, group.id)) {
      json one = objectOf(group.id, row.values);
      one[kRow] = row.id;
      object[group.id].push_back(std::move(one));
    }
  }
  return written(form, std::move(object));
}

std::optional<Answers> draftFrom(const Definition& form, std::string_view json) {
  const auto envelope = open(json);
  if (!envelope || envelope->form.id != form.id || envelope->form.version > form.version) {
    return std::nullopt;
  }
  const bool isOld = envelope->form.version < form.version;
  auto answers = take(envelope->answers, {.form = isOld ? nullptr : &form, .namedRows = true});
  if (answers && isOld) {
    for (const Migration& migration : form.migrations) {
      if (migration.from >= envelope->form.version) {
        migrate(*answers, migration);
      }
    }
    keepKnown(form, *answers);
  }
  return answers;
}

}  // namespace madoguchi::forms
