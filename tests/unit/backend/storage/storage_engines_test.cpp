// What is so on one of the two engines only, and what opening a database makes of it.
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <latch>
#include <map>
#include <sstream>
#include <thread>
#include <vector>

#include "backend/storage/migrations.h"
#include "storage_under_test.h"

namespace madoguchi::backend {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string readAll(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

TEST(StorageOpening, DoesNotWaitForAServerThatSaysNothing) {
  const int listening = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  ASSERT_EQ(bind(listening, generic, length), 0);
  ASSERT_EQ(listen(listening, 1), 0);
  ASSERT_EQ(getsockname(listening, generic, &length), 0);
  EXPECT_THROW(Storage("postgresql://host=127.0.0.1 dbname=x port=" +
                       std::to_string(ntohs(address.sin_port))),
               StorageError);
  close(listening);
}

TEST(Migrations, TakeADatabaseOfTheFormerVersionOver) {
  const test::TestDatabase database;
  database.execute(readAll(fs::path(MADOGUCHI_TEST_DATA) / "database" / "version-1.sql"));
  std::vector<int> told;
  Storage storage(database.connection(), 1, std::make_shared<Metrics>(), OldSchema::update,
                  [&told](int from, int to) {
                    told = {from, to};
                  });
  EXPECT_EQ(told, (std::vector{1, schemaVersion()}));
  EXPECT_EQ(storage.read(inAMinute(), readSchemaVersion), schemaVersion());
  EXPECT_EQ(database.query("SELECT COUNT(*) FROM accounts"), "2");
  EXPECT_EQ(database.query("SELECT COUNT(*) FROM accounts WHERE password_hash IS NULL"), "2");
  const std::string waiting = " FROM outbox WHERE state = 'waiting'";
  EXPECT_EQ(database.query("SELECT kind" + waiting), "authenticationId");
  EXPECT_EQ(database.query("SELECT recipient" + waiting), "maria.santos@mail.example");
  EXPECT_EQ(database.query("SELECT language" + waiting), "easy");
  EXPECT_EQ(database.query("SELECT template_values" + waiting),
            R"({"authenticationId":"wkpnd31487"})");
  EXPECT_EQ(database.query("SELECT attempts" + waiting), "3");
  EXPECT_EQ(database.query("SELECT next_attempt_at" + waiting), "1795000400");
  EXPECT_EQ(database.query("SELECT COUNT(*) FROM outbox WHERE state = 'sent' AND recipient = ''"),
            "1");
  EXPECT_EQ(storage.obstacle(), std::nullopt);
}

/// The first column of the first row, as words.
std::vector<std::string> wordsOf(soci::session& sql, const std::string& query) {
  std::string said;
  soci::indicator indicator = soci::i_ok;
  sql << query, soci::into(said, indicator);
  std::istringstream words(said);
  return {std::istream_iterator<std::string>(words), {}};
}

bool isServer(const soci::session& sql) { return sql.get_backend_name() == "postgresql"; }

std::vector<std::string> tablesOf(soci::session& sql) {
  return wordsOf(sql, isServer(sql)
                          ? "SELECT string_agg(tablename, ' ') FROM pg_tables WHERE schemaname ="
                            " current_schema()"
                          : "SELECT group_concat(name, ' ') FROM sqlite_master WHERE type ="
                            " 'table'");
}

std::vector<std::string> columnsOf(soci::session& sql, const std::string& table) {
  return wordsOf(sql,
                 isServer(sql)
                     ? "SELECT string_agg(attname, ' ') FROM pg_attribute WHERE attnum > 0 AND"
                       " NOT attisdropped AND attrelid = to_regclass('" +
                           table + "')"
                     : "SELECT group_concat(name, ' ') FROM pragma_table_info('" + table + "')");
}

int rowsOf(soci::session& sql, const std::string& table) {
  int rows = 0;
  sql << "SELECT COUNT(*) FROM " + table, soci::into(rows);
  return rows;
}

/// Puts a row into each table that has none. "1" is a number, a time, a name and an id.
void fillTables(soci::session& sql) {
  if (isServer(sql)) {
    sql << "SET session_replication_role = replica";  // in any order
  }
  for (const std::string& table : tablesOf(sql)) {
    if (rowsOf(sql, table) > 0) {
      continue;
    }
    std::string columns;
    std::string values;
    for (const std::string& column : columnsOf(sql, table)) {
      columns += (columns.empty() ? "" : ", ") + column;
      values += values.empty() ? "'1'" : ", '1'";
    }
    sql << "INSERT INTO " + table + " (" + columns + ") VALUES (" + values + ")";
  }
}

/// As an earlier program has made it.
void makeVersion(int version, const test::TestDatabase& database) {
  soci::session sql(database.connection());
  soci::transaction all(sql);
  Transaction transaction(sql);
  migrateTo(version, transaction);
  all.commit();
}

TEST(Migrations, KeepEveryRowOfEveryEarlierVersion) {
  for (int version = 1; version < schemaVersion(); ++version) {
    const test::TestDatabase database;
    makeVersion(version, database);
    soci::session sql(database.connection());
    fillTables(sql);
    std::map<std::string, int> before;
    for (const std::string& table : tablesOf(sql)) {
      before[table] = rowsOf(sql, table);
    }
    Storage storage(database.connection(), 1);
    EXPECT_EQ(storage.obstacle(), std::nullopt);
    EXPECT_EQ(storage.read(inAMinute(), databaseMadeAt).has_value(),
              before.contains("database_age"));
    before["schema_version"] = schemaVersion();
    before.erase("nonces");  // good for minutes; they are signed since, and kept nowhere
    for (const std::string& table : tablesOf(sql)) {
      if (const auto found = before.extract(table)) {
        EXPECT_EQ(rowsOf(sql, table), found.mapped()) << table << " from version " << version;
      }
    }
    EXPECT_TRUE(before.empty()) << before.begin()->first << " from version " << version;
  }
}

TEST(Migrations, LeaveADatabaseOfALaterVersionAlone) {
  const test::TestDatabase database;
  { const Storage storage = database.storage(); }
  database.execute("INSERT INTO schema_version (version) VALUES (1000);\n");
  EXPECT_THROW(Storage(database.connection()), std::runtime_error);
  EXPECT_EQ(database.query("SELECT MAX(version) FROM schema_version"), "1000");
}
/// So that suites of one database have no tests where the tests run on the other one.
std::vector<int> onceIf(bool condition) { return condition ? std::vector{0} : std::vector<int>(); }

class Sqlite : public StorageTest, public testing::WithParamInterface<int> {
 protected:
  /// Nothing is acknowledged, and whoever asks is told.
  void expectUnusable() {
    int begun = 0;
    EXPECT_THROW(m_storage.write(inAMinute(), [&begun](Transaction&) { ++begun; }), StorageError);
    EXPECT_EQ(begun, 0);
    EXPECT_THAT(m_storage.obstacle().value_or(""), HasSubstr("removed or replaced"));
  }
};

TEST_P(Sqlite, NoticesThatItsFileWasRemoved) {
  EXPECT_EQ(m_storage.obstacle(), std::nullopt);
  fs::remove(m_database.file());
  expectUnusable();
}

TEST_P(Sqlite, NoticesThatItsFileWasReplaced) {
  EXPECT_EQ(m_storage.obstacle(), std::nullopt);
  const fs::path copy = m_database.file().string() + ".restored";
  fs::copy_file(m_database.file(), copy);
  fs::rename(copy, m_database.file());
  expectUnusable();
}

TEST_P(Sqlite, NoticesThatItsLogWasRemoved) {
  fs::remove(m_database.file().string() + "-wal");
  expectUnusable();
}

// Whoever opened the database then would take no notice of this one's locks.
TEST_P(Sqlite, NoticesThatTheIndexOfItsLogWasRemoved) {
  fs::remove(m_database.file().string() + "-shm");
  expectUnusable();
}

TEST_P(Sqlite, NoticesThatItsFileWasEmptied) {
  fs::resize_file(m_database.file(), 0);
  expectUnusable();
}

TEST_P(Sqlite, NoticesThatItsFolderWasMoved) {
  const fs::path folder = m_database.file().parent_path();
  fs::rename(folder, folder.string() + ".moved");
  expectUnusable();
  fs::rename(folder.string() + ".moved", folder);
  m_storage.write(inAMinute(), [](Transaction& transaction) { add(transaction, "two", 2); });
  EXPECT_EQ(stored("two"), 2) << "it is back";
}

TEST_P(Sqlite, AcknowledgesNothingWhenTheFileGoesInMidTransaction) {
  EXPECT_THROW(m_storage.write(inAMinute(),
                               [this](Transaction& transaction) {
                                 set(transaction, "one", 2);
                                 fs::remove(m_database.file());
                               }),
               StorageError);
}

TEST_P(Sqlite, SaysThatItIsFullAsARegistrationWouldFindIt) {
  Storage single(m_database.connection(), 1);  // the limit holds for one session
  EXPECT_EQ(single.obstacle(), std::nullopt);
  const auto limitTo = [&single](const std::string& pages) {
    single.read(inAMinute(), [&pages](Transaction& transaction) {
      transaction.session() << "PRAGMA max_page_count = " + pages;
    });
  };
  limitTo("1");  // which SQLite takes for "as many as there are"
  const std::string large(100'000, 'x');
  EXPECT_THROW(single.write(inAMinute(),
                            [&large](Transaction& transaction) {
                              transaction.session() << "INSERT INTO probe (filler) VALUES (:large)",
                                  soci::use(large);
                            }),
               StorageError);
  m_database.execute("UPDATE probe SET filler = '';\nVACUUM;\n");
  limitTo("1");
  EXPECT_THAT(single.obstacle().value_or(""), HasSubstr("full"));
  limitTo("1000000");
  const auto small = [](Transaction& transaction) { add(transaction, "two", 2); };
  single.write(inAMinute(), small);
  EXPECT_THROW(single.write(inAMinute(), small), StorageError);
  EXPECT_EQ(single.obstacle(), std::nullopt);
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Sqlite);
INSTANTIATE_TEST_SUITE_P(Only, Sqlite, testing::ValuesIn(onceIf(test::postgresqlServer().empty())));

class Postgresql : public StorageTest, public testing::WithParamInterface<int> {};

TEST_P(Postgresql, ConnectsAgainAndBeginsAgainAfterALostConnection) {
  int begun = 0;
  m_storage.write(inAMinute(), [&begun](Transaction& transaction) {
    set(transaction, "one", 2);
    if (++begun == 1) {
      transaction.session() << "SELECT pg_terminate_backend(pg_backend_pid())";
    }
  });
  EXPECT_EQ(begun, 2);
  EXPECT_EQ(stored("one"), 2);
}

// As the connection to a primary that has become a replica.
TEST_P(Postgresql, LooksForThePrimaryWhereNothingCanBeWrittenAnyMore) {
  std::vector<std::string> connections;
  m_storage.write(inAMinute(), [&connections](Transaction& transaction) {
    int process = 0;
    transaction.session() << "SELECT pg_backend_pid()", soci::into(process);
    connections.push_back(std::to_string(process));
    if (connections.size() == 1) {
      transaction.session() << "SET TRANSACTION READ ONLY";
    }
    set(transaction, "one", 2);
  });
  ASSERT_EQ(connections.size(), 2U);
  EXPECT_NE(connections[0], connections[1]);
  EXPECT_EQ(stored("one"), 2);
}

TEST_P(Postgresql, TakesTheHostOfSeveralThatCanBeWritten) {
  m_database.execute("ALTER ROLE postgres SET default_transaction_read_only = on;\n");
  EXPECT_THROW(Storage(m_database.connection()), StorageError);
  m_database.execute(
      "BEGIN READ WRITE;\nALTER ROLE postgres RESET default_transaction_read_only;\nCOMMIT;\n");
  std::string several = m_database.connection();
  several.replace(several.find("host="), 5, "host=/nowhere,");
  const Storage storage(several);
}

// From nothing, and from the former version.
TEST_P(Postgresql, SeveralThatStartAtOnceMakeTheSchemaOnce) {
  const std::string former = readAll(fs::path(MADOGUCHI_TEST_DATA) / "database" / "version-1.sql");
  for (const std::string& begin : {std::string(), former, former}) {
    const test::TestDatabase database;
    database.execute(begin);
    constexpr int kProcesses = 3;
    std::latch ready(kProcesses);
    std::vector<std::jthread> starting;
    std::atomic<int> started = 0;
    for (int i = 0; i < kProcesses; ++i) {
      starting.emplace_back([&] {
        ready.arrive_and_wait();
        try {
          const Storage storage(database.connection(), 1);
          ++started;
        } catch (const std::exception& error) {
          ADD_FAILURE() << error.what();
        }
      });
    }
    starting.clear();  // waits
    EXPECT_EQ(started, kProcesses);
    EXPECT_EQ(database.query("SELECT COUNT(*) FROM schema_version"),
              std::to_string(schemaVersion()));
  }
}

// A statement that goes through the rows of years is not given up after a minute.
TEST_P(Postgresql, AnUpgradeMayTakeLong) {
  const test::TestDatabase database;
  makeVersion(schemaVersion() - 1, database);
  database.execute(
      "CREATE TABLE allowed (time TEXT);\n"
      "CREATE FUNCTION note_time() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN"
      " INSERT INTO allowed VALUES (current_setting(''statement_timeout'')); END';\n"
      "CREATE EVENT TRIGGER note_time ON ddl_command_end EXECUTE FUNCTION note_time();\n");
  { const Storage storage(database.connection(), 1); }
  database.execute("DROP EVENT TRIGGER note_time;\n");
  EXPECT_EQ(database.query("SELECT time FROM allowed"), "1h") << "each statement of it";
}

TEST_P(Postgresql, DoesNotRepeatWhatMayBeStoredAlready) {
  m_database.execute(
      "CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN"
      " PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';\n"
      "CREATE CONSTRAINT TRIGGER leaving AFTER UPDATE ON numbers DEFERRABLE INITIALLY DEFERRED"
      " FOR EACH ROW EXECUTE FUNCTION leave();\n");
  int begun = 0;
  EXPECT_THROW(m_storage.write(inAMinute(),
                               [&begun](Transaction& transaction) {
                                 ++begun;
                                 set(transaction, "one", 2);
                               }),
               StorageError);
  EXPECT_EQ(begun, 1);
}

TEST_P(Postgresql, IsDurableWhateverTheServersDefaultIs) {
  m_database.execute("ALTER ROLE postgres SET synchronous_commit = off;\n");
  Storage storage = m_database.storage();
  m_database.execute("ALTER ROLE postgres RESET synchronous_commit;\n");
  EXPECT_EQ(storage.read(inAMinute(),
                         [](Transaction& transaction) {
                           std::string setting;
                           transaction.session() << "SHOW synchronous_commit", soci::into(setting);
                           return setting;
                         }),
            "on");
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Postgresql);
INSTANTIATE_TEST_SUITE_P(Only, Postgresql,
                         testing::ValuesIn(onceIf(!test::postgresqlServer().empty())));

}  // namespace
}  // namespace madoguchi::backend
