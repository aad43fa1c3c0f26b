#include "forms/engine/definition.h"

#include <algorithm>
#include <charconv>

namespace madoguchi::forms {

const Field* findField(const Definition& form, std::string_view group, std::string_view field) {
  const auto scope = form.fieldById.find(group);
  if (scope == form.fieldById.end()) {
    return nullptr;
  }
  const auto found = scope->second.find(field);
  return found == scope->second.end() ? nullptr : &form.fields[found->second];
}

const Field* findField(const Definition& form, const FieldPath& path) {
  return findField(form, path.group, path.field);
}

const Field* findField(const Definition& form, std::string_view topField) {
  return findField(form, {}, topField);
}

const Group* findGroup(const Definition& form, std::string_view id) {
  const auto found = form.groupById.find(id);
  return found == form.groupById.end() ? nullptr : &form.groups[found->second];
}

const Page* findPage(const Definition& form, std::string_view id) {
  const auto found = std::ranges::find(form.pages, id, &Page::id);
  return found == form.pages.end() ? nullptr : &*found;
}

const Page& pageOf(const Definition& form, const Field& field) {
  return form.pages[form.sections[field.section].page];
}

const Page* pageOf(const Definition& form, const FieldPath& path) {
  if (const Field* field = findField(form, path)) {
    return &pageOf(form, *field);
  }
  const Group* group = findGroup(form, path.group);
  return group == nullptr ? nullptr : &form.pages[form.sections[group->section].page];
}

std::string_view groupIdOf(const Definition& form, const Field& field) {
  return field.group ? std::string_view(form.groups[*field.group].id) : std::string_view();
}

bool isChoice(FieldType type) {
  switch (type) {
    case FieldType::yesNo:
    case FieldType::sex:
    case FieldType::choice:
    case FieldType::code:
    case FieldType::consent:
      return true;
    case FieldType::text:
    case FieldType::multilineText:
    case FieldType::number:
    case FieldType::date:
    case FieldType::partialDate:
    case FieldType::partialMonth:
    case FieldType::codes:
    case FieldType::municipality:
    case FieldType::attachment:
      break;
  }
  return false;
}

std::optional<FieldPath> pathFrom(const Definition& form, const Answers& answers,
                                  std::string_view text) {
  const auto open = text.find('[');
  if (open == std::string_view::npos) {
    if (findGroup(form, text) != nullptr) {
      return FieldPath{.group = std::string(text)};
    }
    return findField(form, text) == nullptr ? std::nullopt
                                            : std::optional(topField(std::string(text)));
  }
  const auto close = text.find("].", open);
  const std::string_view group = text.substr(0, open);
  if (close == std::string_view::npos ||
      findField(form, group, text.substr(close + 2)) == nullptr) {
    return std::nullopt;
  }
  const std::string_view number = text.substr(open + 1, close - open - 1);
  std::size_t index = 0;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), index);
  const auto& rows = rowsOf(answers, group);
  const bool oneSpelling = number == std::to_string(index);
  if (read.ec != std::errc() || !oneSpelling || index >= rows.size()) {
    return std::nullopt;
  }
  return FieldPath{.group = std::string(group),
                   .row = rows[index].id,
                   .field = std::string(text.substr(close + 2))};
}

}  // namespace madoguchi::forms
