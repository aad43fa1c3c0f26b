#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "backend/storage/transaction.h"

// Mails that come back. Each leaves with a return path of its own, so that what comes back tells
// which one it was, whatever the mail server that gave up has written into it.

namespace madoguchi::backend {

/// `mailbox` with the mail's id behind a "+" (RFC 5233): whoever takes mails for the mailbox takes
/// those for it as well. The mailbox itself where the part before the @ would get longer than
/// RFC 5321 allows (section 4.5.3.1.1: 64).
std::string returnPath(std::string_view mailbox, std::string_view mailId);

/// The id of the mail whose return path it is; nothing where it is none.
std::optional<std::string> mailOfReturnPath(std::string_view address);

/// Of a delivery status notification (RFC 3464): why the mail was given up for good, as a status of
/// RFC 3463, "5.1.1", or "4.4.7" after days of trying. Nothing of a delay, a success, or any other
/// message.
std::optional<std::string> finalFailure(std::string_view message);

/// What stays of a sent mail's recipient: tells whether an address was it, to who knows the
/// address.
std::string recipientDigest(std::string_view mailId, std::string_view recipient);

enum class BounceNote : std::uint8_t {
  noted,
  unknown,  ///< there is no such mail, or it has been forgotten
  tooSoon,  ///< it is back before it was noted that it had left: to be tried again
};
/// Notes that a mail came back for good. Throws soci::soci_error.
BounceNote noteBounce(Transaction& transaction, const std::string& mailId,
                      const std::string& status);

/// Whether the last mail that left for this address came back. Throws soci::soci_error.
bool comesBack(Transaction& transaction, const std::string& address);

}  // namespace madoguchi::backend
