#include <atomic>
#include <cctype>
#include <map>
#include <set>
#include <thread>

#include "tests/unit/app/card_fault_table.h"
#include "tests/unit/app/flow_fixture.h"

// What every fault of the card leads to, as docs/failure-codes.md says it.

namespace madoguchi::test {
namespace {

using app::Page;
using app::SecretOutcome;
using card::TransportError;
using card::TransportFault;
using Bytes = std::vector<std::uint8_t>;
using Answer = std::optional<Bytes>;
using Command = std::span<const std::uint8_t>;

constexpr std::uint8_t kSelect = 0xA4;
constexpr std::uint8_t kReadBinary = 0xB0;
constexpr std::uint8_t kSign = 0x2A;
constexpr std::uint8_t kTokenInformation = 0x86;  // with the flag of a short identifier
constexpr std::uint8_t kAuthenticationCertificate = 0x8A;
constexpr std::uint8_t kSigningCertificate = 0x81;
constexpr std::size_t kHeader = 4;

bool isVerifyOf(Command command, std::uint8_t reference) {
  return isVerify(command) && command[3] == reference;
}

bool isRead(Command command, std::uint8_t file) {
  return command[1] == kReadBinary && command[2] == file;
}

/// The command in which a step consists.
bool belongsTo(CardStep step, Command command) {
  constexpr std::uint8_t kPasswordReference = 0x9B;
  switch (step) {
    case CardStep::list:
    case CardStep::connect:
      return false;
    case CardStep::select:
      return command[1] == kSelect;
    case CardStep::read:
      return isRead(command, kAuthenticationCertificate);
    case CardStep::tries:
      return command[1] == kVerifyInstruction && command.size() == kHeader;
    case CardStep::verifyPassword:
      return isVerifyOf(command, kPasswordReference);
    case CardStep::readSigning:
      return isRead(command, kSigningCertificate);
    case CardStep::verifyPin:
      return isVerifyOf(command, kPinReference);
    case CardStep::sign:
      return command[1] == kSign;
  }
  return false;
}

bool isVerifyStep(CardStep step) {
  return step == CardStep::verifyPassword || step == CardStep::verifyPin;
}

/// How a fault that takes the card away shows in the middle of a command.
TransportFault faultOf(CardFault fault) {
  switch (fault) {
    case CardFault::serviceDies:
      return TransportFault::serviceUnavailable;
    case CardFault::readerUnplugged:
      return TransportFault::readerUnavailable;
    case CardFault::resetElsewhere:
      return TransportFault::cardReset;
    case CardFault::silent:
      return TransportFault::communication;
    default:
      return TransportFault::cardRemoved;
  }
}

/// Faults that come between the program and a card that is there before the connection is.
bool comesBeforeTheConnection(const CardFaultRow& row) {
  switch (row.fault) {
    case CardFault::heldElsewhere:
    case CardFault::mute:
      return true;
    case CardFault::cardSwapped:
      // In the middle of a session a swapped card is a removed one.
      return isVerifyStep(row.step) || row.step == CardStep::sign;
    default:
      return row.step == CardStep::connect;
  }
}

class CardFaultTest : public FlowTest, public ::testing::WithParamInterface<CardFaultRow> {
 protected:
  CardFaultTest() { insert("maria"); }
  ~CardFaultTest() override { m_letGo = true; }

  [[nodiscard]] const CardFaultRow& row() const { return GetParam(); }

  void comeToTheStep() {
    switch (row().step) {
      case CardStep::verifyPassword:
      case CardStep::readSigning:
        toSignaturePassword();
        break;
      case CardStep::verifyPin:
        toAuthenticationPin();
        break;
      case CardStep::sign:
        toStep2();
        break;
      default:
        break;
    }
  }

  /// What the person does that leads to the step. `right`: with the right secret.
  void act(bool right) {
    switch (row().step) {
      case CardStep::verifyPassword:
      case CardStep::readSigning:
        flow().giveSignaturePassword(secret(right ? "MADO1234" : "WRONG123"));
        break;
      case CardStep::verifyPin:
        flow().giveAuthenticationPin(secret(right ? "1234" : "0000"));
        break;
      case CardStep::sign:
        flow().submit();
        break;
      default:
        flow().start(forms::Entrance::cardHolder);
    }
  }

  void arm() {
    m_armed = true;
    if (row().step == CardStep::list) {
      changeTheWorld();
      return;
    }
    if (comesBeforeTheConnection(row())) {
      observed.connecting = [this] {
        if (m_armed.exchange(false)) {
          slowDown();
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
        simulatedCard->setBehaviour({.mute = true});
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
        simulatedCard->setBehaviour({});
        if (row().page == name(Page::beforeYouStart)) {
          transport.insert(simulatedCard);
        }
        break;
      default:
        break;
    }
  }

  void slowDown() {
    if (row().fault == CardFault::slow) {
      m_slow = true;
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
    const bool asksForTheLabel = row().step == CardStep::read &&
                                 row().fault == CardFault::otherKind &&
                                 isRead(command, kTokenInformation);
    if (m_armed && (asksForTheLabel || belongsTo(row().step, command))) {
      return faultyAnswer(command);
    }
    return std::nullopt;
  }

  Answer faultyAnswer(Command command) {
    switch (row().fault) {
      case CardFault::serviceDies:
      case CardFault::readerUnplugged:
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
        slowDown();
        return std::nullopt;
      case CardFault::otherKind:
        return row().step == CardStep::select ? Bytes{0x6A, 0x82} : olderLabel();
      case CardFault::status6F00:
        // The command that follows the power-up may be lost to it, once.
        if (row().step == CardStep::select) {
          m_armed = false;
        }
        reachTheCard(command);
        return Bytes{0x6F, 0x00};
      case CardFault::status61:
        return answerInParts(command);
      case CardFault::status6C:
        return askForTheExactLength(command);
      case CardFault::truncated:
        reachTheCard(command);
        return Bytes{0x90};
      case CardFault::overlong:
        reachTheCard(command);
        return Bytes(70'000, 0x5A);
      case CardFault::garbageCertificate:
        return garbage(command);
      default:
        return std::nullopt;
    }
  }

  /// The unkind case of a VERIFY: the card counts, and nobody hears of it.
  void reachTheCard(Command command) {
    if (isVerifyStep(row().step)) {
      simulatedCard->process(command);
    }
  }

  static Bytes olderLabel() {
    constexpr std::string_view kLabel = "JPKIAPICCTOKEN";
    Bytes answer(kLabel.begin(), kLabel.end());
    answer.resize(32, ' ');
    answer.insert(answer.end(), {0x90, 0x00});
    return answer;
  }

  Answer answerInParts(Command command) {
    reachTheCard(command);
    if (row().step == CardStep::tries || isVerifyStep(row().step)) {
      return Bytes{0x61, 0x04};
    }
    m_armed = false;
    simulatedCard->setBehaviour({.answersInParts = true});
    return std::nullopt;
  }

  Answer askForTheExactLength(Command command) {
    if (row().step == CardStep::select || row().step == CardStep::tries ||
        isVerifyStep(row().step)) {
      return Bytes{0x6C, 0x10};
    }
    m_armed = false;
    // 256 as before, or whatever the command asked for: the card only insists on hearing it again.
    return Bytes{0x6C, command.back()};
  }

  /// A certificate by its length, and nothing like one inside.
  static Bytes garbage(Command command) {
    const std::size_t asked =
        command.size() == kHeader + 1 && command.back() != 0 ? command.back() : std::size_t{256};
    Bytes answer(asked, 0xA5);
    const Bytes header = {0x30, 0x82, 0x00, 0xFD};  // 257 bytes in all
    std::ranges::copy(header, answer.begin());
    answer.insert(answer.end(), {0x90, 0x00});
    return answer;
  }

  [[nodiscard]] std::string codeShown() {
    const app::FailureCode code =
        flow().problem() != app::FailureCode::none ? flow().problem() : flow().cardStatus().problem;
    return code == app::FailureCode::none ? "–" : codeText(code).toStdString();
  }

  [[nodiscard]] std::string remains() {
    const bool form = flow().values().count("name") != 0;
    const bool secrets = flow().holdsSecrets();
    if (form && secrets) {
      return "form and secrets";
    }
    return form ? "form" : secrets ? "secrets" : "nothing";
  }

  [[nodiscard]] bool busy() {
    return flow().cardStatus().busy || flow().secretOutcome() == SecretOutcome::checking ||
           flow().page() == Page::submitting;
  }

  [[nodiscard]] bool asTheRowSays() {
    const bool ready = row().code != "–" || row().page != name(Page::beforeYouStart);
    return codeShown() == row().code && name(flow().page()) == row().page && !busy() &&
           (ready || flow().canGoNext());
  }

  /// Until the card thread has nothing to do and all that it has told was heard.
  void settle() {
    for (int i = 0; i < 3; ++i) {
      ASSERT_TRUE(eventually([&] { return observed.waiting.load() && !busy(); }));
      QCoreApplication::processEvents();
    }
  }

  void goOn() {
    const std::string& how = row().goesOn;
    if (how == "check again") {
      flow().checkNetworkAgain();
    }
    if (how == "by itself" || how == "check again") {
      EXPECT_TRUE(eventually([&] { return flow().canGoNext(); })) << codeShown();
    } else if (how == "start again") {
      ASSERT_TRUE(eventually([&] { return flow().canGoNext(); })) << codeShown();
      ASSERT_NO_FATAL_FAILURE(toStep1());
    } else if (how == "enter again") {
      act(true);
      EXPECT_TRUE(
          waitForPage(row().step == CardStep::verifyPin ? Page::step1 : Page::authenticationPin));
    } else if (how == "register again") {
      act(true);
      EXPECT_TRUE(waitForPage(Page::step3));
    } else {
      EXPECT_EQ(how, "–");
    }
  }

  [[nodiscard]] int triesLeft() const {
    return simulatedCard->signaturePasswordTries() + simulatedCard->authenticationPinTries();
  }

  std::atomic<bool> m_armed = false;
  std::atomic<bool> m_slow = false;
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
  if (row().fault == CardFault::slow) {
    ASSERT_TRUE(eventually([&] { return m_slow.load(); }));
    const Page page = flow().page();
    for (int i = 0; i < 100; ++i) {
      QCoreApplication::processEvents();
    }
    EXPECT_EQ(flow().page(), page);
    EXPECT_EQ(codeShown(), "–");
    EXPECT_TRUE(busy());
    m_letGo = true;
  }
  ASSERT_TRUE(eventually([&] { return asTheRowSays(); }))
      << codeShown() << " on " << name(flow().page());
  if (row().page != name(Page::step3)) {
    ASSERT_NO_FATAL_FAILURE(settle());
  }
  EXPECT_TRUE(asTheRowSays()) << codeShown() << " on " << name(flow().page());
  EXPECT_EQ(remains(), row().remains);
  EXPECT_EQ(row().tryMay, triesLeft() < triesBefore ? "may have counted" : "no");
  EXPECT_FALSE(simulatedCard->powered());
  EXPECT_FALSE(simulatedCard->anySecretVerified());
  if (m_other) {
    EXPECT_EQ(m_other->verifications(), 0U);
  }
  if (row().goesOn == "enter again") {
    EXPECT_EQ(flow().cardStatus().passwordTries, simulatedCard->signaturePasswordTries());
    EXPECT_EQ(flow().cardStatus().pinTries, simulatedCard->authenticationPinTries());
  }
  heal();
  goOn();
}

std::string testName(const ::testing::TestParamInfo<CardFaultRow>& info) {
  std::string text;
  bool capital = true;
  for (const char c : nameOf(info.param.step) + ' ' + nameOf(info.param.fault)) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) {
      capital = true;
    } else {
      text += capital ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
      capital = false;
    }
  }
  return text;
}

INSTANTIATE_TEST_SUITE_P(Table, CardFaultTest, ::testing::ValuesIn(cardFaultRows()), testName);

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
