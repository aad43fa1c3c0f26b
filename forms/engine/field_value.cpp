#include "forms/engine/field_value.h"

#include <algorithm>

#include "forms/engine/attachment.h"
#include "forms/rules/japanese_characters.h"
#include "forms/rules/text_repair.h"
#include "forms/text/utf8.h"

namespace madoguchi::forms {
namespace {

using std::chrono::year_month_day;

int countCharacters(std::string_view text) {
  int count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) {
    nextCodePoint(text, offset);
  }
  return count;
}

/// Calls `visit` for each line, until it says no; false then.
template <typename Visit>
bool everyLine(std::string_view text, Visit visit) {
  for (;;) {
    const auto end = text.find('\n');
    if (!visit(text.substr(0, end))) {
      return false;
    }
    if (end == std::string_view::npos) {
      return true;
    }
    text.remove_prefix(end + 1);
  }
}

/// All ways to end a line become "\n".
std::string withLineFeeds(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r') {
      result += text[at];
    } else if (at + 1 == text.size() || text[at + 1] != '\n') {
      result += '\n';
    }
  }
  return result;
}

bool isReadable(const Field& field, std::string_view value) {
  return value.size() <= maxBytes(field) && isPlainText(value);
}

std::string mendedLines(const Field& field, const FieldRule& rule, std::string_view value) {
  std::string result;
  everyLine(value, [&](std::string_view line) {
    result += rule.repair(line, field.settings) + '\n';
    return true;
  });
  const auto first = result.find_first_not_of('\n');
  const auto last = result.find_last_not_of('\n');
  return first == std::string::npos ? std::string() : result.substr(first, last - first + 1);
}

Cause judgeLines(const Field& field, const FieldRule& rule, std::string_view value,
                 year_month_day today) {
  Cause cause = Cause::good;
  everyLine(value, [&](std::string_view line) {
    cause = line.empty() ? Cause::good : rule.judge(line, field.settings, today);
    return cause == Cause::good;
  });
  return cause;
}

std::string closestCode(const CodeList& list, std::string_view value) {
  return list.position.contains(value) ? std::string(value) : closestChoice(value, list.codes);
}

/// Codes that are in the list, each once, in its order.
std::string mendedCodes(const CodeList& list, std::string_view value) {
  std::vector<std::size_t> positions;
  for (const std::string_view code : splitCodes(value)) {
    const auto found = list.position.find(closestCode(list, code));
    if (found == list.position.end()) {
      return std::string(value);
    }
    positions.push_back(found->second);
  }
  std::ranges::sort(positions);
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  std::string result;
  for (const std::size_t position : positions) {
    result += (result.empty() ? "" : ",") + list.codes[position];
  }
  return result;
}

std::string mended(const Field& field, std::string_view value) {
  switch (field.type) {
    case FieldType::code:
      return closestCode(*field.list, value);
    case FieldType::codes:
      return mendedCodes(*field.list, value);
    case FieldType::attachment:
      return std::string(value);
    case FieldType::multilineText:
      return mendedLines(field, *findRule(field.rule), value);
    default:
      return findRule(field.rule)->repair(value, field.settings);
  }
}

Cause causeOf(const Field& field, std::string_view value, year_month_day today) {
  const auto wrongUnless = [](bool good) { return good ? Cause::good : Cause::wrong; };
  switch (field.type) {
    case FieldType::code:
      return wrongUnless(field.list->position.contains(value));
    case FieldType::codes:
      return wrongUnless(std::ranges::all_of(splitCodes(value), [&](std::string_view code) {
        return field.list->position.contains(code);
      }));
    case FieldType::attachment: {
      const auto attachment = attachmentFrom(value);
      return wrongUnless(attachment && attachment->bytes <= field.maxBytes &&
                         std::ranges::find(field.mediaTypes, attachment->mediaType) !=
                             field.mediaTypes.end());
    }
    case FieldType::multilineText:
      return judgeLines(field, *findRule(field.rule), value, today);
    default:
      return findRule(field.rule)->judge(value, field.settings, today);
  }
}

}  // namespace

std::size_t maxBytes(const Field& field) {
  constexpr std::size_t kLeast = 1'024;
  constexpr std::size_t kCharacter = 8;
  constexpr std::size_t kCode = 33;  // with the comma
  const std::size_t codes = field.list ? field.list->codes.size() : 0;
  return std::max({kLeast, kCharacter * static_cast<std::size_t>(field.maxLength), kCode * codes});
}

std::string repaired(const Field& field, std::string_view typed) {
  const std::string value =
      field.type == FieldType::multilineText ? withLineFeeds(typed) : std::string(typed);
  if (!isReadable(field, value)) {
    return std::string(typed);
  }
  std::string result = mended(field, value);
  if (result.empty()) {
    return result;
  }
  const Verdict verdict = verdictOf(causeOf(field, result, {}));
  const bool helped = verdict == Verdict::good || verdict == Verdict::unreal;
  return helped && result.size() <= maxBytes(field) ? result : std::string(typed);
}

Answers repaired(const Definition& form, const Answers& answers) {
  const auto repairAll = [&form](std::string_view group, const Values& values) {
    Values result;
    for (const auto& [id, value] : values) {
      if (const Field* field = findField(form, group, id)) {
        result.emplace(id, repaired(*field, value));
      }
    }
    return result;
  };
  Answers result{.values = repairAll({}, answers.values)};
  for (const auto& [id, rows] : answers.groups) {
    if (findGroup(form, id) == nullptr) {
      continue;
    }
    auto& mendedRows = result.groups[id];
    for (const Row& row : rows) {
      mendedRows.push_back({.id = row.id, .values = repairAll(id, row.values)});
    }
  }
  return result;
}

Explanation explain(const Field& field, std::string_view value, year_month_day today) {
  const std::string repairedValue = repaired(field, value);
  if (repairedValue.empty()) {
    return {.cause = Cause::missing};
  }
  const int characters = countCharacters(value);
  if (value.size() > maxBytes(field)) {
    return {.cause = Cause::tooLong, .characters = characters};
  }
  if (const auto refused = refusedCharacter(value)) {
    return {.cause = Cause::invisible, .character = *refused};
  }
  if (causeOf(field, value, today) != Cause::good) {
    // What the repair makes of it says more: a foreign number is one with and without its hyphens.
    const std::string better = mended(field, value);
    const Cause cause = causeOf(field, better, today);
    return {.cause = cause == Cause::good ? Cause::notRepaired : cause,
            .characters = characters,
            .character = cause == Cause::external ? externalCharacter(better).value_or(0) : 0};
  }
  if (field.maxLength > 0 && characters > field.maxLength) {
    return {.cause = Cause::tooLong, .characters = characters};
  }
  return {.cause = value == repairedValue ? Cause::good : Cause::notRepaired,
          .characters = characters};
}

std::optional<Fault> faultOf(Cause cause) {
  if (cause == Cause::missing) {
    return Fault::missing;
  }
  switch (verdictOf(cause)) {
    case Verdict::good:
      break;
    case Verdict::wrong:
      return Fault::wrong;
    case Verdict::external:
      return Fault::external;
    case Verdict::unreal:
      return Fault::unreal;
  }
  return std::nullopt;
}

}  // namespace madoguchi::forms
