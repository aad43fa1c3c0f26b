#include "cardreader/simulated/virtualcard.h"

#include <poll.h>

#include <charconv>
#include <sstream>
#include <utility>

#include "cardreader/apdu.h"
#include "cardreader/simulated/persons.h"
#include "cardreader/simulated/pki_folder.h"

namespace madoguchi::simulated {
namespace {

// One-byte messages of the driver (vsmartcard, vpcd.h).
constexpr std::uint8_t kPowerOff = 0;
constexpr std::uint8_t kPowerOn = 1;
constexpr std::uint8_t kReset = 2;
constexpr std::uint8_t kAnswerToReset = 4;

// The service looks at a reader every 400 ms (pcsc-lite, PCSCLITE_STATUS_POLL_RATE); a card that
// goes and comes in between confuses it, and no hand is that fast.
constexpr std::chrono::milliseconds kTimeOfHand(600);

/// Empty where the text is not one byte after the other.
std::optional<std::vector<std::uint8_t>> bytesOf(const std::string& hexadecimal) {
  constexpr int kHexadecimal = 16;
  std::vector<std::uint8_t> bytes;
  for (std::size_t at = 0; at < hexadecimal.size(); at += 2) {
    const char* first = hexadecimal.data() + at;
    const char* last = first + 2;
    std::uint8_t byte = 0;
    if (at + 2 > hexadecimal.size() ||
        std::from_chars(first, last, byte, kHexadecimal).ptr != last) {
      return std::nullopt;
    }
    bytes.push_back(byte);
  }
  return bytes.empty() ? std::nullopt : std::optional(bytes);
}

}  // namespace

VirtualCard::VirtualCard(const VirtualCardOptions& options, Print print, Print log)
    : m_options(options),
      m_pki(openPki(options.pki)),
      m_print(std::move(print)),
      m_log(std::move(log)) {
  insert(options.person);
}

void VirtualCard::insert(const std::string& personId) {
  remove();
  if (!m_cards.contains(personId)) {
    CardContents contents = cardOf(m_options.pki, m_pki, *findPerson(personId));
    contents.signaturePassword = m_options.password.value_or(contents.signaturePassword);
    contents.authenticationPin = m_options.pin.value_or(contents.authenticationPin);
    contents.signaturePasswordTries =
        m_options.passwordTries.value_or(contents.signaturePasswordTries);
    contents.authenticationPinTries = m_options.pinTries.value_or(contents.authenticationPinTries);
    m_cards.emplace(personId, std::make_unique<SimulatedCard>(std::move(contents)));
  }
  m_person = personId;
  m_inserted = true;
  m_announced = false;
}

void VirtualCard::remove() {
  if (!m_inserted) {
    return;
  }
  m_inserted = false;
  m_held.reset();
  m_takenAway = std::chrono::steady_clock::now();
  m_link.close();
  card().powerOff();
  if (m_announced) {
    m_print("removed");
  }
}

bool VirtualCard::mayConnect() const {
  return wantsConnection() && std::chrono::steady_clock::now() - m_takenAway >= kTimeOfHand;
}

bool VirtualCard::connect() { return m_link.connect(m_options.host, m_options.port); }

std::string VirtualCard::status() {
  const SimulatedCard& present = card();
  std::ostringstream text;
  text << "status person=" << m_person << " inserted=" << m_inserted
       << " powered=" << present.powered() << " verified=" << present.anySecretVerified()
       << " password-tries=" << present.signaturePasswordTries()
       << " pin-tries=" << present.authenticationPinTries()
       << " forbidden=" << present.forbiddenTouches() << " commands=" << m_commands
       << " verifications=" << present.verifications();
  return text.str();
}

bool VirtualCard::command(const std::string& line) {
  std::istringstream words(line);
  std::string verb;
  std::string argument;
  words >> verb >> argument;
  if (verb == "quit") {
    return false;
  }
  const auto further = [&] {
    std::uint64_t number = 0;
    std::istringstream(argument) >> number;
    return m_commands + number;
  };
  bool understood = true;
  if (verb == "remove") {
    remove();
  } else if (verb == "insert") {
    if (!m_inserted) {
      insert(m_person);
    }
  } else if (verb == "person" && findPerson(argument) != nullptr) {
    insert(argument);
  } else if (verb == "remove-after") {
    m_options.removeAfterApdu = further();
  } else if (verb == "hold") {
    m_holdAt = further();
  } else if (verb == "release") {
    release();
  } else if (verb == "answer") {
    m_instead = bytesOf(argument);
    understood = m_instead.has_value();
  } else if (verb == "odd") {
    understood = setOddity(argument);
  } else if (verb == "status") {
    m_print(status());
  } else {
    understood = verb.empty();
  }
  if (!understood) {
    m_print("not understood: " + line);
  }
  return true;
}

void VirtualCard::serve() {
  m_link.finishSending();
  const auto message = m_link.events() == POLLIN ? m_link.receive() : std::nullopt;
  if (!m_link.connected()) {
    // The service has ended: the card is still on the reader, but without power.
    card().powerOff();
  }
  if (!message) {
    return;
  }
  if (!m_announced) {
    m_announced = true;
    m_print("inserted " + m_person);
  }
  if (message->size() != 1) {
    reply(*message);
    return;
  }
  switch (message->front()) {
    case kPowerOff:
      card().powerOff();
      break;
    case kPowerOn:
      card().powerOn();
      break;
    case kReset:
      card().reset();
      break;
    case kAnswerToReset:
      m_link.send(card().answerToReset());
      return;
    default:
      return;
  }
  if (m_log) {
    m_log(message->front() == kPowerOff ? "power off"
                                        : (message->front() == kPowerOn ? "power on" : "reset"));
  }
}

void VirtualCard::reply(const std::vector<std::uint8_t>& apdu) {
  ++m_commands;
  auto answer = card().process(apdu);
  if (m_instead) {
    answer = *std::exchange(m_instead, std::nullopt);
  }
  if (m_log) {
    m_log("> " + card::apdu::describe(apdu));
    m_log("< " + (answer.empty() ? "(no answer)" : card::apdu::describeAnswer(apdu, answer)));
  }
  if (answer.empty()) {
    // The protocol has no word for silence; a card that is silent is one that has gone.
    remove();
    return;
  }
  if (m_holdAt == m_commands) {
    m_held = std::move(answer);
    m_print("holding");
    return;
  }
  send(answer);
}

void VirtualCard::send(const std::vector<std::uint8_t>& answer) {
  m_link.send(answer);
  if (m_options.removeAfterApdu == m_commands) {
    remove();
  }
}

void VirtualCard::release() {
  m_holdAt = 0;
  if (m_held) {
    send(*std::exchange(m_held, std::nullopt));
  }
}

bool VirtualCard::setOddity(const std::string& name) {
  Behaviour behaviour;
  behaviour.answersInParts = name == "parts";
  card().setBehaviour(behaviour);
  m_instead.reset();
  return behaviour.answersInParts || name == "none";
}

}  // namespace madoguchi::simulated
