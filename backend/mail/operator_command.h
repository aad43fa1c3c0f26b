#pragma once

#include <iosfwd>

#include "backend/core/config.h"

namespace madoguchi::backend {

/// Does what the command line asks about mails, while a service may be running. Addresses come from
/// `in`, one a line: on the command line every user of the machine could read them. Returns the
/// exit code: 1 where something is not there, of which `errors` says what. Throws StorageError.
int runMailTask(const MailTask& task, std::istream& in, std::ostream& out, std::ostream& errors);

}  // namespace madoguchi::backend
