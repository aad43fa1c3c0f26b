#include "backend/housekeeping.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "backend/accounts/account_end.h"
#include "backend/accounts/email_change_store.h"
#include "backend/accounts/link_store.h"
#include "backend/accounts/login_store.h"
#include "backend/accounts/nonces.h"
#include "backend/admin/operator_log.h"
#include "backend/core/structured_log.h"
#include "backend/files/file_store.h"
#include "backend/filing/application_steps.h"
#include "backend/filing/application_store.h"
#include "backend/filing/draft_store.h"
#include "backend/filing/file_sweep.h"
#include "backend/mail/outbox.h"
#include "backend/rooms/account/account_store.h"
#include "backend/rooms/password/expiry_reminders.h"
#include "backend/rooms/password/password_store.h"

namespace madoguchi::backend {
namespace {

using std::chrono::days;

constexpr days kUntilForgotten{30};     // without a first password
constexpr days kDeletedStay{30};        // their owners are told so until then
constexpr days kWithdrawnMailsStay{7};  // they count for what a mailbox gets
constexpr days kSentMailsStay{30};      // a bounce finds its mail until then
constexpr days kUnsentMailsStay{90};    // with their recipients, for the operator
constexpr days kLinksStay{30};          // whoever opens one late is told so
constexpr days kEventsStay{365};        // what owners see of their logins and changes
constexpr days kOperatorLogStays{3 * 365};

constexpr days kEndedApplicationsStay{3 * 365};

/// Applications are opened one by one to write their mails.
constexpr int kNumbersAtOnce = 50;

/// In one transaction: short enough that nobody waits for it.
constexpr int kAtOnce = 500;

/// Each may have dozens of pieces of files, which are removed one by one: in between the service
/// may end, and where they cannot be removed, few are left over.
constexpr int kFiledAtOnce = 5;
constexpr std::chrono::seconds kForgetTime{10};

constexpr std::size_t kMostUnknown = 20;  // files that one sweep deletes

using Forget = int (*)(Transaction&, Seconds before, int most);

RegularJob forgetting(std::string name, Forget forget, std::chrono::seconds kept) {
  return {
      .name = std::move(name),
      .work = [forget, kept](Transaction& transaction,
                             Seconds time) { return forget(transaction, time - kept, kAtOnce); },
      .batch = kAtOnce,
      .goesByClock = true};
}

template <MailState State>
int forgetMailsThatAre(Transaction& transaction, Seconds before, int most) {
  return forgetMails(transaction, State, before, most);
}

using ForgetFiled = int (*)(Transaction&, Seconds before, int most,
                            std::vector<std::string>& pieces);

/// With the files, which are removed where no transaction waits for it. Where that cannot be done
/// now, no more is forgotten in this hour, so that the sweep finds few and takes them for left
/// over.
RegularJob forgettingFiled(std::string name, ForgetFiled forget, std::chrono::seconds kept,
                           FileStore& files) {
  return {.name = std::move(name),
          .batch = kFiledAtOnce,
          .goesByClock = true,
          .apart = [forget, kept, &files](Storage& storage, Seconds time) {
            std::vector<std::string> pieces;
            const int count = storage.write(deadlineIn(kForgetTime), [&](Transaction& transaction) {
              pieces.clear();
              return forget(transaction, time - kept, kFiledAtOnce, pieces);
            });
            if (files.remove(pieces) != static_cast<int>(pieces.size())) {
              throw FileError("files of what was forgotten cannot be removed");
            }
            return count;
          }};
}

/// A 256th of all files an hour, so that it never takes long.
int sweepFiles(Storage& storage, FileStore& files, StructuredLog& log, Seconds time) {
  const auto hour = std::chrono::floor<std::chrono::hours>(time).time_since_epoch().count();
  const auto unknown =
      unknownFiles(storage, files, static_cast<std::uint8_t>(hour % kSweeps), time);
  // So many are not left over: it is an older state of the database that does not know them. Their
  // share says nothing: of three years' files, those of its last day are few.
  if (unknown.size() > kMostUnknown) {
    log.error("filesUnknown", {{"files", unknown.size()}});
    return 0;
  }
  return files.remove(unknown);
}

}  // namespace

std::vector<RegularJob> housekeeping() {
  return {
      {.name = "remindOfExpiry",
       .work = remindOfExpiry,
       .batch = kRemindersAtOnce,
       .goesByClock = true},
      forgetting("forgetUnfinishedAccounts", forgetUnfinishedAccounts, kUntilForgotten),
      forgetting("forgetDeletedAccounts", forgetDeletedAccounts, kDeletedStay),
      forgetting("forgetLinks", forgetOldLinks, kLinksStay),
      forgetting("forgetEmailChanges", forgetEmailChanges, kLinksStay),
      forgetting("forgetSessions", forgetOldSessions, kEndedSessionsStay),
      forgetting("forgetUsedNonces", forgetUsedNonces, days(0)),
      forgetting("forgetTries", forgetOldTries, days(0)),
      forgetting("forgetEvents", forgetOldEvents, kEventsStay),
      forgetting("forgetChanges", forgetOldChanges, kEventsStay),
      forgetting("forgetOperatorLog", forgetOldActions, kOperatorLogStays),
      forgetting("forgetWithdrawnMails", forgetMailsThatAre<MailState::dropped>,
                 kWithdrawnMailsStay),
      forgetting("forgetSentMails", forgetMailsThatAre<MailState::sent>, kSentMailsStay),
      forgetting("forgetRefusedMails", forgetMailsThatAre<MailState::refused>, kUnsentMailsStay),
      forgetting("forgetFailedMails", forgetMailsThatAre<MailState::failed>, kUnsentMailsStay),
      forgetting("forgetUselessMails", forgetMailsThatAre<MailState::useless>, kUnsentMailsStay),
      forgetting("forgetHeldMails", forgetMailsThatAre<MailState::held>, kUnsentMailsStay)};
}

std::vector<RegularJob> filingJobs(const DataKeys& keys, FileStore& files, StructuredLog& log) {
  return {
      {.name = "numberApplications",
       .work =
           [&keys, &log](Transaction& transaction, Seconds time) {
             return numberFiledApplications(
                 transaction, keys, time, kNumbersAtOnce,
                 [&log](const ApplicationRow& application, const LoggableError& fault) {
                   log.error("applicationUnreadable",
                             {{"application", application.id}, {"error", fault.what()}});
                 });
           },
       .batch = kNumbersAtOnce},
      {.name = "warnOfDrafts", .work = warnOfOldDrafts, .goesByClock = true},
      forgettingFiled("forgetDrafts", forgetOldDrafts, days(0), files),
      forgettingFiled("forgetFilesOfDeletedAccounts", forgetFilesOfDeletedAccounts, days(0), files),
      forgettingFiled("forgetApplications", forgetOldApplications, kEndedApplicationsStay, files),
      {.name = "sweepFiles", .apart = [&files, &log](Storage& storage, Seconds time) {
         return sweepFiles(storage, files, log, time);
       }}};
}

}  // namespace madoguchi::backend
