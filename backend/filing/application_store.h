#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/core/data_keys.h"
#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// Applications in the database. All throw soci::soci_error, which Storage takes.

namespace madoguchi::backend {

/// What becomes of an application, by the names that everybody sees.
namespace application_state {
inline constexpr std::string_view kFiled = "filed";
inline constexpr std::string_view kExamination = "examination";  ///< it has its number
inline constexpr std::string_view kDocumentsWanted = "documentsWanted";
inline constexpr std::string_view kDecided = "decided";  ///< granted; the card is to be fetched
inline constexpr std::string_view kDone = "done";
inline constexpr std::string_view kRefused = "refused";
inline constexpr std::string_view kWithdrawn = "withdrawn";
inline constexpr std::array<std::string_view, 7> kAll = {
    kFiled, kExamination, kDocumentsWanted, kDecided, kDone, kRefused, kWithdrawn};
/// After which nothing becomes of it any more.
inline constexpr std::array<std::string_view, 3> kEnds = {kDone, kRefused, kWithdrawn};
}  // namespace application_state

struct ApplicationRow {
  std::string id = {};
  std::string accountId = {};
  std::string draftId = {};
  std::string procedure = {};
  std::string state = {};
  std::string provisionalNumber = {};
  std::string number = {};  ///< empty until the day after
  std::string receipt;      ///< "post" or "counter"
  std::optional<Seconds> wantedUntil = std::nullopt;
  Sealed content = {};    ///< see ApplicationContent
  Sealed applicant = {};  ///< the name by itself; empty where it was filed before there was that
  Seconds filedAt{};
  Seconds changedAt{};
};

/// What an application's content is sealed to.
std::string applicationPlace(std::string_view applicationId);
/// And the name by itself.
std::string applicantPlace(std::string_view applicationId);

/// Where a list of applications goes on: behind this one.
struct ApplicationPlace {
  Seconds filedAt = Seconds::max();
  std::string id = {};
};
/// Newest first, at most so many behind that place; without content where the name is there by
/// itself.
std::vector<ApplicationRow> applicationsBehind(Transaction& transaction,
                                               const std::string& accountId,
                                               const ApplicationPlace& place, int most);
/// Whether this draft of the account was filed.
bool wasFiled(Transaction& transaction, const std::string& accountId, const std::string& draftId);
/// Those that are not at their end.
std::vector<ApplicationRow> unfinishedApplicationsOf(Transaction& transaction,
                                                     const std::string& accountId);
/// Those of a procedure that nothing was decided of.
std::vector<ApplicationRow> openApplicationsOf(Transaction& transaction,
                                               const std::string& accountId,
                                               const std::string& procedure);
std::optional<ApplicationRow> applicationOf(Transaction& transaction, const std::string& accountId,
                                            const std::string& id);
/// The one that a request has filed, which may come once more. `attempt` names it.
std::optional<ApplicationRow> filedBy(Transaction& transaction, const std::string& accountId,
                                      std::string_view attempt);
void addApplication(Transaction& transaction, const ApplicationRow& application,
                    std::string_view attempt);
/// Puts state, receipt, deadline and content of `application` in the place of those before, as
/// changed at `now`; a new state is a step. False, and nothing done, where it has left the state
/// `before`, or somebody else has changed it since it was read.
bool changeApplication(Transaction& transaction, ApplicationRow application,
                       std::string_view before, Seconds now);
/// Something that belongs to it has changed.
void touchApplication(Transaction& transaction, const std::string& id, Seconds now);

struct ApplicationStep {
  std::string state;
  Seconds happenedAt{};
};
/// Oldest first.
std::vector<ApplicationStep> stepsOf(Transaction& transaction, const std::string& id);

// For the office, whoever filed it.

/// By its id, its number or its provisional number.
std::optional<ApplicationRow> findApplication(Transaction& transaction, const std::string& by);
/// Those in a state, longest there first.
std::vector<ApplicationRow> applicationsIn(Transaction& transaction, std::string_view state,
                                           int most);
/// Those that changed then or later, oldest change first, behind the application `after` of the
/// same second.
std::vector<ApplicationRow> applicationsSince(Transaction& transaction, Seconds since,
                                              const std::string& after, int most);

/// Gives numbers to applications that were filed before that time, as many as `most`.
std::vector<ApplicationRow> numberApplications(Transaction& transaction, Seconds filedBefore,
                                               Seconds now, int most);
/// Forgets applications that came to their end before that time, with their files' rows; see
/// RegularJob, and forgetOldDrafts for `pieces`.
int forgetOldApplications(Transaction& transaction, Seconds endedBefore, int most,
                          std::vector<std::string>& pieces);

}  // namespace madoguchi::backend
