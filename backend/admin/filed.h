#pragma once

#include <optional>
#include <string>

#include "backend/admin/desk.h"
#include "backend/core/data_keys.h"
#include "backend/filing/application_store.h"

// What the steps of "madoguchi-admin applications" share.

namespace madoguchi::backend {

/// Throws ConfigError where nobody said where they are.
DataKeys keysOf(const Desk& desk);

/// An argument behind "applications"; throws ConfigError, with what it is, where it is missing.
const std::string& argumentAt(const Desk& desk, std::size_t index, const char* what);

/// It in the log, with what was decided of it.
About aboutApplication(const ApplicationRow& application, const std::string& result = {});

/// That of the number on the command line. Where there is none, that is noted.
std::optional<ApplicationRow> theApplication(const Desk& desk);

// Steps about files; each gives the exit code.
int fileStep(const Desk& desk);
int checkStep(const Desk& desk);
int sweepStep(const Desk& desk);

}  // namespace madoguchi::backend
