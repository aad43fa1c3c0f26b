#include <atomic>
#include <map>
#include <thread>

#include "tests/unit/app/card_fault_fixture.h"

// What every fault of the card leads to, as docs/failure-codes.md says it.

namespace madoguchi::test {
namespace {

using app::Page;
using card::TransportError;
using card::TransportFault;
using Bytes = std::vector<std::uint8_t>;
using Answer = std::optional<Bytes>;
using Command = std::span<const std::uint8_t>;

/// How a fault that takes the card away shows in the middle of a command.
TransportFault faultOf(CardFault fault) {
  switch (fault) {
    case CardFault::serviceDies:
      return TransportFault::serviceUnavailable;
    case CardFault::readerUnplugged:
    case CardFault::readerFails:
      return TransportFault::readerUnavailable;
    case CardFault::resetElsewhere:
      return TransportFault::cardReset;
    case CardFault::silent:
      return TransportFault::communication;
    default:
      return TransportFault::cardRemoved;
  }
}

class CardFaultTest : public CardFaultFixture {
 protected:
  CardFaultTest() { insert("maria"); }
  ~CardFaultTest() override { m_letGo = true; }

  void arm() {
    m_armed = true;
    if (row().step == CardStep::list) {
      observed.looking = [this] { hold(); };
      changeTheWorld();
      return;
    }
    if (comesBeforeTheConnection(row())) {
      observed.connecting = [this] {
        if (m_armed.exchange(false)) {
          hold();
          changeTheWorld();
        }
      };
      return;
    }
    if (row().fault == CardFault::cardSwappedUnseen) {
      m_other = cardOf("alias");
      m_other->powerOn();
    }
    if (row().step == CardStep::select && row().fault == CardFault::status61) {
      observed.altered = [](Command command, Bytes& answer) {
        if (command[1] == kSelect) {
          answer = {0x61, 0x10};
        }
      };
      return;
    }
    observed.between = [this](Command command) { return between(command); };
  }

  void changeTheWorld() {
    switch (row().fault) {
      case CardFault::serviceMissing:
      case CardFault::serviceDies:
        transport.setServiceRunning(false);
        break;
      case CardFault::serviceIncompatible:
        transport.setServiceRunning(false, TransportFault::serviceIncompatible);
        break;
      case CardFault::readerUnplugged:
        transport.unplugReader(0);
        break;
      case CardFault::readerFails:
        transport.setUnavailable(true);
        break;
      case CardFault::cardRemoved:
        transport.remove();
        break;
      case CardFault::cardSwapped:
        transport.insert(cardOf("alias"));
        break;
      case CardFault::heldElsewhere:
        transport.setInUseElsewhere(true);
        break;
      case CardFault::mute:
        transport.setBehaviour({.mute = true});
        break;
      default:
        break;
    }
  }

  /// The world before, or a card laid down anew.
  void heal() {
    m_armed = false;
    observed.connecting = nullptr;
    observed.between = nullptr;
    switch (row().fault) {
      case CardFault::serviceMissing:
      case CardFault::serviceIncompatible:
      case CardFault::serviceDies:
        transport.setServiceRunning(true);
        break;
      case CardFault::readerUnplugged:
        transport.insert(simulatedCard, transport.addReader());
        break;
      case CardFault::readerFails:
        transport.setUnavailable(false);
        break;
      case CardFault::cardRemoved:
      case CardFault::otherKind:
        transport.insert(simulatedCard);
        break;
      case CardFault::cardSwappedUnseen:
        transport.remove();
        EXPECT_TRUE(eventually([&] { return !flow().canGoNext(); }));
        transport.insert(simulatedCard);
        break;
      case CardFault::heldElsewhere:
        transport.setInUseElsewhere(false);
        break;
      case CardFault::mute:
        transport.setBehaviour({});
        if (row().page == name(Page::beforeYouStart)) {
          transport.insert(simulatedCard);
        }
        break;
      default:
        break;
    }
  }

  [[nodiscard]] static bool holds() {
    return row().fault == CardFault::slow || row().fault == CardFault::serviceHangs;
  }

  /// Keeps the card thread where the row's fault does.
  void hold() {
    if (holds()) {
      m_held = true;
      while (!m_letGo) {
        std::this_thread::yield();
      }
    }
  }

  /// In the place of the card's answer, in the card thread.
  Answer between(Command command) {
    if (m_other) {
      return m_other->process(command);
    }
    if (m_armed && meets(row(), command)) {
      return faultyAnswer(command);
    }
    return std::nullopt;
  }

  Answer faultyAnswer(Command command) {
    switch (row().fault) {
      case CardFault::serviceDies:
      case CardFault::readerUnplugged:
      case CardFault::readerFails:
      case CardFault::cardRemoved:
      case CardFault::cardSwapped:
        m_armed = false;
        reachTheCard(command);
        changeTheWorld();
        throw TransportError(faultOf(row().fault), "test");
      case CardFault::resetElsewhere:
      case CardFault::silent:
        reachTheCard(command);
        throw TransportError(faultOf(row().fault), "test");
      case CardFault::slow:
        m_armed = false;
        hold();
        return std::nullopt;
      case CardFault::serviceHangs: {
        m_armed = false;
        Bytes answer = simulatedCard->process(command);
        hold();
        return answer;
      }
      default:
        break;
    }
    m_armed = comesAgain(row());
    if (row().fault != CardFault::status6C) {
      reachTheCard(command);
    }
    Answer wrong = wrongAnswer(row(), command);
    if (!wrong && row().fault == CardFault::status61) {
      simulatedCard->setBehaviour({.answersInParts = true});
    }
    return wrong;
  }

  /// The unkind case of a VERIFY: the card counts, and nobody hears of it.
  void reachTheCard(Command command) {
    if (isVerifyStep(row().step)) {
      simulatedCard->process(command);
    }
  }

  [[nodiscard]] int triesLeft() const {
    return simulatedCard->signaturePasswordTries() + simulatedCard->authenticationPinTries();
  }

  std::atomic<bool> m_armed = false;
  std::atomic<bool> m_held = false;
  std::atomic<bool> m_letGo = false;
  std::shared_ptr<simulated::SimulatedCard> m_other;  ///< answers in the place of the first
};

TEST_P(CardFaultTest, LeadsToWhatTheTableSays) {
  ASSERT_NO_FATAL_FAILURE(comeToTheStep());
  const int triesBefore = triesLeft();
  const bool overcome = row().code == "–";
  arm();
  // A wrong secret shows on the card whether the try has counted.
  act(overcome || !isVerifyStep(row().step));
  if (holds()) {
    ASSERT_TRUE(eventually([&] { return m_held.load(); }));
    const Page page = flow().page();
    for (int i = 0; i < 100; ++i) {
      QCoreApplication::processEvents();
    }
    EXPECT_EQ(flow().page(), page);
    EXPECT_EQ(codeShown(), "–");
    EXPECT_TRUE(busy() || row().step == CardStep::list);
    if (row().fault == CardFault::slow) {
      m_letGo = true;
    } else {
      cards().setPatience(std::chrono::milliseconds(1));
    }
  }
  ASSERT_TRUE(eventually([&] { return asTheRowSays(); }))
      << codeShown() << " on " << name(flow().page());
  if (row().fault == CardFault::serviceHangs) {
    expectAsTheRowSays();
    cards().setPatience(std::chrono::minutes(10));
    m_letGo = true;
    ASSERT_NO_FATAL_FAILURE(settle());
  } else {
    if (row().page != name(Page::step3)) {
      ASSERT_NO_FATAL_FAILURE(settle());
    }
    expectAsTheRowSays();
  }
  EXPECT_EQ(row().tryMay, triesLeft() < triesBefore ? "may have counted" : "no");
  EXPECT_FALSE(simulatedCard->powered());
  EXPECT_FALSE(simulatedCard->anySecretVerified());
  if (m_other) {
    EXPECT_EQ(m_other->verifications(), 0U);
  }
  if (row().goesOn == "enter again") {
    EXPECT_EQ(visit().status().passwordTries, simulatedCard->signaturePasswordTries());
    EXPECT_EQ(visit().status().pinTries, simulatedCard->authenticationPinTries());
  }
  heal();
  goOn();
}

INSTANTIATE_TEST_SUITE_P(Table, CardFaultTest, ::testing::ValuesIn(cardFaultRows()),
                         cardFaultTestName);

TEST(CardFaultTable, HasEachStepWithEachFaultOnceOrSaysWhyNot) {
  std::map<std::pair<CardStep, CardFault>, int> found;
  for (const CardFaultRow& row : cardFaultRows()) {
    ++found[{row.step, row.fault}];
  }
  for (const ImpossibleFault& one : impossibleCardFaults()) {
    for (const CardStep step : one.steps) {
      ++found[{step, one.fault}];
    }
  }
  for (int step = 0; step < kCardSteps; ++step) {
    for (int fault = 0; fault < kCardFaults; ++fault) {
      const auto where = std::pair(static_cast<CardStep>(step), static_cast<CardFault>(fault));
      EXPECT_EQ(found[where], 1) << nameOf(where.first) << ", " << nameOf(where.second);
    }
  }
}

}  // namespace
}  // namespace madoguchi::test
