#include "cardreader/guarded_connection.h"

#include <algorithm>
#include <utility>

#include "cardreader/apdu.h"

namespace madoguchi::card {

namespace {

using apdu::CommandView;

// P1 of SELECT, ISO/IEC 7816-4:2020 table 62.
constexpr std::uint8_t kSelectFileUnderCurrentApplication = 0x02;
constexpr std::uint8_t kSelectByName = 0x04;

// MANAGE CHANNEL opens a second channel with an application of its own (ISO/IEC 7816-4, 11.2).
constexpr std::uint8_t kManageChannel = 0x70;

/// The basic channel, without chaining and secure messaging: 00, and 80 for the card's own
/// instructions. Every other class byte could carry a command past this check, to another channel
/// or in parts.
bool isPlainClass(std::uint8_t cla) { return cla == 0x00 || cla == 0x80; }

bool selectsJpki(const CommandView& command) {
  // The lowest two bits of P2 ask for the next application of that name; the first is the one.
  return command.header.cla == 0x00 && command.header.ins == apdu::instruction::kSelect &&
         command.header.p1 == kSelectByName && (command.header.p2 & 0x03U) == 0 &&
         std::ranges::equal(command.data, apdu::kJpkiApplication);
}

bool staysInJpki(const CommandView& command) {
  if (command.header.ins == apdu::instruction::kSelect) {
    return command.header.p1 == kSelectFileUnderCurrentApplication && command.data.size() == 2;
  }
  return command.header.ins != kManageChannel;
}

bool isAllowed(const CommandView& command, bool jpkiSelected) {
  if (!isPlainClass(command.header.cla)) {
    return false;
  }
  return selectsJpki(command) || (jpkiSelected && staysInJpki(command));
}

bool selectionSucceeded(std::span<const std::uint8_t> answer) {
  if (answer.size() < 2) {
    return false;
  }
  const std::uint16_t word = apdu::statusWord(answer);
  // 61xx: done, with file information waiting to be fetched.
  return word == apdu::status::kOk || (word >> 8U) == 0x61;
}

}  // namespace

GuardedConnection::GuardedConnection(std::unique_ptr<CardConnection> inner, ApduLog log)
    : m_inner(std::move(inner)), m_log(std::move(log)) {}

std::vector<std::uint8_t> GuardedConnection::verifyAtPad(const PadEntry& entry) {
  const std::optional<CommandView> view = apdu::parse(entry.header);
  const bool isVerify = view && view->header.ins == apdu::instruction::kVerify;
  if (!isVerify || !isAllowed(*view, m_jpkiSelected)) {
    throw TransportError(TransportFault::forbiddenCommand,
                         "refused at the keypad " + apdu::describe(entry.header));
  }
  if (m_log) {
    m_log("> " + apdu::describe(entry.header) + " [typed at the reader]");
  }
  const bool wasSelected = std::exchange(m_jpkiSelected, false);
  std::vector<std::uint8_t> answer = m_inner->verifyAtPad(entry);
  m_jpkiSelected = wasSelected;
  if (m_log) {
    m_log("< " + apdu::describeAnswer(entry.header, answer));
  }
  return answer;
}

std::vector<std::uint8_t> GuardedConnection::transmit(std::span<const std::uint8_t> command) {
  const std::optional<CommandView> view = apdu::parse(command);
  if (!view || !isAllowed(*view, m_jpkiSelected)) {
    throw TransportError(TransportFault::forbiddenCommand, "refused " + apdu::describe(command));
  }
  const bool selecting = selectsJpki(*view);
  if (m_log) {
    m_log("> " + apdu::describe(command));
  }
  // Until the card confirms, and after a broken exchange, what is selected is unknown.
  const bool wasSelected = std::exchange(m_jpkiSelected, false);
  std::vector<std::uint8_t> answer = m_inner->transmit(command);
  m_jpkiSelected = selecting ? selectionSucceeded(answer) : wasSelected;
  if (m_log) {
    m_log("< " + apdu::describeAnswer(command, answer));
  }
  return answer;
}

}  // namespace madoguchi::card
