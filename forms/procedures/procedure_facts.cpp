#include "forms/procedures/procedure_facts.h"

#include <algorithm>
#include <array>
#include <deque>
#include <mutex>
#include <utility>

#include "embedded/procedures_eligibility.h"
#include "embedded/procedures_files.h"
#include "embedded/procedures_filing.h"
#include "embedded/procedures_receipt.h"
#include "forms/procedures/filing_window.h"
#include "forms/rules/partial_date.h"

namespace madoguchi::forms {
namespace {

using std::chrono::year_month_day;

bool isAmong(const std::vector<std::string>& values, std::string_view value) {
  return std::ranges::find(values, value) != values.end();
}

/// All sets of facts that ever held, the last one now: whoever has a row of another keeps it. An
/// operator changes them a few times a year.
struct Adopted {
  std::mutex mutex;
  std::deque<ProcedureFacts> sets;
};

Adopted& adopted() {
  static Adopted held;
  return held;
}

constexpr auto kAny = [](const auto&) { return true; };

std::array<FactFile, 4> ownFiles() {
  return {{{"eligibility.json", embedded::procedures_eligibility()},
           {"filing.json", embedded::procedures_filing()},
           {"files.json", embedded::procedures_files()},
           {"receipt.json", embedded::procedures_receipt()}}};
}

}  // namespace

const ProcedureFacts& procedureFacts() {
  Adopted& held = adopted();
  const std::lock_guard lock(held.mutex);
  if (held.sets.empty()) {
    held.sets.push_back(procedureFactsFrom(ownFiles()));
  }
  return held.sets.back();
}

void adoptProcedureFacts(std::span<const FactFile> more) {
  ProcedureFacts facts = procedureFactsWith(more);
  Adopted& held = adopted();
  const std::lock_guard lock(held.mutex);
  held.sets.push_back(std::move(facts));
}

ProcedureFacts procedureFactsWith(std::span<const FactFile> more) {
  const auto own = ownFiles();
  std::vector<FactFile> files(own.begin(), own.end());
  files.insert(files.end(), more.begin(), more.end());
  return procedureFactsFrom(files);
}

const Texts* textOf(const ProcedureFacts& facts, std::string_view id) {
  const auto found = facts.texts.find(id);
  return found == facts.texts.end() ? nullptr : &found->second;
}

const Procedure* findProcedure(const ProcedureFacts& facts, std::string_view id,
                               year_month_day day) {
  return rowOn(facts.procedures, day, [&](const Procedure& row) { return row.id == id; });
}

const PartRow* partOf(const ProcedureFacts& facts, std::string_view procedure,
                      std::string_view status, year_month_day day) {
  return rowOn(facts.parts, day, [&](const PartRow& row) {
    return isAmong(row.procedures, procedure) && isAmong(row.statuses, status);
  });
}

std::optional<int> feeInYen(const ProcedureFacts& facts, std::string_view procedure,
                            std::string_view variant, std::string_view way, year_month_day day) {
  const FeeRow* row = rowOn(facts.fees, day, [&](const FeeRow& candidate) {
    return candidate.procedure == procedure && candidate.variant == variant &&
           (candidate.way.empty() || candidate.way == way);
  });
  return row == nullptr ? std::nullopt : std::optional(row->yen);
}

const FileLimitRow* fileLimits(const ProcedureFacts& facts, year_month_day day) {
  return rowOn(facts.fileLimits, day, kAny);
}

const PhotoRow* photoRules(const ProcedureFacts& facts, year_month_day day) {
  return rowOn(facts.photos, day, kAny);
}

bool needsPhoto(const PhotoRow& rules, std::string_view dateOfBirth, year_month_day day) {
  const auto born = parsePartialDate(dateOfBirth);
  return !born || !isReal(*born) || wholeYears(firstDay(*born), day) >= rules.fromAge;
}

year_month_day oldestPhoto(const PhotoRow& rules, year_month_day day) {
  return reckoned({.of = {}, .months = -rules.mostMonthsOld}, day);
}

std::vector<const NeedRow*> needsOf(const ProcedureFacts& facts, std::string_view procedure,
                                    std::string_view status, std::string_view receipt,
                                    year_month_day day) {
  const auto concerns = [&](const NeedRow& row) {
    return row.receipt == receipt && isAmong(row.procedures, procedure) &&
           (row.statuses.empty() || isAmong(row.statuses, status));
  };
  std::vector<const NeedRow*> found;
  for (const NeedRow& row : facts.needs) {
    const auto isSame = [&](const NeedRow& other) { return other.id == row.id && concerns(other); };
    if (rowOn(facts.needs, day, isSame) == &row) {
      found.push_back(&row);
    }
  }
  return found;
}

const AddressRow* addressForPapers(const ProcedureFacts& facts, year_month_day day) {
  return rowOn(facts.addresses, day, kAny);
}

const Texts* usualDuration(const ProcedureFacts& facts, std::string_view procedure,
                           year_month_day day) {
  const DurationRow* row = rowOn(facts.durations, day, [&](const DurationRow& candidate) {
    return candidate.procedure == procedure;
  });
  return row == nullptr ? nullptr : textOf(facts, row->takes);
}

}  // namespace madoguchi::forms
