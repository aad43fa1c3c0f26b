#pragma once

#include <string>

#include "backend/core/data_keys.h"

// What rests encrypted, as the tables have it: key_id and base64.

namespace madoguchi::backend {

std::string toColumn(const Sealed& sealed);
/// Throws DamagedSeal.
Sealed fromColumn(const std::string& keyId, const std::string& base64);

}  // namespace madoguchi::backend
