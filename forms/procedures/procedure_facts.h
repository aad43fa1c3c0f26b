#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forms/procedures/dated.h"

// What the law and the Agency say of procedures, as rows of data (resources/procedures): who may
// file them when, what that costs, which files go with it. No procedure is known by its name here.

namespace madoguchi::forms {

/// By language tag; markup.
using Texts = std::map<std::string, std::string, std::less<>>;

struct FactSource {
  std::string title;
  std::string checkedAt;  ///< YYYY-MM-DD, when somebody last looked
};

struct Procedure {
  Dated dated;
  std::string id;
  std::string name;        ///< of ProcedureFacts::texts, as all texts of these rows
  std::string formNumber;  ///< of the paper form: 別記第三十号様式
  /// It can be filed together with one of these only; with everything else `alone` is said.
  std::vector<std::string> onlyWith = {};
  std::string alone = {};
};

/// All of it has to be so.
struct AllowedIf {
  std::optional<int> underAge = std::nullopt;  ///< full years on the day of filing, …
  bool orUnable = false;                       ///< … or the person cannot apply in person
  bool relativeInJapan = false;
  std::vector<std::string> desiredStatuses = {};  ///< one of these is wanted; none for any
};

/// One cell of the table of who may file what online.
struct EligibilityRow {
  enum class May : std::uint8_t { yes, no, onlyIf };

  Dated dated;
  std::string person;  ///< the class of the account: "family"
  std::string procedure;
  May may = May::no;
  AllowedIf condition = {};  ///< of onlyIf
  std::string note = {};     ///< empty where there is nothing to say
  std::string instead = {};  ///< what to do where it is not allowed
};

/// Which part of the paper form goes with a status.
struct PartRow {
  Dated dated;
  std::string part;  ///< the letter on the form: "T"; of several what is done decides: "L / N"
  std::vector<std::string> statuses;
  std::vector<std::string> procedures;
  /// What is said as long as it cannot be filled in, with %1 for the letter; empty once it can.
  std::string missing = {};
};

/// A day reckoned from one of the person's own: three months before, the day before.
struct DayRule {
  std::string of;  ///< "stayExpiry", "acquired", …
  int months = 0;
  int days = 0;
};

struct PeriodRow {
  Dated dated;
  std::string procedure;
  std::optional<DayRule> opens = std::nullopt;   ///< none: at any time before
  std::optional<DayRule> closes = std::nullopt;  ///< the last day online; none: at any time after
  std::optional<DayRule> atCounterUntil = std::nullopt;
  int warnDays = 0;  ///< so many days before the last one, and fewer, a warning is due
  std::string tooEarly = {};
  std::string lastDay = {};  ///< what to do when it can be filed at a counter only
  /// Where offices that are closed on the last day at a counter take it on the next one: what to do
  /// while they are closed, with %1 for that day, and on it. Empty where they do not.
  std::string closedToday = {};
  std::string afterClosure = {};
  std::string tooLate = {};
  /// How long whoever has filed may stay without a decision, and the words for it, with %1 for the
  /// last day of the period of stay and %2 for that day; none: not at all.
  std::optional<DayRule> whilePending = std::nullopt;
  std::string pending = {};
};

struct FeeRow {
  Dated dated;
  std::string procedure;
  std::string variant = {};  ///< "single" or "multiple"; empty where there is one only
  std::string way = {};      ///< "online" or "counter"; empty for both
  int yen = 0;
};

struct FileLimitRow {
  Dated dated;
  int files = 0;
  std::uint64_t bytesEach = 0;
  std::uint64_t bytesTogether = 0;
  bool countsPhoto = false;  ///< among files and bytes
  std::vector<std::string> mediaTypes;
  int leastDpi = 0;  ///< recommended for scans
};

struct PhotoRow {
  Dated dated;
  int widthMm = 0;
  int heightMm = 0;
  int faceMm = 0;  ///< from the top of the hair to the chin
  int faceToleranceMm = 0;
  int aboveMm = 0;  ///< from the edge to the hair
  int aboveToleranceMm = 0;
  int mostMonthsOld = 0;
  int fromAge = 0;  ///< who is younger hands in none
};

/// A document to hand in, with the application or to receive what was granted; or what is to be
/// done once that is there.
struct NeedRow {
  Dated dated;
  std::string id;
  std::string text;
  bool optional = false;
  std::vector<std::string> procedures;
  std::vector<std::string> statuses = {};  ///< none for all
  /// "post" or "counter": how the card or certificate is received; "afterwards"; empty with the
  /// application.
  std::string receipt = {};
};

/// Where papers are sent to receive a card by post.
struct AddressRow {
  Dated dated;
  std::string address;    ///< as it stands on an envelope, a line each
  std::string read = {};  ///< the same with the readings of its kanji; may be empty
};

/// On these days offices are closed, or open, whatever forms/procedures/office_days.h reckons.
struct OfficeDayRow {
  Dated dated;
  bool closed = true;
};

struct DurationRow {
  Dated dated;
  std::string procedure;
  std::string takes;
};

struct ProcedureFacts {
  std::map<std::string, FactSource, std::less<>> sources = {};
  std::map<std::string, Texts, std::less<>> texts = {};
  std::vector<Procedure> procedures = {};
  std::vector<EligibilityRow> eligibility = {};
  std::vector<PartRow> parts = {};
  std::vector<PeriodRow> periods = {};
  std::vector<FeeRow> fees = {};
  std::vector<FileLimitRow> fileLimits = {};
  std::vector<PhotoRow> photos = {};
  std::vector<NeedRow> needs = {};
  std::vector<DurationRow> durations = {};
  std::vector<AddressRow> addresses = {};
  std::vector<OfficeDayRow> officeDays = {};
};

/// Files in the order in which they are read; what a later one says of the same day goes before,
/// and so do its texts and sources. Throws std::runtime_error that names file and place.
struct FactFile {
  std::string_view name;
  std::string_view json;
};
ProcedureFacts procedureFactsFrom(std::span<const FactFile> files);

/// Those that hold for all of this program: what it comes with, and an operator's own behind that
/// once they are adopted. What was given out before stays as it is. Thread-safe.
const ProcedureFacts& procedureFacts();
/// What the program comes with, and an operator's own behind that.
ProcedureFacts procedureFactsWith(std::span<const FactFile> more);
/// Has an operator's own hold from now on, in place of those before; none: what the program comes
/// with alone. Throws as procedureFactsFrom(), and then nothing has changed. Thread-safe.
void adoptProcedureFacts(std::span<const FactFile> more);

/// Null for an empty id.
const Texts* textOf(const ProcedureFacts& facts, std::string_view id);

/// Null where there is none on that day.
const Procedure* findProcedure(const ProcedureFacts& facts, std::string_view id,
                               std::chrono::year_month_day day);
/// Null where the form of the procedure has no parts.
const PartRow* partOf(const ProcedureFacts& facts, std::string_view procedure,
                      std::string_view status, std::chrono::year_month_day day);
/// std::nullopt where nothing is known. `variant` as in FeeRow.
std::optional<int> feeInYen(const ProcedureFacts& facts, std::string_view procedure,
                            std::string_view variant, std::string_view way,
                            std::chrono::year_month_day day);
const FileLimitRow* fileLimits(const ProcedureFacts& facts, std::chrono::year_month_day day);
const PhotoRow* photoRules(const ProcedureFacts& facts, std::chrono::year_month_day day);
/// Whether a photo has to be handed in; so too where the date of birth does not tell.
bool needsPhoto(const PhotoRow& rules, std::string_view dateOfBirth,
                std::chrono::year_month_day day);
/// How old a photo may be that is handed in on a day.
std::chrono::year_month_day oldestPhoto(const PhotoRow& rules, std::chrono::year_month_day day);
/// In the order of the rows. `receipt` as in NeedRow.
std::vector<const NeedRow*> needsOf(const ProcedureFacts& facts, std::string_view procedure,
                                    std::string_view status, std::string_view receipt,
                                    std::chrono::year_month_day day);
/// Null where none is known.
const AddressRow* addressForPapers(const ProcedureFacts& facts, std::chrono::year_month_day day);
const Texts* usualDuration(const ProcedureFacts& facts, std::string_view procedure,
                           std::chrono::year_month_day day);

}  // namespace madoguchi::forms
