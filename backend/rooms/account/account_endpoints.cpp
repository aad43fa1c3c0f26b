#include "backend/rooms/account/account_endpoints.h"

#include <iterator>
#include <nlohmann/json.hpp>

#include "backend/mail/bounce.h"
#include "backend/rooms/account/account_store.h"
#include "backend/rooms/account/email_pages.h"
#include "backend/rooms/account/information_service.h"
#include "backend/rooms/account/login_history.h"
#include "backend/storage/storage.h"

namespace madoguchi::backend {
namespace {

using protocol::Reason;
using protocol::Refusal;

constexpr std::size_t kLongestChange = 4096;  ///< bytes; the values are about 300 characters

Outcome showAccount(Storage& storage, const Request& request) {
  struct Found {
    std::optional<AccountInformation> account;
    std::optional<EmailChange> newEmail;
    bool mailsComeBack = false;
  };
  const auto found = storage.read(request.deadline, [&](Transaction& transaction) {
    const std::string& id = request.who->accountId;
    auto account = accountInformation(transaction, id);
    const bool back = account && comesBack(transaction, account->email);
    return Found{std::move(account), waitingEmailChange(transaction, id, now()), back};
  });
  if (!found.account) {
    return Refusal{Reason::sessionMissing};  // it has gone since
  }
  nlohmann::json json = {{"authenticationId", found.account->authenticationId},
                         {"entrance", found.account->entrance},
                         {"form", nlohmann::json::parse(found.account->form)}};
  if (found.mailsComeBack) {
    json["mailsComeBack"] = true;
  }
  if (found.newEmail) {
    json["newEmail"] = nlohmann::json::parse(protocol::toJson(
        protocol::NewEmail{found.newEmail->email, rfc3339(found.newEmail->expiresAt)}));
  }
  return Answer{.body = json.dump()};
}

Outcome showLogins(Storage& storage, const Request& request) {
  return Answer{
      .body = protocol::toJson(storage.read(request.deadline, [&request](Transaction& transaction) {
        return loginHistory(transaction, request.who->accountId, request.subscriber);
      }))};
}

Outcome changeAccount(const AccountParts& parts, const Request& request) {
  auto outcome = parts.information.change({.accountId = request.who->accountId,
                                           .form = request.body,
                                           .attempt = request.idempotencyKey,
                                           .subscriber = request.subscriber},
                                          request.deadline);
  if (auto* refusal = std::get_if<Refusal>(&outcome)) {
    return std::move(*refusal);
  }
  parts.mailAdded();
  return Answer{.body = protocol::toJson(std::get<protocol::InformationChanged>(outcome))};
}

}  // namespace

std::vector<Endpoint> accountEndpoints(const AccountParts& parts) {
  std::vector<Endpoint> endpoints = emailPages(parts);
  endpoints.push_back(
      {.method = "GET",
       .pattern = "/v1/account",
       .needsSession = true,
       .answer = [parts](const Request& request) { return showAccount(parts.storage, request); }});
  endpoints.push_back(
      {.method = "GET",
       .pattern = "/v1/account/logins",
       .needsSession = true,
       .answer = [parts](const Request& request) { return showLogins(parts.storage, request); }});
  endpoints.push_back(
      {.method = "POST",
       .pattern = "/v1/account/changes",
       .needsSession = true,
       .needsIdempotencyKey = true,
       .takes = "application/json",
       .maxBody = kLongestChange,
       .answer = [parts](const Request& request) { return changeAccount(parts, request); }});
  return endpoints;
}

}  // namespace madoguchi::backend
