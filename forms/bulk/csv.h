#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Tables as spreadsheets save them for other programs (RFC 4180), as text.

namespace madoguchi::forms {

/// As many bytes as are looked at.
inline constexpr std::size_t kMostCsvBytes = 8U << 20U;

enum class CsvFault : std::uint8_t {
  none,
  tooLarge,   ///< of more than kMostCsvBytes
  workbook,   ///< a spreadsheet's own file (.xlsx, .xlsm, .xls)
  notText,    ///< in no encoding that is known here
  openQuote,  ///< a cell that begins with a quotation mark never ends
};

/// Rows of cells in UTF-8, as they stand. Rows need not be of the same length.
using Cells = std::vector<std::vector<std::string>>;

struct Csv {
  CsvFault fault = CsvFault::none;
  Cells rows = {};
};

/// In UTF-8 or UTF-16 with a byte order mark, in UTF-8 without one, or in what Japanese Windows
/// calls Shift_JIS (code page 932). Cells are apart by commas, semicolons or tabs, whichever the
/// first row has most of. Line ends within a cell become "\n". What a spreadsheet adds below and
/// beside the table, rows and cells at the ends that are empty, is not there.
Csv readCsv(std::string_view bytes);

/// In UTF-8 with a byte order mark, by which spreadsheets know it, with commas and CRLF. What a
/// spreadsheet would take for a formula stays text.
std::string writtenCsv(const Cells& rows);

}  // namespace madoguchi::forms
