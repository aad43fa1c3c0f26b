#include "forms/procedures/filing_window.h"

#include <utility>

#include "forms/procedures/office_days.h"
#include "forms/rules/partial_date.h"

namespace madoguchi::forms {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;
using State = FilingWindow::State;

std::optional<year_month_day> dayOf(const std::optional<DayRule>& rule, const OwnDays& days) {
  const auto found = rule ? days.find(rule->of) : days.end();
  return found == days.end() ? std::nullopt : std::optional(reckoned(*rule, found->second));
}

/// Where offices are closed on the last day, it is the next one on which they are open.
std::optional<year_month_day> lastAtCounter(const ProcedureFacts& facts, const PeriodRow& row,
                                            const OwnDays& days) {
  const auto day = dayOf(row.atCounterUntil, days);
  return day && !row.afterClosure.empty() ? officeDayFrom(facts, *day) : day;
}

State stateOn(const PeriodRow& row, const FilingWindow& window, year_month_day day) {
  if (row.closes && !window.closes) {
    return State::dayMissing;
  }
  if (window.closes && day > *window.closes) {
    return window.atCounter ? State::counterOnly : State::over;
  }
  if (window.opens && day < *window.opens) {
    return State::notYet;
  }
  return window.closes && window.daysLeft <= row.warnDays ? State::closing : State::open;
}

std::string_view counterText(const ProcedureFacts& facts, const PeriodRow& row, const OwnDays& days,
                             year_month_day day) {
  if (row.afterClosure.empty()) {
    return row.lastDay;
  }
  if (isOfficeClosed(facts, day)) {
    return row.closedToday;
  }
  return day == dayOf(row.atCounterUntil, days) ? row.lastDay : row.afterClosure;
}

std::string_view textFor(const ProcedureFacts& facts, const PeriodRow& row, const OwnDays& days,
                         year_month_day day, State state) {
  switch (state) {
    case State::notYet:
      return row.tooEarly;
    case State::counterOnly:
      return counterText(facts, row, days, day);
    case State::over:
      return row.tooLate;
    case State::open:
    case State::closing:
    case State::dayMissing:
      break;
  }
  return {};
}

/// What is said at the day that decides.
std::string_view windowCode(State state) {
  switch (state) {
    case State::notYet:
      return "windowNotYet";
    case State::counterOnly:
      return "windowCounter";
    case State::over:
      return "windowOver";
    case State::open:
    case State::closing:
    case State::dayMissing:
      break;
  }
  return "WZBAM001E";
}

}  // namespace

year_month_day reckoned(const DayRule& rule, year_month_day of) {
  year_month_day day = of + std::chrono::months(rule.months);
  if (!day.ok()) {
    day = day.year() / day.month() / std::chrono::last;
  }
  return sys_days(day) + std::chrono::days(rule.days);
}

std::optional<FilingWindow> filingWindow(const ProcedureFacts& facts, std::string_view procedure,
                                         const OwnDays& days, year_month_day day) {
  const PeriodRow* row = rowOn(facts.periods, day, [&](const PeriodRow& candidate) {
    return candidate.procedure == procedure;
  });
  if (row == nullptr) {
    return std::nullopt;
  }
  FilingWindow window{.opens = dayOf(row->opens, days), .closes = dayOf(row->closes, days)};
  if (window.closes) {
    window.daysLeft = static_cast<int>((sys_days(*window.closes) - sys_days(day)).count());
  }
  if (const auto last = lastAtCounter(facts, *row, days);
      last && window.closes && *last > *window.closes && day <= *last) {
    window.atCounter = last;
  }
  window.state = stateOn(*row, window, day);
  window.text = textOf(facts, textFor(facts, *row, days, day, window.state));
  return window;
}

OwnDays ownDaysIn(const Answers& answers) {
  OwnDays days;
  for (const auto& [name, field] :
       {std::pair{"stayExpiry", "stayExpiry"}, std::pair{"acquired", "acquiredOn"}}) {
    if (const auto day = parseDate(valueAt(answers, topField(field)))) {
      days.emplace(name, *day);
    }
  }
  return days;
}

std::optional<OutsideWindow> outsideWindow(const ProcedureFacts& facts, std::string_view procedure,
                                           const Answers& answers, year_month_day day) {
  const FilingWindow window =
      filingWindow(facts, procedure, ownDaysIn(answers), day).value_or(FilingWindow{});
  if (isOpen(window)) {
    return std::nullopt;
  }
  return OutsideWindow{.field = procedure == "acquisition" ? "acquiredOn" : "stayExpiry",
                       .code = windowCode(window.state),
                       .window = window};
}

}  // namespace madoguchi::forms
