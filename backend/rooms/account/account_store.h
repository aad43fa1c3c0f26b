#pragma once

#include <optional>
#include <string>

#include "backend/storage/transaction.h"

namespace madoguchi::backend {

/// What an account's owner sees of it.
struct AccountInformation {
  std::string authenticationId;
  std::string entrance;
  std::string form;  ///< canonical JSON
};
/// Throws soci::soci_error, which Storage takes.
std::optional<AccountInformation> accountInformation(Transaction& transaction,
                                                     const std::string& accountId);

}  // namespace madoguchi::backend
