#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "forms/engine/answers.h"
#include "forms/procedures/procedure_facts.h"

namespace madoguchi::forms {

/// The person's own days that rules reckon from, by the names that the rows have for them:
/// "stayExpiry", "acquired".
using OwnDays = std::map<std::string, std::chrono::year_month_day, std::less<>>;

/// Three months before 31 May is the last day of February, as periods of months end in the Civil
/// Code (article 143).
std::chrono::year_month_day reckoned(const DayRule& rule, std::chrono::year_month_day of);

/// When something can be filed online.
struct FilingWindow {
  enum class State : std::uint8_t {
    open,
    closing,  ///< open, but not for long
    notYet,
    counterOnly,  ///< too late to file it online, not for a counter
    over,
    dayMissing,  ///< the day that decides it is not known
  };
  State state = State::dayMissing;
  std::optional<std::chrono::year_month_day> opens = std::nullopt;   ///< none: no such rule
  std::optional<std::chrono::year_month_day> closes = std::nullopt;  ///< the last day
  /// The last day at a counter; none: no such rule, no later than online, or over.
  std::optional<std::chrono::year_month_day> atCounter = std::nullopt;
  int daysLeft = 0;  ///< until the last day, which has 0; where there is one
  /// Why not, and what to do, with %1 for the day in `atCounter`; null where there is nothing to
  /// say.
  const Texts* text = nullptr;
};

/// By the rule that holds on `day`, the day of filing in Japan. std::nullopt where there is none:
/// the procedure is unknown, or follows another one that it is filed with.
std::optional<FilingWindow> filingWindow(const ProcedureFacts& facts, std::string_view procedure,
                                         const OwnDays& days, std::chrono::year_month_day day);

inline bool isOpen(const FilingWindow& window) {
  return window.state == FilingWindow::State::open || window.state == FilingWindow::State::closing;
}

/// The person's own days in the answers to an application, or to what is asked before one.
OwnDays ownDaysIn(const Answers& answers);

/// Why what is answered cannot be filed online on a day.
struct OutsideWindow {
  std::string_view field;  ///< with the day that decides
  /// What is said there: windowNotYet, windowCounter or windowOver, or that the day is missing.
  std::string_view code;
  FilingWindow window;
};
/// `day` is that of filing in Japan. std::nullopt where it can be filed.
std::optional<OutsideWindow> outsideWindow(const ProcedureFacts& facts, std::string_view procedure,
                                           const Answers& answers, std::chrono::year_month_day day);

}  // namespace madoguchi::forms
