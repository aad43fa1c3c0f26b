#include <gtest/gtest.h>

#include "tests/unit/cardreader/jpki_card_fixture.h"

// A whole certificate in one APDU: found out once, with the authentication certificate, before
// anything is at stake; and without any harm where reader or card cannot.

namespace madoguchi::card {
namespace {

using test::CardScript;
using test::toHex;

constexpr const char* kWholeAuthentication = "00 B0 8A 00 00 00 00";
constexpr const char* kWholeSigning = "00 B0 81 00 00 00 00";

class Extended : public testing::Test {
 protected:
  Extended() {
    script->on(kSelect, "90 00");
    m_transport.addConnection(script);
    m_connection = m_transport.connect(test::ScriptedTransport::kReader);
    m_card.emplace(*m_connection, &counter, &reader);
    EXPECT_TRUE(m_card->select());
  }
  void TearDown() override { EXPECT_TRUE(script->unconsumed().empty()); }

  JpkiCard& card() { return *m_card; }

  void onShortReads(const char* first, std::size_t from = 0) {
    for (std::size_t offset = from; offset < der.size(); offset += 256) {
      const std::size_t length = std::min<std::size_t>(256, der.size() - offset);
      const std::vector<std::uint8_t> next = {0x00, 0xB0, static_cast<std::uint8_t>(offset >> 8U),
                                              static_cast<std::uint8_t>(offset & 0xFFU),
                                              static_cast<std::uint8_t>(length & 0xFFU)};
      script->on(offset == 0 ? first : toHex(next),
                 toHex(std::span(der).subspan(offset, length)) + "90 00");
    }
  }
  void verifyPassword() {
    script->on("00 20 00 9B 08 4D 41 44 4F 31 32 33 34", "90 00");
    EXPECT_EQ(card().verify(Secret::signaturePassword, secret("MADO1234")).status,
              VerifyStatus::verified);
  }

  const std::vector<std::uint8_t> der = derObject(600);
  ReaderCapabilities reader;
  ApduCounter counter;
  std::shared_ptr<CardScript> script = std::make_shared<CardScript>();

 private:
  test::ScriptedTransport m_transport;
  std::unique_ptr<CardConnection> m_connection;
  std::optional<JpkiCard> m_card;
};

TEST_F(Extended, OneAnswerIsEnoughFromThenOn) {
  script->on(kWholeAuthentication, toHex(der) + "90 00");
  EXPECT_EQ(card().readCertificate(KeyPair::authentication), der);
  EXPECT_EQ(reader.extendedLength, ExtendedLength::works);
  verifyPassword();
  script->on(kWholeSigning, toHex(der) + "62 82");
  EXPECT_EQ(card().readCertificate(KeyPair::signing), der);
  EXPECT_EQ(counter.count, 4U);
  EXPECT_EQ(counter.extended, 2U);
}

TEST_F(Extended, AFileLongerThanItsCertificateIsCut) {
  script->on(kWholeAuthentication, toHex(der) + "00 00 00 90 00");
  EXPECT_EQ(card().readCertificate(KeyPair::authentication), der);
  EXPECT_EQ(reader.extendedLength, ExtendedLength::works);
}

TEST_F(Extended, RestThatWaitsIsFetched) {
  script->on(kWholeAuthentication, toHex(std::span(der).first(256)) + "61 00")
      .on("00 C0 00 00 00", toHex(std::span(der).subspan(256, 256)) + "61 58")
      .on("00 C0 00 00 58", toHex(std::span(der).subspan(512)) + "90 00");
  EXPECT_EQ(card().readCertificate(KeyPair::authentication), der);
  EXPECT_EQ(reader.extendedLength, ExtendedLength::works);
}

TEST_F(Extended, IsNotTriedWithTheSigningCertificate) {
  verifyPassword();
  onShortReads("00 B0 81 00 00");
  EXPECT_EQ(card().readCertificate(KeyPair::signing), der);
  EXPECT_EQ(reader.extendedLength, ExtendedLength::untried);
}

TEST_F(Extended, IsNotTriedAfterASecretWasPresented) {
  verifyPassword();
  onShortReads("00 B0 8A 00 00");
  EXPECT_EQ(card().readCertificate(KeyPair::authentication), der);
  EXPECT_EQ(reader.extendedLength, ExtendedLength::untried);
}

TEST_F(Extended, IsNotTriedAgainWhereItFailed) {
  reader.extendedLength = ExtendedLength::fails;
  onShortReads("00 B0 8A 00 00");
  EXPECT_EQ(card().readCertificate(KeyPair::authentication), der);
  EXPECT_EQ(counter.extended, 0U);
}

class Refused : public Extended, public testing::WithParamInterface<const char*> {};
TEST_P(Refused, ShortApdusDoItInTheSameSession) {
  script->on(kWholeAuthentication, GetParam());
  onShortReads("00 B0 8A 00 00");
  EXPECT_EQ(card().readCertificate(KeyPair::authentication), der);
  EXPECT_EQ(reader.extendedLength, ExtendedLength::fails);
}
INSTANTIATE_TEST_SUITE_P(Odd, Refused,
                         testing::Values("67 00", "6C 00", "6C 58", "6A 82", "6B 00", "69 82",
                                         "6D 00", "6F 00", "90 00", "61 10 90 00", "30 82 90 00",
                                         "5A 5A 5A 5A 5A 5A", "FF FF FF FF FF FF 90 00"));

TEST_F(Extended, AnnouncedRestThatNeverComesIsLeft) {
  script->on(kWholeAuthentication, "61 10").on("00 C0 00 00 10", "61 10");
  EXPECT_THROW(card().readCertificate(KeyPair::authentication), ExtendedLengthProbeFailed);
  EXPECT_EQ(reader.extendedLength, ExtendedLength::fails);
}

TEST_F(Extended, AnswerWithoutStatusWordIsLeft) {
  script->on(kWholeAuthentication, "90");
  EXPECT_THROW(card().readCertificate(KeyPair::authentication), ExtendedLengthProbeFailed);
  EXPECT_EQ(reader.extendedLength, ExtendedLength::fails);
}

TEST_F(Extended, AnswerThatIsShortenedIsCompleted) {
  script->on(kWholeAuthentication, toHex(std::span(der).first(254)) + "90 00");
  onShortReads("", 254);
  EXPECT_EQ(card().readCertificate(KeyPair::authentication), der);
  EXPECT_EQ(reader.extendedLength, ExtendedLength::fails);
}

TEST_F(Extended, ReaderThatBreaksOffLaterIsNotAskedAgain) {
  reader.extendedLength = ExtendedLength::works;
  verifyPassword();
  script->on(kWholeSigning, TransportFault::communication);
  try {
    card().readCertificate(KeyPair::signing);
    FAIL();
  } catch (const ExtendedLengthProbeFailed&) {
    FAIL() << "a secret would have to be presented again";
  } catch (const TransportError& error) {
    EXPECT_EQ(error.fault(), TransportFault::communication);
  }
  EXPECT_EQ(reader.extendedLength, ExtendedLength::fails);
}

struct Broken {
  TransportFault fault;
  bool mayBeginAgain;
  ExtendedLength after;
};
class BrokenOff : public Extended, public testing::WithParamInterface<Broken> {};
TEST_P(BrokenOff, SaysWhetherToBeginAgain) {
  script->on(kWholeAuthentication, GetParam().fault);
  try {
    card().readCertificate(KeyPair::authentication);
    FAIL();
  } catch (const ExtendedLengthProbeFailed& error) {
    EXPECT_TRUE(GetParam().mayBeginAgain);
    EXPECT_EQ(error.fault(), GetParam().fault);
  } catch (const TransportError& error) {
    EXPECT_FALSE(GetParam().mayBeginAgain);
    EXPECT_EQ(error.fault(), GetParam().fault);
  }
  EXPECT_EQ(reader.extendedLength, GetParam().after);
}
INSTANTIATE_TEST_SUITE_P(
    Link, BrokenOff,
    testing::Values(Broken{TransportFault::communication, true, ExtendedLength::fails},
                    Broken{TransportFault::cardReset, true, ExtendedLength::fails},
                    Broken{TransportFault::unresponsiveCard, true, ExtendedLength::fails},
                    Broken{TransportFault::malformedAnswer, true, ExtendedLength::fails},
                    Broken{TransportFault::other, true, ExtendedLength::fails},
                    Broken{TransportFault::cardRemoved, false, ExtendedLength::fails},
                    Broken{TransportFault::readerUnavailable, false, ExtendedLength::fails},
                    Broken{TransportFault::serviceUnavailable, false, ExtendedLength::fails},
                    Broken{TransportFault::cancelled, false, ExtendedLength::untried}));

}  // namespace
}  // namespace madoguchi::card
