#include "app/card/secret_keeper.h"

#include <gtest/gtest.h>

#include "tests/support/secret.h"
#include "tests/unit/app/event_loop.h"

namespace madoguchi::test {
namespace {

using app::SecretKeeper;
using card::Secret;

TEST(SecretKeeperTest, KeepsWhatWasRightAndDropsWhatWasNot) {
  SecretKeeper keeper(std::chrono::minutes(5));
  keeper.offer(Secret::signaturePassword, secret("1234"));
  keeper.accept();
  keeper.offer(Secret::authenticationPin, secret("1234"));
  keeper.dropOffered();
  EXPECT_NE(keeper.kept(Secret::signaturePassword), nullptr);
  EXPECT_EQ(keeper.offered(Secret::authenticationPin), nullptr);
  EXPECT_EQ(keeper.kept(Secret::authenticationPin), nullptr);
  EXPECT_FALSE(keeper.complete());
  keeper.offer(Secret::authenticationPin, secret("1234"));
  keeper.accept();
  EXPECT_TRUE(keeper.complete());
  keeper.wipe(Secret::authenticationPin);
  EXPECT_FALSE(keeper.complete());
  EXPECT_TRUE(keeper.any());
  keeper.wipe();
  EXPECT_FALSE(keeper.any());
}

TEST(SecretKeeperTest, EndsTheLifeOfEverySecretByItself) {
  SecretKeeper keeper(std::chrono::milliseconds(20));
  int expired = 0;
  QObject::connect(&keeper, &SecretKeeper::expired, [&] { ++expired; });
  keeper.offer(Secret::signaturePassword, secret("1234"));
  keeper.accept();
  keeper.offer(Secret::authenticationPin, secret("1234"));
  EXPECT_TRUE(eventually([&] { return expired == 1; }));
  EXPECT_FALSE(keeper.any());
}

TEST(SecretKeeperTest, ActivityLengthensTheLife) {
  SecretKeeper keeper(std::chrono::seconds(3));
  keeper.offer(Secret::signaturePassword, secret("1234"));
  QElapsedTimer time;
  time.start();
  while (time.elapsed() < 4000) {
    QTimer::singleShot(100, &keeper, &SecretKeeper::noteActivity);
    QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
  }
  EXPECT_TRUE(keeper.any());
}

TEST(SecretKeeperTest, ActivityWithoutSecretsStartsNoTimer) {
  SecretKeeper keeper(std::chrono::milliseconds(1));
  int expired = 0;
  QObject::connect(&keeper, &SecretKeeper::expired, [&] { ++expired; });
  keeper.noteActivity();
  keeper.offer(Secret::signaturePassword, secret("1234"));
  keeper.wipe();
  keeper.noteActivity();
  bool later = false;
  QTimer::singleShot(50, [&] { later = true; });
  ASSERT_TRUE(eventually([&] { return later; }));
  EXPECT_EQ(expired, 0);
}

}  // namespace
}  // namespace madoguchi::test
