#include "backend/rooms/password/password_service.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "backend/accounts/email_change_store.h"
#include "backend/accounts/login_store.h"
#include "backend/accounts/password_mail.h"
#include "backend/core/mail_address.h"
#include "backend/core/token.h"
#include "backend/mail/outbox.h"
#include "backend/rooms/password/password_store.h"
#include "protocol/authentication_id.h"
#include "protocol/password_rules.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

namespace {

/// Whoever presses the button again has no second mail on its way, which would end the first's
/// link.
constexpr std::chrono::seconds kBetweenLinks = std::chrono::minutes(5);
// Of the operation manual (2023-03-17), 2.5.2.
constexpr std::size_t kLongestEmail = 60;

/// The refusal of a link that sets no password; std::nullopt for one that does.
std::optional<Refusal> refusalOf(const std::optional<Link>& link) {
  if (!link) {
    return Refusal{Reason::linkUnknown};
  }
  switch (link->state) {
    case LinkState::good:
      return std::nullopt;
    case LinkState::expired:
      return Refusal{Reason::linkExpired};
    case LinkState::used:
      return Refusal{Reason::linkUsed};
  }
  return Refusal{Reason::linkUnknown};
}

/// The mail after a password was set by a link.
NewMail mailAfter(LinkPurpose purpose, const PasswordAccount& account) {
  NewMail mail = passwordChangedMail(account);
  if (purpose == LinkPurpose::firstPassword) {
    mail.kind = "authenticationId";
    mail.values = {{"authenticationId", account.authenticationId}};
  }
  return mail;
}

/// A link that lies in the mailbox is not ended for one that stays here: one that was sent just
/// now, or where the mailbox has had its mails of the day.
bool keepsLink(Transaction& transaction, const PasswordAccount& account, Seconds time) {
  const auto sent = goodLinkSince(transaction, account.id, time);
  return sent && (*sent + kBetweenLinks > time || !leavesNow(transaction, account.email, time));
}

/// A link for the account, unless it may not be used, or keeps the one that it has.
void offerLink(Transaction& transaction, std::string_view origin, const PasswordAccount& account,
               Seconds time) {
  if (!account.isActive || keepsLink(transaction, account, time)) {
    mailNobody(transaction, origin, time);
    return;
  }
  mailPasswordLink(
      transaction, origin,
      {.accountId = account.id,
       .purpose = account.hadPassword ? LinkPurpose::forgottenPassword : LinkPurpose::firstPassword,
       .recipient = account.email,
       .language = account.language,
       .cause = MailCause::anybody},
      time);
}

}  // namespace

NewMail passwordChangedMail(const PasswordAccount& account) {
  return {.kind = "passwordChanged",
          .recipient = account.email,
          .language = account.language,
          .values = {},
          .cause = MailCause::provenPerson};
}

Refusal PasswordService::busy() {
  constexpr std::chrono::seconds kWhenBusy{2};
  return {.reason = Reason::unavailable, .retryAfter = kWhenBusy};
}

PasswordService::PasswordService(Storage& storage, PasswordHasher& hasher, std::string origin,
                                 const DataKeys* keys, Clock clock)
    : m_storage(storage),
      m_hasher(hasher),
      m_origin(std::move(origin)),
      m_keys(keys),
      m_clock(std::move(clock)) {}

PasswordService::LinkView PasswordService::look(std::string_view token, Deadline deadline) {
  const Seconds time = m_clock();
  return m_storage.read(deadline, [&](Transaction& transaction) -> LinkView {
    const auto link = findLink(transaction, token, time);
    const auto account = link ? findAccount(transaction, link->accountId) : std::nullopt;
    if (!account) {
      return LinkView{};
    }
    const bool hasEnded = link->state == LinkState::good && !account->isActive;
    return {hasEnded ? LinkState::expired : link->state, link->purpose, account->language};
  });
}

std::variant<PasswordService::Chosen, Refusal> PasswordService::choose(const Choice& choice,
                                                                       Deadline deadline) {
  const Seconds time = m_clock();
  const auto link = m_storage.read(deadline, [&](Transaction& transaction) {
    return findLink(transaction, choice.token, time);
  });
  if (link && link->usedBy == tokenDigest(choice.attempt)) {
    return Chosen{link->purpose};
  }
  if (auto refusal = refusalOf(link)) {
    return std::move(*refusal);
  }
  auto errors = protocol::chosenPasswordErrors(choice.password, choice.confirmation, "WZBAM160E");
  if (!errors.empty()) {
    return Refusal{.reason = Reason::formInvalid, .fields = std::move(errors)};
  }
  const auto hash = m_hasher.hash(choice.password, deadline);
  if (!hash) {
    return busy();
  }
  return store(choice, *hash, deadline);
}

std::variant<PasswordService::Chosen, Refusal> PasswordService::store(const Choice& choice,
                                                                      const std::string& hash,
                                                                      Deadline deadline) {
  const Seconds time = m_clock();
  return m_storage.write(deadline, [&](Transaction& transaction) -> std::variant<Chosen, Refusal> {
    const auto link = findLink(transaction, choice.token, time);
    if (link && link->usedBy == tokenDigest(choice.attempt)) {
      return Chosen{link->purpose};
    }
    // All looked at once more: while the password was hashed, another may have come first.
    if (auto refusal = refusalOf(link)) {
      return std::move(*refusal);
    }
    const auto account = findAccount(transaction, link->accountId);
    if (account && !account->isActive) {
      return Refusal{Reason::linkExpired};
    }
    if (!account || !useUpLink(transaction, choice.token, choice.attempt, time)) {
      return Refusal{Reason::linkUsed};
    }
    setPassword(transaction, account->id, hash, choice.attempt, time);
    endPasswordLinks(transaction, account->id, time);
    // Its owner has it back from whoever was in: nothing of theirs goes on.
    endEmailChanges(transaction, account->id, time);
    endSessionsOf(transaction, account->id);
    forgetTries(transaction, account->authenticationId);
    noteSecurityEvent(transaction, account->id, "passwordSet", choice.subscriber, time);
    addMail(transaction, mailAfter(link->purpose, *account), time);
    return Chosen{link->purpose, true};
  });
}

std::optional<Refusal> PasswordService::renew(std::string_view token, Deadline deadline) {
  const Seconds time = m_clock();
  return m_storage.write(deadline, [&](Transaction& transaction) -> std::optional<Refusal> {
    const auto link = findLink(transaction, token, time);
    const auto account = link ? findAccount(transaction, link->accountId) : std::nullopt;
    if (!account) {
      return Refusal{Reason::linkUnknown};
    }
    offerLink(transaction, m_origin, *account, time);
    return std::nullopt;
  });
}

std::optional<Refusal> PasswordService::requestLink(std::string_view authenticationId,
                                                    std::string_view email, Deadline deadline) {
  const std::string id = protocol::repairedAuthenticationId(authenticationId);
  const std::string address = comparableAddress(email);
  Refusal refusal{.reason = Reason::formInvalid};
  if (!protocol::isAuthenticationId(id)) {
    refusal.fields.push_back({"authenticationId", id.empty() ? "WZBAM001E" : "WZBAM168E"});
  }
  if (address.size() > kLongestEmail || !isMailAddress(address)) {
    refusal.fields.push_back({"email", address.empty() ? "WZBAM001E" : "WZBAM168E"});
  }
  if (!refusal.fields.empty()) {
    return refusal;
  }
  const Seconds time = m_clock();
  m_storage.write(deadline, [&](Transaction& transaction) {
    const auto account = findAccountBy(transaction, id);
    if (account && comparableAddress(account->email) == address) {
      offerLink(transaction, m_origin, *account, time);
    } else {
      mailNobody(transaction, m_origin, time);
    }
  });
  return std::nullopt;
}

}  // namespace madoguchi::backend
