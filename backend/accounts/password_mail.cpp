#include "backend/accounts/password_mail.h"

#include "backend/core/token.h"
#include "protocol/languages.h"

namespace madoguchi::backend {
namespace {

constexpr std::size_t kAccountIdBytes = 16;

}  // namespace

std::string aboutPasswordLink(const std::string& accountId) { return "password " + accountId; }

std::string passwordLink(std::string_view origin, std::string_view token) {
  return std::string(origin) + "/password/" + std::string(token);
}

void mailPasswordLink(Transaction& transaction, std::string_view origin, const PasswordMail& mail,
                      Seconds now) {
  const Seconds end = now + kPasswordLinkLifetime;
  if (!mail.isFirst) {
    withdrawMails(transaction, aboutPasswordLink(mail.accountId));
  }
  const std::string token = addLink(transaction,
                                    {.accountId = mail.accountId,
                                     .purpose = mail.purpose,
                                     .expiresAt = end,
                                     .isFirst = mail.isFirst},
                                    now);
  addMail(
      transaction,
      {.kind = mail.purpose == LinkPurpose::firstPassword ? "registration" : "forgottenPassword",
       .recipient = mail.recipient,
       .language = mail.language,
       .values = {{"link", passwordLink(origin, token)}},
       .uselessAfter = end,
       .cause = mail.cause,
       .about = aboutPasswordLink(mail.accountId)},
      now);
}

void mailNobody(Transaction& transaction, std::string_view origin, Seconds now) {
  const std::string nobody = randomHex(kAccountIdBytes);
  endLinks(transaction, nobody, now);
  addMail(transaction,
          {.kind = "forgottenPassword",
           .recipient = {},
           .language = protocol::languages().front().tag,
           .values = {{"link", passwordLink(origin, makeToken())}},
           .cause = MailCause::provenPerson,  // counts for no mailbox
           .about = aboutPasswordLink(nobody)},
          now);
  withdrawMails(transaction, aboutPasswordLink(nobody));
}

void endPasswordLinks(Transaction& transaction, const std::string& accountId, Seconds now) {
  withdrawMails(transaction, aboutPasswordLink(accountId));
  endLinks(transaction, accountId, now);
}

}  // namespace madoguchi::backend
