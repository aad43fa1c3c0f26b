#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "backend/core/data_keys.h"
#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// What owners of applications say is wrong in what they filed, in the database. All throw
// soci::soci_error, which Storage takes.

namespace madoguchi::backend {

struct ErrorReportRow {
  std::string applicationId;
  int report = 0;       ///< the first of an application has 0
  std::string attempt;  ///< digest of what names the request
  Sealed text;          ///< see errorReportPlace()
  Seconds reportedAt{};
};

/// What a report's text is sealed to.
std::string errorReportPlace(std::string_view applicationId, int report);

/// Oldest first.
std::vector<ErrorReportRow> errorReportRows(Transaction& transaction,
                                            const std::string& applicationId);
void addErrorReport(Transaction& transaction, const ErrorReportRow& report);

}  // namespace madoguchi::backend
