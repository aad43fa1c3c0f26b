#pragma once

#include <string>
#include <string_view>

#include "backend/accounts/link_store.h"
#include "backend/mail/outbox.h"

namespace madoguchi::backend {

/// So long does the link of a mail set a password.
constexpr std::chrono::seconds kPasswordLinkLifetime = kLinkLifetime;

/// Where the link of a mail leads: a page of this service.
std::string passwordLink(std::string_view origin, std::string_view token);

struct PasswordMail {
  std::string accountId;
  LinkPurpose purpose = LinkPurpose::firstPassword;
  std::string recipient;
  std::string language;
  MailCause cause = MailCause::anybody;
  bool isFirst = false;  ///< the account is new
};
/// Makes a link for the account and writes the mail with it. Links that the account had before have
/// expired, and mails with them that wait are withdrawn.
void mailPasswordLink(Transaction& transaction, std::string_view origin, const PasswordMail& mail,
                      Seconds now);
/// Writes as much, and does nothing: whoever types an address learns nothing from how long it
/// takes.
void mailNobody(Transaction& transaction, std::string_view origin, Seconds now);

/// By which the mail with a link is withdrawn, or found.
std::string aboutPasswordLink(const std::string& accountId);

/// Withdraws the mail with a link that waits, and ends the link: it has done its work.
void endPasswordLinks(Transaction& transaction, const std::string& accountId, Seconds now);

}  // namespace madoguchi::backend
