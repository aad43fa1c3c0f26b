#include "backend/accounts/nonces.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "backend/storage/storage.h"
#include "tests/support/test_database.h"

namespace madoguchi::backend {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr Seconds kNoon{std::chrono::hours(24 * 20'000 + 12)};
constexpr Seconds kBeforeMidnight{std::chrono::hours(24 * 20'001) - minutes(11)};

class NoncesTest : public testing::Test {
 protected:
  static Deadline soon() { return deadlineIn(minutes(1)); }
  std::string issue(Seconds now = kNoon) { return m_nonces.issue(now, soon()).value; }
  static bool isGood(Nonces& nonces, const std::string& nonce, Seconds now = kNoon) {
    return nonces.recognise(nonce, now, soon()).has_value();
  }
  bool isGood(const std::string& nonce, Seconds now = kNoon) {
    return isGood(m_nonces, nonce, now);
  }
  bool use(const std::string& nonce) {
    const auto good = m_nonces.recognise(nonce, kNoon, soon());
    return m_storage.write(
        soon(), [&](Transaction& transaction) { return good && useUp(transaction, *good); });
  }
  bool wasUsed(const std::string& nonce) {
    return m_storage.read(soon(),
                          [&](Transaction& transaction) { return isUsed(transaction, nonce); });
  }
  std::string count(const std::string& table) {
    return m_database.query("SELECT COUNT(*) FROM " + table);
  }

  test::TestDatabase m_database;
  Storage m_storage = m_database.storage();
  Nonces m_nonces{m_storage};
};

TEST_F(NoncesTest, AreGoodForTenMinutes) {
  const Nonce nonce = m_nonces.issue(kNoon, soon());
  EXPECT_EQ(nonce.value.size(), 43U);
  EXPECT_EQ(nonce.expiresAt, kNoon + minutes(10));
  EXPECT_NE(nonce.value, issue());
  EXPECT_TRUE(isGood(nonce.value, kNoon + minutes(10) - seconds(1)));
  EXPECT_FALSE(isGood(nonce.value, kNoon + minutes(10)));
  EXPECT_EQ(m_nonces.recognise(nonce.value, kNoon, soon())->expiresAt, nonce.expiresAt);
}

TEST_F(NoncesTest, AreUsedOnce) {
  const std::string nonce = issue();
  EXPECT_EQ(count("used_nonces"), "0");
  EXPECT_FALSE(wasUsed(nonce));
  EXPECT_TRUE(use(nonce));
  EXPECT_TRUE(wasUsed(nonce));
  EXPECT_FALSE(use(nonce));
  EXPECT_FALSE(wasUsed(issue()));
}

TEST_F(NoncesTest, OfNobodyElseAreGood) {
  const std::string good = issue();
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string forged = good;
    forged[i] = forged[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(isGood(forged)) << i;
  }
  for (const std::string& text :
       {std::string(), good + "A", good.substr(1), std::string(43, 'A')}) {
    EXPECT_FALSE(isGood(text)) << text;
  }
  // As another service would make it, and one that says that it is good for years.
  const test::TestDatabase otherDatabase;
  Storage otherStorage = otherDatabase.storage();
  Nonces others(otherStorage);
  EXPECT_FALSE(isGood(others.issue(kNoon, soon()).value));
  EXPECT_FALSE(isGood(issue(kNoon + minutes(20))));
}

TEST_F(NoncesTest, OfOneProcessAreGoodInAllOthers) {
  Storage otherStorage = m_database.storage();
  Nonces other(otherStorage);
  EXPECT_TRUE(isGood(other, issue()));
  EXPECT_TRUE(isGood(other.issue(kNoon, soon()).value));
  EXPECT_EQ(count("nonce_keys"), "1");
}

// The key is another one each day, and a nonce outlives the midnight.
TEST_F(NoncesTest, TheKeyIsForgottenWithItsNonces) {
  const std::string before = issue(kBeforeMidnight);
  const std::string across = issue(kBeforeMidnight + minutes(5));
  EXPECT_EQ(count("nonce_keys"), "2");
  EXPECT_TRUE(isGood(before, kBeforeMidnight + minutes(9)));
  EXPECT_TRUE(isGood(across, kBeforeMidnight + minutes(14)));
  issue(kBeforeMidnight + std::chrono::days(3));
  EXPECT_EQ(count("nonce_keys"), "1");
}

TEST_F(NoncesTest, AUsedOneIsForgottenWhenNoClockTakesItForGood) {
  use(issue());
  const auto forget = [this](Seconds now) {
    return m_storage.write(
        soon(), [now](Transaction& transaction) { return forgetUsedNonces(transaction, now, 10); });
  };
  EXPECT_EQ(forget(kNoon + minutes(11)), 0);
  EXPECT_EQ(forget(kNoon + minutes(15)), 0);
  EXPECT_EQ(forget(kNoon + minutes(15) + seconds(1)), 1);
  EXPECT_EQ(count("used_nonces"), "0");
}

}  // namespace
}  // namespace madoguchi::backend
