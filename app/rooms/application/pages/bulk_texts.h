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
/// Each with its place in the table, "C5"; of who cannot be filed for, why not.
std::vector<RubyText> bulkFindings(const forms::BulkTable& table, const BulkApplicant& applicant);

}  // namespace madoguchi::app
