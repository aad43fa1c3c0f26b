#pragma once

#include <QString>
#include <optional>
#include <string>

namespace madoguchi::app {

/// What stands in the link of a mail that sets a password. Somebody pastes the whole link, as the
/// mail has it, https://HOST/password/TOKEN, with lines broken, a sentence around it or in the
/// address in which a mail service has wrapped it, or only its end; the system hands over
/// madoguchi:password/TOKEN. Nothing for what was cut off, for links of another service than
/// `origin`, and for anything else.
std::optional<std::string> passwordLinkToken(const QString& text, const QString& origin);

/// Strictly madoguchi:password/TOKEN, as another program may hand it over.
std::optional<std::string> handedOverToken(const QString& address);

}  // namespace madoguchi::app
