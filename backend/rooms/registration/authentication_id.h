#pragma once

#include <string>

namespace madoguchi::backend {

/// A new authentication ID (認証ID): five letters and five digits, for example wkpnd31487, about 38
/// bits. Without vowels, so that it spells no word, and without l, so that nothing in it looks like
/// something else. Unique only by the database's constraint.
std::string makeAuthenticationId();

}  // namespace madoguchi::backend
