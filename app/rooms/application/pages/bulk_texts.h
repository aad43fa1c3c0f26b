#pragma once

#include <QString>
#include <vector>

#include "app/rooms/application/bulk_entry.h"
#include "app/widgets/ruby_text.h"

// What is wrong in a table of applications, in the language of the moment.

namespace madoguchi::app {

/// Why nothing of a table can be taken, and what to do; markup.
QString bulkFaultText(forms::BulkFault fault);
/// "Row 5: SANTOS MARIA".
RubyText bulkApplicantName(const BulkApplicant& applicant);
/// Where a row stands in the table that is meant: that one, or what is saved of it.
struct BulkPlace {
  std::size_t row = 0;            ///< as the spreadsheet counts it
  std::size_t columnsBefore = 0;  ///< more than in the table that was opened
};
/// Each with its place, "C5"; of who cannot be filed for, why not.
std::vector<RubyText> bulkFindings(const forms::BulkTable& table, const BulkApplicant& applicant,
                                   BulkPlace place);
/// What its row answers although it is not asked, and why not.
std::vector<RubyText> bulkUnused(const forms::BulkTable& table, const BulkApplicant& applicant,
                                 BulkPlace place);
/// "H4, L4": the cells of these columns of the table.
QString bulkCellNames(const std::vector<std::size_t>& columns, BulkPlace place);
/// A heading or cell of the table, as far as it can be shown in a line.
QString bulkCellText(const std::string& cell);

}  // namespace madoguchi::app
