#include "backend/storage/old_rows.h"

#include <gtest/gtest.h>

#include "backend/storage/storage.h"
#include "tests/support/test_database.h"

namespace madoguchi::backend {
namespace {

TEST(OldRows, TheOldestGoFirstFewAtOnceAndThoseOfOneSecondTogether) {
  const test::TestDatabase database;
  Storage storage = database.storage();
  const auto add = [&](const std::string& id, int end) {
    database.execute("INSERT INTO login_tries (id_hash, failures, forget_at) VALUES ('" + id +
                     "', 1, " + std::to_string(end) + ");\n");
  };
  const auto forget = [&](int before, std::string_view condition = {}) {
    return storage.write(deadlineIn(std::chrono::minutes(1)), [&](Transaction& transaction) {
      return deleteOldest(transaction,
                          {.table = "login_tries", .column = "forget_at", .condition = condition},
                          Seconds(std::chrono::seconds(before)), 2);
    });
  };
  const auto left = [&] {
    return database.query("SELECT MIN(id_hash) || COUNT(*) FROM login_tries");
  };
  for (const char* id : {"a", "b", "c", "d"}) {
    add(id, *id - 'a' + 1);
  }
  add("e", 4);
  add("f", 5);
  EXPECT_EQ(forget(1), 0) << "not from before that time";
  EXPECT_EQ(forget(5, "id_hash = 'c'"), 1);
  EXPECT_EQ(forget(5), 2);
  EXPECT_EQ(left(), "d3");
  EXPECT_EQ(forget(5), 2);
  EXPECT_EQ(forget(5), 0);
  EXPECT_EQ(left(), "f1");
}

}  // namespace
}  // namespace madoguchi::backend
