#include "forms/procedures/office_days.h"

#include <gmock/gmock.h>

#include <array>
#include <string>
#include <vector>

namespace madoguchi::forms {
namespace {

using namespace std::chrono;

bool isClosed(year_month_day day) { return isOfficeClosed(procedureFacts(), day); }
year_month_day openFrom(year_month_day day) { return officeDayFrom(procedureFacts(), day); }

/// The closed days from Monday to Friday.
std::vector<year_month_day> closedWeekdays(year of) {
  std::vector<year_month_day> closed;
  for (sys_days day = of / January / 1; day <= sys_days(of / December / 31); day += days(1)) {
    if (isClosed(day) && weekday(day) != Saturday && weekday(day) != Sunday) {
      closed.emplace_back(day);
    }
  }
  return closed;
}

TEST(OfficeDays, AreClosedOnTheHolidaysThatTheCabinetOfficeAnnounced) {
  // 22 September lies between two holidays; 6 May stands for Sunday, 3 May.
  EXPECT_THAT(closedWeekdays(2026y),
              testing::ElementsAre(2026y / 1 / 1, 2026y / 1 / 2, 2026y / 1 / 12, 2026y / 2 / 11,
                                   2026y / 2 / 23, 2026y / 3 / 20, 2026y / 4 / 29, 2026y / 5 / 4,
                                   2026y / 5 / 5, 2026y / 5 / 6, 2026y / 7 / 20, 2026y / 8 / 11,
                                   2026y / 9 / 21, 2026y / 9 / 22, 2026y / 9 / 23, 2026y / 10 / 12,
                                   2026y / 11 / 3, 2026y / 11 / 23, 2026y / 12 / 29,
                                   2026y / 12 / 30, 2026y / 12 / 31));
  EXPECT_THAT(closedWeekdays(2027y),
              testing::ElementsAre(2027y / 1 / 1, 2027y / 1 / 11, 2027y / 2 / 11, 2027y / 2 / 23,
                                   2027y / 3 / 22, 2027y / 4 / 29, 2027y / 5 / 3, 2027y / 5 / 4,
                                   2027y / 5 / 5, 2027y / 7 / 19, 2027y / 8 / 11, 2027y / 9 / 20,
                                   2027y / 9 / 23, 2027y / 10 / 11, 2027y / 11 / 3, 2027y / 11 / 23,
                                   2027y / 12 / 29, 2027y / 12 / 30, 2027y / 12 / 31));
}

TEST(OfficeDays, KnowTheEquinoxes) {
  for (const year_month_day spring :
       {2022y / 3 / 21, 2023y / 3 / 21, 2024y / 3 / 20, 2025y / 3 / 20, 2028y / 3 / 20}) {
    EXPECT_TRUE(isClosed(spring)) << static_cast<int>(spring.year());
  }
  // 2025 and 2031: a Tuesday each, with no other holiday beside it.
  for (const year_month_day autumn :
       {2022y / 9 / 23, 2024y / 9 / 23, 2025y / 9 / 23, 2031y / 9 / 23}) {
    EXPECT_TRUE(isClosed(autumn)) << static_cast<int>(autumn.year());
  }
  EXPECT_FALSE(isClosed(2025y / 9 / 24));
}

TEST(OfficeDays, ComeAfterWeekendsHolidaysAndTheNewYear) {
  EXPECT_EQ(openFrom(2026y / 11 / 27), 2026y / 11 / 27);
  EXPECT_EQ(openFrom(2026y / 11 / 28), 2026y / 11 / 30);
  EXPECT_EQ(openFrom(2026y / 5 / 2), 2026y / 5 / 7);
  EXPECT_EQ(openFrom(2026y / 12 / 29), 2027y / 1 / 4);
  EXPECT_EQ(openFrom(2027y / 1 / 1), 2027y / 1 / 4);
  EXPECT_EQ(openFrom(2027y / 12 / 31), 2028y / 1 / 4);
}

TEST(OfficeDays, AreReckonedForAnyYear) {
  for (const year_month_day day : {year(1) / 1 / 1, year(1900) / 3 / 21, year(9999) / 12 / 31}) {
    EXPECT_LE(sys_days(openFrom(day)) - sys_days(day), days(7));
  }
}

// As the enthronement of 2019 had holidays of its own, and 2021 another Sports Day.
TEST(OfficeDays, AreOtherOnesWhereAnOperatorsRowSaysSo) {
  const std::string json =
      R"({"sources":{"act":{"title":"Made up","checkedAt":"2026-11-27"}},"officeDays":[)"
      R"({"closed":true,"from":"2027-05-06","until":"2027-05-07","source":"act"},)"
      R"({"closed":false,"from":"2027-10-11","until":"2027-10-11","source":"act"}]})";
  const std::array<FactFile, 1> files = {{{"operator.json", json}}};
  const ProcedureFacts facts = procedureFactsWith(files);
  EXPECT_EQ(openFrom(2027y / 5 / 5), 2027y / 5 / 6);
  EXPECT_EQ(officeDayFrom(facts, 2027y / 5 / 5), 2027y / 5 / 10);
  EXPECT_EQ(openFrom(2027y / 10 / 11), 2027y / 10 / 12);
  EXPECT_EQ(officeDayFrom(facts, 2027y / 10 / 11), 2027y / 10 / 11);
}

}  // namespace
}  // namespace madoguchi::forms
