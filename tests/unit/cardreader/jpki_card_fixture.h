#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cardreader/jpki_card.h"
#include "tests/support/hex.h"
#include "tests/support/scripted_transport.h"
#include "tests/support/secret.h"
#include "tests/support/transport_fault.h"

namespace madoguchi::card {

using test::secret;

inline constexpr const char* kSelect = "00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01";

/// Something as long as a certificate, whose DER tells its length.
inline std::vector<std::uint8_t> derObject(std::size_t length) {
  constexpr std::size_t kHeader = 4;
  std::vector<std::uint8_t> bytes(length, 0x5A);
  bytes[0] = 0x30;
  bytes[1] = 0x82;
  bytes[2] = static_cast<std::uint8_t>((length - kHeader) >> 8U);
  bytes[3] = static_cast<std::uint8_t>((length - kHeader) & 0xFFU);
  return bytes;
}

/// A card that has been selected, and goes on with what the test puts into the script.
class JpkiCardTest : public testing::Test {
 protected:
  JpkiCardTest() {
    script().on(kSelect, "90 00");
    m_transport.addConnection(m_script);
    m_connection = m_transport.connect(test::ScriptedTransport::kReader);
    m_card.emplace(*m_connection, &m_counter);
    EXPECT_TRUE(m_card->select());
  }
  void TearDown() override {
    EXPECT_TRUE(m_script->unconsumed().empty())
        << "not asked for: " << m_script->unconsumed().front();
  }

  test::CardScript& script() { return *m_script; }
  JpkiCard& card() { return *m_card; }
  [[nodiscard]] const ApduCounter& counter() const { return m_counter; }

  /// The status word of the CardError that `action` throws.
  template <typename Action>
  static int cardError(Action action) {
    try {
      action();
    } catch (const CardError& error) {
      return error.statusWord();
    }
    ADD_FAILURE() << "no CardError";
    return -1;
  }

 private:
  std::shared_ptr<test::CardScript> m_script = std::make_shared<test::CardScript>();
  test::ScriptedTransport m_transport;
  std::unique_ptr<CardConnection> m_connection;
  ApduCounter m_counter;
  std::optional<JpkiCard> m_card;
};

}  // namespace madoguchi::card
