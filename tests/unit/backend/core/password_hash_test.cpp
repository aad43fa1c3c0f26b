#include "backend/core/password_hash.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/processor_time.h"

namespace madoguchi::backend {
namespace {

using Verdict = PasswordHasher::Verdict;

constexpr PasswordCost kCheap = {.memory = crypto_pwhash_MEMLIMIT_MIN, .passes = 1, .atOnce = 2};

Deadline soon() { return deadlineIn(std::chrono::seconds(30)); }

TEST(PasswordHash, TakesTheSamePasswordAndNoOther) {
  PasswordHasher hasher(kCheap);
  const auto stored = hasher.hash("AB12345!", soon());
  ASSERT_TRUE(stored);
  EXPECT_TRUE(stored->starts_with("$argon2id$"));
  EXPECT_LT(stored->size(), crypto_pwhash_STRBYTES);
  EXPECT_EQ(stored->find("AB12345!"), std::string::npos);
  EXPECT_EQ(hasher.verify("AB12345!", stored, soon()), Verdict::right);
  EXPECT_EQ(hasher.verify("aB12345!", stored, soon()), Verdict::wrong);
  EXPECT_EQ(hasher.verify("", stored, soon()), Verdict::wrong);
  EXPECT_NE(hasher.hash("AB12345!", soon()), stored) << "the same salt twice";
}

TEST(PasswordHash, IsWrongForNobodysPassword) {
  PasswordHasher hasher(kCheap);
  EXPECT_EQ(hasher.verify("AB12345!", std::nullopt, soon()), Verdict::wrong);
  EXPECT_EQ(hasher.verify("", std::nullopt, soon()), Verdict::wrong);
}

TEST(PasswordHash, TakesNoShorterForNobody) {
  PasswordHasher hasher({.memory = 4UL << 20U, .passes = 1, .atOnce = 1});
  const auto stored = hasher.hash("AB12345!", soon());
  const auto took = [&](const std::optional<std::string>& account) {
    const double start = test::threadSeconds();
    for (int i = 0; i < 5; ++i) {
      EXPECT_EQ(hasher.verify("CD67890!", account, soon()), Verdict::wrong);
    }
    return test::threadSeconds() - start;
  };
  EXPECT_GT(2 * took(std::nullopt), took(stored));
}

TEST(PasswordHash, SaysWhenTheCostHasChanged) {
  PasswordHasher hasher(kCheap);
  const std::string stored = hasher.hash("AB12345!", soon()).value();
  EXPECT_FALSE(hasher.needsRehash(stored));
  PasswordHasher dearer({.memory = 2 * kCheap.memory, .passes = 1, .atOnce = 1});
  EXPECT_TRUE(dearer.needsRehash(stored));
  EXPECT_EQ(dearer.verify("AB12345!", stored, soon()), Verdict::right);
  EXPECT_TRUE(
      PasswordHasher({.memory = kCheap.memory, .passes = 2, .atOnce = 1}).needsRehash(stored));
}

TEST(PasswordHash, LetsNoMoreThanItsPlacesRunAtOnce) {
  PasswordHasher hasher({.memory = crypto_pwhash_MEMLIMIT_MIN, .passes = 1, .atOnce = 0});
  EXPECT_FALSE(hasher.hash("AB12345!", deadlineIn(std::chrono::milliseconds(1))));
  EXPECT_EQ(hasher.verify("AB12345!", std::nullopt, deadlineIn(std::chrono::milliseconds(1))),
            Verdict::busy);
}

TEST(PasswordHash, GivesEachItsTurn) {
  PasswordHasher hasher({.memory = crypto_pwhash_MEMLIMIT_MIN, .passes = 1, .atOnce = 1});
  const auto stored = hasher.hash("AB12345!", soon());
  std::atomic<int> right = 0;
  std::vector<std::thread> many;
  for (int i = 0; i < 8; ++i) {
    many.emplace_back(
        [&] { right += hasher.verify("AB12345!", stored, soon()) == Verdict::right ? 1 : 0; });
  }
  for (std::thread& one : many) {
    one.join();
  }
  EXPECT_EQ(right, 8);
}

}  // namespace
}  // namespace madoguchi::backend
