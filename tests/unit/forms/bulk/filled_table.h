#pragma once

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "forms/application/application_form.h"
#include "forms/bulk/bulk_columns.h"
#include "forms/bulk/bulk_table.h"
#include "forms/places/municipalities.h"

// Tables of applications as people fill them in.

namespace madoguchi::forms {

/// As a table can have them.
inline Answers withoutWhatNoTableHas(Answers answers) {
  for (const char* field :
       {"photo", "notificationEmailAgain", "intentConfirmed", "contentConfirmed"}) {
    answers.values.erase(field);
  }
  answers.values["byRepresentative"] = "no";
  return answers;
}

/// What somebody types into a table so that a field has this value: words in place of codes, names
/// in place of municipalities, digits in place of days.
inline std::string typed(const BulkColumn& column, const std::string& value,
                         const std::string& procedure) {
  const Field& field = fieldOf(column);
  if (const Municipality* place = findMunicipality(value);
      place != nullptr && column.takes != BulkColumn::Takes::value) {
    return column.takes == BulkColumn::Takes::prefecture ? std::string(place->prefecture)
                                                         : place->name();
  }
  if (field.type == FieldType::yesNo) {
    return value == "yes" ? "有 Yes" : "無 No";
  }
  if (field.list != nullptr) {
    std::string words;
    for (const std::string_view code : splitCodes(value)) {
      const Code& entry = field.list->entries.at(field.list->position.at(std::string(code)));
      words += (words.empty() ? "" : "；") + entry.texts.at("ja") + " " + entry.texts.at("en");
    }
    return words;
  }
  if (isChoice(field.type)) {
    return std::string(
        wordsOf(applicationWords(), applicationWordsId("value", field, value), "ja", procedure));
  }
  if (field.type == FieldType::date || field.type == FieldType::partialDate ||
      field.type == FieldType::partialMonth) {
    std::string digits;
    for (const char character : value) {
      digits += character == '-' ? "" : std::string(1, character);
    }
    return digits;
  }
  return value;
}

/// The template with a row for each of these.
inline Cells filledIn(const std::string& procedure, const std::vector<Answers>& people) {
  Cells cells = bulkTemplate(procedure);
  std::vector<const BulkColumn*> columns;
  for (const BulkColumn& column : bulkColumns(procedure)) {
    if (!column.repeated && column.takes != BulkColumn::Takes::nothing) {
      columns.push_back(&column);
    }
  }
  for (const Answers& answers : people) {
    cells.emplace_back();
    for (const BulkColumn* column : columns) {
      std::string value;
      if (column->group.empty()) {
        value = valueAt(answers, topField(column->field));
      } else if (const auto& rows = rowsOf(answers, column->group); column->row < rows.size()) {
        const auto found = rows[column->row].values.find(column->field);
        value = found == rows[column->row].values.end() ? "" : found->second;
      }
      cells.back().push_back(value.empty() ? "" : typed(*column, value, procedure));
    }
  }
  return cells;
}

inline BulkTable tableOf(const Cells& cells) { return readBulkTable(writtenCsv(cells)); }

/// A table of these columns of the template with one row.
using Person = std::vector<std::pair<std::string, std::string>>;
inline BulkTable tableOfOne(const Person& columns) {
  Cells cells(2);
  for (const auto& [heading, cell] : columns) {
    cells[0].push_back(heading);
    cells[1].push_back(cell);
  }
  return tableOf(cells);
}

// Who it is, and that it is an extension.
inline const Person kPerson = {{"身分事項_氏名", "SANTOS MARIA"},
                               {"身分事項_生年月日", "19900415"},
                               {"身分事項_更新の理由", "日本で暮らすため"}};
inline const std::string kHeadings = "身分事項_氏名,身分事項_生年月日,身分事項_更新の理由\n";

inline BulkRow rowOf(Person more) {
  more.insert(more.begin(), kPerson.begin(), kPerson.end());
  const BulkTable table = tableOfOne(more);
  EXPECT_EQ(table.rows.size(), 1U);
  return table.rows.empty() ? BulkRow() : table.rows.front();
}

/// What stood in that column, and what is said of it.
inline CellValue read(const std::string& heading, const std::string& field,
                      const std::string& cell) {
  const BulkRow row = rowOf({{heading, cell}});
  CellValue value{.value = valueAt(row.answers, topField(field))};
  if (!row.cells.empty()) {
    value.fault = row.cells.front().fault;
    value.zeroAdded = row.cells.front().zeroAdded;
    EXPECT_EQ(row.cells.front().column, 3U);
  }
  return value;
}

}  // namespace madoguchi::forms
