#include <algorithm>
#include <atomic>
#include <csignal>
#include <optional>
#include <thread>

#include "cardreader/pcsc/service_version.h"
#include "tests/integration/app/other_version_service.h"
#include "tests/integration/app/real_service.h"
#include "tests/support/hex.h"
#include "tests/unit/app/card_fault_fixture.h"

// The rows of the table in docs/failure-codes.md to which the real PC/SC service and its virtual
// reader can be brought.

namespace madoguchi::test {
namespace {

using app::Page;
using Command = std::span<const std::uint8_t>;

bool hangs(const CardFaultRow& row) { return row.fault == CardFault::serviceHangs; }

class RealFaultTest : private RealCard, public CardFaultFixture {
 protected:
  RealFaultTest() : CardFaultFixture(&pcsc) { layDownMaria(); }
  ~RealFaultTest() override {
    letItGoOn();
    observed.connecting = nullptr;
    observed.between = nullptr;
  }
  [[nodiscard]] bool hasCard() const override { return true; }

  void arm() {
    if (row().step == CardStep::list) {
      m_came = true;
      changeTheWorld();
      return;
    }
    m_armed = true;
    // Both are called in the card thread, which waits while the test changes the world.
    observed.connecting = [this] {
      if (comesBeforeTheConnection(row())) {
        interfere();
      }
    };
    observed.between = [this](Command command) {
      if (!comesBeforeTheConnection(row()) && meets(row(), command)) {
        interfere(command);
      }
      return std::nullopt;
    };
  }

  void interfere(Command command = {}) {
    if (m_armed) {
      m_armed = comesAgain(row());
      m_came = true;
      QMetaObject::invokeMethod(
          &flow(), [this, command] { changeTheWorld(command); }, Qt::BlockingQueuedConnection);
    }
  }

  void changeTheWorld(Command command = {}) {
    const bool betweenSessions = row().step == CardStep::list || comesBeforeTheConnection(row());
    switch (row().fault) {
      case CardFault::serviceMissing:
        signalService(SIGTERM);
        break;
      case CardFault::serviceIncompatible:
        signalService(SIGTERM);
        m_otherVersion.emplace();
        EXPECT_EQ(card::pcsc::serviceProtocolVersion(), OtherVersionService::kVersion);
        break;
      case CardFault::serviceDies:
        signalService(m_deadly);
        break;
      case CardFault::serviceHangs:
        signalService(SIGSTOP);
        m_hangs = true;
        cards().setPatience(std::chrono::milliseconds(1));
        break;
      case CardFault::readerFails:
        spoilReader("fails");
        if (betweenSessions || m_serviceNoticesFirst) {
          waitUntilReaderFails(true);
        }
        break;
      case CardFault::mute:
        spoilReader("mute");
        if (row().step == CardStep::connect) {
          layAnew();  // a card that lies there has power already
        }
        break;
      case CardFault::silent:
        spoilReader("silent");
        break;
      case CardFault::cardRemoved:
        plugged().say("remove");
        plugged().status();  // it has gone
        if (betweenSessions) {
          waitUntilCard(false);
        }
        break;
      case CardFault::cardSwapped: {
        const std::uint32_t before = readerNow().eventCount;
        plugged().say("person alias");
        waitUntilOtherCard(before);
        break;
      }
      case CardFault::heldElsewhere:
        m_other = std::make_unique<OtherProgram>();
        m_verificationsOfOthers = 1;
        break;
      case CardFault::slow:
        plugged().sayAndWait("hold 1");
        break;
      default:
        giveWrongAnswer(command);
    }
  }

  static void layAnew() {
    plugged().say("remove");
    waitUntilCard(false);
    plugged().say("insert");
    waitUntilCard(true);
  }

  static void giveWrongAnswer(Command command) {
    if (auto wrong = wrongAnswer(row(), command)) {
      constexpr std::size_t kMost = 600;  // more than any short command asks for
      wrong->resize(std::min(wrong->size(), kMost));
      plugged().sayAndWait("answer " + toHex(*wrong, ""));
    } else {
      ASSERT_EQ(row().fault, CardFault::status61) << row();
      plugged().sayAndWait("odd parts");
    }
  }

  /// A card may ask for more time again and again.
  void waitForTheSlowCard() {
    ASSERT_TRUE(eventually([&] { return m_came.load(); }));
    plugged().waitUntilHolding();
    const Page page = flow().page();
    std::this_thread::sleep_for(std::chrono::seconds(3));
    QCoreApplication::processEvents();
    EXPECT_EQ(flow().page(), page);
    EXPECT_EQ(codeShown(), "–");
    EXPECT_TRUE(busy());
    plugged().say("release");
  }

  void letItGoOn() {
    if (m_hangs) {
      cards().setPatience(std::chrono::minutes(10));
      signalService(SIGCONT);
      m_hangs = false;
    }
  }

  void heal() {
    m_armed = false;
    switch (row().fault) {
      case CardFault::serviceMissing:
      case CardFault::serviceIncompatible:
      case CardFault::serviceDies:
        m_otherVersion.reset();
        startService();
        break;
      case CardFault::readerFails:
        spoilReader("");
        waitUntilReaderFails(false);
        break;
      case CardFault::mute:
        spoilReader("");
        if (row().page == name(Page::beforeYouStart)) {
          layAnew();
        }
        break;
      case CardFault::silent:
        spoilReader("");
        break;
      case CardFault::cardRemoved:
        plugged().say("insert");
        break;
      case CardFault::heldElsewhere:
        m_other.reset();
        break;
      case CardFault::otherKind:
        layAnew();
        break;
      default:
        plugged().sayAndWait("odd none");
    }
  }

  void run() {
    ASSERT_NO_FATAL_FAILURE(comeToTheStep());
    const int before = plugged().number("verifications");
    const int atMost = row().step == CardStep::sign ? 2 : reachesTheCard() ? 1 : 0;
    arm();
    act(true);
    if (row().fault == CardFault::slow) {
      ASSERT_NO_FATAL_FAILURE(waitForTheSlowCard());
    }
    ASSERT_TRUE(eventually([&] { return asTheRowSays(); }))
        << codeShown() << " on " << name(flow().page()) << " after " << row();
    if (!m_hangs && row().page != name(Page::step3)) {
      ASSERT_NO_FATAL_FAILURE(settle());
    }
    expectAsTheRowSays();
    EXPECT_TRUE(m_came) << "the fault has not come";
    letItGoOn();
    if (plugged().status().at("person") == "maria") {
      EXPECT_LE(plugged().number("verifications") - before - m_verificationsOfOthers, atMost);
      EXPECT_EQ(plugged().number("password-tries"), 5);
      EXPECT_EQ(plugged().number("pin-tries"), 3);
    }
    if (!m_other) {
      expectNothingVerified();
    }
    heal();
    goOn();
    EXPECT_TRUE(eventually([&] { return !busy(); }));
    expectNothingVerified();
    EXPECT_EQ(plugged().number("forbidden"), 0);
  }

  /// Whether the secret does, although its answer may not come back.
  [[nodiscard]] static bool reachesTheCard() {
    switch (row().fault) {
      case CardFault::serviceDies:
      case CardFault::cardRemoved:
      case CardFault::cardSwapped:
      case CardFault::heldElsewhere:
        return row().step == CardStep::readSigning;
      default:
        return row().step >= CardStep::verifyPassword;
    }
  }

  int m_deadly = SIGTERM;
  bool m_serviceNoticesFirst = false;
  int m_verificationsOfOthers = 0;
  std::atomic<bool> m_armed = false;
  std::atomic<bool> m_came = false;
  bool m_hangs = false;
  std::unique_ptr<OtherProgram> m_other;
  std::optional<OtherVersionService> m_otherVersion;
};

TEST_P(RealFaultTest, LeadsToWhatTheTableSays) { run(); }

bool isOfTheService(const CardFaultRow& row) {
  return row.fault == CardFault::serviceMissing || row.fault == CardFault::serviceIncompatible ||
         row.fault == CardFault::serviceDies;
}

bool killsTheService(const CardFaultRow& row) { return row.fault == CardFault::serviceDies; }

bool isOfTheCard(const CardFaultRow& row) {
  return row.fault == CardFault::cardRemoved || row.fault == CardFault::cardSwapped;
}

bool isHeldElsewhere(const CardFaultRow& row) { return row.fault == CardFault::heldElsewhere; }

bool isOfTheReader(const CardFaultRow& row) {
  return row.fault == CardFault::readerFails || row.fault == CardFault::mute ||
         row.fault == CardFault::silent;
}

/// Steps in which the card is held for several commands.
bool breaksTheReaderInASession(const CardFaultRow& row) {
  return row.fault == CardFault::readerFails &&
         (row.step == CardStep::readSigning || row.step == CardStep::sign);
}

bool misbehaves(const CardFaultRow& row) {
  return !isOfTheService(row) && !isOfTheCard(row) && !isOfTheReader(row) && !hangs(row) &&
         !isHeldElsewhere(row);
}

/// Of those that the document says are run with the real service.
std::vector<CardFaultRow> rowsThat(bool (*belong)(const CardFaultRow&)) {
  std::vector<CardFaultRow> rows = cardFaultRows();
  std::erase_if(rows, [&](const CardFaultRow& row) { return !row.real || !belong(row); });
  return rows;
}

INSTANTIATE_TEST_SUITE_P(Service, RealFaultTest, ::testing::ValuesIn(rowsThat(isOfTheService)),
                         cardFaultTestName);
INSTANTIATE_TEST_SUITE_P(Hanging, RealFaultTest, ::testing::ValuesIn(rowsThat(hangs)),
                         cardFaultTestName);
INSTANTIATE_TEST_SUITE_P(Card, RealFaultTest, ::testing::ValuesIn(rowsThat(isOfTheCard)),
                         cardFaultTestName);
INSTANTIATE_TEST_SUITE_P(Odd, RealFaultTest, ::testing::ValuesIn(rowsThat(misbehaves)),
                         cardFaultTestName);
INSTANTIATE_TEST_SUITE_P(Reader, RealFaultTest, ::testing::ValuesIn(rowsThat(isOfTheReader)),
                         cardFaultTestName);
INSTANTIATE_TEST_SUITE_P(Others, RealFaultTest, ::testing::ValuesIn(rowsThat(isHeldElsewhere)),
                         cardFaultTestName);

/// The service has noticed before the next command comes.
class FailedReaderTest : public RealFaultTest {
 protected:
  FailedReaderTest() { m_serviceNoticesFirst = true; }
};

TEST_P(FailedReaderTest, LeadsToWhatTheTableSays) { run(); }

INSTANTIATE_TEST_SUITE_P(Reader, FailedReaderTest,
                         ::testing::ValuesIn(rowsThat(breaksTheReaderInASession)),
                         cardFaultTestName);

class KilledServiceTest : public RealFaultTest {
 protected:
  KilledServiceTest() { m_deadly = SIGKILL; }
};

TEST_P(KilledServiceTest, LeadsToWhatTheTableSays) { run(); }

INSTANTIATE_TEST_SUITE_P(Service, KilledServiceTest, ::testing::ValuesIn(rowsThat(killsTheService)),
                         cardFaultTestName);

}  // namespace
}  // namespace madoguchi::test
