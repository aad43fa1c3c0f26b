#include <gtest/gtest.h>

#include <algorithm>

#include "cardreader/digest_info.h"
#include "tests/unit/cardreader/jpki_card_fixture.h"

// What a whole registration costs on the card: contactless, each exchange is felt.

namespace madoguchi::card {
namespace {

using test::CardScript;
using test::toHex;

// A model card's certificates, typical for what is issued today.
constexpr std::size_t kSigningCertificate = 1687;
constexpr std::size_t kAuthenticationCertificate = 1454;

constexpr std::uint64_t kMostApdus = 28;
constexpr std::uint64_t kMostBytes = 5000;

constexpr const char* kVerifyPassword = "00 20 00 9B 08 4D 41 44 4F 31 32 33 34";
constexpr const char* kVerifyPin = "00 20 00 98 04 31 32 33 34";

void addReads(CardScript& script, const char* firstRead, const std::vector<std::uint8_t>& der) {
  for (std::size_t offset = 0; offset < der.size(); offset += 256) {
    const std::size_t length = std::min<std::size_t>(256, der.size() - offset);
    const std::vector<std::uint8_t> next = {0x00, 0xB0, static_cast<std::uint8_t>(offset >> 8U),
                                            0x00, static_cast<std::uint8_t>(length & 0xFFU)};
    script.on(offset == 0 ? firstRead : toHex(next),
              toHex(std::span(der).subspan(offset, length)) + "90 00");
  }
}

class RegistrationCost : public testing::Test {
 protected:
  /// A new connection, as after each time that the person thinks.
  template <typename Session>
  std::uint64_t session(const std::shared_ptr<CardScript>& script, Session run) {
    m_transport.addConnection(script);
    const auto connection = m_transport.connect(test::ScriptedTransport::kReader);
    const std::uint64_t before = m_counter.count;
    JpkiCard card(*connection, &m_counter);
    EXPECT_TRUE(card.select());
    run(card);
    EXPECT_TRUE(script->unconsumed().empty());
    return m_counter.count - before;
  }

  test::ScriptedTransport m_transport;
  ApduCounter m_counter;
};

TEST_F(RegistrationCost, StaysWithinItsBounds) {
  const auto signing = derObject(kSigningCertificate);
  const auto authentication = derObject(kAuthenticationCertificate);
  const std::string signature = toHex(std::vector<std::uint8_t>(256, 0x77)) + "90 00";
  const SecretBuffer password = secret("MADO1234");
  const SecretBuffer pin = secret("1234");
  const auto digestInfo = sha256DigestInfoOf(signing);

  auto precheck = std::make_shared<CardScript>();
  precheck->on(kSelect, "90 00")
      .on("00 B0 86 00 20", toHex(std::vector<std::uint8_t>(32, ' ')) + "90 00")
      .on("00 B0 88 00 03", "8F 8F 00 90 00")
      .on("00 20 00 9B", "63 C5")
      .on("00 20 00 98", "63 C3");
  addReads(*precheck, "00 B0 8A 00 00", authentication);
  EXPECT_EQ(session(precheck,
                    [&](JpkiCard& card) {
                      card.readKind();
                      card.readPresence();
                      EXPECT_EQ(card.readTriesLeft(Secret::signaturePassword), 5);
                      EXPECT_EQ(card.readTriesLeft(Secret::authenticationPin), 3);
                      EXPECT_EQ(card.readCertificate(KeyPair::authentication), authentication);
                    }),
            11U);

  auto passwordPage = std::make_shared<CardScript>();
  passwordPage->on(kSelect, "90 00").on(kVerifyPassword, "90 00");
  addReads(*passwordPage, "00 B0 81 00 00", signing);
  EXPECT_EQ(session(passwordPage,
                    [&](JpkiCard& card) {
                      card.verify(Secret::signaturePassword, password);
                      EXPECT_EQ(card.readCertificate(KeyPair::signing), signing);
                    }),
            9U);

  auto pinPage = std::make_shared<CardScript>();
  pinPage->on(kSelect, "90 00")
      .on("00 B0 8A 00 40", toHex(std::span(authentication).first(0x40)) + "90 00")
      .on(kVerifyPin, "90 00");
  EXPECT_EQ(session(pinPage,
                    [&](JpkiCard& card) {
                      EXPECT_TRUE(card.holdsCertificate(KeyPair::authentication, authentication));
                      card.verify(Secret::authenticationPin, pin);
                    }),
            3U);

  auto submission = std::make_shared<CardScript>();
  submission->on(kSelect, "90 00")
      .on(kVerifyPassword, "90 00")
      .on("80 2A 00 9A 33 *", signature)
      .on(kVerifyPin, "90 00")
      .on("80 2A 00 97 33 *", signature);
  EXPECT_EQ(session(submission,
                    [&](JpkiCard& card) {
                      card.verify(Secret::signaturePassword, password);
                      EXPECT_EQ(card.sign(KeyPair::signing, digestInfo).size(), 256U);
                      card.verify(Secret::authenticationPin, pin);
                      EXPECT_EQ(card.sign(KeyPair::authentication, digestInfo).size(), 256U);
                    }),
            5U);

  EXPECT_LE(m_counter.count, kMostApdus);
  EXPECT_LE(m_counter.bytes, kMostBytes);
  RecordProperty("apdus", static_cast<int>(m_counter.count));
  RecordProperty("bytes", static_cast<int>(m_counter.bytes));
}

TEST_F(RegistrationCost, CountsBothWays) {
  auto script = std::make_shared<CardScript>();
  script->on(kSelect, "90 00").on("00 B0 88 00 03", "8F 8F 00 90 00");
  session(script, [](JpkiCard& card) { card.readPresence(); });
  EXPECT_EQ(m_counter.count, 2U);
  EXPECT_EQ(m_counter.bytes, 15U + 2U + 5U + 5U);
}

}  // namespace
}  // namespace madoguchi::card
