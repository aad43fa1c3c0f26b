#pragma once

#include "backend/storage/soci.h"

namespace madoguchi::test {

/// Adds so many made-up people who registered some time ago, have a password and have logged in,
/// with all the rows that this leaves. A million takes some minutes on PostgreSQL. Nobody else
/// works with the database meanwhile.
void addPeople(soci::session& sql, int count);

}  // namespace madoguchi::test
