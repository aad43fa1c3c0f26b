#include "backend/admin/admin.h"
#include "backend/admin/desk.h"
#include "backend/core/mail_address.h"
#include "backend/mail/bounce.h"
#include "backend/mail/mail_desk.h"
#include "backend/mail/outbox.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

constexpr std::chrono::seconds kMailTime{60};

/// Addresses come from standard input only: on the command line every user of the machine could
/// read them.
int changeStops(const Desk& desk,
                const std::function<void(Transaction&, const std::string&, Seconds)>& work) {
  return forEachLine(desk, [&](const std::string& address) {
    if (!isMailAddress(address)) {
      return refuse(desk, "a line is no mail address");
    }
    perform(desk, {}, [&](Transaction& transaction, Seconds time) {
      work(transaction, address, time);
      return true;
    });
    return admin_exit::kDone;
  });
}

/// Whether that was noted before: whoever knows a return path may write to it as often as they
/// like.
bool hasComeBack(Transaction& transaction, const std::string& mailId) {
  int count = 0;
  transaction.session() << "SELECT COUNT(*) FROM outbox"
                           " WHERE id = :id AND state = 'sent' AND failure <> ''",
      soci::into(count), soci::use(mailId);
  return count > 0;
}

}  // namespace

int unsentMailsCommand(const Desk& desk) {
  const auto mails = desk.storage.read(deadlineIn(kMailTime), unsentMails);
  perform(desk, {}, [](Transaction&, Seconds) { return true; });
  for (const UnsentMail& mail : mails) {
    print(desk, {{"id", mail.id},
                 {"kind", mail.kind},
                 {"state", mail.state},
                 {"created", rfc3339(mail.createdAt)},
                 {"attempts", mail.attempts},
                 {"failure", mail.failure},
                 {"recipientDomain", mail.recipientDomain}});
  }
  return admin_exit::kDone;
}

int sendAgainCommand(const Desk& desk) {
  const std::string& id = desk.request.arguments.front();
  const bool done = perform(desk, {}, [&](Transaction& transaction, Seconds time) {
    if (id != "all") {
      return sendAgain(transaction, id, time);
    }
    for (const UnsentMail& mail : unsentMails(transaction)) {
      if (mail.state != toString(MailState::held)) {  // those were too many, or are not wanted
        sendAgain(transaction, mail.id, time);
      }
    }
    return true;
  });
  return done ? admin_exit::kDone
              : refuse(desk,
                       "no mail of this id is to be sent again; of one whose link has ended, "
                       "send-link sends another for a first password, and for anything else its "
                       "owner asks once more in the program");
}

int stopMailsCommand(const Desk& desk) { return changeStops(desk, stopMails); }

int allowMailsCommand(const Desk& desk) {
  return changeStops(desk, [](Transaction& transaction, const std::string& address, Seconds) {
    allowMails(transaction, address);
  });
}

int bounceCommand(const Desk& desk) {
  constexpr std::size_t kLongest =
      256UL * 1024;  // the original may hang on it; what counts is first
  std::string message(kLongest, '\0');
  desk.in.read(message.data(), kLongest);
  message.resize(static_cast<std::size_t>(desk.in.gcount()));
  const auto mail = mailOfReturnPath(desk.request.arguments.front());
  const auto status = finalFailure(message);
  // What is no bounce has come here all the same, and is no fault of the mail server's.
  if (!mail || !status) {
    return admin_exit::kDone;
  }
  auto note = BounceNote::unknown;
  performForAnybody(desk, [&](Transaction& transaction, Seconds) {
    const bool isNews = !hasComeBack(transaction, *mail);
    note = noteBounce(transaction, *mail, *status);
    return note == BounceNote::noted && isNews;
  });
  return note == BounceNote::tooSoon ? admin_exit::kTryAgain : admin_exit::kDone;
}

}  // namespace madoguchi::backend
