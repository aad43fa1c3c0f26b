#include <optional>

#include "backend/accounts/account_end.h"
#include "backend/accounts/login_store.h"
#include "backend/accounts/password_mail.h"
#include "backend/admin/account_desk.h"
#include "backend/admin/admin.h"
#include "backend/admin/desk.h"
#include "backend/core/config.h"
#include "backend/core/mail_address.h"
#include "backend/mail/mail_desk.h"
#include "forms/engine/answers_json.h"
#include "forms/registration/registration_form.h"

namespace madoguchi::backend {
namespace {

constexpr std::chrono::seconds kAdminTime{60};

nlohmann::ordered_json timeOrNull(const std::optional<Seconds>& time) {
  return time ? nlohmann::ordered_json(rfc3339(*time)) : nlohmann::ordered_json();
}

nlohmann::ordered_json viewOf(Transaction& transaction, const AccountView& account, bool personal,
                              Seconds time) {
  nlohmann::ordered_json view = {
      {"accountId", account.id},
      {"authenticationId", account.authenticationId},
      {"status", account.status},
      {"statusChanged", timeOrNull(account.statusChangedAt)},
      {"entrance", account.entrance},
      {"userClass", account.userClass},
      {"language", account.language},
      {"registered", rfc3339(account.registeredAt)},
      {"passwordSet", timeOrNull(account.passwordSetAt)},
      {"hasPassword", account.hasPassword},
      {"openApplications", openApplications(transaction, account.id)},
      {"lastLogin", timeOrNull(account.lastLogin)},
      {"lockedUntil", timeOrNull(lockedUntil(transaction, account.authenticationId, time))},
      {"goodLinkSince", timeOrNull(goodLinkSince(transaction, account.id, time))}};
  const auto mail = lastMailAbout(transaction, aboutPasswordLink(account.id));
  view["linkMail"] = mail ? nlohmann::ordered_json(mail->state) : nlohmann::ordered_json();
  if (mail && !mail->failure.empty()) {
    view["linkMailFailure"] = mail->failure;
  }
  if (!personal) {
    view["emailDomain"] = mailDomain(account.email);
    return view;
  }
  const auto answers = forms::answersFrom(forms::registrationForm(), account.form);
  for (const char* field : {"name", "dateOfBirth"}) {
    view[field] = answers ? valueAt(*answers, forms::topField(field)) : std::string();
  }
  view["email"] = account.email;
  return view;
}

/// The one account that the command is about.
std::optional<AccountView> theAccount(const Desk& desk) {
  const std::string& by = desk.request.arguments.front();
  if (by.find('@') != std::string::npos) {
    throw ConfigError("an address may be several accounts': find it first, and name the ID");
  }
  auto found = desk.storage.read(deadlineIn(kAdminTime), [&](Transaction& transaction) {
    return findAccounts(transaction, by);
  });
  if (found.empty()) {
    perform(desk, {}, [](Transaction&, Seconds) { return false; });
    return std::nullopt;
  }
  return std::move(found.front());
}

void demandOrigin(const Desk& desk) {
  if (desk.request.origin.empty()) {
    throw ConfigError("neither --config nor --origin says how links begin");
  }
}

/// What became of the mail with the link, which was written just now.
void printLinkMail(const Desk& desk, const std::string& accountId,
                   const std::optional<LastMail>& mail) {
  print(desk, {{"accountId", accountId}, {"linkMail", mail ? mail->state : std::string()}});
}

/// Does something to the account that the command line names.
int change(const Desk& desk, const std::string& whyNot,
           const std::function<bool(Transaction&, const AccountView&, Seconds)>& work) {
  const auto account = theAccount(desk);
  if (!account) {
    return refuse(desk, "there is no such account");
  }
  const bool done = perform(
      desk, {.accountId = account->id},
      [&](Transaction& transaction, Seconds time) { return work(transaction, *account, time); });
  return done ? admin_exit::kDone : refuse(desk, whyNot);
}

std::string whyNotSet(std::string_view status) {
  return "the account is " + std::string(status) + " already, or deleted";
}

int setStatus(const Desk& desk, std::string_view status) {
  demandTicket(desk);
  return change(desk, whyNotSet(status),
                [&](Transaction& transaction, const AccountView& account, Seconds time) {
                  return setAccountStatus(transaction, account.id, std::string(status), time);
                });
}

}  // namespace

int findCommand(const Desk& desk) {
  for (const std::string& argument : desk.request.arguments) {
    if (argument.find('@') != std::string::npos) {
      throw ConfigError(
          "every user of this machine sees a command line: give addresses on standard input");
    }
  }
  return forEachLine(desk, [&desk](const std::string& by) {
    std::vector<AccountView> found;
    std::vector<nlohmann::ordered_json> views;
    const auto look = [&](Transaction& transaction) {
      views.clear();
      found = findAccounts(transaction, by);
      for (const AccountView& account : found) {
        views.push_back(viewOf(transaction, account, desk.request.personal, now()));
      }
    };
    desk.storage.read(deadlineIn(kAdminTime), look);
    if (found.empty()) {
      perform(desk, {}, [](Transaction&, Seconds) { return false; });
      return refuse(desk, "there is no such account");
    }
    // Noted before it is shown.
    for (const AccountView& account : found) {
      perform(desk, {.accountId = account.id}, [](Transaction&, Seconds) { return true; });
    }
    for (const auto& view : views) {
      print(desk, view);
    }
    return admin_exit::kDone;
  });
}

int suspendCommand(const Desk& desk) { return setStatus(desk, kSuspended); }

int expireCommand(const Desk& desk) { return setStatus(desk, kExpired); }

int invalidateCommand(const Desk& desk) { return setStatus(desk, kInvalid); }

int reinstateCommand(const Desk& desk) {
  demandTicket(desk);
  demandOrigin(desk);
  std::string id;
  std::optional<LastMail> mail;
  const int status =
      change(desk, whyNotSet(kActive),
             [&](Transaction& transaction, const AccountView& account, Seconds time) {
               id = account.id;
               mail.reset();
               if (!setAccountStatus(transaction, account.id, std::string(kActive), time)) {
                 return false;
               }
               // As it is now: whose password was dropped, and nobody who never had one.
               const AccountView current = findAccounts(transaction, account.id).front();
               if (current.passwordSetAt && !current.hasPassword) {
                 mailPasswordLink(transaction, desk.request.origin,
                                  {.accountId = current.id,
                                   .purpose = LinkPurpose::forgottenPassword,
                                   .recipient = current.email,
                                   .language = current.language,
                                   .cause = MailCause::provenPerson},
                                  time);
                 mail = lastMailAbout(transaction, aboutPasswordLink(current.id));
               }
               return true;
             });
  if (mail) {
    printLinkMail(desk, id, mail);
  }
  return status;
}

int unlockCommand(const Desk& desk) {
  return change(desk, "the account is not locked",
                [](Transaction& transaction, const AccountView& account, Seconds time) {
                  const bool locked =
                      lockedUntil(transaction, account.authenticationId, time).has_value();
                  forgetTries(transaction, account.authenticationId);
                  return locked;
                });
}

int deleteCommand(const Desk& desk) {
  demandTicket(desk);
  std::string whyNot;
  return change(
      desk, whyNot, [&](Transaction& transaction, const AccountView& account, Seconds time) {
        const long long open = openApplications(transaction, account.id);
        if (open > 0 && account.status != kDeleted && !desk.request.withOpenApplications) {
          // They stay with the office, and their owner would never see them again.
          whyNot =
              "applications of this account that are not at their end: " + std::to_string(open) +
              ". Their owner could follow or withdraw them no more, nor be reached "
              "by mail about them. Tell them so; if they still want it, say "
              "--with-open-applications";
          return false;
        }
        whyNot = "the account is deleted already";
        if (!deleteAccount(transaction, account.id, time)) {
          return false;
        }
        addMail(transaction,
                {.kind = "accountDeleted",
                 .recipient = account.email,
                 .language = account.language,
                 .values = {},
                 .cause = MailCause::provenPerson},
                time);
        return true;
      });
}

int sendLinkCommand(const Desk& desk) {
  demandOrigin(desk);
  const auto account = theAccount(desk);
  if (!account) {
    return refuse(desk, "there is no such account");
  }
  if (account->passwordSetAt || account->status != kActive) {
    perform(desk, {.accountId = account->id}, [](Transaction&, Seconds) { return false; });
    return refuse(desk,
                  "the account is not active, or has had a password: its owner asks for another "
                  "one in the program");
  }
  std::optional<LastMail> mail;
  perform(desk, {.accountId = account->id}, [&](Transaction& transaction, Seconds time) {
    mailPasswordLink(transaction, desk.request.origin,
                     {.accountId = account->id,
                      .purpose = LinkPurpose::firstPassword,
                      .recipient = account->email,
                      .language = account->language,
                      .cause = MailCause::anybody},
                     time);
    mail = lastMailAbout(transaction, aboutPasswordLink(account->id));
    return true;
  });
  printLinkMail(desk, account->id, mail);
  return admin_exit::kDone;
}

int statisticsCommand(const Desk& desk) {
  const auto counts = desk.storage.read(deadlineIn(kAdminTime), [](Transaction& transaction) {
    return statistics(transaction, now());
  });
  perform(desk, {}, [](Transaction&, Seconds) { return true; });
  nlohmann::ordered_json object;
  for (const auto& [name, count] : counts) {
    object[name] = count;
  }
  print(desk, object);
  return admin_exit::kDone;
}

}  // namespace madoguchi::backend
