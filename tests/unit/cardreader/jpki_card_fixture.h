#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

#include "cardreader/jpki_card.h"
#include "tests/support/hex.h"
#include "tests/support/scripted_transport.h"

namespace madoguchi::card {

/// A card that has been selected, and goes on with what the test puts into the script.
class JpkiCardTest : public testing::Test {
 protected:
  static constexpr const char* kSelect = "00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01";

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

  static SecretBuffer secret(std::string_view text) {
    SecretBuffer buffer;
    for (const char character : text) {
      buffer.append(static_cast<std::uint8_t>(character));
    }
    return buffer;
  }

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

  /// The fault of the TransportError that `action` throws.
  template <typename Action>
  static TransportFault transportFault(Action action) {
    try {
      action();
    } catch (const TransportError& error) {
      return error.fault();
    }
    ADD_FAILURE() << "no TransportError";
    return TransportFault::other;
  }

 private:
  std::shared_ptr<test::CardScript> m_script = std::make_shared<test::CardScript>();
  test::ScriptedTransport m_transport;
  std::unique_ptr<CardConnection> m_connection;
  ApduCounter m_counter;
  std::optional<JpkiCard> m_card;
};

}  // namespace madoguchi::card
