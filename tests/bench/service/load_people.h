#pragma once

#include "backend/storage/soci.h"

namespace madoguchi::test {

/// Adds so many made-up people who registered some time ago and have a password, with all the rows
/// that a registration and its mail leave.
void addPeople(soci::session& sql, int count);

}  // namespace madoguchi::test
