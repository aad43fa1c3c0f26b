#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "cardreader/simulated/card_pki.h"
#include "cardreader/simulated/simulated_card.h"
#include "tests/support/hex.h"

namespace madoguchi::test {

/// A powered card whose files hold recognisable bytes instead of certificates, which would cost
/// keys.
class CardOnTheBench : public ::testing::Test {
 protected:
  static constexpr std::size_t kSigningSize = 1687;
  static constexpr std::size_t kAuthenticationSize = 1454;

  static simulated::CardContents contents() {
    simulated::CardContents contents;
    contents.signingCertificate = pattern(kSigningSize, 1);
    contents.signingCaCertificate = pattern(900, 2);
    contents.authenticationCertificate = pattern(kAuthenticationSize, 3);
    contents.authenticationCaCertificate = pattern(901, 4);
    contents.signaturePassword = "MADO1234";
    contents.authenticationPin = "1234";
    return contents;
  }

  static std::vector<std::uint8_t> pattern(std::size_t size, unsigned seed) {
    std::vector<std::uint8_t> bytes(size);
    for (std::size_t i = 0; i < size; ++i) {
      bytes[i] = static_cast<std::uint8_t>(i * 7 + seed);
    }
    return bytes;
  }

  void SetUp() override { powerUp({}); }

  void powerUp(const simulated::Behaviour& behaviour,
               const simulated::CardContents& with = contents()) {
    m_card = std::make_unique<simulated::SimulatedCard>(with, behaviour);
    m_card->powerOn();
  }

  /// The whole answer in hexadecimal; empty where the card says nothing.
  std::string send(std::string_view hex) { return toHex(m_card->process(fromHex(hex)), ""); }
  std::string selectJpki() { return send("00A4040C0A D392F000260100000001"); }
  std::string verifyPassword(std::string_view password) { return verify(0x9B, password); }
  std::string verifyPin(std::string_view pin) { return verify(0x98, pin); }
  std::string verify(std::uint8_t reference, std::string_view secret) {
    std::vector<std::uint8_t> command = {0x00, 0x20, 0x00, reference,
                                         static_cast<std::uint8_t>(secret.size())};
    command.insert(command.end(), secret.begin(), secret.end());
    return toHex(m_card->process(command), "");
  }

  simulated::SimulatedCard& card() { return *m_card; }

 private:
  std::unique_ptr<simulated::SimulatedCard> m_card;
};

}  // namespace madoguchi::test
