#include "forms/bulk/bulk_columns.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "embedded/bulk_change.h"
#include "embedded/bulk_extension.h"
#include "embedded/bulk_together.h"
#include "forms/application/application_form.h"
#include "forms/bulk/bulk_cell.h"
#include "forms/places/table_lines.h"

namespace madoguchi::forms {
namespace {

using Takes = BulkColumn::Takes;

/// So many choices fit under a heading; of longer lists the form shows the words.
constexpr std::size_t kMostWrittenChoices = 40;

// The layout is described in resources/forms/README.md.
std::vector<OfficialColumn> readOfficial(std::string_view table) {
  std::vector<OfficialColumn> columns;
  forEachLine(table, [&](std::string_view line) {
    if (!line.starts_with('#')) {
      const auto cells = cellsOf<4>(line);
      columns.push_back({cells[0], cells[1], cells[2], cells[3]});
    }
  });
  return columns;
}

bool isDecision(const Field& field) { return field.id.ends_with("Decided"); }

std::string pathText(const BulkColumn& column) {
  return column.group + '[' + std::to_string(column.row) + "]." + column.field;
}

std::string japanese(const std::string& id, std::string_view procedure) {
  return std::string(wordsOf(applicationWords(), id, "ja", procedure));
}

Takes placeOf(std::string_view heading) {
  if (heading.find("(都道府県)") != std::string_view::npos) {
    return Takes::prefecture;
  }
  // The Agency's workbook asks for the office and its prefecture once more, which follow from it.
  return heading.find("(市区町村)") != std::string_view::npos ? Takes::municipality
                                                              : Takes::nothing;
}

Takes takenBy(const Field& field, std::string_view heading) {
  switch (field.type) {
    case FieldType::municipality:
      return placeOf(heading);
    case FieldType::consent:  // is given by a person who sees what it is for
    case FieldType::attachment:
      return Takes::nothing;
    default:
      return Takes::value;
  }
}

std::vector<std::string> choiceLines(const Field& field, std::string_view procedure) {
  std::vector<std::string> lines;
  if (field.type == FieldType::yesNo) {
    return {"有 Yes", isDecision(field) ? "未定 Undecided" : "無 No"};
  }
  for (const std::string& choice : field.settings.choices) {
    lines.push_back(japanese(applicationWordsId("value", field, choice), procedure));
  }
  if (field.list != nullptr) {
    for (const Code& code : field.list->entries) {
      if (std::ranges::find(field.leftOut, code.code) == field.leftOut.end()) {
        lines.push_back(code.texts.at("ja"));
      }
    }
  }
  return lines;
}

/// Of a list that is too long for that.
std::string examplesOf(const Field& field) {
  if (field.list->id == "period") {
    return "在留カードのとおり（3年、1年3月、6月など）";
  }
  if (field.by) {  // the first ones may be offered to nobody who fills this in
    return "申請の画面と同じ言葉";
  }
  std::string text = "申請の画面と同じ言葉（";
  for (std::size_t i = 0; i < 3; ++i) {
    text += field.list->entries.at(i).texts.at("ja") + "、";
  }
  return text + "…）";
}

/// What can be written in the place of a pull-down list, which a table does not have.
std::string choicesOf(const Field& field, std::string_view procedure) {
  const auto lines = choiceLines(field, procedure);
  if (lines.empty()) {
    return {};
  }
  if (lines.size() > kMostWrittenChoices) {
    return examplesOf(field);
  }
  std::string text =
      field.type == FieldType::codes ? "次から（複数は「;」で区切る）: " : "次から: ";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    text += (i > 0 ? " | " : "") + lines[i];
  }
  return text;
}

std::string ruleOf(const Field& field, std::string_view procedure) {
  if (std::string choices = choicesOf(field, procedure); !choices.empty()) {
    return choices;
  }
  switch (field.type) {
    case FieldType::municipality:
      return "名称";
    case FieldType::date:
      return "YYYYMMDD";
    case FieldType::partialDate:
      return "YYYYMMDD\n年月日不詳:99999999\n月日不詳:20250000\n日不詳:20250500";
    case FieldType::partialMonth:
      return "YYYYMM";
    case FieldType::number:
      return "半角数字";
    default:
      return field.maxLength > 0 ? std::to_string(field.maxLength) + "文字以内" : std::string();
  }
}

std::string withChoices(const std::string& rule, const Field& field, std::string_view procedure) {
  const std::string choices = choicesOf(field, procedure);
  if (rule.empty()) {
    return ruleOf(field, procedure);
  }
  return choices.empty() ? rule : rule + '\n' + choices;
}

std::string inLines(std::string_view rule) {
  std::string lines(rule);
  constexpr std::string_view kEnd = " / ";
  for (auto at = lines.find(kEnd); at != std::string::npos; at = lines.find(kEnd, at)) {
    lines.replace(at, kEnd.size(), "\n");
  }
  return lines;
}

class Columns {
 public:
  explicit Columns(std::string_view procedure) : m_procedure(procedure) {
    addOfficial(procedure);
    addOwn();
    addOfficial("together");
  }
  [[nodiscard]] std::vector<BulkColumn> take() {
    for (BulkColumn& column : m_columns) {
      column.ruleKey = looseKey(column.rule);
      column.exampleKey = looseKey(column.example);
    }
    return std::move(m_columns);
  }

 private:
  void addOfficial(std::string_view workbook);
  void addOwn();
  void addOwn(const Section& section, const Field& field);
  void addOwn(const Group& group);

  const std::string m_procedure;
  std::vector<BulkColumn> m_columns;
  std::map<std::string, std::size_t, std::less<>> m_times;  ///< that a field has had a column
  std::set<std::pair<std::string, Takes>> m_places;         ///< that have one
};

/// The Agency calls what is decided, what that is, and what else it is by one name.
std::string_view toldApartBy(const Field& field) {
  if (isDecision(field)) {
    return "（有・未定）";
  }
  return field.id.ends_with("Other") ? "（その他）" : "（内容）";
}

void Columns::addOfficial(std::string_view workbook) {
  std::map<std::string_view, int> times;
  for (const OfficialColumn& official : officialColumns(workbook)) {
    ++times[official.heading];
  }
  for (const OfficialColumn& official : officialColumns(workbook)) {
    BulkColumn column{.official = std::string(official.heading),
                      .heading = std::string(official.heading),
                      .rule = inLines(official.rule),
                      .example = std::string(official.example),
                      .group = {},
                      .field = {},
                      .takes = Takes::nothing};
    if (official.field != "-") {
      const auto dot = official.field.find('.');
      if (dot != std::string_view::npos) {
        column.group = official.field.substr(0, dot);
        column.row = m_times[std::string(official.field)];
      }
      column.field = official.field.substr(dot == std::string_view::npos ? 0 : dot + 1);
      const Field& field = fieldOf(column);
      column.takes = takenBy(field, column.heading);
      column.rule = withChoices(column.rule, field, m_procedure);
      column.repeated = !m_places.emplace(pathText(column), column.takes).second;
      if (times[official.heading] > 1) {
        column.heading += toldApartBy(field);
      }
      ++m_times[std::string(official.field)];
    }
    m_columns.push_back(std::move(column));
  }
}

/// So many rows has the paper for what is asked several times, as the Agency's workbooks have.
constexpr std::size_t kRowsOfPaper = 6;

using Numbers = decltype(Field::numbers);

/// The parts of the paper form that have these numbers, each with its own: "R17・T18"; empty where
/// none has.
std::string partsOf(const Numbers& numbers, std::string_view procedure) {
  const std::string start = std::string(procedure) + kNumberSeparator;
  std::string parts;
  for (const auto& [key, number] : numbers) {
    if (key.starts_with(start)) {
      parts += (parts.empty() ? "" : "・") + key.substr(start.size()) + number;
    }
  }
  return parts;
}

std::string ofParts(const std::string& parts) {
  return parts.empty() ? std::string() : std::string(kOfParts) + parts + '_';
}

void Columns::addOwn(const Section& section, const Field& field) {
  const std::string parts = partsOf(field.numbers, m_procedure);
  // Who stands for whom is on no paper, and decides what else is asked.
  if (parts.empty() && field.id != "byRepresentative") {
    return;
  }
  // A page of one section says what it is by itself.
  std::string title = japanese("section.application." + section.id + ".title", m_procedure);
  if (title.empty()) {
    title = japanese("page.application." + applicationForm().pages[section.page].id + ".title",
                     m_procedure);
  }
  const std::string name =
      title + '_' + japanese(applicationWordsId("field", field, "label"), m_procedure);
  const std::string heading = ofParts(parts) + name;
  BulkColumn column{.official = name,
                    .heading = heading,
                    .rule = ruleOf(field, m_procedure),
                    .example = {},
                    .group = {},
                    .field = field.id,
                    .takes = Takes::value};
  ++m_times[field.id];
  if (field.type != FieldType::municipality) {
    m_columns.push_back(std::move(column));
    return;
  }
  for (const auto& [takes, part] :
       {std::pair(Takes::prefecture, "(都道府県)"), std::pair(Takes::municipality, "(市区町村)")}) {
    m_columns.push_back(column);
    m_columns.back().heading += part;
    m_columns.back().official += part;
    m_columns.back().takes = takes;
  }
}

void Columns::addOwn(const Group& group) {
  const std::string parts = partsOf(group.numbers, m_procedure);
  if (parts.empty()) {
    return;
  }
  const std::string title = japanese("group." + group.id + ".title", m_procedure);
  for (std::size_t row = 0; row < std::min(kRowsOfPaper, group.maxRows); ++row) {
    for (std::size_t i = 0; i < group.fieldCount; ++i) {
      const Field& field = applicationForm().fields[group.firstField + i];
      const std::string name = title + std::to_string(row + 1) + '_' +
                               japanese(applicationWordsId("field", field, "label"), m_procedure);
      const std::string heading = ofParts(parts) + name;
      m_columns.push_back({.official = name,
                           .heading = heading,
                           .rule = ruleOf(field, m_procedure),
                           .example = {},
                           .group = group.id,
                           .row = row,
                           .field = field.id,
                           .takes = Takes::value});
    }
  }
}

void Columns::addOwn() {
  const Definition& form = applicationForm();
  for (const Section& section : form.sections) {
    for (const Section::Entry& entry : section.contents) {
      if (entry.isGroup) {
        addOwn(form.groups[entry.index]);
      } else if (!m_times.contains(form.fields[entry.index].id)) {
        addOwn(section, form.fields[entry.index]);
      }
    }
  }
}

}  // namespace

std::span<const OfficialColumn> officialColumns(std::string_view workbook) {
  static const std::map<std::string, std::vector<OfficialColumn>, std::less<>> kWorkbooks = {
      {"extension", readOfficial(embedded::bulk_extension())},
      {"change", readOfficial(embedded::bulk_change())},
      {"together", readOfficial(embedded::bulk_together())}};
  return kWorkbooks.at(std::string(workbook));
}

const std::vector<BulkColumn>& bulkColumns(std::string_view procedure) {
  static const std::map<std::string, std::vector<BulkColumn>, std::less<>> kColumns = {
      {"extension", Columns("extension").take()}, {"change", Columns("change").take()}};
  static const std::vector<BulkColumn> kNone;
  const auto found = kColumns.find(procedure);
  return found == kColumns.end() ? kNone : found->second;
}

const Field& fieldOf(const BulkColumn& column) {
  return *findField(applicationForm(), column.group, column.field);
}

}  // namespace madoguchi::forms
