#include "forms/procedures/pending_stay.h"

#include <gmock/gmock.h>

namespace madoguchi::forms {
namespace {

using namespace std::chrono;

std::optional<PendingStay> stay(std::string_view procedure, std::string expiry,
                                std::string period = "0100000",
                                year_month_day filedOn = 2026y / 11 / 27) {
  const Answers answers{
      .values = {{"stayExpiry", std::move(expiry)}, {"currentPeriod", std::move(period)}},
      .groups = {}};
  return pendingStay(procedureFacts(), procedure, answers, filedOn);
}

TEST(PendingStay, IsTwoMonthsLongerAtMost) {
  for (const std::string_view procedure : {"extension", "change"}) {
    const auto found = stay(procedure, "2026-12-10");
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->stayExpiry, 2026y / 12 / 10);
    EXPECT_EQ(found->until, 2027y / 2 / 10);
    EXPECT_EQ(found->text, textOf(procedureFacts(), "stayWhilePending"));
  }
}

/// As the Civil Code counts: from the day after, to the day before that one comes again.
year_month_day byTheCode(year_month_day expiry) {
  const year_month_day first = sys_days(expiry) + days(1);
  const year_month_day again = first + months(2);
  return again.ok() ? year_month_day(sys_days(again) - days(1))
                    : year_month_day(again.year() / again.month() / last);
}

TEST(PendingStay, NeverPromisesADayThatTheLawDoesNotGive) {
  const sys_days first = 2027y / 1 / 1;
  for (sys_days day = first; day < first + days(2 * 366); day += days(1)) {
    const year_month_day expiry = day;
    const std::string month = std::to_string(static_cast<unsigned>(expiry.month()));
    const std::string number = std::to_string(static_cast<unsigned>(expiry.day()));
    const std::string text = std::to_string(static_cast<int>(expiry.year())) + '-' +
                             std::string(2 - month.size(), '0') + month + '-' +
                             std::string(2 - number.size(), '0') + number;
    const auto found = stay("extension", text);
    ASSERT_TRUE(found.has_value()) << text;
    EXPECT_LE(found->until, byTheCode(expiry)) << text;
    EXPECT_GE(sys_days(found->until), sys_days(byTheCode(expiry)) - days(3)) << text;
  }
  EXPECT_EQ(stay("extension", "2026-12-31")->until, 2027y / 2 / 28);
  EXPECT_EQ(stay("extension", "2027-12-30")->until, 2028y / 2 / 29);
}

TEST(PendingStay, IsNotForThirtyDaysOrLess) {
  EXPECT_FALSE(stay("extension", "2026-12-10", "0000030").has_value());
  EXPECT_FALSE(stay("extension", "2026-12-10", "0000015").has_value());
  EXPECT_TRUE(stay("extension", "2026-12-10", "0000031").has_value());
  EXPECT_TRUE(stay("extension", "2026-12-10", "0003000").has_value());
  EXPECT_FALSE(stay("extension", "2026-12-10", "").has_value()) << "nobody said";
}

TEST(PendingStay, IsForExtensionAndChangeOnlyAndARealDay) {
  EXPECT_FALSE(stay("acquisition", "2026-12-10").has_value());
  EXPECT_FALSE(stay("coe", "2026-12-10").has_value());
  EXPECT_FALSE(stay("extension", "2027-02-29").has_value());
  EXPECT_FALSE(stay("extension", "").has_value());
  EXPECT_FALSE(stay("extension", "2026-12-10", "0100000", 2022y / 3 / 15).has_value());
}

}  // namespace
}  // namespace madoguchi::forms
