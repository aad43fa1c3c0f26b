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

#include "backend/core/loggable_error.h"
#include "tests/support/little_memory.h"
#include "tests/support/processor_time.h"

namespace madoguchi::backend {
namespace {

constexpr PasswordCost kCheap = {.memory = crypto_pwhash_MEMLIMIT_MIN, .passes = 1, .atOnce = 2};

Deadline soon() { return deadlineIn(std::chrono::seconds(30)); }

bool isRight(PasswordHasher& hasher, std::string_view password,
             const std::optional<std::string>& stored) {
  const PasswordHasher::Turn turn(hasher, soon());
  EXPECT_TRUE(turn.came());
  return hasher.verify(turn, password, stored);
}

TEST(PasswordHash, TakesTheSamePasswordAndNoOther) {
  PasswordHasher hasher(kCheap);
  const auto stored = hasher.hash("AB12345!", soon());
  ASSERT_TRUE(stored);
  EXPECT_TRUE(stored->starts_with("$argon2id$"));
  EXPECT_LT(stored->size(), crypto_pwhash_STRBYTES);
  EXPECT_EQ(stored->find("AB12345!"), std::string::npos);
  EXPECT_TRUE(isRight(hasher, "AB12345!", stored));
  EXPECT_FALSE(isRight(hasher, "aB12345!", stored));
  EXPECT_FALSE(isRight(hasher, "", stored));
  EXPECT_NE(hasher.hash("AB12345!", soon()), stored) << "the same salt twice";
}

TEST(PasswordHash, IsWrongForNobodysPassword) {
  PasswordHasher hasher(kCheap);
  EXPECT_FALSE(isRight(hasher, "AB12345!", std::nullopt));
  EXPECT_FALSE(isRight(hasher, "", std::nullopt));
}

TEST(PasswordHash, TakesNoShorterForNobody) {
  PasswordHasher hasher({.memory = 4UL << 20U, .passes = 1, .atOnce = 1});
  const auto stored = hasher.hash("AB12345!", soon());
  const auto took = [&](const std::optional<std::string>& account) {
    const double start = test::threadSeconds();
    for (int i = 0; i < 5; ++i) {
      EXPECT_FALSE(isRight(hasher, "CD67890!", account));
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
  EXPECT_TRUE(isRight(dearer, "AB12345!", stored));
  EXPECT_TRUE(
      PasswordHasher({.memory = kCheap.memory, .passes = 2, .atOnce = 1}).needsRehash(stored));
}

TEST(PasswordHash, LetsNoMoreThanItsPlacesRunAtOnce) {
  PasswordHasher hasher({.memory = crypto_pwhash_MEMLIMIT_MIN, .passes = 1, .atOnce = 0});
  EXPECT_FALSE(hasher.hash("AB12345!", deadlineIn(std::chrono::milliseconds(1))));
  EXPECT_FALSE(PasswordHasher::Turn(hasher, deadlineIn(std::chrono::milliseconds(1))).came());
}

TEST(PasswordHash, GivesEachItsTurn) {
  PasswordHasher hasher({.memory = crypto_pwhash_MEMLIMIT_MIN, .passes = 1, .atOnce = 1});
  const auto stored = hasher.hash("AB12345!", soon());
  std::atomic<int> right = 0;
  std::vector<std::thread> many;
  for (int i = 0; i < 8; ++i) {
    many.emplace_back([&] { right += isRight(hasher, "AB12345!", stored) ? 1 : 0; });
  }
  for (std::thread& one : many) {
    one.join();
  }
  EXPECT_EQ(right, 8);
}

TEST(PasswordHash, SaysWhereItCannotBeRead) {
  PasswordHasher hasher(kCheap);
  const std::string stored = hasher.hash("AB12345!", soon()).value();
  const std::size_t salt = stored.find("p=1$") + 4;
  for (const std::string& damaged :
       {std::string(), std::string("$argon2id$"), stored.substr(0, stored.size() - 1), stored + 'A',
        stored.substr(0, salt) + '*' + stored.substr(salt + 1),
        "$argon2i" + stored.substr(stored.find("$v=")), stored + "$AAAA"}) {
    const PasswordHasher::Turn turn(hasher, soon());
    EXPECT_THROW(static_cast<void>(hasher.verify(turn, "AB12345!", damaged)), LoggableError)
        << damaged;
  }
}

TEST(PasswordHash, IsNotWrongWhereThereIsNoMemory) {
  PasswordHasher hasher(kCheap);
  const std::string stored = test::ofMuchMemory(hasher.hash("AB12345!", soon()).value());
  const PasswordHasher::Turn turn(hasher, soon());
  const test::LittleMemory little;
  EXPECT_THROW(static_cast<void>(hasher.verify(turn, "AB12345!", stored)), LoggableError);
}

}  // namespace
}  // namespace madoguchi::backend
