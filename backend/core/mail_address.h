#pragma once

#include <string>
#include <string_view>

namespace madoguchi::backend {

/// One printable ASCII address as people type it: without display name, comments or quotes. Dots
/// may stand anywhere before the @ (Japanese mobile carriers gave out "a..b@" and "a.@").
bool isMailAddress(std::string_view address);

/// The address as mail headers and SMTP commands have it: a part before the @ that is no dot-atom
/// stands in quotes (RFC 5321 section 4.1.2, RFC 5322 section 3.4.1). `address` is one that
/// isMailAddress() takes.
std::string quotedMailAddress(std::string_view address);

/// Without blanks and capital letters, which make no other mailbox: hosts may tell mailboxes apart
/// by case, and should not (RFC 5321, 2.4).
std::string comparableAddress(std::string_view typed);

/// What stands behind the @.
std::string_view mailDomain(std::string_view address);

/// SHA-256 by which mails to one mailbox are counted: without case, dots and what stands behind a
/// "+" before the @, since many providers deliver all those spellings to the same person. Only for
/// counting: other providers tell them apart.
std::string mailboxKey(std::string_view address);

}  // namespace madoguchi::backend
