// Any bytes as a table of applications: what is read is text and within its limits, and what is
// given back to be mended is read as the same once more.
#include <cstdint>
#include <string_view>
#include <vector>

#include "forms/bulk/bulk_table.h"
#include "forms/text/utf8.h"
#include "tests/fuzz/check.h"

namespace {

namespace forms = madoguchi::forms;
using madoguchi::fuzz::check;

void checkText(const forms::Answers& answers) {
  for (const auto& [field, value] : answers.values) {
    check(forms::isUtf8(value));
  }
  for (const auto& [group, rows] : answers.groups) {
    for (const forms::Row& row : rows) {
      check(forms::isRowId(row.id) && !row.values.empty());
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const forms::BulkTable table = forms::readBulkTable(bytes);
  if (table.fault != forms::BulkFault::none) {
    return 0;
  }
  check(!table.rows.empty() && table.rows.size() <= forms::kMostBulkRows);
  std::vector<forms::RemarkedRow> rows;
  for (const forms::BulkRow& row : table.rows) {
    checkText(row.answers);
    for (const forms::BulkCell& cell : row.cells) {
      check(table.columns.at(cell.path) < table.cells.front().size());
    }
    rows.push_back({.number = row.number, .remark = "=remark"});
  }
  const forms::BulkTable again =
      forms::readBulkTable(forms::writtenCsv(forms::remarked(table, rows)));
  check(again.fault == forms::BulkFault::none && again.procedure == table.procedure);
  check(again.rows.size() == table.rows.size() && again.unknown == table.unknown);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    check(again.rows[i].answers == table.rows[i].answers);
  }
  return 0;
}
