#pragma once

#include <string>
#include <string_view>

// What whoever has it may do something with: nonces, links, sessions. Only its digest is stored, so
// that who reads the database has none.

namespace madoguchi::backend {

/// Base64url of 32 random bytes: 43 letters, digits, "-" and "_", which need no escaping in an
/// address.
std::string makeToken();
/// Whether the text has the form of a token.
bool isToken(std::string_view text);
/// SHA-256, lower-case hexadecimal. Of 256 random bits, so it needs neither salt nor time.
std::string tokenDigest(std::string_view token);

}  // namespace madoguchi::backend
