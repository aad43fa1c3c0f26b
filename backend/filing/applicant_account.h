#pragma once

#include <optional>
#include <string>

#include "backend/storage/transaction.h"

namespace madoguchi::backend {

/// An account as far as it decides what it may file, and where mails go.
struct ApplicantAccount {
  std::string userClass;
  std::string form;  ///< canonical JSON of the registration
  std::string email;
  std::string language;
  // Of the card's signing certificate; empty where it registered without one.
  std::string issuerKey;
  std::string serial;
};
/// std::nullopt where it has gone. Throws soci::soci_error, which Storage takes.
std::optional<ApplicantAccount> applicantAccount(Transaction& transaction,
                                                 const std::string& accountId);

}  // namespace madoguchi::backend
