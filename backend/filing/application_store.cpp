#include "backend/filing/application_store.h"

#include <algorithm>
#include <iterator>

#include "backend/core/token.h"
#include "backend/filing/attachment_store.h"
#include "backend/filing/sealed_column.h"
#include "backend/storage/columns.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

const std::string kOutlineColumns =
    "SELECT id, account_id, draft_id, procedure_id, state, provisional_number, number, receipt,"
    " wanted_until, filed_at, changed_at, applicant_key_id, applicant";
const std::string kApplicationColumns = kOutlineColumns + ", key_id, content FROM applications ";

std::vector<ApplicationRow> applicationsFrom(const soci::rowset<soci::row>& rows) {
  std::vector<ApplicationRow> found;
  for (const soci::row& row : rows) {
    found.push_back(
        {.id = row.get<std::string>(0),
         .accountId = row.get<std::string>(1),
         .draftId = row.get<std::string>(2),
         .procedure = row.get<std::string>(3),
         .state = row.get<std::string>(4),
         .provisionalNumber = row.get<std::string>(5),
         .number = row.get<std::string>(6, ""),
         .receipt = row.get<std::string>(7),
         .wantedUntil = row.get_indicator(8) == soci::i_ok
                            ? std::optional(fromColumn(row.get<long long>(8)))
                            : std::nullopt,
         .content = fromColumn(row.get<std::string>(13), row.get<std::string>(14)),
         .applicant = fromColumn(row.get<std::string>(11, ""), row.get<std::string>(12, "")),
         .filedAt = fromColumn(row.get<long long>(9)),
         .changedAt = fromColumn(row.get<long long>(10))});
  }
  return found;
}

std::optional<ApplicationRow> firstOf(std::vector<ApplicationRow> found) {
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

void addStep(Transaction& transaction, const std::string& id, const std::string& state,
             Seconds now) {
  const long long at = toColumn(now);
  transaction.session()
      << "INSERT INTO application_steps (application_id, step, state, happened_at)"
         " SELECT :id, COUNT(*), :state, :at FROM application_steps"
         " WHERE application_id = :same",
      soci::use(id), soci::use(state), soci::use(at), soci::use(id);
}

}  // namespace

std::string applicationPlace(std::string_view applicationId) {
  return "application " + std::string(applicationId);
}

std::string applicantPlace(std::string_view applicationId) {
  return "applicant of " + std::string(applicationId);
}

std::vector<ApplicationRow> applicationsBehind(Transaction& transaction,
                                               const std::string& accountId,
                                               const ApplicationPlace& place, int most) {
  const long long filed = toColumn(place.filedAt);
  return applicationsFrom(
      (transaction.session().prepare
           << kOutlineColumns +
                  ", CASE WHEN applicant IS NULL THEN key_id ELSE '' END,"
                  " CASE WHEN applicant IS NULL THEN content ELSE '' END FROM applications"
                  " WHERE account_id = :account AND (filed_at, id) < (:filed, :id)"
                  " ORDER BY filed_at DESC, id DESC LIMIT :most",
       soci::use(accountId), soci::use(filed), soci::use(place.id), soci::use(most)));
}

bool wasFiled(Transaction& transaction, const std::string& accountId, const std::string& draftId) {
  int count = 0;
  transaction.session() << "SELECT COUNT(*) FROM applications"
                           " WHERE account_id = :account AND draft_id = :draft",
      soci::use(accountId), soci::use(draftId), soci::into(count);
  return count > 0;
}

std::vector<ApplicationRow> unfinishedApplicationsOf(Transaction& transaction,
                                                     const std::string& accountId) {
  std::vector<ApplicationRow> found = applicationsFrom(
      (transaction.session().prepare << kApplicationColumns + "WHERE account_id = :account",
       soci::use(accountId)));
  std::erase_if(found, [](const ApplicationRow& row) {
    return std::ranges::find(application_state::kEnds, row.state) != application_state::kEnds.end();
  });
  return found;
}

std::vector<ApplicationRow> openApplicationsOf(Transaction& transaction,
                                               const std::string& accountId,
                                               const std::string& procedure) {
  return applicationsFrom((transaction.session().prepare
                               << kApplicationColumns +
                                      "WHERE account_id = :account AND procedure_id = :procedure"
                                      " AND state IN ('filed', 'examination', 'documentsWanted')",
                           soci::use(accountId), soci::use(procedure)));
}

std::optional<ApplicationRow> applicationOf(Transaction& transaction, const std::string& accountId,
                                            const std::string& id) {
  return firstOf(
      applicationsFrom((transaction.session().prepare
                            << kApplicationColumns + "WHERE id = :id AND account_id = :account",
                        soci::use(id), soci::use(accountId))));
}

std::optional<ApplicationRow> filedBy(Transaction& transaction, const std::string& accountId,
                                      std::string_view attempt) {
  const std::string name = tokenDigest(attempt);
  return firstOf(applicationsFrom(
      (transaction.session().prepare
           << kApplicationColumns + "WHERE account_id = :account AND attempt = :attempt",
       soci::use(accountId), soci::use(name))));
}

void addApplication(Transaction& transaction, const ApplicationRow& application,
                    std::string_view attempt) {
  const std::string name = tokenDigest(attempt);
  const std::string content = toColumn(application.content);
  const std::string applicant = toColumn(application.applicant);
  const long long filed = toColumn(application.filedAt);
  transaction.session()
      << "INSERT INTO applications (id, account_id, attempt, draft_id, procedure_id, state,"
         " provisional_number, receipt, key_id, content, applicant_key_id, applicant, filed_at,"
         " changed_at) VALUES (:id, :account, :attempt, :draft, :procedure, :state, :provisional,"
         " :receipt, :key, :content, :applicant_key, :applicant, :filed, :changed)",
      soci::use(application.id), soci::use(application.accountId), soci::use(name),
      soci::use(application.draftId), soci::use(application.procedure),
      soci::use(application.state), soci::use(application.provisionalNumber),
      soci::use(application.receipt), soci::use(application.content.keyId), soci::use(content),
      soci::use(application.applicant.keyId), soci::use(applicant), soci::use(filed),
      soci::use(filed);
  addStep(transaction, application.id, application.state, application.filedAt);
}

bool changeApplication(Transaction& transaction, ApplicationRow application,
                       std::string_view before, Seconds now) {
  const std::string old(before);
  const std::string content = toColumn(application.content);
  const long long at = toColumn(now);
  const long long until = toColumn(application.wantedUntil.value_or(now));
  soci::indicator waits = application.wantedUntil ? soci::i_ok : soci::i_null;
  soci::indicator numbered = application.number.empty() ? soci::i_null : soci::i_ok;
  soci::statement statement =
      (transaction.session().prepare
           << "UPDATE applications SET state = :state, number = :number, receipt = :receipt,"
              " wanted_until = :until, key_id = :key, content = :content, changed_at = :changed"
              " WHERE id = :id AND state = :before",
       soci::use(application.state), soci::use(application.number, numbered),
       soci::use(application.receipt), soci::use(until, waits),
       soci::use(application.content.keyId), soci::use(content), soci::use(at),
       soci::use(application.id), soci::use(old));
  statement.execute(true);
  if (statement.get_affected_rows() != 1) {
    return false;
  }
  if (application.state != before) {
    addStep(transaction, application.id, application.state, now);
  }
  return true;
}

void touchApplication(Transaction& transaction, const std::string& id, Seconds now) {
  const long long at = toColumn(now);
  transaction.session() << "UPDATE applications SET changed_at = :changed WHERE id = :id",
      soci::use(at), soci::use(id);
}

std::vector<ApplicationStep> stepsOf(Transaction& transaction, const std::string& id) {
  const soci::rowset<soci::row> rows =
      (transaction.session().prepare << "SELECT state, happened_at FROM application_steps"
                                        " WHERE application_id = :id ORDER BY step",
       soci::use(id));
  std::vector<ApplicationStep> steps;
  for (const soci::row& row : rows) {
    steps.push_back({row.get<std::string>(0), fromColumn(row.get<long long>(1))});
  }
  return steps;
}

std::optional<ApplicationRow> findApplication(Transaction& transaction, const std::string& by) {
  for (const char* column : {"id", "number", "provisional_number"}) {
    auto found = applicationsFrom(
        (transaction.session().prepare << kApplicationColumns + "WHERE " + column + " = :by",
         soci::use(by)));
    if (!found.empty()) {
      return std::move(found.front());
    }
  }
  return std::nullopt;
}

std::vector<ApplicationRow> applicationsIn(Transaction& transaction, std::string_view state,
                                           int most) {
  const std::string wanted(state);
  return applicationsFrom(
      (transaction.session().prepare
           << kApplicationColumns + "WHERE state = :state ORDER BY changed_at LIMIT :most",
       soci::use(wanted), soci::use(most)));
}

std::vector<ApplicationRow> applicationsSince(Transaction& transaction, Seconds since,
                                              const std::string& after, int most) {
  const long long at = toColumn(since);
  return applicationsFrom(
      (transaction.session().prepare
           << kApplicationColumns +
                  "WHERE changed_at >= :since AND (changed_at > :since_too OR id > :after)"
                  " ORDER BY changed_at, id LIMIT :most",
       soci::use(at), soci::use(at), soci::use(after), soci::use(most)));
}

int forgetOldApplications(Transaction& transaction, Seconds endedBefore, int most,
                          std::vector<std::string>& pieces) {
  std::vector<ApplicationRow> ended;
  const long long before = toColumn(endedBefore);
  for (const std::string_view end : application_state::kEnds) {
    const std::string state(end);
    const int left = most - static_cast<int>(ended.size());
    for (ApplicationRow& row :
         applicationsFrom((transaction.session().prepare
                               << kApplicationColumns +
                                      "WHERE state = :state AND changed_at < :before LIMIT :most",
                           soci::use(state), soci::use(before), soci::use(left)))) {
      ended.push_back(std::move(row));
    }
  }
  for (const ApplicationRow& application : ended) {
    std::ranges::move(removeAttachmentsOf(transaction, application.accountId, application.id),
                      std::back_inserter(pieces));
    for (const char* table : {"application_steps", "error_reports"}) {
      transaction.session() << std::string("DELETE FROM ") + table + " WHERE application_id = :id",
          soci::use(application.id);
    }
    transaction.session() << "DELETE FROM applications WHERE id = :id", soci::use(application.id);
  }
  return static_cast<int>(ended.size());
}

}  // namespace madoguchi::backend
