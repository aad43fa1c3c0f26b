#include "backend/admin/operator_log.h"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <optional>

#include "backend/storage/columns.h"
#include "backend/storage/old_rows.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

std::string nameOf(uid_t user) {
  std::array<char, 4096> texts{};
  passwd entry{};
  passwd* found = nullptr;
  const bool known =
      getpwuid_r(user, &entry, texts.data(), texts.size(), &found) == 0 && found != nullptr;
  return known ? found->pw_name : std::to_string(user);
}

/// Who logged in, which sudo does not change; see proc(5). nullopt where nobody did.
std::optional<uid_t> loginUser() {
  uid_t user = 0;
  const bool read = static_cast<bool>(std::ifstream("/proc/self/loginuid") >> user);
  return read && user != static_cast<uid_t>(-1) ? std::optional(user) : std::nullopt;
}

}  // namespace

void noteOperatorAction(Transaction& transaction, const OperatorAction& action) {
  constexpr std::size_t kLongestName = 64;
  const std::string id = randomHex(16);
  const std::string who = action.who.substr(0, kLongestName);
  const std::string outcome = action.refused ? "refused" : "done";
  const long long at = toColumn(action.happenedAt);
  transaction.session()
      << "INSERT INTO operator_log (id, happened_at, operator, action, account_id, subject,"
         " ticket, outcome) VALUES (:id, :at, :who, :what, :account, :subject, :ticket, :outcome)",
      soci::use(id), soci::use(at), soci::use(who), soci::use(action.what),
      soci::use(action.accountId), soci::use(action.subject), soci::use(action.ticket),
      soci::use(outcome);
}

std::vector<OperatorAction> operatorActions(Transaction& transaction, int most, bool withBounces) {
  // As the index has it; with a beginning, so that it is read from its end and no further.
  const std::string which = withBounces ? "" : " AND action <> 'bounce'";
  const long long beginning = 0;
  const soci::rowset<soci::row> rows =
      (transaction.session().prepare
           << "SELECT happened_at, operator, action, account_id, subject, ticket, outcome"
              " FROM operator_log WHERE happened_at >= :beginning" +
                  which + " ORDER BY happened_at DESC LIMIT :most",
       soci::use(beginning), soci::use(most));
  std::vector<OperatorAction> actions;
  for (const soci::row& row : rows) {
    actions.push_back({.happenedAt = fromColumn(row.get<long long>(0)),
                       .who = row.get<std::string>(1),
                       .what = row.get<std::string>(2),
                       .accountId = row.get<std::string>(3),
                       .subject = row.get<std::string>(4),
                       .ticket = row.get<std::string>(5),
                       .refused = row.get<std::string>(6) == "refused"});
  }
  return actions;
}

int forgetOldActions(Transaction& transaction, Seconds happenedBefore, int most) {
  return deleteOldest(transaction, {.table = "operator_log", .column = "happened_at"},
                      happenedBefore, most);
}

std::string operatorName() {
  const uid_t user = geteuid();
  const uid_t person = loginUser().value_or(getuid());
  return person == user ? nameOf(user) : nameOf(person) + " as " + nameOf(user);
}

}  // namespace madoguchi::backend
