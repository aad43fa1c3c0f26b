#include "backend/housekeeping.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <span>

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
#include "backend/filing/attachment_store.h"
#include "backend/filing/draft_store.h"
#include "backend/mail/outbox.h"
#include "backend/rooms/account/account_store.h"
#include "backend/rooms/password/expiry_reminders.h"
#include "backend/rooms/password/password_store.h"
#include "backend/storage/migrations.h"

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
constexpr days kFilesArrive{1};  // what nobody knows then has no request behind it any more

/// Applications are opened one by one to write their mails.
constexpr int kNumbersAtOnce = 50;

/// In one transaction: short enough that nobody waits for it.
constexpr int kAtOnce = 500;

// Of the files that one sweep looks at.
constexpr std::size_t kMostUnknown = 20;
constexpr std::size_t kMostUnknownPart = 10;

constexpr std::chrono::seconds kSweepTime{10};  // for one of its questions

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

/// A 256th of all files an hour, so that it never takes long. Folder or object store are asked
/// while no transaction waits for them. What was there before the database is not its own: whoever
/// starts a service with an empty database by mistake, over the files of another one, does not lose
/// them.
int sweepFiles(Storage& storage, FileStore& files, StructuredLog& log, Seconds time) {
  const auto hour = std::chrono::floor<std::chrono::hours>(time).time_since_epoch().count();
  const auto made = storage.read(deadlineIn(kSweepTime), databaseMadeAt);
  const auto names =
      files.namesFrom(static_cast<std::uint8_t>(hour % 256),
                      {.since = made.value_or(Seconds()), .before = time - kFilesArrive});
  std::vector<std::string> unknown;
  for (std::size_t from = 0; from < names.size(); from += kAtOnce) {
    const auto some =
        std::span(names).subspan(from).first(std::min<std::size_t>(kAtOnce, names.size() - from));
    const auto found = storage.read(deadlineIn(kSweepTime), [&](Transaction& transaction) {
      std::vector<std::string> nobodys;
      std::ranges::copy_if(some, std::back_inserter(nobodys),
                           [&](const std::string& name) { return !isPiece(transaction, name); });
      return nobodys;
    });
    unknown.insert(unknown.end(), found.begin(), found.end());
  }
  // So many are not left over: it is an older state of the database that does not know them.
  if (unknown.size() > kMostUnknown && unknown.size() > names.size() / kMostUnknownPart) {
    log.error("filesUnknown", {{"files", unknown.size()}, {"of", names.size()}});
    return 0;
  }
  // What nobody has named in all that time, nobody will.
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
  return {{.name = "numberApplications",
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
          forgetting("forgetDrafts", forgetOldDrafts, days(0)),
          forgetting("forgetApplications", forgetOldApplications, kEndedApplicationsStay),
          {.name = "sweepFiles", .apart = [&files, &log](Storage& storage, Seconds time) {
             return sweepFiles(storage, files, log, time);
           }}};
}

}  // namespace madoguchi::backend
