#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "forms/bulk/bulk_cell.h"
#include "forms/bulk/csv.h"
#include "forms/engine/answers.h"

// A table of applications that somebody has filled in: the Agency's, or this program's.

namespace madoguchi::forms {

/// So many applicants may a table have; the Agency names no limit.
inline constexpr std::size_t kMostBulkRows = 100;

/// Why nothing of a table can be taken.
enum class BulkFault : std::uint8_t {
  none,
  tooLarge,     ///< CsvFault
  workbook,     ///< CsvFault
  notText,      ///< CsvFault
  openQuote,    ///< CsvFault
  noTemplate,   ///< its first row are not the headings of a template
  noProcedure,  ///< its headings are those of extension and change alike
  noRows,       ///< nobody stands under the headings
  tooManyRows,
};

/// A cell of which something is to be said.
struct BulkCell {
  std::size_t column = 0;  ///< of the table, from 0
  FieldPath path;          ///< of the field in the row's answers
  CellFault fault = CellFault::none;
  bool zeroAdded = false;
};

/// An applicant.
struct BulkRow {
  std::size_t number = 0;  ///< as the spreadsheet counts it, from 1
  Answers answers = {};    ///< "procedure" too
  std::vector<BulkCell> cells = {};
};

struct BulkTable {
  BulkFault fault = BulkFault::none;
  std::string procedure = {};  ///< "extension" or "change", as its headings say
  std::vector<BulkRow> rows = {};
  /// Headings of columns that are not taken, as they stand: nothing is known of them, or somebody
  /// wants what they ask and it is not filed here.
  std::vector<std::string> unknown = {};
  /// Columns that have no heading and something of somebody's under it, from 0; not taken either.
  std::vector<std::size_t> unnamed = {};
  Cells cells = {};   ///< all of it, as it stands
  Cells mended = {};  ///< with what the repairs have changed
  /// From which columns fields are read, from 0, by their paths in any row's answers.
  std::map<FieldPath, std::size_t> columns = {};
};

BulkTable readBulkTable(std::string_view bytes);

/// "A" for the first column, "AA" for the 27th.
std::string columnLetters(std::size_t column);

/// A table to be filled in: headings, what is wanted under them, an example. None for a procedure
/// that has no columns.
Cells bulkTemplate(std::string_view procedure);

/// Above the remarks, which are not read.
inline constexpr std::string_view kRemarkHeading = "確認事項 Remarks";

struct RemarkedRow {
  std::size_t number = 0;  ///< BulkRow::number, of the table
  std::string remark;
};
/// What is still to be mended of a table: its headings and what stands under them, then these rows,
/// each with a remark before it. It can be read again.
Cells remarked(const BulkTable& table, const std::vector<RemarkedRow>& rows);
/// Where cells of the table are in remarked(): so many columns to the right, and the first of the
/// rows has this number.
std::size_t columnsBefore(const BulkTable& table);
std::size_t firstRemarked(const BulkTable& table);

}  // namespace madoguchi::forms
