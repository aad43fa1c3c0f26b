#pragma once

#include <vector>

#include "backend/rooms/account/account_endpoints.h"

namespace madoguchi::backend {

/// The pages on which a new address is confirmed, in every language
/// (translations/pages/email.*.txt).
std::vector<Endpoint> emailPages(const AccountParts& parts);

}  // namespace madoguchi::backend
