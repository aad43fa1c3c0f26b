#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/engine/answers.h"
#include "forms/engine/code_list.h"
#include "forms/engine/condition.h"
#include "forms/engine/migration.h"
#include "forms/rules/field_rules.h"

// What a form asks, read from a file (definition_reader.h). The engine knows no form by name.

namespace madoguchi::forms {

/// What can be wrong with an answer. A definition gives each its message code.
enum class Fault : std::uint8_t {
  missing,     ///< and required
  wrong,       ///< form, length, or a choice that does not exist
  external,    ///< 外字: characters outside the Japanese standards
  unreal,      ///< no such date, one not yet come, a number out of bounds
  different,   ///< from the field that it repeats
  notOffered,  ///< a choice that exists but no longer with the other answers: choose again
  tooFew,      ///< rows of a group
  tooMany,     ///< rows of a group
};
inline constexpr std::size_t kFaults = 8;
/// Message codes by Fault, for example "WZBAM111E". Empty where a fault cannot occur.
using Codes = std::array<std::string, kFaults>;

enum class Severity : std::uint8_t {
  notice,   ///< worth knowing
  warning,  ///< shown for checking, stops nothing
  error,    ///< stops
};

enum class FieldType : std::uint8_t {
  text,
  multilineText,  ///< lines end with "\n"
  number,         ///< "-12", whole
  date,           ///< "YYYY-MM-DD"
  partialDate,    ///< that, "YYYY-MM", "YYYY" or "unknown"
  partialMonth,   ///< "YYYY-MM", "YYYY" or "unknown"
  yesNo,          ///< "yes" or "no"
  sex,            ///< one of its choices
  choice,         ///< one of its choices, few and shown at once
  code,           ///< one code of a list
  codes,          ///< several codes of a list: splitCodes()
  municipality,   ///< six digits with check digit
  consent,        ///< "true"
  attachment,     ///< attachment.h
};

struct Field {
  std::string id;
  FieldType type = FieldType::text;
  std::size_t section = 0;
  std::optional<std::size_t> group = std::nullopt;  ///< of Definition::groups; none outside
  std::optional<Condition> when = std::nullopt;     ///< it is asked
  bool required = false;
  std::optional<Condition> requiredWhen = std::nullopt;
  std::string rule = {};  ///< of its form (field_rules.h)
  RuleSettings settings = {};
  std::vector<std::optional<Condition>> offeredWhen = {};  ///< each of settings.choices
  std::shared_ptr<const CodeList> list = nullptr;          ///< of code and codes
  std::optional<Operand> by = std::nullopt;                ///< what the list depends on
  std::vector<std::string> leftOut = {};                   ///< codes that this field never takes
  /// Where only one choice is offered, an empty answer means it.
  bool takesOnlyChoice = false;
  int maxLength = 0;      ///< in characters (code points) after repair; 0 = no limit
  std::string unit = {};  ///< of a number: "yen", "month", …: its text is the client's
  std::vector<std::string> mediaTypes = {};          ///< of an attachment
  std::uint64_t maxBytes = 0;                        ///< of an attachment
  std::optional<std::size_t> sameAs = std::nullopt;  ///< the field that it repeats
  bool submitted = true;                             ///< part of what is signed and stored
  bool confirms = false;         ///< a consent to what was answered: of no use once that is another
  bool isAskedAnew = false;      ///< each time: true of one filing only, or declared for it
  std::string example = {};      ///< a value that is taken
  std::string exampleRead = {};  ///< with readings ("{父|ちち}"); empty where it has no kanji
  /// By the value of Definition::numberedBy, "extension"; or by that and the value of
  /// Definition::numberedWithin, "extension/T".
  std::map<std::string, std::string, std::less<>> numbers = {};
  Codes codes = {};
};

/// What is asked once for each of several things: relatives, employers.
struct Group {
  std::string id;
  std::size_t section = 0;
  std::optional<Condition> when = std::nullopt;
  std::size_t firstField = 0;  ///< its fields stand together in Definition::fields
  std::size_t fieldCount = 0;
  std::size_t minRows = 0;
  std::size_t maxRows = 1;
  std::vector<std::size_t> title = {};  ///< fields that name a row to people
  std::map<std::string, std::string, std::less<>> numbers = {};
  Codes codes = {};
};

/// A rule over several answers. It looks at those that are asked, and says nothing where one of
/// them is wrong by itself.
struct Check {
  enum class Kind : std::uint8_t {
    oneOf,      ///< at least one is answered
    allOrNone,  ///< all are answered, or none
    before,     ///< the first date is earlier than the second
    notAfter,   ///< the first date is the second or earlier
    same,       ///< all that are answered are the same
    different,  ///< no two that are answered are the same
    unique,     ///< no two rows of the group answer all of them alike
  };
  Kind kind = Kind::oneOf;
  std::size_t section = 0;
  std::optional<std::size_t> group = std::nullopt;  ///< judged in each row
  std::optional<Condition> when = std::nullopt;
  std::vector<Operand> operands = {};
  std::optional<std::size_t> at = std::nullopt;  ///< the field that it is said of; else it follows
                                                 ///< from the kind (checks.cpp)
  std::string code = {};
  Severity severity = Severity::error;
};

struct Section {
  /// What stands in it, in order.
  struct Entry {
    bool isGroup = false;
    std::size_t index = 0;  ///< of Definition::groups or ::fields
  };
  std::string id;
  std::size_t page = 0;
  std::optional<Condition> when = std::nullopt;
  std::vector<Entry> contents = {};
};

struct Page {
  std::string id;
  std::optional<Condition> when = std::nullopt;
  std::vector<std::size_t> sections = {};
};

/// Stands between both in the names of numbers.
inline constexpr char kNumberSeparator = '/';

struct Fact {
  std::string name;
  std::vector<std::string> values = {};  ///< that it can have; none for a date
};

/// Everything stands in flat tables in the order of the form and refers to the others by index.
struct Definition {
  std::string id;
  int version = 1;
  std::string source;     ///< where the rules come from
  std::string checkedAt;  ///< YYYY-MM-DD, when somebody last compared them
  std::vector<Fact> facts = {};
  std::optional<std::size_t> numberedBy = std::nullopt;  ///< the fact that Field::numbers is by
  /// The field outside groups that it is by further: a form of several parts for one procedure.
  std::optional<std::size_t> numberedWithin = std::nullopt;
  std::vector<Page> pages = {};
  std::vector<Section> sections = {};
  std::vector<Group> groups = {};
  std::vector<Field> fields = {};
  std::vector<Check> checks = {};
  std::vector<Migration> migrations = {};

  /// Indices by id; those of fields by the id of their group ("" outside) before.
  using Index = std::map<std::string, std::size_t, std::less<>>;
  Index groupById = {};
  std::map<std::string, Index, std::less<>> fieldById = {};
};

/// Null where there is none.
const Field* findField(const Definition& form, std::string_view group, std::string_view field);
const Field* findField(const Definition& form, const FieldPath& path);
const Field* findField(const Definition& form, std::string_view topField);
const Group* findGroup(const Definition& form, std::string_view id);
const Page* findPage(const Definition& form, std::string_view id);

const Page& pageOf(const Definition& form, const Field& field);
/// Of a field or group; null where the form has no such.
const Page* pageOf(const Definition& form, const FieldPath& path);
std::string_view groupIdOf(const Definition& form, const Field& field);  ///< "" outside groups
/// Whether a value is one of a few, each with words of its own. Of FieldType::codes it is several.
bool isChoice(FieldType type);

/// The path of "email", "family[2].name" or "family"; std::nullopt where the form or the answers
/// have no such field, row or group.
std::optional<FieldPath> pathFrom(const Definition& form, const Answers& answers,
                                  std::string_view text);

}  // namespace madoguchi::forms
