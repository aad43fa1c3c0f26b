#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// What an operator can see of accounts. All throw soci::soci_error, which Storage takes.

namespace madoguchi::backend {

struct AccountView {
  std::string id;
  std::string authenticationId;
  std::string entrance;
  std::string userClass;
  std::string language;
  std::string status;
  std::string form;  ///< canonical JSON
  std::string email;
  Seconds registeredAt;
  std::optional<Seconds> passwordSetAt = std::nullopt;
  bool hasPassword = false;  ///< false with passwordSetAt: it was dropped, see setAccountStatus()
  std::optional<Seconds> lastLogin = std::nullopt;
  std::optional<Seconds> statusChangedAt = std::nullopt;
};
/// By the account's id, the authentication ID as people type it, or the e-mail address in any case;
/// several accounts may share the last.
std::vector<AccountView> findAccounts(Transaction& transaction, std::string_view by);

/// How many applications of the account are not at their end.
long long openApplications(Transaction& transaction, const std::string& accountId);

/// How many there are, by what is counted: "accounts.active", "outbox.waiting", … Reads all
/// accounts.
std::map<std::string, long long> statistics(Transaction& transaction, Seconds now);

}  // namespace madoguchi::backend
