#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forms/engine/definition.h"

// Many applications in one table: a row an applicant, a column a field of the application form.

namespace madoguchi::forms {

/// A column of the Agency's bulk workbooks (resources/forms/bulk). The texts live as long as the
/// program.
struct OfficialColumn {
  std::string_view heading;
  std::string_view rule;     ///< that stands under it; " / " where a line ends
  std::string_view field;    ///< of the application form, "family.name"; "-" where nothing takes it
  std::string_view example;  ///< that stands under that; may be empty
};

/// Of "extension", "change" or "together", what is filed with one of the two; in their order.
/// Throws std::out_of_range for any other.
std::span<const OfficialColumn> officialColumns(std::string_view workbook);

/// A heading of this program's that is of some parts of the form begins so, with these parts and
/// an underscore behind it: "区分N21・V28_". As parts come, that changes, and what follows stays.
inline constexpr std::string_view kOfParts = "区分";

struct BulkColumn {
  enum class Takes : std::uint8_t {
    value,
    prefecture,    ///< the name of one, with the municipality in a column of its own
    municipality,  ///< the name, within that prefecture
    nothing,       ///< what is not asked here, or asked of a person only
  };
  std::string official;  ///< heading in the Agency's workbook, where others may have it too; else
                         ///< this program's without the parts that it is of
  std::string heading;   ///< in this program's templates: nobody else's
  std::string rule;      ///< lines end with "\n"
  std::string example;   ///< may be empty
  std::string ruleKey = {};     ///< looseKey() of the rule
  std::string exampleKey = {};  ///< and of the example
  std::string group;            ///< of the application form; empty outside groups
  std::size_t row = 0;          ///< of the group, from 0
  std::string field;            ///< empty where it takes nothing
  Takes takes = Takes::value;
  bool repeated = false;  ///< the same stands in an earlier column
};

/// What a table of one procedure can hold, "extension" or "change": the Agency's own columns of it,
/// then those of parts 2 and 3, whose headings are this program's, then the Agency's of what is
/// filed together with it. None for any other procedure.
const std::vector<BulkColumn>& bulkColumns(std::string_view procedure);

/// Of a column that takes something.
const Field& fieldOf(const BulkColumn& column);

}  // namespace madoguchi::forms
