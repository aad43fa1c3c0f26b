#include <csignal>
#include <iostream>
#include <thread>

#include "tests/integration/app/real_service.h"
#include "tests/unit/app/card_fault_table.h"
#include "tests/unit/app/flow_fixture.h"

// The program's flow with the real PC/SC service: a card that goes after each command, and a
// service that hangs.

namespace madoguchi::test {
namespace {

using app::FailureCode;
using app::Page;
using Command = std::span<const std::uint8_t>;

class RealFlowTest : private RealCard, public FlowTest {
 protected:
  RealFlowTest() : FlowTest(&pcsc) { layDownMaria(); }
  [[nodiscard]] bool hasCard() const override { return true; }

  [[nodiscard]] static bool cardIsThere() { return plugged().status().at("inserted") == "1"; }

  [[nodiscard]] bool busy() {
    return visit().status().busy || secretAnswer() == app::SecretAnswer::checking ||
           flow().page() == Page::submitting;
  }

  /// What the person does on this page, and whether it needs the password, the PIN or both.
  int act() {
    switch (flow().page()) {
      case Page::beforeYouStart:
        flow().next();
        return 0;
      case Page::signaturePassword:
        givePassword("MADO1234");
        return 1;
      case Page::authenticationPin:
        givePin("1234");
        return 1;
      case Page::step1:
        fillForm();
        flow().check();
        return 0;
      case Page::step2:
        flow().submit();
        return 2;
      default:
        return 0;
    }
  }

  /// On towards the authentication ID until the card has gone. Gives how many VERIFYs the person
  /// has agreed to.
  int walk() {
    int agreed = 0;
    while (true) {
      const bool came = eventually([&] {
        return !busy() && (flow().page() != Page::beforeYouStart || flow().canGoNext() ||
                           (visit().status().problem == FailureCode::noCard && !cardIsThere()));
      });
      if (!came || flow().page() == Page::step3 || !cardIsThere()) {
        EXPECT_TRUE(came) << name(flow().page()) << ' '
                          << codeText(visit().status().problem).toStdString() << ' ' << m_commands;
        return agreed;
      }
      m_actedOn = flow().page();
      agreed += act();
    }
  }

  static std::string codeOf(CardStep step) {
    for (const CardFaultRow& row : cardFaultRows()) {
      if (row.step == step && row.fault == CardFault::cardRemoved) {
        return row.code;
      }
    }
    return {};
  }

  /// Of the command that the card no longer answered, or that came to nothing for want of one.
  [[nodiscard]] std::string codeExpected(std::size_t after) const {
    if (m_commands.size() > after && m_commands[after] == kVerify) {
      return codeOf(CardStep::verifyPassword);
    }
    return codeOf(m_actedOn == Page::beforeYouStart ? CardStep::read : CardStep::sign);
  }

  static constexpr char kVerify = 'V';
  std::string m_commands;  ///< of the card thread, while it has something to do
  Page m_actedOn = Page::beforeYouStart;
};

TEST_F(RealFlowTest, NamesACardThatGoesAfterAnyCommandAndGoesOn) {
  observed.between = [this](Command command) -> std::optional<std::vector<std::uint8_t>> {
    m_commands += isVerify(command) ? kVerify : '.';
    return std::nullopt;
  };
  plugged().say("remove");
  waitUntilCard(false);
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  // Its server is in this thread, which soon waits for the smart-card service.
  ASSERT_TRUE(eventually([&] { return flow().network() != app::CheckResult::unknown; }));
  ASSERT_EQ(flow().network(), app::CheckResult::good)
      << codeText(flow().networkProblem()).toStdString();
  std::map<std::string, int> codes;
  std::size_t after = 0;
  do {
    ASSERT_TRUE(waitForCardProblem(FailureCode::noCard));
    ++after;
    m_commands.clear();
    m_actedOn = Page::beforeYouStart;
    const int before = plugged().number("verifications");
    waitUntilCard(false);  // a card that comes back between two looks of the service is missed
    const std::uint32_t eventsBefore = readerNow().eventCount;
    plugged().say("remove-after " + std::to_string(after));
    plugged().say("insert");
    waitUntilCardCame(eventsBefore);
    const int agreed = walk();
    EXPECT_LE(plugged().number("verifications") - before, agreed) << after;
    EXPECT_EQ(plugged().number("password-tries"), 5) << after;
    EXPECT_EQ(plugged().number("pin-tries"), 3) << after;
    EXPECT_EQ(plugged().number("verified"), 0) << after;
    if (flow().page() == Page::step3) {
      break;
    }
    ASSERT_TRUE(waitForPage(Page::beforeYouStart)) << after << ' ' << name(flow().page());
    ASSERT_TRUE(waitForCardProblem(FailureCode::noCard)) << after;
    const FailureCode shown =
        flow().problem() != FailureCode::none ? flow().problem() : visit().status().problem;
    EXPECT_EQ(codeText(shown).toStdString(), codeExpected(after)) << after << ' ' << m_commands;
    EXPECT_FALSE(visit().holdsSecrets()) << after;
    ++codes[codeText(shown).toStdString()];
  } while (true);
  std::cout << "the card taken away after each of " << after - 1 << " commands:";
  for (const auto& [code, count] : codes) {
    std::cout << ' ' << code << ' ' << count << " times";
  }
  std::cout << '\n';
  EXPECT_EQ(codes.size(), 3U);
  EXPECT_EQ(plugged().number("forbidden"), 0);
}

TEST_F(RealFlowTest, IsNotHeldByAServiceThatHangs) {
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  ASSERT_TRUE(eventually([&] { return observed.waiting.load(); }));
  std::this_thread::sleep_for(std::chrono::milliseconds(200));  // until it sleeps in the service
  signalService(SIGSTOP);
  givePassword("MADO1234");
  EXPECT_EQ(secretAnswer(), app::SecretAnswer::checking);
  leave();
  EXPECT_FALSE(visit().holdsSecrets());
  EXPECT_FALSE(cards().end(std::chrono::milliseconds(100)));
  signalService(SIGCONT);
  EXPECT_TRUE(cards().end(std::chrono::minutes(1)));
  expectNothingVerified();
}

}  // namespace
}  // namespace madoguchi::test
