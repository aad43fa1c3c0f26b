#include "backend/rooms/account/account_endpoints.h"

#include <nlohmann/json.hpp>

#include "backend/rooms/account/account_store.h"
#include "backend/storage/storage.h"

namespace madoguchi::backend {
namespace {

Outcome showAccount(Storage& storage, const Request& request) {
  const auto found = storage.read(request.deadline, [&request](Transaction& transaction) {
    return accountInformation(transaction, request.who->accountId);
  });
  if (!found) {
    return protocol::Refusal{protocol::Reason::sessionMissing};  // it has gone since
  }
  const nlohmann::json json = {{"authenticationId", found->authenticationId},
                               {"entrance", found->entrance},
                               {"form", nlohmann::json::parse(found->form)}};
  return Answer{.body = json.dump()};
}

}  // namespace

std::vector<Endpoint> accountEndpoints(Storage& storage) {
  return {{.method = "GET",
           .pattern = "/v1/account",
           .needsSession = true,
           .answer = [&storage](const Request& request) { return showAccount(storage, request); }}};
}

}  // namespace madoguchi::backend
