#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// What operators did, in the database: kept with what they did or not at all. All throw
// soci::soci_error, which Storage takes.

namespace madoguchi::backend {

struct OperatorAction {
  Seconds happenedAt;
  std::string who;        ///< see operatorName(); at most 64 characters are kept
  std::string what;       ///< the command
  std::string accountId;  ///< empty where it is about none
  std::string subject;    ///< id of an application, and what was decided of it; may be empty
  std::string ticket;     ///< see AdminRequest
  bool refused = false;   ///< nothing was to be done
};
void noteOperatorAction(Transaction& transaction, const OperatorAction& action);
/// Newest first. Without what a mail server did ("bounce"), unless it is asked for.
std::vector<OperatorAction> operatorActions(Transaction& transaction, int most,
                                            bool withBounces = false);

/// Forgets what happened before that time; see deleteOldest().
int forgetOldActions(Transaction& transaction, Seconds happenedBefore, int most);

/// The user of this machine who logged in and, where it is another one, the user as whom the
/// program runs: "tanaka", "tanaka as root".
std::string operatorName();

}  // namespace madoguchi::backend
