// Any bytes as the answers of a card over a whole registration, certificates included. Each answer
// is a length of two bytes and that many bytes; the link breaks when they are used up.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "cardreader/guarded_connection.h"
#include "cardreader/jpki_card.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/prefill_check.h"
#include "tests/support/secret.h"

namespace {

using namespace madoguchi;
using fuzz::check;
using namespace madoguchi::card;

constexpr std::string_view kPassword = "ABC123";
constexpr std::string_view kPasswordInHex = "414243313233";
constexpr std::size_t kLongestAnswer = 320;  // somewhat more than a short APDU may answer

struct Tape {
  std::span<const std::uint8_t> bytes;
  int verifies = 0;
};

class TapeCard : public CardConnection {
 public:
  explicit TapeCard(Tape& tape) : m_tape(tape) {}
  std::vector<std::uint8_t> transmit(std::span<const std::uint8_t> command) override {
    if (command.size() > 5 && command[1] == 0x20) {
      ++m_tape.verifies;
    }
    auto& bytes = m_tape.bytes;
    if (bytes.size() < 2) {
      bytes = {};
      throw TransportError(TransportFault::cardRemoved, "transmit");
    }
    const std::size_t announced = (std::size_t{bytes[0]} << 8U) + bytes[1];
    const std::size_t length = std::min(announced % kLongestAnswer, bytes.size() - 2);
    const auto answer = bytes.subspan(2, length);
    bytes = bytes.subspan(2 + length);
    return {answer.begin(), answer.end()};
  }

 private:
  Tape& m_tape;
};

/// A step may fail in the two ways that it announces; the next one then has the card again.
template <typename Step>
void attempt(Step step) {
  try {
    step();
  } catch (const TransportError&) {
  } catch (const CardError&) {
  }
}

void readInto(JpkiCard& card, KeyPair which) {
  const auto der = card.readCertificate(which);
  if (!der) {
    return;
  }
  try {
    fuzz::checkPrefill(certificate::parseCertificate(*der).items);
  } catch (const certificate::CertificateError&) {
  }
}

void verify(JpkiCard& card, Tape& tape, Secret which, std::string_view text) {
  const SecretBuffer secret = test::secret(text);
  tape.verifies = 0;
  attempt([&] {
    const VerifyResult result = card.verify(which, secret);
    check(result.status == VerifyStatus::wrong ? result.triesLeft >= 1 : result.triesLeft == 0);
  });
  // Whatever the card answers: one VERIFY is one try.
  check(tape.verifies <= 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Tape tape{{data, size}};
  GuardedConnection connection(std::make_unique<TapeCard>(tape), [](const std::string& line) {
    check(line.find(kPassword) == line.npos && line.find(kPasswordInHex) == line.npos);
  });
  JpkiCard card(connection);
  const std::vector<std::uint8_t> digestInfo(51, 0x30);
  bool selected = false;
  attempt([&] { selected = card.select(); });
  if (!selected) {
    return 0;
  }
  attempt([&] { card.readKind(); });
  attempt([&] { card.readPresence(); });
  for (const Secret which : {Secret::signaturePassword, Secret::authenticationPin}) {
    attempt([&] { check(card.readTriesLeft(which) >= 0); });
  }
  attempt([&] { readInto(card, KeyPair::authentication); });
  verify(card, tape, Secret::signaturePassword, kPassword);
  attempt([&] { readInto(card, KeyPair::signing); });
  verify(card, tape, Secret::authenticationPin, "1234");
  for (const KeyPair which : {KeyPair::signing, KeyPair::authentication}) {
    attempt([&] { check(!card.sign(which, digestInfo).empty()); });
  }
  return 0;
}
