#include "forms/bulk/bulk_table.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "forms/bulk/bulk_columns.h"
#include "forms/engine/field_value.h"
#include "forms/text/unicode_text.h"

namespace madoguchi::forms {
namespace {

using Takes = BulkColumn::Takes;

/// What stands in a column of the table; null where nothing is known of it.
using Layout = std::vector<const BulkColumn*>;

using Headings = std::map<std::string, std::vector<const BulkColumn*>, std::less<>>;

Headings headingsOf(std::string_view procedure) {
  Headings headings;
  for (const BulkColumn& column : bulkColumns(procedure)) {
    headings[looseKey(column.official)].push_back(&column);
    if (column.heading != column.official) {
      headings[looseKey(column.heading)].push_back(&column);
    }
  }
  return headings;
}

/// Of a table that was saved when the form had other parts.
std::string_view withoutParts(std::string_view heading) {
  const auto end = heading.starts_with(kOfParts) ? heading.find('_') : std::string_view::npos;
  return end == std::string_view::npos ? heading : heading.substr(end + 1);
}

/// Headings as they stand in tables, this program's or the Agency's. Of those two columns may have
/// the same one: the first of the table is the first of the workbook.
Layout layoutOf(const std::vector<std::string>& keys, const Headings& known) {
  std::map<std::string, std::size_t> times;
  Layout layout;
  for (const std::string& key : keys) {
    const auto found = known.find(key);
    const std::size_t time = times[key]++;
    layout.push_back(found != known.end() && time < found->second.size() ? found->second[time]
                                                                         : nullptr);
  }
  return layout;
}

std::size_t knownIn(const Layout& layout) {
  return static_cast<std::size_t>(
      std::ranges::count_if(layout, [](const BulkColumn* column) { return column != nullptr; }));
}

bool has(const Layout& layout, std::string_view field) {
  return std::ranges::any_of(layout, [&](const BulkColumn* column) {
    return column != nullptr && column->group.empty() && column->field == field;
  });
}

bool isEmpty(const std::vector<std::string>& row) { return std::ranges::all_of(row, isBlank); }

std::string rowId(std::size_t index) { return std::to_string(index + 1); }

FieldPath pathOf(const BulkColumn& column) {
  return column.group.empty()
             ? topField(column.field)
             : FieldPath{.group = column.group, .row = rowId(column.row), .field = column.field};
}

/// The first column of each field.
std::map<FieldPath, std::size_t> columnsOf(const Layout& layout) {
  std::map<FieldPath, std::size_t> columns;
  for (std::size_t i = 0; i < layout.size(); ++i) {
    if (layout[i] != nullptr && layout[i]->takes != Takes::nothing) {
      columns.emplace(pathOf(*layout[i]), i);
    }
  }
  return columns;
}

/// Whose row it is.
enum class Whose : std::uint8_t {
  somebodys,
  rules,     ///< the template's: most of it what is wanted
  examples,  ///< the template's: all of it the examples
};

/// No number: there are too many to say that they are not somebody's.
bool isExample(const BulkColumn* column, std::string_view cell) {
  if (column == nullptr || column->takes != Takes::value || column->example.empty()) {
    return false;
  }
  const FieldType type = fieldOf(*column).type;
  const std::string key = looseKey(cell);
  return (type == FieldType::text || type == FieldType::multilineText) &&
         key.find_first_not_of("0123456789") != std::string::npos && key == column->exampleKey;
}

Whose whose(const std::vector<std::string>& row, const Layout& layout) {
  std::size_t known = 0;
  std::size_t rules = 0;
  std::size_t examples = 0;
  for (std::size_t i = 0; i < std::min(row.size(), layout.size()); ++i) {
    const std::string key = looseKey(row[i]);
    if (layout[i] == nullptr || key.empty()) {
      continue;
    }
    ++known;
    // The Agency's rule is the beginning of this program's, which tells the choices too.
    rules += layout[i]->ruleKey.starts_with(key) ? 1U : 0U;
    examples += layout[i]->exampleKey == key ? 1U : 0U;
  }
  constexpr std::size_t kFewest = 3;
  if (known < kFewest || (2 * rules <= known && examples < known)) {
    return Whose::somebodys;
  }
  return 2 * rules > known ? Whose::rules : Whose::examples;
}

/// A number of a paper, a house number or an address of mail: nobody has the example's by chance.
bool isNobodysByChance(const BulkColumn& column) {
  return column.exampleKey.find_first_of("0123456789") != std::string::npos ||
         column.example.find('@') != std::string::npos;
}

/// Texts that are the template's examples still, in a row that was typed over them. One or two may
/// be somebody's own. In a row that was given back the others may be mended by now, and it may have
/// been given back for something else: there one tells, and only where it is nobody's own.
bool hasLeftExamples(const std::vector<std::string>& row, const Layout& layout, bool isGivenBack) {
  constexpr std::size_t kFewest = 4;
  std::size_t examples = 0;
  for (std::size_t i = 0; i < std::min(row.size(), layout.size()); ++i) {
    if (!isExample(layout[i], row[i])) {
      continue;
    }
    if (!isGivenBack) {
      ++examples;
    } else if (isNobodysByChance(*layout[i])) {
      return true;
    }
  }
  return examples >= kFewest;
}

/// Reads one row after the other.
class RowReader {
 public:
  RowReader(const Layout& layout, std::string procedure)
      : m_layout(layout), m_procedure(procedure), m_cells(std::move(procedure)) {}

  /// `overExamples`: it was typed over them, and some are left.
  BulkRow read(std::vector<std::string>& cells, std::size_t number, bool overExamples) {
    m_overExamples = overExamples;
    m_row = {.number = number};
    m_row.answers.values["procedure"] = m_procedure;
    for (std::size_t i = 0; i < std::min(cells.size(), m_layout.size()); ++i) {
      if (m_layout[i] != nullptr && !isBlank(cells[i])) {
        take(i, cells);
      }
    }
    dropEmptyRows();
    return std::move(m_row);
  }

 private:
  void take(std::size_t at, std::vector<std::string>& cells) {
    const BulkColumn& column = *m_layout[at];
    if (column.takes != Takes::nothing && isErrorValue(cells[at])) {
      keep(at, cells, {.value = cells[at], .fault = CellFault::errorValue});
      return;
    }
    switch (column.takes) {
      case Takes::nothing:
        return;
      case Takes::value:
        keep(at, cells, m_cells.read(fieldOf(column), cells[at]));
        return;
      case Takes::prefecture: {
        const auto name = partner(column, Takes::municipality);
        if (!name || *name >= cells.size() || isBlank(cells[*name])) {
          keep(at, cells, municipalityValue(cells[at], {}));
        }
        return;
      }
      case Takes::municipality: {
        const auto prefecture = partner(column, Takes::prefecture);
        const bool isThere = prefecture && *prefecture < cells.size();
        if (isThere && isErrorValue(cells[*prefecture])) {
          return;  // said there, and nobody knows yet what is wrong with this one
        }
        keep(at, cells, municipalityValue(isThere ? cells[*prefecture] : std::string(), cells[at]));
        return;
      }
    }
  }

  /// The column that stands beside it for the other part of the same place: the nearest one.
  [[nodiscard]] std::optional<std::size_t> partner(const BulkColumn& column, Takes takes) const {
    const auto here = std::ranges::find(m_layout, &column) - m_layout.begin();
    std::optional<std::ptrdiff_t> nearest;
    for (std::ptrdiff_t i = 0; i < std::ssize(m_layout); ++i) {
      const BulkColumn* other = m_layout[static_cast<std::size_t>(i)];
      const bool fits = other != nullptr && other->takes == takes && other->field == column.field;
      if (fits && (!nearest || std::abs(i - here) < std::abs(*nearest - here))) {
        nearest = i;
      }
    }
    return nearest ? std::optional(static_cast<std::size_t>(*nearest)) : std::nullopt;
  }

  void keep(std::size_t at, std::vector<std::string>& cells, CellValue value) {
    const FieldPath path = placeOf(*m_layout[at]);
    const std::string& known = valueAt(m_row.answers, path);
    const bool isGood = value.fault == CellFault::none && !value.value.empty();
    if (isGood && !known.empty() && value.value != known) {
      // Of what may be decided in parts the Agency asks each; the form asks whether any is.
      if (path.field.ends_with("Decided")) {
        value.value = "yes";
      } else {
        value.fault = CellFault::different;
      }
    }
    if (value.fault == CellFault::none && m_overExamples && isExample(m_layout[at], cells[at])) {
      value.fault = CellFault::example;
    }
    if (value.fault != CellFault::none || value.zeroAdded) {
      m_row.cells.push_back(
          {.column = at, .path = path, .fault = value.fault, .zeroAdded = value.zeroAdded});
    }
    const bool isText = fieldOf(*m_layout[at]).type == FieldType::text ||
                        fieldOf(*m_layout[at]).type == FieldType::multilineText;
    if (isText && value.fault == CellFault::none) {
      cells[at] = value.value;
    }
    if (value.fault != CellFault::different && !value.value.empty()) {
      setValue(m_row.answers, path, std::move(value.value));
    }
  }

  /// Where it is to stand, which is there then.
  FieldPath placeOf(const BulkColumn& column) {
    if (!column.group.empty()) {
      auto& rows = m_row.answers.groups[column.group];
      while (rows.size() <= column.row) {
        rows.push_back({.id = rowId(rows.size())});
      }
    }
    return pathOf(column);
  }

  /// Of relatives before the last one nothing may be known.
  void dropEmptyRows() {
    for (auto& [group, rows] : m_row.answers.groups) {
      std::erase_if(rows, [](const Row& row) { return row.values.empty(); });
    }
    std::erase_if(m_row.answers.groups, [](const auto& group) { return group.second.empty(); });
  }

  const Layout& m_layout;
  std::string m_procedure;
  CellReader m_cells;
  BulkRow m_row;
  bool m_overExamples = false;
};

BulkFault faultOf(CsvFault fault) {
  switch (fault) {
    case CsvFault::none:
      break;
    case CsvFault::tooLarge:
      return BulkFault::tooLarge;
    case CsvFault::workbook:
      return BulkFault::workbook;
    case CsvFault::notText:
      return BulkFault::notText;
    case CsvFault::openQuote:
      return BulkFault::openQuote;
  }
  return BulkFault::none;
}

}  // namespace

namespace {

BulkFault readRows(BulkTable& table, const Layout& layout) {
  RowReader reader(layout, table.procedure);
  // What was given back to be mended is somebody's, whatever it looks like.
  const bool hasRemarks = columnsBefore(table) == 0;
  Whose before = Whose::somebodys;
  for (std::size_t i = 1; i < table.cells.size(); ++i) {
    const auto& row = table.cells[i];
    const bool isLeft = hasRemarks && !row.empty() && !isBlank(row.front());
    const Whose now = table.rows.empty() && !isLeft ? whose(row, layout) : Whose::somebodys;
    const bool overExamples =
        (isLeft || before == Whose::rules) && hasLeftExamples(row, layout, isLeft);
    before = now;
    if (now != Whose::somebodys || isEmpty(row)) {
      continue;
    }
    if (table.rows.size() == kMostBulkRows) {
      return BulkFault::tooManyRows;
    }
    table.rows.push_back(reader.read(table.mended[i], i + 1, overExamples));
  }
  return table.rows.empty() ? BulkFault::noRows : BulkFault::none;
}

/// Whether somebody wants what is not filed here.
bool isWanted(const BulkTable& table, std::size_t column) {
  return std::ranges::any_of(table.rows, [&](const BulkRow& row) {
    const auto& cells = table.cells[row.number - 1];
    return column < cells.size() && !saysNothing(cells[column]);
  });
}

std::vector<std::string> unknownIn(const BulkTable& table, const Layout& layout) {
  std::vector<std::string> unknown;
  const std::vector<std::string>& headings = table.cells.front();
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const bool isElsewhere = layout[i] != nullptr && layout[i]->field.empty();
    const bool isUnknown =
        layout[i] == nullptr && headings[i] != kRemarkHeading && !isBlank(headings[i]);
    if (isUnknown || (isElsewhere && isWanted(table, i))) {
      unknown.push_back(headings[i]);
    }
  }
  return unknown;
}

std::vector<std::size_t> unnamedIn(const BulkTable& table) {
  std::vector<bool> isNamed;
  std::ranges::transform(table.cells.front(), std::back_inserter(isNamed),
                         [](const std::string& heading) { return !isBlank(heading); });
  std::set<std::size_t> columns;
  for (const BulkRow& row : table.rows) {
    const auto& cells = table.cells[row.number - 1];
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if ((i >= isNamed.size() || !isNamed[i]) && !isBlank(cells[i])) {
        columns.insert(i);
      }
    }
  }
  return {columns.begin(), columns.end()};
}

}  // namespace

BulkTable readBulkTable(std::string_view bytes) {
  Csv csv = readCsv(bytes);
  BulkTable table{.fault = faultOf(csv.fault), .cells = std::move(csv.rows)};
  if (table.fault != BulkFault::none) {
    return table;
  }
  if (table.cells.empty()) {
    table.fault = BulkFault::noTemplate;
    return table;
  }
  static const Headings kChange = headingsOf("change");
  static const Headings kExtension = headingsOf("extension");
  std::vector<std::string> keys;
  std::ranges::transform(table.cells.front(), std::back_inserter(keys), [](std::string_view cell) {
    const std::string key = looseKey(cell);
    const bool isKnown = kChange.contains(key) || kExtension.contains(key);
    return isKnown ? key : looseKey(withoutParts(cell));
  });
  const Layout change = layoutOf(keys, kChange);
  const Layout extension = layoutOf(keys, kExtension);
  const bool isChange = knownIn(change) > knownIn(extension);
  const Layout& layout = isChange ? change : extension;
  if (!has(layout, "name") || !has(layout, "dateOfBirth")) {
    table.fault = BulkFault::noTemplate;
    return table;
  }
  if (knownIn(change) == knownIn(extension)) {
    table.fault = BulkFault::noProcedure;
    return table;
  }
  table.procedure = isChange ? "change" : "extension";
  table.mended = table.cells;
  table.columns = columnsOf(layout);
  table.fault = readRows(table, layout);
  table.unknown = unknownIn(table, layout);
  table.unnamed = unnamedIn(table);
  return table;
}

std::string columnLetters(std::size_t column) {
  constexpr std::size_t kLetters = 26;
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / kLetters) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % kLetters));
  }
  return letters;
}

Cells bulkTemplate(std::string_view procedure) {
  Cells cells(3);
  for (const BulkColumn& column : bulkColumns(procedure)) {
    if (!column.repeated && column.takes != Takes::nothing) {
      cells[0].push_back(column.heading);
      cells[1].push_back(column.rule);
      cells[2].push_back(column.example);
    }
  }
  return cells[0].empty() ? Cells() : cells;
}

std::size_t columnsBefore(const BulkTable& table) {
  return table.cells.front().front() == kRemarkHeading ? 0 : 1;
}

std::size_t firstRemarked(const BulkTable& table) { return table.rows.front().number; }

Cells remarked(const BulkTable& table, const std::vector<RemarkedRow>& rows) {
  const bool hasRemarks = columnsBefore(table) == 0;
  Cells cells;
  const auto add = [&](std::string_view remark, const std::vector<std::string>& row) {
    cells.push_back({std::string(remark)});
    std::copy(row.begin() + (hasRemarks && !row.empty() ? 1 : 0), row.end(),
              std::back_inserter(cells.back()));
  };
  add(kRemarkHeading, table.mended.front());
  for (std::size_t i = 1; i + 1 < firstRemarked(table); ++i) {
    add({}, table.mended[i]);
  }
  for (const RemarkedRow& row : rows) {
    add(row.remark, table.mended.at(row.number - 1));
  }
  return cells;
}

}  // namespace madoguchi::forms
