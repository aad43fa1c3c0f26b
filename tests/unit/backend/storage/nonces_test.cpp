#include "backend/storage/nonces.h"

#include <gtest/gtest.h>

#include "backend/storage/storage.h"
#include "tests/support/test_database.h"

namespace madoguchi::backend {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr Seconds kGiven{seconds(1'800'000'000)};

class NoncesTest : public testing::Test {
 protected:
  template <typename Work>
  auto write(Work work) {
    return m_storage.write(deadlineIn(minutes(1)), work);
  }
  void giveNonce(const std::string& nonce, Seconds now = kGiven, const std::string& replaced = {}) {
    write([&](Transaction& transaction) {
      addNonce(transaction, {nonce, now + minutes(10)}, now, replaced);
    });
  }
  bool isGood(const std::string& nonce, Seconds now = kGiven) {
    return write([&](Transaction& transaction) { return nonceIsGood(transaction, nonce, now); });
  }
  bool useUp(const std::string& nonce, Seconds now = kGiven) {
    return write([&](Transaction& transaction) { return useUpNonce(transaction, nonce, now); });
  }

  test::TestDatabase m_database;
  Storage m_storage{m_database.connection()};
};

TEST_F(NoncesTest, ANonceIsGoodOnceAndForItsTime) {
  EXPECT_FALSE(isGood("first"));
  giveNonce("first");
  EXPECT_TRUE(isGood("first", kGiven + minutes(10) - seconds(1)));
  EXPECT_FALSE(isGood("first", kGiven + minutes(10)));
  EXPECT_FALSE(useUp("first", kGiven + minutes(10)));
  EXPECT_TRUE(useUp("first"));
  EXPECT_FALSE(isGood("first"));
  EXPECT_FALSE(useUp("first"));
}

TEST_F(NoncesTest, ANonceTakesThePlaceOfAnotherAndOfThoseThatExpired) {
  giveNonce("old", kGiven - minutes(10));
  giveNonce("kept");
  giveNonce("replaced");
  giveNonce("new", kGiven, "replaced");
  EXPECT_TRUE(isGood("kept"));
  EXPECT_FALSE(isGood("replaced"));
  EXPECT_TRUE(isGood("new"));
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM nonces"), "2");
}

TEST_F(NoncesTest, AreOf256BitsAndLastTenMinutes) {
  const Nonce one = makeNonce(kGiven);
  EXPECT_EQ(one.value.size(), 43U);
  EXPECT_EQ(one.expiresAt, kGiven + minutes(10));
  EXPECT_NE(one.value, makeNonce(kGiven).value);
}

}  // namespace
}  // namespace madoguchi::backend
