#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "cardreader/transport.h"

namespace madoguchi::card {

/// Takes one line per command and one per answer, free of secrets and personal data (apdu.h).
using ApduLog = std::function<void(const std::string&)>;

/// The door between this program and a card. Every CardTransport hands out its connections through
/// it.
///
/// Never sent, whatever asks for it: reads of the Individual Number (EF 0001 of the text
/// application, EF 0005 of the visual application) and VERIFY with 照合番号A, which is the
/// Individual Number. The rule that makes this certain is a wider one: nothing but SELECT of the
/// JPKI application, by its full name, passes until the card has confirmed that selection; and no
/// command passes that could leave the application again or speak to another one beside it. So what
/// another program left selected on the card cannot be reached either.
///
/// A refused command throws TransportError with TransportFault::forbiddenCommand; nothing was sent.
class GuardedConnection : public CardConnection {
 public:
  explicit GuardedConnection(std::unique_ptr<CardConnection> inner, ApduLog log = {});
  std::vector<std::uint8_t> transmit(std::span<const std::uint8_t> command) override;
  bool hasPinPad(std::uint8_t digits) override { return m_inner->hasPinPad(digits); }
  std::vector<std::uint8_t> verifyAtPad(const PadEntry& entry) override;

 private:
  std::unique_ptr<CardConnection> m_inner;
  ApduLog m_log;
  bool m_jpkiSelected = false;
};

}  // namespace madoguchi::card
