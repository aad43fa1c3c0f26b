#include "backend/filing/application_number.h"

#include <sodium.h>

#include <array>
#include <cstdio>

#include "backend/filing/application_store.h"
#include "backend/storage/columns.h"
#include "backend/storage/soci.h"
#include "forms/engine/japan_day.h"

namespace madoguchi::backend {
namespace {

std::string numbered(std::string_view before, std::chrono::year_month_day day, int digits,
                     long long number) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%04d%02u%02u-%0*lld", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), digits,
                number);
  return std::string(before) + text.data();
}

/// The next one of a day, which nobody else gets.
long long nextSerial(soci::session& sql, std::chrono::sys_days day) {
  const long long column = day.time_since_epoch().count();
  soci::statement statement =
      (sql.prepare << "UPDATE application_numbers SET last = last + 1 WHERE day = :day",
       soci::use(column));
  statement.execute(true);
  if (statement.get_affected_rows() == 0) {
    sql << "INSERT INTO application_numbers (day, last) VALUES (:day, 1)", soci::use(column);
  }
  long long last = 0;
  sql << "SELECT last FROM application_numbers WHERE day = :day", soci::into(last),
      soci::use(column);
  return last;
}

}  // namespace

std::string makeProvisionalNumber(Seconds now) {
  constexpr std::uint32_t kAll = 100'000'000;
  return numbered("P", forms::dayInJapan(now), 8, randombytes_uniform(kAll));
}

std::string officialNumber(std::chrono::sys_days day, long long serial) {
  return numbered("", day, 6, serial);
}

Seconds startOfDayInJapan(Seconds now) {
  return std::chrono::sys_days(forms::dayInJapan(now)) - std::chrono::hours(9);
}

std::vector<ApplicationRow> numberApplications(Transaction& transaction, Seconds filedBefore,
                                               Seconds now, int most) {
  const long long before = toColumn(filedBefore);
  soci::session& sql = transaction.session();
  const soci::rowset<std::string> rows =
      (sql.prepare << "SELECT id FROM applications WHERE state = 'filed' AND number IS NULL"
                      " AND filed_at < :before ORDER BY filed_at LIMIT :most",
       soci::use(before), soci::use(most));
  const std::vector<std::string> ids(rows.begin(), rows.end());
  std::vector<ApplicationRow> numberedOnes;
  for (const std::string& id : ids) {
    ApplicationRow application = *findApplication(transaction, id);
    const std::chrono::sys_days day(forms::dayInJapan(now));
    application.number = officialNumber(day, nextSerial(sql, day));
    application.state = application_state::kExamination;
    changeApplication(transaction, application, application_state::kFiled, now);
    numberedOnes.push_back(std::move(application));
  }
  return numberedOnes;
}

}  // namespace madoguchi::backend
