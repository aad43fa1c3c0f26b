#include "backend/http/connections.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace madoguchi::backend {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const IpAddress kOne = *parseIpAddress("192.0.2.1");
const IpAddress kOther = *parseIpAddress("192.0.2.2");

class ConnectionsTest : public testing::Test {
 protected:
  /// Notes the name when the connection is given up.
  Connections::Id add(char name, const std::optional<IpAddress>& subscriber) {
    const auto id = connections.admit(subscriber, [this, name] { givenUp.push_back(name); });
    EXPECT_TRUE(id) << name;
    return id.value_or(0);
  }
  bool isRefused(const std::optional<IpAddress>& subscriber) {
    return !connections.admit(subscriber, [] {});
  }

  Connections connections{4, 2};
  std::vector<char> givenUp;
};

TEST_F(ConnectionsTest, TheOneThatWaitedLongestMakesRoom) {
  const auto a = add('a', std::nullopt);
  add('b', std::nullopt);
  add('c', std::nullopt);
  add('d', std::nullopt);
  EXPECT_THAT(givenUp, IsEmpty());
  EXPECT_TRUE(connections.isBusy(a));
  EXPECT_TRUE(connections.isWaiting(a));  // it has had its answer just now
  add('e', std::nullopt);
  EXPECT_THAT(givenUp, ElementsAre('b'));
  add('f', std::nullopt);
  EXPECT_THAT(givenUp, ElementsAre('b', 'c'));
}

TEST_F(ConnectionsTest, ThoseWithARequestAreLetAlone) {
  std::vector<Connections::Id> ids;
  for (const char name : {'a', 'b', 'c', 'd'}) {
    ids.push_back(add(name, std::nullopt));
    EXPECT_TRUE(connections.isBusy(ids.back()));
  }
  EXPECT_TRUE(isRefused(std::nullopt));
  EXPECT_FALSE(connections.giveUpLongest());
  EXPECT_TRUE(connections.isWaiting(ids[2]));
  add('e', std::nullopt);
  EXPECT_THAT(givenUp, ElementsAre('c'));
}

TEST_F(ConnectionsTest, ASubscriberCrowdsOutItselfOnly) {
  const auto a = add('a', kOne);
  add('b', kOther);
  const auto c = add('c', kOne);
  add('d', kOne);
  EXPECT_THAT(givenUp, ElementsAre('a'));
  connections.remove(a);
  EXPECT_TRUE(connections.isBusy(c));
  add('e', kOne);
  EXPECT_THAT(givenUp, ElementsAre('a', 'd'));
}

TEST_F(ConnectionsTest, WhoseRequestsAllRunGetsNoFurtherConnection) {
  const auto a = add('a', kOne);
  EXPECT_TRUE(connections.isBusy(a));
  EXPECT_TRUE(connections.isBusy(add('b', kOne)));
  EXPECT_TRUE(isRefused(kOne));
  add('c', kOther);
  add('d', std::nullopt);
  EXPECT_THAT(givenUp, IsEmpty());
  connections.remove(a);
  add('e', kOne);
}

// Its request came at the same time: it must not be served and lost.
TEST_F(ConnectionsTest, AConnectionThatWasGivenUpLearnsItBeforeItsRequestIsServed) {
  const auto a = add('a', kOne);
  add('b', kOne);
  add('c', kOne);
  EXPECT_THAT(givenUp, ElementsAre('a'));
  EXPECT_FALSE(connections.isBusy(a));
  EXPECT_FALSE(connections.isWaiting(a));
}

TEST_F(ConnectionsTest, WhenDrainingThoseThatWaitEndAtOnceAndTheOthersAfterTheirAnswer) {
  const auto a = add('a', kOne);
  const auto b = add('b', kOther);
  EXPECT_TRUE(connections.isBusy(b));
  connections.drain();
  EXPECT_TRUE(connections.isDraining());
  EXPECT_THAT(givenUp, ElementsAre('a'));
  EXPECT_TRUE(isRefused(kOther));
  EXPECT_FALSE(connections.isWaiting(b));
  connections.remove(a);
  connections.remove(b);
  connections.waitUntilNone();
}

// A proxy tells only after the connection was made.
TEST_F(ConnectionsTest, ThoseThatAreIdentifiedLaterCountAsTheirSubscribers) {
  const auto a = add('a', std::nullopt);
  const auto b = add('b', std::nullopt);
  const auto c = add('c', std::nullopt);
  EXPECT_TRUE(connections.identify(a, kOne));
  EXPECT_TRUE(connections.identify(b, kOne));
  EXPECT_THAT(givenUp, IsEmpty());
  EXPECT_TRUE(connections.isBusy(a));
  EXPECT_TRUE(connections.identify(c, kOne));
  EXPECT_THAT(givenUp, ElementsAre('b')) << "which waited, while a's request is decided";
  EXPECT_TRUE(connections.isBusy(c));
  const auto d = add('d', std::nullopt);
  EXPECT_FALSE(connections.identify(d, kOne));
  EXPECT_FALSE(connections.isBusy(d));
  EXPECT_EQ(connections.size(), 2U);
  connections.drain();
  EXPECT_FALSE(connections.identify(a, kOther));
}

}  // namespace
}  // namespace madoguchi::backend
