#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "backend/storage/soci.h"
#include "backend/storage/storage.h"
#include "tests/support/test_database.h"

namespace madoguchi::backend {

inline Deadline inAMinute() { return deadlineIn(std::chrono::minutes(1)); }

/// Runs on SQLite, and once more on PostgreSQL, with a table of numbers by name: "one" is 1.
class StorageTest : public testing::Test {
 protected:
  StorageTest() {
    m_database.execute(
        "CREATE TABLE numbers (name VARCHAR(8) PRIMARY KEY, value INTEGER NOT NULL);\n"
        "INSERT INTO numbers (name, value) VALUES ('one', 1);\n");
  }

  static int valueOf(Transaction& transaction, const std::string& name) {
    int value = -1;
    transaction.session() << "SELECT value FROM numbers WHERE name = :name", soci::into(value),
        soci::use(name);
    return value;
  }
  static void add(Transaction& transaction, const std::string& name, int value) {
    transaction.session() << "INSERT INTO numbers (name, value) VALUES (:name, :value)",
        soci::use(name), soci::use(value);
  }
  static void set(Transaction& transaction, const std::string& name, int value) {
    transaction.session() << "UPDATE numbers SET value = :value WHERE name = :name",
        soci::use(value), soci::use(name);
  }
  int stored(const std::string& name) {
    return m_storage.read(inAMinute(),
                          [&](Transaction& transaction) { return valueOf(transaction, name); });
  }

  test::TestDatabase m_database;
  Storage m_storage = m_database.storage();
};

}  // namespace madoguchi::backend
