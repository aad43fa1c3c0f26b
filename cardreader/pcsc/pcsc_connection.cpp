#include "cardreader/pcsc/pcsc_connection.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "cardreader/apdu.h"
#include "cardreader/pcsc/pcsc_calls.h"
#include "cardreader/pcsc/pin_pad.h"

namespace madoguchi::card::pcsc {

namespace {

class PcscConnection : public CardConnection {
 public:
  PcscConnection(const std::string& reader, std::shared_ptr<HeldReaders> held)
      : m_reader(reader), m_held(std::move(held)) {
    const std::lock_guard lock(m_held->mutex);
    const auto name = m_held->names.insert(m_reader);
    try {
      m_card = connectCard(m_context, m_reader);
    } catch (...) {
      m_held->names.erase(name);
      throw;
    }
  }

  PcscConnection(const PcscConnection&) = delete;
  PcscConnection& operator=(const PcscConnection&) = delete;

  ~PcscConnection() override {
    const std::lock_guard lock(m_held->mutex);
    // Where this fails the card has already lost its power, or the service is gone and resets it.
    SCardDisconnect(m_card.handle, SCARD_UNPOWER_CARD);
    m_held->names.erase(m_held->names.find(m_reader));
  }

  std::vector<std::uint8_t> transmit(std::span<const std::uint8_t> command) override {
    const std::optional<apdu::CommandView> view = apdu::parse(command);
    const std::size_t expected = view ? view->expected : 0;
    std::vector<std::uint8_t> answer(std::max(expected, apdu::kMaxShortAnswer) + 2);
    auto length = static_cast<DWORD>(answer.size());
    call("SCardTransmit", SCardTransmit, m_card.handle,
         m_card.protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1, command.data(),
         static_cast<DWORD>(command.size()), nullptr, answer.data(), &length);
    answer.resize(length);
    return answer;
  }

  bool hasPinPad(std::uint8_t digits) override {
    const std::optional<PinPad>& pad = pinPad();
    return pad && pad->fewestDigits <= digits && digits <= pad->mostDigits;
  }

  std::vector<std::uint8_t> verifyAtPad(const PadEntry& entry) override {
    const std::optional<PinPad>& pad = pinPad();
    return pad ? pcsc::verifyAtPad(m_card.handle, *pad, entry) : CardConnection::verifyAtPad(entry);
  }

 private:
  const std::optional<PinPad>& pinPad() {
    if (!m_pinPad) {
      m_pinPad = findPinPad(m_card.handle, m_reader);
    }
    return *m_pinPad;
  }

  Context m_context;
  std::string m_reader;
  std::shared_ptr<HeldReaders> m_held;
  PoweredCard m_card;
  std::optional<std::optional<PinPad>> m_pinPad;  ///< once it was asked for
};

}  // namespace

std::unique_ptr<CardConnection> openConnection(const std::string& reader,
                                               std::shared_ptr<HeldReaders> held) {
  return std::make_unique<PcscConnection>(reader, std::move(held));
}

}  // namespace madoguchi::card::pcsc
