#include "backend/filing/application_mail.h"

#include "backend/core/mail_address.h"
#include "backend/core/ruby_markup.h"
#include "backend/filing/applicant_account.h"
#include "backend/filing/day_values.h"
#include "backend/mail/outbox.h"
#include "forms/engine/japan_day.h"
#include "forms/procedures/result_needs.h"

namespace madoguchi::backend {
namespace {

/// The address for messages that was typed into the form, and was not the account's own; empty
/// where there is none.
std::string typedAddress(const ApplicationContent* content) {
  return content == nullptr || content->notifiesAccount
             ? std::string()
             : valueAt(answersOf(*content), forms::topField("notificationEmail"));
}

std::string inLanguage(const forms::Texts* texts, const std::string& language) {
  const auto found = texts == nullptr ? forms::Texts::const_iterator() : texts->find(language);
  return texts == nullptr || found == texts->end() ? std::string() : rubyInBrackets(found->second);
}

std::string procedureName(const ApplicationRow& application, const std::string& language) {
  const forms::ProcedureFacts& facts = forms::procedureFacts();
  const auto* procedure =
      findProcedure(facts, application.procedure, forms::dayInJapan(application.filedAt));
  return procedure == nullptr ? application.procedure
                              : inLanguage(textOf(facts, procedure->name), language);
}

/// To the account's owner, who has shown a card or logged in; and to the address that was typed
/// into the form, which may be anybody's.
void mailTo(Transaction& transaction, const ApplicantAccount& account,
            const ApplicationContent* content, NewMail mail, Seconds now) {
  mail.language = account.language;
  mail.recipient = account.email;
  mail.cause = MailCause::provenPerson;
  addMail(transaction, mail, now);
  const std::string typed = typedAddress(content);
  if (!typed.empty() && !isSameAddress(typed, account.email)) {
    mail.recipient = typed;
    mail.cause = MailCause::anybody;
    addMail(transaction, mail, now);
  }
}

std::string numberOf(const ApplicationRow& application) {
  return application.number.empty() ? application.provisionalNumber : application.number;
}

/// Where the account has gone, nobody is told.
void mailOfKind(Transaction& transaction, const std::string& kind,
                const ApplicationRow& application, const ApplicationContent* content,
                MailValues more, Seconds now) {
  const auto account = applicantAccount(transaction, application.accountId);
  if (!account) {
    return;
  }
  more["procedure"] = procedureName(application, account->language);
  more["number"] = numberOf(application);
  mailTo(transaction, *account, content,
         {.kind = kind, .recipient = {}, .language = {}, .values = std::move(more)}, now);
}

}  // namespace

bool isSameAddress(std::string_view one, std::string_view other) {
  return comparableAddress(one) == comparableAddress(other);
}

void mailFiled(Transaction& transaction, const ApplicationRow& application,
               const ApplicationContent& content, Seconds now) {
  mailOfKind(transaction, "applicationFiled", application, &content, {}, now);
}

void mailNumbered(Transaction& transaction, const ApplicationRow& application,
                  const ApplicationContent* content, Seconds now) {
  mailOfKind(transaction, "applicationNumbered", application, content,
             {{"provisional", application.provisionalNumber}}, now);
}

void mailDocumentsWanted(Transaction& transaction, const ApplicationRow& application,
                         const ApplicationContent& content, Seconds now) {
  mailOfKind(transaction, "documentsWanted", application, &content,
             dayValues(forms::lastDayInJapan(application.wantedUntil.value_or(now))), now);
}

void mailResult(Transaction& transaction, const ApplicationRow& application,
                const ApplicationContent& content, Seconds now) {
  if (content.granted != true) {
    mailOfKind(transaction, "applicationRefused", application, &content, {}, now);
    return;
  }
  const auto account = applicantAccount(transaction, application.accountId);
  if (!account) {
    return;
  }
  const forms::Answers answers = answersOf(content);
  const forms::ResultNeeds needs = resultNeeds(forms::procedureFacts(),
                                               {.procedure = application.procedure,
                                                .answers = answers,
                                                .receipt = application.receipt,
                                                .filedOn = forms::dayInJapan(application.filedAt)},
                                               forms::dayInJapan(now));
  int yen = 0;
  for (const auto& fee : needs.fees) {
    yen += fee.yen;
  }
  MailValues values = {{"fee", std::to_string(yen)}};
  std::string& lines = values["needs"];
  for (const forms::Texts* text : needs.papers) {
    lines += (lines.empty() ? "" : "\n") + inLanguage(text, account->language);
  }
  const bool byPost = application.receipt == "post";
  if (byPost) {
    values["address"] = needs.address;
  }
  mailOfKind(transaction, byPost ? "grantedByPost" : "grantedAtCounter", application, &content,
             std::move(values), now);
}

void mailWithdrawn(Transaction& transaction, const ApplicationRow& application,
                   const ApplicationContent& content, Seconds now) {
  mailOfKind(transaction, "applicationWithdrawn", application, &content, {}, now);
}

}  // namespace madoguchi::backend
