#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/filing/application_store.h"

// What its owner says is wrong in an application that was filed: kept for the office, beside what
// was filed, which stays as it was. All throw soci::soci_error, which Storage takes.

namespace madoguchi::backend {

/// Characters (code points) of one.
constexpr std::size_t kLongestReport = 2000;
/// Of one application.
constexpr std::size_t kMostReports = 20;

struct ErrorReport {
  std::string text;
  Seconds reportedAt{};
};

/// Oldest first. Throws LoggableError where they cannot be opened.
std::vector<ErrorReport> errorReportsOf(Transaction& transaction, const DataKeys& keys,
                                        const std::string& applicationId);

/// Takes away the blanks around it. Gives what keeps it from being a report: "missing", "tooLong"
/// or "badCharacter". It is well-formed UTF-8.
std::optional<std::string_view> mendReportText(std::string& text);

enum class Reported : std::uint8_t {
  yes,      ///< now, or by the same attempt before
  another,  ///< by that attempt another text was
  tooMany,
  tooLate,  ///< it was refused or withdrawn, or is done
};
/// `text` is as mendReportText() has left it.
Reported reportError(Transaction& transaction, const DataKeys& keys, ApplicationRow& application,
                     const std::string& text, std::string_view attempt, Seconds now);

}  // namespace madoguchi::backend
