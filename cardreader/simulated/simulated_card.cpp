#include "cardreader/simulated/simulated_card.h"

#include <algorithm>
#include <utility>

#include "cardreader/simulated/command_apdu.h"
#include "cardreader/simulated/status_words.h"

// Power, classes, instructions and how answers leave the card. What the commands do with files and
// secrets stands in simulated_commands.cpp.

namespace madoguchi::simulated {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::uint8_t kInsVerify = 0x20;
constexpr std::uint8_t kInsSign = 0x2A;
constexpr std::uint8_t kInsManageChannel = 0x70;
constexpr std::uint8_t kInsSelect = 0xA4;
constexpr std::uint8_t kInsReadBinary = 0xB0;
constexpr std::uint8_t kInsGetResponse = 0xC0;
constexpr std::uint8_t kJpkiClass = 0x80;

Bytes bytesOf(Bytes data, std::uint16_t statusWord) {
  data.push_back(static_cast<std::uint8_t>(statusWord >> 8));
  data.push_back(static_cast<std::uint8_t>(statusWord & 0xFF));
  return data;
}

}  // namespace

SimulatedCard::SimulatedCard(CardContents contents, Behaviour behaviour)
    : m_contents(std::move(contents)),
      m_behaviour(behaviour),
      m_signaturePassword{m_contents.signaturePassword, m_contents.signaturePasswordTries,
                          kSignaturePasswordTries, false},
      m_authenticationPin{m_contents.authenticationPin, m_contents.authenticationPinTries,
                          kAuthenticationPinTries, false} {}

Bytes SimulatedCard::answerToReset() const {
  if (m_behaviour.mute) {
    return {};
  }
  // What a contactless reader makes up for a type B card (PC/SC part 3, 3.1.3.2.3.1): 3B 88 80 01,
  // the four bytes of application data and three of protocol information from the card's ATQB, the
  // MBLI byte, and the checksum. The values are plain ones; nobody can tell a card by them.
  Bytes atr = {0x3B, 0x88, 0x80, 0x01, 0x00, 0x00, 0x00, 0x00, 0x33, 0x81, 0x81, 0x00};
  std::uint8_t checksum = 0;
  for (const std::uint8_t byte : std::span(atr).subspan(1)) {
    checksum = static_cast<std::uint8_t>(checksum ^ byte);
  }
  atr.push_back(checksum);
  return atr;
}

void SimulatedCard::returnToMasterFile() {
  m_application = Application::masterFile;
  m_currentFile.reset();
  m_pending.clear();
}

Bytes SimulatedCard::powerOn() {
  powerOff();
  m_powered = !m_behaviour.mute;
  return answerToReset();
}

void SimulatedCard::powerOff() {
  m_powered = false;
  m_wasReset = false;
  m_silent = false;
  m_commandsSincePowerOn = 0;
  m_signaturePassword.verified = false;
  m_authenticationPin.verified = false;
  returnToMasterFile();
}

Bytes SimulatedCard::reset() {
  if (!m_powered) {
    return powerOn();
  }
  returnToMasterFile();
  return answerToReset();
}

bool SimulatedCard::anySecretVerified() const noexcept {
  return m_signaturePassword.verified || m_authenticationPin.verified;
}

Bytes SimulatedCard::process(std::span<const std::uint8_t> bytes) {
  if (!m_powered || m_silent || m_wasReset) {
    return {};
  }
  ++m_commandsSincePowerOn;
  Answer answer;
  if (m_behaviour.firstCommandFails && m_commandsSincePowerOn == 1) {
    answer.statusWord = kNoPreciseDiagnosis;
  } else if (const auto command = parseCommand(bytes); !command) {
    answer.statusWord = kWrongLength;
  } else if (command->extended && m_behaviour.extendedApdus != ExtendedApdus::served) {
    return answerExtendedOddly(*command);
  } else {
    answer = dispatch(*command);
  }
  if (m_behaviour.dropsAtCommand == m_commandsSincePowerOn) {
    // The unkind case: the card has done what it was told, and the answer is lost.
    return {};
  }
  return bytesOf(std::move(answer.data), answer.statusWord);
}

Bytes SimulatedCard::answerExtendedOddly(const CommandApdu& command) {
  constexpr std::size_t kShortBuffer = 256;
  switch (m_behaviour.extendedApdus) {
    case ExtendedApdus::served:
      break;
    case ExtendedApdus::wrongLength:
      return bytesOf({}, kWrongLength);
    case ExtendedApdus::wrongLe:
      return bytesOf({}, kWrongLe);
    case ExtendedApdus::shortened: {
      Answer answer = dispatch(command);
      answer.data.resize(std::min(answer.data.size(), kShortBuffer));
      return bytesOf(std::move(answer.data), answer.statusWord);
    }
    case ExtendedApdus::cutOff: {
      Answer answer = dispatch(command);
      Bytes whole = bytesOf(std::move(answer.data), answer.statusWord);
      whole.resize(std::min(whole.size(), kShortBuffer));
      return whole;
    }
    case ExtendedApdus::silent:
      m_silent = true;
      break;
    case ExtendedApdus::resetsCard:
      reset();
      m_wasReset = true;
      break;
  }
  return {};
}

SimulatedCard::Answer SimulatedCard::dispatch(const CommandApdu& command) {
  if (command.ins != kInsGetResponse) {
    m_pending.clear();
  }
  const bool interindustry = command.cla < 0x80;
  if (interindustry && command.cla != 0) {
    // First and further interindustry classes (ISO/IEC 7816-4, 5.4.1).
    if ((command.cla & 0x40) != 0 || (command.cla & 0x03) != 0) {
      return {kNoLogicalChannels, {}};
    }
    if ((command.cla & 0x0C) != 0) {
      return {kNoSecureMessaging, {}};
    }
    return {(command.cla & 0x10) != 0 ? kNoCommandChaining : kUnknownClass, {}};
  }
  if (command.cla != 0 && command.cla != kJpkiClass) {
    return {kUnknownClass, {}};
  }
  if (command.cla == kJpkiClass) {
    return command.ins == kInsSign ? inParts(sign(command)) : Answer{kUnknownInstruction, {}};
  }
  switch (command.ins) {
    case kInsSelect:
      return inParts(selectFile(command));
    case kInsReadBinary:
      return inParts(readBinary(command));
    case kInsVerify:
      return verify(command);
    case kInsGetResponse:
      return getResponse(command);
    case kInsManageChannel:
      return {kNoLogicalChannels, {}};
    default:
      return {kUnknownInstruction, {}};
  }
}

SimulatedCard::Answer SimulatedCard::inParts(Answer answer) {
  if (!m_behaviour.answersInParts || answer.data.empty()) {
    return answer;
  }
  m_pending = std::move(answer.data);
  const auto more = static_cast<std::uint16_t>(m_pending.size() < 256 ? m_pending.size() : 0);
  return {static_cast<std::uint16_t>(kMoreData | more), {}};
}

SimulatedCard::Answer SimulatedCard::getResponse(const CommandApdu& command) {
  if (command.p1 != 0 || command.p2 != 0) {
    return {kWrongParameters, {}};
  }
  if (!command.data.empty() || !command.expected) {
    return {kWrongLength, {}};
  }
  if (m_pending.empty()) {
    return {kConditions, {}};
  }
  const auto count = std::min(*command.expected, m_pending.size());
  const auto end = m_pending.begin() + static_cast<std::ptrdiff_t>(count);
  Answer answer{kOk, Bytes(m_pending.begin(), end)};
  m_pending.erase(m_pending.begin(), end);
  if (!m_pending.empty()) {
    const auto more = static_cast<std::uint16_t>(m_pending.size() < 256 ? m_pending.size() : 0);
    answer.statusWord = static_cast<std::uint16_t>(kMoreData | more);
  }
  return answer;
}
}  // namespace madoguchi::simulated
