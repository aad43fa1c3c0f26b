// card_client: the product's own card library as a program, for tests that drive it from outside.
//
//   card_client register DIR   waits for a card and does the card part of a registration; writes
//                              the two certificates and a signature with each key over DIR/data
//                              into DIR
//   card_client watch          writes a line for each change of readers and cards until SIGTERM
//   card_client hold           verifies the PIN, writes "verified" and waits for the end of its
//                              input
//   card_client share          shares the card with others, writes "shared" and does likewise
//   card_client take           takes the card for itself as soon as it can: writes "held" each time
//                              that another program has it, and "taken"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "cardreader/digest_info.h"
#include "cardreader/jpki_card.h"
#include "cardreader/pcsc/pcsc_calls.h"
#include "cardreader/pcsc/pcsc_transport.h"
#include "cardreader/simulated/persons.h"
#include "tests/support/secret.h"

namespace {

using namespace madoguchi::card;
using madoguchi::test::secret;
namespace fs = std::filesystem;
using Bytes = std::vector<std::uint8_t>;

void expect(bool condition, const char* what) {
  if (!condition) {
    throw std::runtime_error(std::string("not as it should be: ") + what);
  }
}

std::string waitForCard(PcscTransport& transport) {
  for (auto known = transport.snapshot();; known = transport.waitForChange(known)) {
    const auto reader = std::ranges::find_if(known.readers, &ReaderState::cardPresent);
    if (reader != known.readers.end()) {
      return reader->name;
    }
  }
}

void write(const fs::path& path, const Bytes& bytes) {
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
}

void verify(JpkiCard& card, Secret which, std::string_view text) {
  expect(card.verify(which, secret(text)).status == VerifyStatus::verified, "VERIFY");
}

int registerCard(const fs::path& folder) {
  std::ifstream file(folder / "data", std::ios::binary);
  const Bytes data{std::istreambuf_iterator<char>(file), {}};
  PcscTransport transport;
  ApduCounter counter;
  const auto connection = transport.connect(waitForCard(transport));
  JpkiCard card(*connection, &counter);
  expect(card.select(), "selection");
  expect(card.readKind() == CardKind::myNumberCard, "kind of card");
  expect(card.readPresence().signing && card.readPresence().authentication, "presence");
  expect(card.readTriesLeft(Secret::signaturePassword) == 5, "password tries");
  expect(card.readTriesLeft(Secret::authenticationPin) == 3, "PIN tries");
  write(folder / "authentication.der", card.readCertificate(KeyPair::authentication).value());
  // Typed in lower case, as people do.
  SecretBuffer typed = secret("mado1234");
  expect(normaliseSecret(Secret::signaturePassword, typed), "normalising");
  expect(card.verify(Secret::signaturePassword, typed).status == VerifyStatus::verified, "VERIFY");
  write(folder / "signing.der", card.readCertificate(KeyPair::signing).value());
  const auto digestInfo = sha256DigestInfoOf(data);
  write(folder / "signing.sig", card.sign(KeyPair::signing, digestInfo));
  verify(card, Secret::authenticationPin, madoguchi::simulated::kDemoAuthenticationPin);
  write(folder / "authentication.sig", card.sign(KeyPair::authentication, digestInfo));
  std::cout << "commands " << counter.count << std::endl;
  return 0;
}

int watch() {
  PcscTransport transport;
  for (auto known = transport.snapshot();; known = transport.waitForChange(known)) {
    std::cout << "service " << known.serviceRunning << " readers " << known.readers.size()
              << " cards " << std::ranges::count_if(known.readers, &ReaderState::cardPresent)
              << std::endl;
  }
}

void waitForInput() {
  std::string line;
  std::getline(std::cin, line);
}

int hold() {
  PcscTransport transport;
  const auto connection = transport.connect(waitForCard(transport));
  JpkiCard card(*connection);
  expect(card.select(), "selection");
  verify(card, Secret::signaturePassword, madoguchi::simulated::kDemoSignaturePassword);
  std::cout << "verified" << std::endl;
  waitForInput();
  return 0;
}

int share() {
  PcscTransport transport;
  const std::string reader = waitForCard(transport);
  const pcsc::Context context;
  pcsc::PoweredCard card;
  pcsc::call("SCardConnect", SCardConnect, context.handle(), reader.c_str(),
             static_cast<DWORD>(SCARD_SHARE_SHARED),
             static_cast<DWORD>(SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1), &card.handle,
             &card.protocol);
  std::cout << "shared" << std::endl;
  waitForInput();
  pcsc::call("SCardDisconnect", SCardDisconnect, card.handle, static_cast<DWORD>(SCARD_LEAVE_CARD));
  return 0;
}

int take() {
  PcscTransport transport;
  const std::string reader = waitForCard(transport);
  for (auto known = transport.snapshot();; known = transport.waitForChange(known)) {
    try {
      const auto connection = transport.connect(reader);
      std::cout << "taken" << std::endl;
      return 0;
    } catch (const TransportError& error) {
      expect(error.fault() == TransportFault::sharingViolation, error.what());
      std::cout << "held" << std::endl;
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  try {
    if (arguments.size() == 2 && arguments[0] == "register") {
      return registerCard(arguments[1]);
    }
    if (arguments.size() == 1 && arguments[0] == "watch") {
      return watch();
    }
    if (arguments.size() == 1 && arguments[0] == "hold") {
      return hold();
    }
    if (arguments.size() == 1 && arguments[0] == "share") {
      return share();
    }
    if (arguments.size() == 1 && arguments[0] == "take") {
      return take();
    }
    std::cerr << "usage: card_client register DIR | watch | hold | share | take\n";
    return 64;
  } catch (const TransportError& error) {
    std::cerr << "card_client: " << error.what() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "card_client: " << error.what() << '\n';
  }
  return 1;
}
