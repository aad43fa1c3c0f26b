#include "backend/filing/error_report_store.h"

#include "backend/filing/sealed_column.h"
#include "backend/storage/columns.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {

std::string errorReportPlace(std::string_view applicationId, int report) {
  return "error report " + std::string(applicationId) + ' ' + std::to_string(report);
}

std::vector<ErrorReportRow> errorReportRows(Transaction& transaction,
                                            const std::string& applicationId) {
  const soci::rowset<soci::row> rows =
      (transaction.session().prepare
           << "SELECT report, attempt, key_id, content, reported_at FROM error_reports"
              " WHERE application_id = :application ORDER BY report",
       soci::use(applicationId));
  std::vector<ErrorReportRow> reports;
  for (const soci::row& row : rows) {
    reports.push_back({.applicationId = applicationId,
                       .report = row.get<int>(0),
                       .attempt = row.get<std::string>(1),
                       .text = fromColumn(row.get<std::string>(2), row.get<std::string>(3)),
                       .reportedAt = fromColumn(row.get<long long>(4))});
  }
  return reports;
}

void addErrorReport(Transaction& transaction, const ErrorReportRow& report) {
  const std::string content = toColumn(report.text);
  const long long at = toColumn(report.reportedAt);
  transaction.session() << "INSERT INTO error_reports (application_id, report, attempt, key_id,"
                           " content, reported_at) VALUES (:application, :report, :attempt, :key,"
                           " :content, :at)",
      soci::use(report.applicationId), soci::use(report.report), soci::use(report.attempt),
      soci::use(report.text.keyId), soci::use(content), soci::use(at);
}

}  // namespace madoguchi::backend
