#include "backend/storage/backup.h"

#include <gtest/gtest.h>

#include <fstream>

#include "backend/storage/session_lease.h"
#include "backend/storage/storage.h"
#include "tests/support/temporary_folder.h"

namespace madoguchi::backend {
namespace {

class BackupTest : public testing::Test {
 protected:
  static std::string at(const std::filesystem::path& file) {
    return "sqlite3://db=" + file.string();
  }
  std::filesystem::path file(const char* name) const { return m_folder.path() / name; }

  /// Of each table, the rows that only one of the two has.
  static std::vector<std::string> differences(soci::session& sql, const std::string& other) {
    sql << "ATTACH '" + other + "' AS other";
    const soci::rowset<std::string> rows =
        (sql.prepare << "SELECT name FROM main.sqlite_master WHERE type = 'table'");
    const std::vector<std::string> tables(rows.begin(), rows.end());
    std::vector<std::string> found;
    for (const std::string& table : tables) {
      for (const char* both :
           {"main.%s EXCEPT SELECT * FROM other.%s", "other.%s EXCEPT SELECT * FROM main.%s"}) {
        std::string query = both;
        for (std::size_t i = query.find("%s"); i != std::string::npos; i = query.find("%s")) {
          query.replace(i, 2, table);
        }
        int count = 0;
        sql << "SELECT COUNT(*) FROM (SELECT * FROM " + query + ")", soci::into(count);
        if (count != 0) {
          found.push_back(table);
        }
      }
    }
    EXPECT_GT(tables.size(), 10U);
    return found;
  }

  test::TemporaryFolder m_folder;
};

TEST_F(BackupTest, WhatIsRestoredHasEveryRowOfTheMomentOfTheBackup) {
  {
    const Storage storage(at(file("live.db")));
    soci::session sql(at(file("live.db")));
    sql << "BEGIN";
    for (int i = 0; i < 500; ++i) {
      sql << "INSERT INTO accounts (id, authentication_id, entrance, user_class, language, form,"
             " email, terms_version, created_at) VALUES (:id, :id2, '', '', 'ja',"
             " '{\"名\":\"値\"}', 'x@y.example', '', 1)",
          soci::use(i), soci::use(i);
      sql << "INSERT INTO links (hash, account_id, purpose, created_at, expires_at) VALUES"
             " (:id, :id2, 'first', 1, 2)",
          soci::use(i), soci::use(i);
    }
    sql << "COMMIT";
    soci::session writing(at(file("live.db")));
    writing << "BEGIN IMMEDIATE";
    writing << "DELETE FROM links";  // which is not so yet
    backUp(at(file("live.db")), file("backup.db"));
    writing << "ROLLBACK";
  }
  restoreBackup(at(file("restored.db")), file("backup.db"));
  const Storage again(at(file("restored.db")));
  soci::session sql(at(file("restored.db")));
  EXPECT_EQ(differences(sql, file("live.db").string()), std::vector<std::string>());
  int links = 0;
  sql << "SELECT COUNT(*) FROM links", soci::into(links);
  EXPECT_EQ(links, 500);
  sql << "DELETE FROM links WHERE hash = '7'";
  sql << "DETACH other";
  EXPECT_EQ(differences(sql, file("live.db").string()), std::vector<std::string>{"links"})
      << "the comparison sees a row";
}

TEST_F(BackupTest, NothingIsOverwritten) {
  { const Storage storage(at(file("live.db"))); }
  backUp(at(file("live.db")), file("backup.db"));
  EXPECT_THROW(backUp(at(file("live.db")), file("backup.db")), std::runtime_error);
  EXPECT_THROW(restoreBackup(at(file("live.db")), file("backup.db")), std::runtime_error);
}

TEST_F(BackupTest, WhatIsLeftOfAnotherDatabaseIsNotThrownAway) {
  { const Storage storage(at(file("live.db"))); }
  backUp(at(file("live.db")), file("backup.db"));
  std::filesystem::remove(file("live.db"));
  for (const char* beside : {"live.db-wal", "live.db-shm"}) {
    std::ofstream(file(beside)) << "what was stored last";
    EXPECT_THROW(restoreBackup(at(file("live.db")), file("backup.db")), std::runtime_error);
    EXPECT_EQ(std::filesystem::file_size(file(beside)), 20U);
    std::filesystem::remove(file(beside));
  }
  restoreBackup(at(file("live.db")), file("backup.db"));
}

TEST_F(BackupTest, WhatIsDamagedOrForeignIsNotRestored) {
  { const Storage storage(at(file("live.db"))); }
  backUp(at(file("live.db")), file("backup.db"));
  EXPECT_THROW(restoreBackup(at(file("a.db")), file("nothing.db")), std::runtime_error);
  {
    std::fstream bytes(file("backup.db"), std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(4096);
    bytes << std::string(20'000, 'x');
  }
  EXPECT_THROW(restoreBackup(at(file("a.db")), file("backup.db")), std::runtime_error);
  {
    soci::session sql(at(file("newer.db")));
    sql << "CREATE TABLE schema_version (version INTEGER NOT NULL)";
    sql << "INSERT INTO schema_version (version) VALUES (9999)";
  }
  EXPECT_THROW(restoreBackup(at(file("a.db")), file("newer.db")), std::runtime_error);
  EXPECT_EQ(std::filesystem::file_size(file("a.db")), 0U) << "no half of a database";
  EXPECT_FALSE(std::filesystem::exists(file("a.db.part")));
  EXPECT_THROW(backUp(at(file("newer.db")), file("later.db")), std::runtime_error);
  EXPECT_FALSE(std::filesystem::exists(file("later.db.part"))) << "it takes no room";
}

TEST_F(BackupTest, ADatabaseServerHasItsOwnTools) {
  EXPECT_THROW(backUp("postgresql://dbname=x", file("backup.db")), std::runtime_error);
  EXPECT_FALSE(std::filesystem::exists(file("backup.db")));
}

}  // namespace
}  // namespace madoguchi::backend
