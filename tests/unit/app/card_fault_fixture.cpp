#include "tests/unit/app/card_fault_fixture.h"

#include <cctype>

namespace madoguchi::test {
namespace {

using app::Page;
using app::SecretOutcome;
using Command = std::span<const std::uint8_t>;

constexpr std::uint8_t kReadBinary = 0xB0;
constexpr std::uint8_t kSign = 0x2A;
constexpr std::uint8_t kAuthenticationCertificate = 0x8A;  // with the flag of a short identifier
constexpr std::uint8_t kSigningCertificate = 0x81;
constexpr std::uint8_t kPasswordReference = 0x9B;

bool isVerifyOf(Command command, std::uint8_t reference) {
  return isVerify(command) && command[3] == reference;
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

std::string CardFaultFixture::codeShown() {
  const app::FailureCode code =
      flow().problem() != app::FailureCode::none ? flow().problem() : flow().cardStatus().problem;
  return code == app::FailureCode::none ? "–" : codeText(code).toStdString();
}

std::string CardFaultFixture::remains() {
  const bool form = flow().values().count("name") != 0;
  const bool secrets = flow().holdsSecrets();
  if (form && secrets) {
    return "form and secrets";
  }
  return form ? "form" : secrets ? "secrets" : "nothing";
}

bool CardFaultFixture::busy() {
  return flow().cardStatus().busy || flow().secretOutcome() == SecretOutcome::checking ||
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
