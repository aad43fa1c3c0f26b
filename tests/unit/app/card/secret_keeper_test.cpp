#include "app/card/secret_keeper.h"

#include <gtest/gtest.h>

#include "tests/support/secret.h"
#include "tests/unit/app/event_loop.h"

namespace madoguchi::test {
namespace {

using app::CardSecrets;
using app::SecretKeeper;
using card::Secret;
using std::chrono::milliseconds;

CardSecrets password() {
  CardSecrets secrets;
  secrets.password = secret("MADO1234");
  return secrets;
}

CardSecrets pin() {
  CardSecrets secrets;
  secrets.pin = secret("1234");
  return secrets;
}

CardSecrets pinAtReader() {
  CardSecrets secrets;
  secrets.pin = app::TypedAtReader{};
  return secrets;
}

class SecretKeeperTest : public ::testing::Test {
 protected:
  app::IdleClock::Time now;
  app::IdleClock idle{[this] { return now; }};
  int expired = 0;
  SecretKeeper keeper{idle, milliseconds(10), [this] { ++expired; }};
};

TEST_F(SecretKeeperTest, KeepsWhatWasRightAndDropsWhatWasNot) {
  keeper.offer(password());
  keeper.accept();
  keeper.offer(pin());
  keeper.dropOffered();
  EXPECT_TRUE(keeper.kept().has(Secret::signaturePassword));
  EXPECT_FALSE(keeper.offered().has(Secret::authenticationPin));
  EXPECT_FALSE(keeper.kept().has(Secret::authenticationPin));
  keeper.offer(pin());
  keeper.accept();
  EXPECT_TRUE(keeper.kept().has(Secret::signaturePassword));
  EXPECT_TRUE(keeper.kept().has(Secret::authenticationPin));
  keeper.wipe(Secret::authenticationPin);
  EXPECT_FALSE(keeper.kept().has(Secret::authenticationPin));
  EXPECT_TRUE(keeper.holdsAny());
  keeper.wipe();
  EXPECT_FALSE(keeper.holdsAny());
}

TEST_F(SecretKeeperTest, OfAPinTypedAtTheReaderOnlyThatIsKept) {
  keeper.offer(pin());
  keeper.accept();
  keeper.offer(pinAtReader());
  keeper.accept();
  EXPECT_TRUE(keeper.kept().isPinTypedAtReader());
  EXPECT_FALSE(keeper.holdsAny());
}

TEST_F(SecretKeeperTest, EndsTheLifeOfEverySecretByItself) {
  keeper.offer(password());
  keeper.accept();
  keeper.offer(pin());
  now += milliseconds(10);
  EXPECT_TRUE(eventually([&] { return expired == 1; }));
  EXPECT_FALSE(keeper.holdsAny());
}

TEST_F(SecretKeeperTest, ActivityLengthensTheLife) {
  keeper.offer(password());
  now += milliseconds(9);
  idle.noteActivity();
  now += milliseconds(9);
  bool later = false;
  QTimer::singleShot(30, [&] { later = true; });
  ASSERT_TRUE(eventually([&] { return later; }));
  EXPECT_TRUE(keeper.holdsAny());
  EXPECT_EQ(expired, 0);
}

TEST_F(SecretKeeperTest, NothingExpiresWhereNothingIsHeld) {
  keeper.offer(password());
  keeper.wipe();
  keeper.offer(pinAtReader());
  now += milliseconds(100);
  bool later = false;
  QTimer::singleShot(30, [&] { later = true; });
  ASSERT_TRUE(eventually([&] { return later; }));
  EXPECT_EQ(expired, 0);
}

}  // namespace
}  // namespace madoguchi::test
