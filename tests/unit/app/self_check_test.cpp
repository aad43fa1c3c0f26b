#include "app/rooms/selfcheck/self_check.h"

#include <QJsonArray>

#include "tests/unit/app/flow_fixture.h"

namespace madoguchi::test {
namespace {

using app::CheckId;
using app::CheckItem;
using app::FailureCode;
using app::SelfCheck;
using app::Verdict;

class SelfCheckTest : public FlowTest {
 protected:
  std::vector<CheckItem> check(app::ServerSettings settings) {
    SelfCheck selfCheck(cards(), {std::move(settings), [] { return app::ComputerFindings{}; }});
    selfCheck.run();
    EXPECT_TRUE(eventually([&] { return !selfCheck.running(); }));
    return selfCheck.items();
  }
  std::vector<CheckItem> check() { return check(server->settings()); }
  static CheckItem itemOf(const std::vector<CheckItem>& items, CheckId id) {
    return items.at(static_cast<std::size_t>(id));
  }
};

TEST_F(SelfCheckTest, LooksAtCardAndServerWithoutSpendingATry) {
  insert("maria");
  int verifies = 0;
  observed.between = [&](auto command) -> std::optional<std::vector<std::uint8_t>> {
    verifies += isVerify(command) ? 1 : 0;
    return std::nullopt;
  };
  const auto items = check();
  for (const CheckItem& item : items) {
    // This server tells no time, and nobody has looked for fonts.
    const bool unknown = item.id == CheckId::clock || item.id == CheckId::fonts;
    EXPECT_EQ(item.verdict, unknown ? Verdict::notChecked : Verdict::good)
        << name(item.id).toStdString();
  }
  EXPECT_EQ(verifies, 0);
  EXPECT_NO_THROW(transport.connect("Simulated reader 0"));  // nobody holds the card
  const QJsonArray chain = itemOf(items, CheckId::tls).details["chain"].toArray();
  ASSERT_FALSE(chain.isEmpty());
  EXPECT_EQ(chain.first()["subject"], "CN=localhost");
  const QJsonObject anchors = itemOf(items, CheckId::trustAnchors).details;
  EXPECT_EQ(anchors["source"], "file");
  EXPECT_EQ(anchors["anchors"].toArray().first(), anchors["used"]);
  EXPECT_EQ(anchors["used"]["sha256"].toString().size(), 64);
}

TEST_F(SelfCheckTest, ShowsTheChainThatWasRefused) {
  app::ServerSettings settings = server->settings();
  settings.caFile = QString::fromStdString(
      makeTls(std::filesystem::path(MADOGUCHI_TEST_FOLDER) / "tls" / "another-ca", "localhost")
          .ca.string());
  const auto items = check(settings);
  EXPECT_EQ(itemOf(items, CheckId::tls).code, FailureCode::tlsUntrusted);
  EXPECT_EQ(itemOf(items, CheckId::tls).details["chain"].toArray().first()["subject"],
            "CN=localhost");
  EXPECT_FALSE(itemOf(items, CheckId::trustAnchors).details.contains("used"));
}

TEST_F(SelfCheckTest, SaysThatTheServerCannotBeReached) {
  server->stop();
  const auto items = check();
  EXPECT_EQ(itemOf(items, CheckId::network).code, FailureCode::networkUnreachable);
  EXPECT_EQ(itemOf(items, CheckId::tls).verdict, Verdict::notChecked);
}

TEST_F(SelfCheckTest, CanBeRunAgainAndEndedWhileItLooks) {
  server->answer("/v1/health", {.never = true});
  SelfCheck selfCheck(cards(), {server->settings(), [] { return app::ComputerFindings{}; }});
  selfCheck.run();
  ASSERT_TRUE(eventually([&] { return server->requests("/v1/health").size() == 1; }));
  selfCheck.run();
  ASSERT_TRUE(eventually([&] { return !selfCheck.running(); }));
  EXPECT_EQ(selfCheck.items().at(static_cast<std::size_t>(CheckId::network)).verdict,
            Verdict::good);
  selfCheck.run();
  server->release();
}

TEST_F(SelfCheckTest, BeginsAgainWithoutWaitingForTheLookBefore) {
  std::atomic<int> looks = 0;
  std::atomic<bool> letGo = false;
  SelfCheck selfCheck(cards(), {server->settings(), [&] {
                                  if (++looks == 1) {
                                    letGo.wait(false);  // as where the service hangs
                                  }
                                  return app::ComputerFindings{};
                                }});
  selfCheck.run();
  ASSERT_TRUE(eventually([&] { return looks == 1; }));
  selfCheck.run();  // would not come back
  EXPECT_TRUE(eventually([&] { return !selfCheck.running(); }));
  EXPECT_EQ(looks, 2);
  int changes = 0;
  QObject::connect(&selfCheck, &SelfCheck::changed, [&] { ++changes; });
  letGo = true;
  letGo.notify_all();
  selfCheck.run();
  EXPECT_TRUE(eventually([&] { return !selfCheck.running(); }));
  EXPECT_EQ(changes, 4);  // the beginning, the computer, the card and the server; none of before
}

TEST_F(SelfCheckTest, NamesAServiceThatHangsAndEndsAllTheSame) {
  std::atomic<bool> asked = false;
  std::atomic<bool> letGo = false;
  observed.looking = [&] {
    asked = true;
    letGo.wait(false);
  };
  SelfCheck selfCheck(cards(), {server->settings(), [] { return app::ComputerFindings{}; }});
  selfCheck.run();
  EXPECT_TRUE(eventually([&] { return asked.load(); }));
  cards().setPatience(std::chrono::milliseconds(1));
  EXPECT_TRUE(eventually([&] { return !selfCheck.running(); }));
  EXPECT_EQ(itemOf(selfCheck.items(), CheckId::service).code, FailureCode::serviceHangs);
  EXPECT_EQ(itemOf(selfCheck.items(), CheckId::readers).verdict, Verdict::notChecked);
  EXPECT_EQ(itemOf(selfCheck.items(), CheckId::card).verdict, Verdict::notChecked);
  EXPECT_EQ(itemOf(selfCheck.items(), CheckId::network).verdict, Verdict::good);
  EXPECT_FALSE(cards().end(std::chrono::milliseconds(1)));
  letGo = true;
  letGo.notify_all();
  EXPECT_TRUE(cards().end(std::chrono::minutes(1)));
}

TEST_F(SelfCheckTest, EndsAlthoughAnotherCallsOffItsQuestionMeanwhile) {
  insert("maria");
  std::atomic<bool> asked = false;
  std::atomic<bool> letGo = false;
  observed.between = [&](auto) -> std::optional<std::vector<std::uint8_t>> {
    asked = true;
    letGo.wait(false);
    return std::nullopt;
  };
  SelfCheck selfCheck(cards(), {server->settings(), [] { return app::ComputerFindings{}; }});
  selfCheck.run();
  app::Pending other = cards().inspect([](const app::CardInspection&) {});
  ASSERT_TRUE(eventually([&] { return asked.load(); }));
  other.drop();  // as the registration does when it hears that the card has gone
  letGo = true;
  letGo.notify_all();
  EXPECT_TRUE(eventually([&] { return !selfCheck.running(); }));
  EXPECT_EQ(itemOf(selfCheck.items(), CheckId::card).verdict, Verdict::good);
}

TEST_F(SelfCheckTest, GivesARunItsOwnLookAtTheCardAndEndsOnce) {
  std::atomic<int> looks = 0;
  std::atomic<bool> letGo = false;
  observed.looking = [&] {
    ++looks;
    letGo.wait(false);
  };
  SelfCheck selfCheck(cards(), {server->settings(), [] { return app::ComputerFindings{}; }});
  int ended = 0;
  QObject::connect(&selfCheck, &SelfCheck::changed, [&] { ended += selfCheck.running() ? 0 : 1; });
  selfCheck.run();
  ASSERT_TRUE(eventually([&] { return looks == 1; }));
  selfCheck.run();
  ASSERT_TRUE(eventually(
      [&] { return itemOf(selfCheck.items(), CheckId::network).verdict == Verdict::good; }));
  letGo = true;
  letGo.notify_all();
  bool inspected = false;  // questions are answered one after the other
  const app::Pending asked = cards().inspect([&](const app::CardInspection&) { inspected = true; });
  ASSERT_TRUE(eventually([&] { return inspected; }));
  EXPECT_EQ(ended, 1);
}

TEST_F(SelfCheckTest, TellsNothingOfACardThatCameAfterTheReadersWereLookedAt) {
  std::atomic<int> looks = 0;
  observed.looking = [&] {
    if (++looks == 2) {
      transport.insert(cardOf("maria"));
    }
  };
  const auto items = check();
  EXPECT_EQ(itemOf(items, CheckId::card).code, FailureCode::noCard);
  EXPECT_EQ(itemOf(items, CheckId::certificates).verdict, Verdict::notChecked);
}

TEST_F(SelfCheckTest, LooksForTheReaderThatIsToBeUsed) {
  insert("maria");
  app::CardDesk wanting(observed, "Simulated reader 1");
  SelfCheck selfCheck(wanting, {server->settings(), [] { return app::ComputerFindings{}; }});
  selfCheck.run();
  ASSERT_TRUE(eventually([&] { return !selfCheck.running(); }));
  EXPECT_EQ(itemOf(selfCheck.items(), CheckId::readers).code, FailureCode::noReader);
  EXPECT_EQ(itemOf(selfCheck.items(), CheckId::readers).details["wanted"], "Simulated reader 1");
  EXPECT_EQ(itemOf(selfCheck.items(), CheckId::card).verdict, Verdict::notChecked);
  transport.addReader();
  selfCheck.run();
  ASSERT_TRUE(eventually([&] { return !selfCheck.running(); }));
  EXPECT_EQ(itemOf(selfCheck.items(), CheckId::readers).verdict, Verdict::good);
  EXPECT_EQ(itemOf(selfCheck.items(), CheckId::card).code, FailureCode::noCard);
}

TEST_F(SelfCheckTest, FindsTheMyNumberCardAmongSeveralReaders) {
  transport.addReader();
  transport.addReader();
  transport.insert(cardOf("alias"), 2);
  const auto items = check();
  EXPECT_EQ(itemOf(items, CheckId::readers).details["readers"].toArray().size(), 3);
  EXPECT_EQ(itemOf(items, CheckId::card).details["reader"], "Simulated reader 2");
}

}  // namespace
}  // namespace madoguchi::test
