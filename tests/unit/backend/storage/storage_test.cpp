#include "backend/storage/storage.h"

#include <gmock/gmock.h>

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

#include "backend/storage/kept_statements.h"
#include "storage_under_test.h"

namespace madoguchi::backend {
namespace {

using testing::HasSubstr;

Deadline atOnce() { return deadlineIn(std::chrono::milliseconds(50)); }

TEST_F(StorageTest, KeepsWhatWasWrittenAndReturnsWhatTheWorkReturns) {
  const std::string returned = m_storage.write(inAMinute(), [](Transaction& transaction) {
    add(transaction, "two", 2);
    return std::string("done");
  });
  EXPECT_EQ(returned, "done");
  EXPECT_EQ(stored("two"), 2);
}

TEST_F(StorageTest, AKeptStatementTakesOtherValuesEachTimeAlsoAfterAFault) {
  const auto keep = [this](const std::string& name, int value) {
    return m_storage.write(inAMinute(), [&](Transaction& transaction) {
      return execute(transaction, "INSERT INTO numbers (name, value) VALUES (:name, :value)",
                     soci::use(name), soci::use(value))
          .changed;
    });
  };
  const auto read = [this](const std::string& name) {
    return m_storage.read(inAMinute(), [&](Transaction& transaction) {
      int value = -1;
      const auto done = execute(transaction, "SELECT value FROM numbers WHERE name = :name",
                                soci::into(value), soci::use(name));
      EXPECT_EQ(done.found, value != -1);
      return value;
    });
  };
  EXPECT_EQ(keep("two", 2), 1);
  EXPECT_THROW(keep("two", 3), StorageError);
  EXPECT_EQ(keep("three", 3), 1);
  EXPECT_EQ(read("two"), 2);
  EXPECT_EQ(read("four"), -1);
  EXPECT_EQ(read("three"), 3);
}

TEST_F(StorageTest, UndoesWhatWasWrittenBeforeAnException) {
  const auto work = [](Transaction& transaction) {
    add(transaction, "two", 2);
    throw std::out_of_range("of the work itself");
  };
  EXPECT_THROW(m_storage.write(inAMinute(), work), std::out_of_range);
  EXPECT_EQ(stored("two"), -1);
}

TEST_F(StorageTest, ReadingLeavesNothing) {
  try {
    m_storage.read(inAMinute(), [](Transaction& transaction) { add(transaction, "two", 2); });
  } catch (const StorageError&) {
    // PostgreSQL says so.
  }
  EXPECT_EQ(stored("two"), -1);
}

// Each reads, then writes what it read: lost updates and serialization failures meet here.
TEST_F(StorageTest, BeginsAgainUntilNoOtherTransactionIsInTheWay) {
  constexpr int kThreads = 6;
  constexpr int kTimes = 15;
  std::atomic<int> begun = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < kThreads; ++i) {
      threads.emplace_back([&] {
        for (int time = 0; time < kTimes; ++time) {
          m_storage.write(inAMinute(), [&](Transaction& transaction) {
            ++begun;
            set(transaction, "one", valueOf(transaction, "one") + 1);
          });
        }
      });
    }
  }
  EXPECT_EQ(stored("one"), 1 + kThreads * kTimes);
  RecordProperty("begun", begun.load());
}

TEST_F(StorageTest, WaitsForAnotherWriterNoLongerThanTheDeadline) {
  std::latch holds(1);
  std::latch mayEnd(1);
  std::jthread other([&] {
    m_storage.write(inAMinute(), [&](Transaction& transaction) {
      set(transaction, "one", 10);
      holds.count_down();
      mayEnd.wait();
    });
  });
  holds.wait();
  const auto raise = [](Transaction& transaction) { set(transaction, "one", 11); };
  EXPECT_THROW(m_storage.write(atOnce(), raise), StorageError);
  EXPECT_EQ(stored("one"), 1);  // a reader waits for nobody
  mayEnd.count_down();
  m_storage.write(inAMinute(), raise);
  EXPECT_EQ(stored("one"), 11);
}

TEST_F(StorageTest, WaitsForASessionNoLongerThanTheDeadline) {
  Storage single(m_database.connection(), 1);
  std::latch holds(1);
  std::latch mayEnd(1);
  const std::jthread other([&] {
    single.read(inAMinute(), [&](Transaction&) {
      holds.count_down();
      mayEnd.wait();
    });
  });
  holds.wait();
  EXPECT_THROW(single.read(atOnce(), [](Transaction&) {}), StorageError);
  mayEnd.count_down();
}

TEST_F(StorageTest, DoesNotRepeatWhatWouldFailAgain) {
  int begun = 0;
  const auto wrong = [&begun](Transaction& transaction) {
    ++begun;
    transaction.session() << "UPDATE nowhere SET value = 1";
  };
  EXPECT_THROW(m_storage.write(inAMinute(), wrong), StorageError);
  EXPECT_EQ(begun, 1);
}

TEST_F(StorageTest, TriesAKeyThatIsTakenOnlyAFewTimes) {
  int begun = 0;
  const auto taken = [&begun](Transaction& transaction) {
    ++begun;
    add(transaction, "one", 2);
  };
  EXPECT_THROW(m_storage.write(inAMinute(), taken), StorageError);
  EXPECT_GT(begun, 1);
  EXPECT_LT(begun, 10);

  begun = 0;
  m_storage.write(inAMinute(), [&begun](Transaction& transaction) {
    add(transaction, ++begun == 1 ? "one" : "other", 2);
  });
  EXPECT_EQ(stored("other"), 2);
}

TEST_F(StorageTest, AnErrorNamesNoValue) {
  const auto taken = [](Transaction& transaction) {
    const std::string secret = "secret";
    transaction.session() << "INSERT INTO numbers (name, value) VALUES (:name, 1)",
        soci::use(secret);
  };
  m_storage.write(inAMinute(), taken);
  try {
    m_storage.write(inAMinute(), taken);
    FAIL() << "stored twice";
  } catch (const StorageError& error) {
    EXPECT_THAT(error.what(), testing::Not(HasSubstr("secret")));
  }
}

TEST_F(StorageTest, HasNoObstacleUnlessThereIsOne) {
  EXPECT_EQ(m_storage.obstacle(), std::nullopt);
  m_database.execute("DROP TABLE probe;\n");
  EXPECT_THROW(m_storage.write(inAMinute(),
                               [](Transaction& transaction) {
                                 transaction.session() << "UPDATE probe SET filler = ''";
                               }),
               StorageError);  // a failure is reason enough to look again
  EXPECT_NE(m_storage.obstacle(), std::nullopt);
}
TEST_F(StorageTest, ThoseThatWriteAtOnceEndEachAsItWouldAlone) {
  constexpr int kWriters = 12;
  std::latch holds(1);
  std::latch mayEnd(1);
  std::jthread first([&] {
    m_storage.write(inAMinute(), [&](Transaction&) {
      holds.count_down();
      mayEnd.wait();
    });
  });
  holds.wait();
  std::atomic<int> waiting = 0;
  std::atomic<int> stored = 0;
  std::atomic<int> refused = 0;
  std::atomic<int> thrown = 0;
  std::vector<std::jthread> writers;
  for (int i = 0; i < kWriters; ++i) {
    writers.emplace_back([&, i] {
      ++waiting;
      try {
        m_storage.write(inAMinute(), [i](Transaction& transaction) {
          add(transaction, "n" + std::to_string(i), i);
          if (i % 3 == 1) {
            add(transaction, "one", i);  // is taken
          } else if (i % 3 == 2) {
            throw std::out_of_range("of the work itself");
          }
        });
        ++stored;
      } catch (const StorageError&) {
        ++refused;
      } catch (const std::out_of_range&) {
        ++thrown;
      }
    });
  }
  while (waiting < kWriters) {
    std::this_thread::yield();
  }
  mayEnd.count_down();
  writers.clear();
  EXPECT_EQ(stored, kWriters / 3);
  EXPECT_EQ(refused, kWriters / 3);
  EXPECT_EQ(thrown, kWriters / 3);
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM numbers"), std::to_string(1 + kWriters / 3));
}
// libpq would: there it is refused.
TEST_F(StorageTest, ATextWithU0000IsNotTakenForWhatStandsBeforeIt) {
  const std::string text("one\0x", 5);
  const auto attempt = [this](auto work) {
    try {
      return m_storage.write(inAMinute(), work);
    } catch (const StorageError&) {
      return -1;
    }
  };
  EXPECT_EQ(attempt([&](Transaction& transaction) { return valueOf(transaction, text); }), -1);
  attempt([&](Transaction& transaction) {
    set(transaction, text, 3);
    return 0;
  });
  attempt([&](Transaction& transaction) {
    execute(transaction, "UPDATE numbers SET value = 3 WHERE name = :name", soci::use(text));
    return 0;
  });
  EXPECT_EQ(stored("one"), 1);
  attempt([&](Transaction& transaction) {
    add(transaction, "two" + text.substr(3), 2);
    return 0;
  });
  EXPECT_EQ(stored("two"), -1);
}

}  // namespace
}  // namespace madoguchi::backend
