// Any bytes as the answers of a card over a whole session. Each answer is one length byte and that many
// bytes; the link breaks when they are used up.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "cardreader/jpki_card.h"

namespace {

using namespace madoguchi::card;

class ByteCard : public CardConnection {
 public:
  explicit ByteCard(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}
  std::vector<std::uint8_t> transmit(std::span<const std::uint8_t> command) override {
    if (command.size() > 5 && command[1] == 0x20) ++verifies;
    if (m_bytes.empty()) throw TransportError(TransportFault::cardRemoved, "transmit");
    const std::size_t length = std::min<std::size_t>(m_bytes[0], m_bytes.size() - 1);
    std::vector<std::uint8_t> answer(m_bytes.begin() + 1,
                                     m_bytes.begin() + 1 + static_cast<std::ptrdiff_t>(length));
    m_bytes = m_bytes.subspan(length + 1);
    return answer;
  }
  int verifies = 0;

 private:
  std::span<const std::uint8_t> m_bytes;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ByteCard connection({data, size});
  try {
    JpkiCard card(connection);
    if (!card.select()) return 0;
    card.readKind();
    card.readPresence();
    card.readTriesLeft(Secret::signaturePassword);
    card.readCertificate(KeyPair::authentication);
    SecretBuffer password;
    for (const char c : {'A', 'B', 'C', '1', '2', '3'}) password.append(static_cast<std::uint8_t>(c));
    connection.verifies = 0;
    card.verify(Secret::signaturePassword, password);
    // Whatever the card answers: one VERIFY is one try.
    if (connection.verifies != 1) __builtin_trap();
    card.readCertificate(KeyPair::signing);
    const std::vector<std::uint8_t> digestInfo(51, 0x30);
    card.sign(KeyPair::signing, digestInfo);
  } catch (const TransportError&) {
  } catch (const CardError&) {
  }
  return 0;
}
