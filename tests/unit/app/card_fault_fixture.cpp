#include "tests/unit/app/card_fault_fixture.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace madoguchi::test {
namespace {

using app::Page;
using app::SecretAnswer;
using Bytes = std::vector<std::uint8_t>;
using Command = std::span<const std::uint8_t>;

constexpr std::uint8_t kReadBinary = 0xB0;
constexpr std::uint8_t kSign = 0x2A;
constexpr std::uint8_t kAuthenticationCertificate = 0x8A;  // with the flag of a short identifier
constexpr std::uint8_t kSigningCertificate = 0x81;
constexpr std::uint8_t kTokenInformation = 0x86;
constexpr std::uint8_t kPasswordReference = 0x9B;

bool isVerifyOf(Command command, std::uint8_t reference) {
  return isVerify(command) && command[3] == reference;
}

/// Whether what is asked for in the step comes with data.
bool asksForData(CardStep step) {
  return step == CardStep::read || step == CardStep::readSigning || step == CardStep::sign;
}

Bytes olderLabel() {
  constexpr std::string_view kLabel = "JPKIAPICCTOKEN";
  Bytes answer(kLabel.begin(), kLabel.end());
  answer.resize(32, ' ');
  answer.insert(answer.end(), {0x90, 0x00});
  return answer;
}

/// A certificate by its length, and nothing like one inside.
Bytes garbage(Command command) {
  const std::size_t asked =
      command.size() == kHeaderSize + 1 && command.back() != 0 ? command.back() : std::size_t{256};
  Bytes answer(asked, 0xA5);
  const Bytes header = {0x30, 0x82, 0x00, 0xFD};  // 257 bytes in all
  std::ranges::copy(header, answer.begin());
  answer.insert(answer.end(), {0x90, 0x00});
  return answer;
}

}  // namespace

bool isRead(Command command, std::uint8_t file) {
  return command[1] == kReadBinary && command[2] == file;
}

bool belongsTo(CardStep step, Command command) {
  switch (step) {
    case CardStep::list:
    case CardStep::connect:
      return false;
    case CardStep::select:
      return command[1] == kSelect;
    case CardStep::read:
      return isRead(command, kAuthenticationCertificate);
    case CardStep::tries:
      return command[1] == kVerifyInstruction && command.size() == kHeaderSize;
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

bool comesBeforeTheConnection(const CardFaultRow& row) {
  switch (row.fault) {
    case CardFault::heldElsewhere:
    case CardFault::mute:
      return true;
    case CardFault::cardSwapped:
      // In the middle of a session a swapped card is a removed one.
      return row.step == CardStep::connect || isVerifyStep(row.step) || row.step == CardStep::sign;
    default:
      return row.step == CardStep::connect;
  }
}

bool meets(const CardFaultRow& row, Command command) {
  const bool asksForTheLabel = row.step == CardStep::read && row.fault == CardFault::otherKind;
  return asksForTheLabel ? isRead(command, kTokenInformation) : belongsTo(row.step, command);
}

bool comesAgain(const CardFaultRow& row) {
  switch (row.fault) {
    case CardFault::silent:
      // The first answer to a read with extended Le may get lost: it is only a try.
      return row.step == CardStep::read;
    case CardFault::status6F00:
      // The command that follows the power-up may be lost to it, once.
      return row.step != CardStep::select;
    case CardFault::status61:
    case CardFault::status6C:
      return !asksForData(row.step);
    case CardFault::otherKind:
    case CardFault::truncated:
    case CardFault::overlong:
    case CardFault::garbageCertificate:
      return true;
    default:
      return false;
  }
}

std::optional<Bytes> wrongAnswer(const CardFaultRow& row, Command command) {
  switch (row.fault) {
    case CardFault::otherKind:
      return row.step == CardStep::select ? Bytes{0x6A, 0x82} : olderLabel();
    case CardFault::status6F00:
      return Bytes{0x6F, 0x00};
    case CardFault::status61:
      return asksForData(row.step) ? std::nullopt : std::optional(Bytes{0x61, 0x04});
    case CardFault::status6C:
      // 256 as before, or whatever the command asked for: the card only insists on hearing it
      // again.
      return Bytes{0x6C, asksForData(row.step) ? command.back() : std::uint8_t{0x10}};
    case CardFault::truncated:
      return Bytes{0x90};
    case CardFault::overlong:
      return Bytes(70'000, 0x5A);
    case CardFault::garbageCertificate:
      return garbage(command);
    default:
      return std::nullopt;
  }
}

std::string cardFaultTestName(const ::testing::TestParamInfo<CardFaultRow>& info) {
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

void CardFaultFixture::comeToTheStep() {
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

void CardFaultFixture::act(bool right) {
  switch (row().step) {
    case CardStep::verifyPassword:
    case CardStep::readSigning:
      givePassword(right ? "MADO1234" : "WRONG123");
      break;
    case CardStep::verifyPin:
      givePin(right ? "1234" : "0000");
      break;
    case CardStep::sign:
      flow().submit();
      break;
    default:
      enter(forms::Entrance::cardHolder);
  }
}

std::string CardFaultFixture::codeShown() {
  const app::FailureCode code =
      flow().problem() != app::FailureCode::none ? flow().problem() : visit().status().problem;
  return code == app::FailureCode::none ? "–" : codeText(code).toStdString();
}

std::string CardFaultFixture::remains() {
  const bool form = flow().values().count("name") != 0;
  const bool secrets = visit().holdsSecrets();
  if (form && secrets) {
    return "form and secrets";
  }
  return form ? "form" : secrets ? "secrets" : "nothing";
}

bool CardFaultFixture::busy() {
  return visit().status().busy || secretAnswer() == SecretAnswer::checking ||
         flow().page() == Page::submitting;
}

bool CardFaultFixture::asTheRowSays() {
  const bool ready = row().code != "–" || row().page != name(Page::beforeYouStart);
  return codeShown() == row().code && name(flow().page()) == row().page && !busy() &&
         (ready || flow().canGoNext());
}

void CardFaultFixture::expectAsTheRowSays() {
  EXPECT_TRUE(asTheRowSays()) << codeShown() << " on " << name(flow().page());
  EXPECT_EQ(remains(), row().remains);
}

void CardFaultFixture::settle() {
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(eventually([&] { return observed.waiting.load() && !busy(); }));
    QCoreApplication::processEvents();
  }
}

void CardFaultFixture::goOn() {
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

}  // namespace madoguchi::test
