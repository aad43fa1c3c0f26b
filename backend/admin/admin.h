#pragma once

#include <iosfwd>
#include <string>

#include "backend/admin/request.h"

namespace madoguchi::backend {

/// What the program ends with.
namespace admin_exit {
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;   ///< the database, or a file
inline constexpr int kUsage = 2;    ///< wrong options
inline constexpr int kRefused = 3;  ///< no such account or mail, or nothing was to be done
/// EX_TEMPFAIL of sysexits.h, by which a mail server knows that it keeps the mail and tries again.
inline constexpr int kTryAgain = 75;
}  // namespace admin_exit

/// Does what an operator asks, while a service may be running, and notes it in the operator log.
/// What would be seen by every user of the machine on a command line comes from `in`, one a line.
/// `who` is the operator. The schema stays as it is, since services of an earlier version may be
/// running. Throws ConfigError, StorageError, std::runtime_error.
int runAdmin(const AdminRequest& request, const std::string& who, std::istream& in,
             std::ostream& out, std::ostream& errors);

std::string adminHelp();

}  // namespace madoguchi::backend
