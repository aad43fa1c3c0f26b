#pragma once

#include <string>
#include <vector>

#include "backend/storage/transaction.h"
#include "protocol/login_record.h"

namespace madoguchi::backend {

/// Who logged in to the account, or tried to, newest first; at least half of the places are for
/// logins, as far as there were so many. `subscriber` is where the one who asks
/// is, see subscriberOf(). Throws soci::soci_error, which Storage takes.
std::vector<protocol::LoginRecord> loginHistory(Transaction& transaction,
                                                const std::string& accountId,
                                                const std::string& subscriber);

}  // namespace madoguchi::backend
