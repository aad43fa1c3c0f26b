#include "forms/engine/definition_reader.h"

#include <algorithm>

#include "forms/engine/check_reader.h"
#include "forms/engine/circles.h"
#include "forms/engine/condition_reader.h"
#include "forms/engine/field_codes.h"
#include "forms/engine/field_reader.h"
#include "forms/engine/migration_reader.h"

namespace madoguchi::forms {
namespace {

// The largest form of the Agency has about 400 items. What a definition may cost is bounded here,
// what answers may cost follows from it.
constexpr std::size_t kMaxDefinitionBytes = 524'288;
constexpr int kMaxDefinitionDepth = 16;
constexpr std::size_t kMaxFields = 1'000;
constexpr std::int64_t kMaxRows = 100;
constexpr std::int64_t kMaxVersion = 9'999;

/// Where everything of the tables stood in the text, for the second reading.
struct Places {
  std::vector<JsonPlace> pages;
  std::vector<JsonPlace> sections;
  std::vector<JsonPlace> groups;
  std::vector<JsonPlace> fields;
  std::vector<JsonPlace> checks;
};

class Reader {
 public:
  Reader(const JsonPlace& file, const CodeLists& lists) : m_file(file), m_lists(lists) {}

  Definition read() {
    m_file.allow({"form", "version", "source", "checkedAt", "facts", "numberedBy", "codes", "pages",
                  "migrations"});
    m_form.id = m_file.at("form").name();
    m_form.version = static_cast<int>(m_file.at("version").integer(1, kMaxVersion));
    m_form.source = m_file.at("source").text();
    m_form.checkedAt = m_file.at("checkedAt").date();
    m_codes = readCodes(m_file);
    readFacts();
    for (const JsonPlace& page : m_file.at("pages").list()) {
      readPage(page);
    }
    if (m_form.fields.empty()) {
      m_file.at("pages").refuse("asks nothing");
    }
    readConditions();
    if (const auto circle = findCircle(m_form)) {
      m_places.fields[circle->field].refuse("depends on itself: " + circle->names);
    }
    m_form.migrations = readMigrations(m_file, m_form);
    return std::move(m_form);
  }

 private:
  void readFacts() {
    m_form.facts.push_back({.name = "today"});
    if (const auto facts = m_file.find("facts")) {
      for (const auto& [name, values] : facts->members()) {
        Fact fact{.name = name};
        if (values.isList()) {
          fact.values = values.texts();
        }
        if (values.isList() ? fact.values.empty() : values.text() != "date") {
          values.refuse("a fact is a date or has values");
        }
        if (name == "today") {
          values.refuse("every form has it");
        }
        m_form.facts.push_back(std::move(fact));
      }
    }
    if (const auto by = m_file.find("numberedBy")) {
      const JsonPlace first = by->isList() ? partsOfNumbering(*by)[0] : *by;
      const Operand operand = readOperand(first, {m_form});
      if (possibleValues(m_form, operand).empty()) {
        first.refuse("is no fact with values");
      }
      m_form.numberedBy = operand.index;
    }
  }

  static std::vector<JsonPlace> partsOfNumbering(const JsonPlace& by) {
    auto parts = by.list();
    if (parts.size() != 2) {
      by.refuse("is no fact, nor a fact and a field");
    }
    return parts;
  }

  /// The second half of numberedBy, once the fields are there.
  void readNumberedWithin() {
    const auto by = m_file.find("numberedBy");
    if (!by || !by->isList()) {
      return;
    }
    const JsonPlace within = partsOfNumbering(*by)[1];
    const std::size_t field = readFieldName(within, {m_form});
    if (possibleValues(m_form, {.index = field}).empty() ||
        m_form.fields[field].type == FieldType::codes) {
      within.refuse("is no field with values, of which it has one");
    }
    m_form.numberedWithin = field;
  }

  void readPage(const JsonPlace& place) {
    place.allow({"id", "when", "anew", "sections"});
    Page page{.id = place.at("id").name()};
    if (findPage(m_form, page.id) != nullptr) {
      place.at("id").refuse(page.id + " occurs twice");
    }
    m_form.pages.push_back(std::move(page));
    m_places.pages.push_back(place);
    const std::size_t first = m_form.fields.size();
    for (const JsonPlace& section : place.at("sections").list()) {
      readSection(section);
    }
    if (place.truthOr("anew", false)) {
      for (std::size_t index = first; index < m_form.fields.size(); ++index) {
        m_form.fields[index].isAskedAnew = true;
      }
    }
  }

  void readSection(const JsonPlace& place) {
    place.allow({"id", "when", "contents"});
    m_form.pages.back().sections.push_back(m_form.sections.size());
    const std::string id = place.at("id").name();
    if (std::ranges::find(m_form.sections, id, &Section::id) != m_form.sections.end()) {
      place.at("id").refuse(id + " occurs twice");
    }
    m_form.sections.push_back({.id = id, .page = m_form.pages.size() - 1});
    m_places.sections.push_back(place);
    for (const JsonPlace& entry : place.at("contents").list()) {
      auto& contents = m_form.sections.back().contents;
      if (entry.find("check")) {
        addCheck(entry, std::nullopt);
      } else if (entry.find("group")) {
        contents.push_back({.isGroup = true, .index = m_form.groups.size()});
        readGroup(entry);
      } else {
        contents.push_back({.isGroup = false, .index = m_form.fields.size()});
        addField(entry, std::nullopt);
      }
    }
  }

  void readGroup(const JsonPlace& place) {
    place.allow({"group", "when", "min", "max", "title", "number", "codes", "contents"});
    const std::size_t index = m_form.groups.size();
    Group group{.id = place.at("group").name(), .section = m_form.sections.size() - 1};
    group.firstField = m_form.fields.size();
    group.maxRows = static_cast<std::size_t>(place.at("max").integer(1, kMaxRows));
    if (const auto least = place.find("min")) {
      group.minRows =
          static_cast<std::size_t>(least->integer(0, static_cast<std::int64_t>(group.maxRows)));
    }
    group.codes = codesOfGroup(place);
    if (findField(m_form, group.id) != nullptr ||
        !m_form.groupById.emplace(group.id, index).second) {
      place.at("group").refuse(group.id + " occurs twice");
    }
    m_form.groups.push_back(std::move(group));
    m_places.groups.push_back(place);
    for (const JsonPlace& entry : place.at("contents").list()) {
      if (entry.find("check")) {
        addCheck(entry, index);
      } else {
        addField(entry, index);
      }
    }
    Group& made = m_form.groups.back();
    made.fieldCount = m_form.fields.size() - made.firstField;
    if (made.fieldCount == 0) {
      place.at("contents").refuse("asks nothing");
    }
    for (const JsonPlace& title : place.at("title").list()) {
      const std::size_t field = readFieldName(title, {m_form, index});
      if (m_form.fields[field].group != index) {
        title.refuse("is no field of the group");
      }
      made.title.push_back(field);
    }
  }

  /// Without codes of its own a group says what a field would: that something is missing, or wrong.
  [[nodiscard]] Codes codesOfGroup(const JsonPlace& place) const {
    Codes codes = readCodes(place);
    constexpr std::array<std::pair<Fault, Fault>, 2> kLike = {
        {{Fault::tooFew, Fault::missing}, {Fault::tooMany, Fault::wrong}}};
    for (const auto& [fault, like] : kLike) {
      std::string& code = codes[static_cast<std::size_t>(fault)];
      for (const Fault shared : {fault, like}) {
        if (code.empty()) {
          code = m_codes[static_cast<std::size_t>(shared)];
        }
      }
      if (code.empty()) {
        place.refuse("a message code is missing for too few or too many rows");
      }
    }
    return codes;
  }

  void addField(const JsonPlace& place, std::optional<std::size_t> group) {
    if (m_form.fields.size() == kMaxFields) {
      place.refuse("is one field too many");
    }
    Field field = readField(place, m_lists, m_codes);
    field.section = m_form.sections.size() - 1;
    field.group = group;
    auto& scope = m_form.fieldById[group ? m_form.groups[*group].id : std::string()];
    const bool isGroup = !group && findGroup(m_form, field.id) != nullptr;
    if (isGroup || !scope.emplace(field.id, m_form.fields.size()).second) {
      place.at("id").refuse(field.id + " occurs twice");
    }
    m_form.fields.push_back(std::move(field));
    m_places.fields.push_back(place);
  }

  void addCheck(const JsonPlace& place, std::optional<std::size_t> group) {
    m_form.checks.push_back({.section = m_form.sections.size() - 1, .group = group});
    m_places.checks.push_back(place);
  }

  /// Everything that names something else, once all of it is there.
  void readConditions() {
    readNumberedWithin();
    for (std::size_t index = 0; index < m_form.pages.size(); ++index) {
      m_form.pages[index].when = readWhen(m_places.pages[index], {m_form});
    }
    for (std::size_t index = 0; index < m_form.sections.size(); ++index) {
      m_form.sections[index].when = readWhen(m_places.sections[index], {m_form});
    }
    for (std::size_t index = 0; index < m_form.groups.size(); ++index) {
      m_form.groups[index].when = readWhen(m_places.groups[index], {m_form});
      m_form.groups[index].numbers = readNumbers(m_places.groups[index], m_form);
    }
    for (std::size_t index = 0; index < m_form.fields.size(); ++index) {
      readReferences(m_places.fields[index], m_form, m_form.fields[index]);
    }
    for (std::size_t index = 0; index < m_form.checks.size(); ++index) {
      Check& check = m_form.checks[index];
      Check read = readCheck(m_places.checks[index], {m_form, check.group});
      read.section = check.section;
      read.group = check.group;
      check = std::move(read);
    }
  }

  const JsonPlace& m_file;
  const CodeLists& m_lists;
  Codes m_codes;
  Definition m_form;
  Places m_places;
};

}  // namespace

Definition definitionFrom(std::string_view text, const CodeLists& lists) {
  const auto json = readOwnJson(text, kMaxDefinitionBytes, kMaxDefinitionDepth, "the form");
  const JsonPlace file(json, {});
  return Reader(file, lists).read();
}

}  // namespace madoguchi::forms
