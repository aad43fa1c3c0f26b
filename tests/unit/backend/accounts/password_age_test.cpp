#include "backend/accounts/password_age.h"

#include <gtest/gtest.h>

namespace madoguchi::backend {
namespace {

using namespace std::chrono;

/// A time of day in Japan.
Seconds inJapan(year_month_day day, hours hour) { return sys_days(day) + hour - hours(9); }

TEST(PasswordAge, IsAYearInJapanWithoutTheFirstDay) {
  const year_month_day day = 2026y / November / 26;
  for (const hours hour : {hours(0), hours(23)}) {
    EXPECT_EQ(lastDayOfPassword(inJapan(day, hour)), 2027y / November / 26);
    EXPECT_EQ(endOfPassword(inJapan(day, hour)), inJapan(2027y / November / 27, hours(0)));
  }
}

TEST(PasswordAge, EndsWithTheMonthThatHasNoSuchDay) {
  EXPECT_EQ(lastDayOfPassword(inJapan(2028y / February / 29, hours(12))), 2029y / February / 28);
}

TEST(PasswordAge, EndsOnTheDayBeforeItsFirstDayComesAgain) {
  // The first is 1 March, and the day before that one is the 29th in a leap year.
  EXPECT_EQ(lastDayOfPassword(inJapan(2027y / February / 28, hours(12))), 2028y / February / 29);
  EXPECT_EQ(lastDayOfPassword(inJapan(2027y / February / 27, hours(12))), 2028y / February / 27);
  EXPECT_EQ(lastDayOfPassword(inJapan(2026y / February / 28, hours(12))), 2027y / February / 28);
  EXPECT_EQ(lastDayOfPassword(inJapan(2028y / February / 28, hours(12))), 2029y / February / 28);
  EXPECT_EQ(lastDayOfPassword(inJapan(2026y / December / 31, hours(12))), 2027y / December / 31);
}

TEST(PasswordAge, WhatHasEndedByATimeWasSetBeforeAnother) {
  for (const sys_days day : {sys_days(2027y / November / 27), sys_days(2028y / February / 28),
                             sys_days(2028y / February / 29), sys_days(2028y / March / 1),
                             sys_days(2029y / February / 28), sys_days(2029y / March / 1)}) {
    for (const seconds at : {seconds(0), seconds(54'000), seconds(54'001), seconds(86'399)}) {
      const Seconds time = day + at;  // of UTC: midnight in Japan is at 15:00
      const Seconds first = firstSetThatEndsAfter(time);
      EXPECT_GT(endOfPassword(first), time);
      EXPECT_LE(endOfPassword(first - seconds(1)), time);
    }
  }
}

}  // namespace
}  // namespace madoguchi::backend
