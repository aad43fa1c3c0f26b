#include "backend/filing/error_reports.h"

#include <algorithm>

#include "backend/core/token.h"
#include "backend/filing/error_report_store.h"
#include "protocol/plain_text.h"

namespace madoguchi::backend {
namespace {

std::string openedText(const ErrorReportRow& row, const DataKeys& keys) {
  return keys.open(row.text, errorReportPlace(row.applicationId, row.report));
}

}  // namespace

std::optional<std::string_view> mendReportText(std::string& text) {
  std::string_view rest = text;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view blank : {" ", "\n", "\u3000"}) {
      if (rest.starts_with(blank)) {
        rest.remove_prefix(blank.size());
        more = true;
      } else if (rest.ends_with(blank)) {
        rest.remove_suffix(blank.size());
        more = true;
      }
    }
  }
  text = std::string(rest);
  const auto characters =
      static_cast<std::size_t>(std::ranges::count_if(text, [](unsigned char byte) {
        return (byte & 0xC0U) != 0x80U;  // begins one
      }));
  if (characters == 0 || characters > kLongestReport) {
    return characters == 0 ? "missing" : "tooLong";
  }
  return protocol::hasControls(text) ? std::optional<std::string_view>("badCharacter")
                                     : std::nullopt;
}

std::vector<ErrorReport> errorReportsOf(Transaction& transaction, const DataKeys& keys,
                                        const std::string& applicationId) {
  std::vector<ErrorReport> reports;
  for (const ErrorReportRow& row : errorReportRows(transaction, applicationId)) {
    reports.push_back({openedText(row, keys), row.reportedAt});
  }
  return reports;
}

Reported reportError(Transaction& transaction, const DataKeys& keys, ApplicationRow& application,
                     const std::string& text, std::string_view attempt, Seconds now) {
  const std::string name = tokenDigest(attempt);
  const auto rows = errorReportRows(transaction, application.id);
  const auto before = std::ranges::find(rows, name, &ErrorReportRow::attempt);
  if (before != rows.end()) {
    return openedText(*before, keys) == text ? Reported::yes : Reported::another;
  }
  if (std::ranges::find(application_state::kEnds, application.state) !=
      application_state::kEnds.end()) {
    return Reported::tooLate;
  }
  if (rows.size() >= kMostReports) {
    return Reported::tooMany;
  }
  const int number = static_cast<int>(rows.size());
  addErrorReport(transaction, {.applicationId = application.id,
                               .report = number,
                               .attempt = name,
                               .text = keys.seal(text, errorReportPlace(application.id, number)),
                               .reportedAt = now});
  touchApplication(transaction, application.id, now);
  application.changedAt = now;
  return Reported::yes;
}

}  // namespace madoguchi::backend
