#include "forms/procedures/filing_window.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "forms/procedures/office_days.h"

namespace madoguchi::forms {
namespace {

using namespace std::chrono;
using testing::Optional;
using State = FilingWindow::State;

FilingWindow window(std::string_view procedure, const OwnDays& own, year_month_day day) {
  return filingWindow(procedureFacts(), procedure, own, day).value();
}

State stateOf(std::string_view procedure, const OwnDays& own, year_month_day day) {
  return window(procedure, own, day).state;
}

const Texts* sentence(std::string_view id) { return textOf(procedureFacts(), id); }

TEST(FilingWindow, OpensThreeMonthsBeforeTheExpiryToTheDay) {
  const OwnDays own = {{"stayExpiry", 2026y / 12 / 10}};
  const FilingWindow early = window("extension", own, 2026y / 9 / 9);
  EXPECT_EQ(early.state, State::notYet);
  EXPECT_EQ(early.text, sentence("threeMonthsBefore"));
  EXPECT_THAT(early.opens, Optional(2026y / 9 / 10));
  EXPECT_THAT(early.closes, Optional(2026y / 12 / 9));
  EXPECT_EQ(stateOf("extension", own, 2026y / 9 / 10), State::open);
  EXPECT_EQ(stateOf("extension", own, 2026y / 9 / 11), State::open);
}

TEST(FilingWindow, ClosesTheDayBeforeTheExpiry) {
  const OwnDays own = {{"stayExpiry", 2026y / 12 / 10}};
  for (const std::string_view procedure : {"extension", "change", "workCertificate"}) {
    const FilingWindow last = window(procedure, own, 2026y / 12 / 9);
    EXPECT_EQ(last.state, State::closing);
    EXPECT_EQ(last.daysLeft, 0);
    EXPECT_TRUE(isOpen(last));
    const FilingWindow today = window(procedure, own, 2026y / 12 / 10);
    EXPECT_EQ(today.state, State::counterOnly);
    EXPECT_EQ(today.text, sentence("lastDayAtCounter"));
    EXPECT_FALSE(isOpen(today));
    const FilingWindow late = window(procedure, own, 2026y / 12 / 11);
    EXPECT_EQ(late.state, State::over);
    EXPECT_EQ(late.text, sentence("expired"));
  }
}

TEST(FilingWindow, IsAtACounterOnTheNextOpenDayWhereOfficesAreClosedOnTheLast) {
  // Over the New Year: Saturday, 2 January 2027; the offices open on Monday.
  const OwnDays own = {{"stayExpiry", 2027y / 1 / 2}};
  for (const std::string_view procedure : {"extension", "change"}) {
    EXPECT_EQ(stateOf(procedure, own, 2027y / 1 / 1), State::closing) << "online as ever";
    for (const year_month_day closed : {2027y / 1 / 2, 2027y / 1 / 3}) {
      const FilingWindow shut = window(procedure, own, closed);
      EXPECT_EQ(shut.state, State::counterOnly);
      EXPECT_EQ(shut.text, sentence("closedTodayStay"));
      EXPECT_THAT(shut.atCounter, Optional(2027y / 1 / 4));
    }
    const FilingWindow monday = window(procedure, own, 2027y / 1 / 4);
    EXPECT_EQ(monday.state, State::counterOnly);
    EXPECT_EQ(monday.text, sentence("afterClosureStay"));
    EXPECT_EQ(stateOf(procedure, own, 2027y / 1 / 5), State::over);
  }
  EXPECT_EQ(window("extension", {{"stayExpiry", 2026y / 12 / 10}}, 2026y / 12 / 10).text,
            sentence("lastDayAtCounter"))
      << "a Thursday";
  EXPECT_EQ(stateOf("workCertificate", own, 2027y / 1 / 4), State::over)
      << "which nobody must have";
}

TEST(FilingWindow, OfThirtyDaysThatEndOnASundayGoesOnAtACounter) {
  const OwnDays own = {{"acquired", 2026y / 10 / 30}};
  EXPECT_EQ(window("acquisition", own, 2026y / 11 / 29).daysLeft, 0) << "online";
  const FilingWindow monday = window("acquisition", own, 2026y / 11 / 30);
  EXPECT_EQ(monday.state, State::counterOnly);
  EXPECT_EQ(monday.text, sentence("lastDayAcquisition"));
  EXPECT_EQ(window("acquisition", own, 2026y / 12 / 1).text, sentence("thirtyDaysOver"));
  const OwnDays saturday = {{"acquired", 2026y / 10 / 29}};
  const FilingWindow sunday = window("acquisition", saturday, 2026y / 11 / 29);
  EXPECT_EQ(sunday.text, sentence("closedTodayAcquisition"));
  EXPECT_THAT(sunday.atCounter, Optional(2026y / 11 / 30));
}

TEST(FilingWindow, WarnsInTheLastTwoWeeks) {
  const OwnDays own = {{"stayExpiry", 2026y / 12 / 10}};
  EXPECT_EQ(stateOf("extension", own, 2026y / 11 / 24), State::open);
  EXPECT_EQ(window("extension", own, 2026y / 11 / 24).daysLeft, 15);
  EXPECT_EQ(stateOf("extension", own, 2026y / 11 / 25), State::closing);
}

TEST(FilingWindow, EndsMonthsThatAreShorterOnTheirLastDay) {
  const auto opens = [](year_month_day expiry) {
    return window("extension", {{"stayExpiry", expiry}}, 2026y / 1 / 1).opens;
  };
  EXPECT_THAT(opens(2026y / 5 / 31), Optional(2026y / 2 / 28));
  EXPECT_THAT(opens(2028y / 5 / 31), Optional(2028y / 2 / 29));
  EXPECT_THAT(opens(2028y / 5 / 29), Optional(2028y / 2 / 29));
  EXPECT_THAT(opens(2026y / 5 / 29), Optional(2026y / 2 / 28));
  EXPECT_THAT(opens(2028y / 2 / 29), Optional(2027y / 11 / 29));
  EXPECT_THAT(opens(2026y / 1 / 31), Optional(2025y / 10 / 31));
  EXPECT_THAT(opens(2026y / 12 / 31), Optional(2026y / 9 / 30));
  EXPECT_THAT(opens(2026y / 3 / 1), Optional(2025y / 12 / 1));
}

std::string text(year_month_day day) {
  return std::to_string(static_cast<int>(day.year())) + '-' +
         std::to_string(static_cast<unsigned>(day.month())) + '-' +
         std::to_string(static_cast<unsigned>(day.day()));
}

/// Three months before, reckoned another way: by the calendar page.
year_month_day threeMonthsBefore(year_month_day expiry) {
  const year_month month = expiry.year() / expiry.month() - months(3);
  const year_month_day last = month / std::chrono::last;
  return std::min(last, year_month_day(month / expiry.day()));
}

TEST(FilingWindow, IsOpenFromThreeMonthsBeforeEveryExpiryToTheDayBefore) {
  // Over a leap year, with the ends of all months.
  const sys_days first = 2027y / 11 / 1;
  const sys_days past = 2029y / 4 / 1;
  for (sys_days expiry = first; expiry < past; expiry += days(1)) {
    const OwnDays own = {{"stayExpiry", expiry}};
    const sys_days opens = threeMonthsBefore(expiry);
    EXPECT_EQ(stateOf("extension", own, opens - days(1)), State::notYet) << text(expiry);
    EXPECT_EQ(stateOf("extension", own, opens), State::open) << text(expiry);
    EXPECT_EQ(stateOf("extension", own, opens + days(1)), State::open) << text(expiry);
    EXPECT_EQ(stateOf("extension", own, expiry - days(1)), State::closing) << text(expiry);
    EXPECT_EQ(stateOf("extension", own, expiry), State::counterOnly) << text(expiry);
    const sys_days last = officeDayFrom(procedureFacts(), expiry);
    EXPECT_EQ(stateOf("extension", own, last), State::counterOnly) << text(expiry);
    EXPECT_EQ(stateOf("extension", own, last + days(1)), State::over) << text(expiry);
  }
}

TEST(FilingWindow, ClosesThirtyDaysAfterEveryAcquisition) {
  const sys_days first = 2027y / 11 / 1;
  const sys_days past = 2029y / 4 / 1;
  for (sys_days acquired = first; acquired < past; acquired += days(1)) {
    const OwnDays own = {{"acquired", acquired}};
    EXPECT_EQ(stateOf("acquisition", own, acquired - days(1)), State::notYet) << text(acquired);
    EXPECT_EQ(stateOf("acquisition", own, acquired), State::open) << text(acquired);
    EXPECT_EQ(stateOf("acquisition", own, acquired + days(30)), State::closing) << text(acquired);
    const sys_days last = officeDayFrom(procedureFacts(), acquired + days(30));
    EXPECT_EQ(stateOf("acquisition", own, last + days(1)), State::over) << text(acquired);
  }
}

TEST(FilingWindow, TakesAChangeFromTheDayOfItsReason) {
  const OwnDays own = {{"stayExpiry", 2027y / 6 / 1}, {"reasonArose", 2026y / 11 / 20}};
  const FilingWindow early = window("change", own, 2026y / 11 / 19);
  EXPECT_EQ(early.state, State::notYet);
  EXPECT_EQ(early.text, sentence("reasonNotYet"));
  EXPECT_EQ(stateOf("change", own, 2026y / 11 / 20), State::open);
  EXPECT_EQ(stateOf("change", {{"stayExpiry", 2027y / 6 / 1}}, 2026y / 1 / 1), State::open);
}

TEST(FilingWindow, CountsThirtyDaysFromTheDayAfterABirth) {
  const OwnDays own = {{"acquired", 2028y / 2 / 1}};
  EXPECT_EQ(stateOf("acquisition", own, 2028y / 1 / 31), State::notYet);
  EXPECT_EQ(stateOf("acquisition", own, 2028y / 2 / 1), State::open);
  EXPECT_EQ(window("acquisition", own, 2028y / 2 / 1).closes, 2028y / 3 / 2);
  EXPECT_EQ(stateOf("acquisition", own, 2028y / 2 / 25), State::open);
  EXPECT_EQ(stateOf("acquisition", own, 2028y / 2 / 26), State::closing);
  EXPECT_EQ(stateOf("acquisition", own, 2028y / 3 / 2), State::closing);
  const FilingWindow late = window("acquisition", own, 2028y / 3 / 3);
  EXPECT_EQ(late.state, State::over);
  EXPECT_EQ(late.text, sentence("thirtyDaysOver"));
}

TEST(FilingWindow, IsAlwaysOpenForACertificateOfEligibility) {
  const FilingWindow always = window("coe", {}, 2026y / 11 / 26);
  EXPECT_EQ(always.state, State::open);
  EXPECT_EQ(always.opens, std::nullopt);
  EXPECT_EQ(always.closes, std::nullopt);
}

TEST(FilingWindow, SaysWhereADayIsMissing) {
  EXPECT_EQ(stateOf("extension", {}, 2026y / 11 / 26), State::dayMissing);
  EXPECT_EQ(stateOf("acquisition", {{"stayExpiry", 2027y / 1 / 1}}, 2026y / 11 / 26),
            State::dayMissing);
}

TEST(FilingWindow, IsThatOfTheOtherApplicationWhereOneGoesWithIt) {
  for (const std::string_view procedure : {"reentry", "otherActivity", "permanentResidence"}) {
    EXPECT_FALSE(filingWindow(procedureFacts(), procedure, {}, 2026y / 11 / 26).has_value());
  }
}

}  // namespace
}  // namespace madoguchi::forms
