// What InformationService does with the link that confirms a new address.
#include "backend/accounts/email_change_store.h"
#include "backend/accounts/login_store.h"
#include "backend/accounts/password_mail.h"
#include "backend/core/token.h"
#include "backend/mail/outbox.h"
#include "backend/rooms/account/account_store.h"
#include "backend/rooms/account/information_service.h"
#include "backend/rooms/account/registered_information.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

namespace {

/// Tells an address of the owner what becomes of it.
void tell(Transaction& transaction, const std::string& email, const std::string& language,
          std::string_view kind, Seconds time) {
  addMail(transaction,
          {.kind = std::string(kind),
           .recipient = email,
           .language = language,
           .values = {},
           .cause = MailCause::provenPerson},
          time);
}

/// Nobody changes an account that may not be used, whoever gave its new address.
LinkState stateFor(const EmailChange& link, const AccountInformation& account) {
  return link.state == LinkState::good && account.status != kActive ? LinkState::expired
                                                                    : link.state;
}

}  // namespace

Seconds InformationService::askToConfirm(Transaction& transaction, const std::string& accountId,
                                         const AccountInformation& account,
                                         const std::string& email) const {
  const Seconds time = m_clock();
  const Seconds end = time + kNewEmailLifetime;
  const std::string token =
      addEmailChange(transaction, {.accountId = accountId, .email = email, .expiresAt = end}, time);
  addMail(transaction,
          {.kind = "emailConfirm",
           .recipient = email,
           .language = account.language,
           .values = {{"link", m_origin + "/email/" + token}},
           .uselessAfter = end,
           .cause = MailCause::anybody,
           .about = aboutEmailChange(accountId)},
          time);
  tell(transaction, account.email, account.language, "emailChangeAsked", time);
  return end;
}

InformationService::LinkView InformationService::look(std::string_view token, Deadline deadline) {
  const Seconds time = m_clock();
  return m_storage.read(deadline, [&](Transaction& transaction) -> LinkView {
    const auto link = findEmailChange(transaction, token, time);
    const auto account = link ? accountInformation(transaction, link->accountId) : std::nullopt;
    return account ? LinkView{stateFor(*link, *account), link->email, account->language}
                   : LinkView{};
  });
}

std::optional<Refusal> InformationService::confirm(const Confirmation& confirmation,
                                                   Deadline deadline) {
  const Seconds time = m_clock();
  return m_storage.write(deadline, [&](Transaction& transaction) -> std::optional<Refusal> {
    const auto link = findEmailChange(transaction, confirmation.token, time);
    const auto account = link ? accountInformation(transaction, link->accountId) : std::nullopt;
    if (!account) {
      return Refusal{Reason::linkUnknown};
    }
    if (stateFor(*link, *account) == LinkState::expired) {
      return Refusal{Reason::linkExpired};
    }
    if (!useUpEmailChange(transaction, confirmation.token, confirmation.attempt, time)) {
      return link->usedBy == tokenDigest(confirmation.attempt)
                 ? std::nullopt  // who asks again, as the answer was lost
                 : std::optional(Refusal{Reason::linkUsed});
    }
    RegisteredInformation registered = readRegistered(*account);
    setValue(registered.answers, forms::topField("email"), link->email);
    setInformation(transaction, link->accountId, storedForm(registered, time), link->email);
    keepChange(transaction, link->accountId, confirmation.attempt,
               {.requestDigest = tokenDigest(confirmation.token), .changed = {"email"}},
               confirmation.subscriber, time);
    endPasswordLinks(transaction, link->accountId, time);
    tell(transaction, link->email, account->language, "emailChanged", time);
    tell(transaction, account->email, account->language, "emailChanged", time);
    return std::nullopt;
  });
}

}  // namespace madoguchi::backend
