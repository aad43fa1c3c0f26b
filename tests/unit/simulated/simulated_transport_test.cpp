// Readers in process, and the product's JpkiCard doing its work through them.

#include <gtest/gtest.h>

#include <future>

#include "cardreader/jpki_card.h"
#include "cardreader/simulated/card_pki.h"
#include "cardreader/simulated/simulated_transport.h"
#include "tests/support/secret.h"
#include "tests/support/transport_fault.h"
#include "tests/unit/simulated/card_on_the_bench.h"

namespace madoguchi::test {
namespace {

using card::TransportFault;
using simulated::Behaviour;
using simulated::ExtendedApdus;
using simulated::InProcessTransport;
using simulated::SimulatedCard;

constexpr const char* kReader = "Simulated reader 0";

class Transport : public CardOnTheBench {
 protected:
  static std::shared_ptr<SimulatedCard> makeCard(Behaviour behaviour = {}) {
    return std::make_shared<SimulatedCard>(contents(), behaviour);
  }
};

TEST_F(Transport, ShowsReadersAndCards) {
  InProcessTransport transport(2);
  auto before = transport.snapshot();
  ASSERT_TRUE(before.serviceRunning);
  ASSERT_EQ(before.readers.size(), 2U);
  EXPECT_EQ(before.readers[0].name, kReader);
  EXPECT_FALSE(before.readers[0].cardPresent);
  const auto laid = makeCard();
  transport.insert(laid, 1);
  const auto after = transport.snapshot();
  EXPECT_TRUE(after.readers[1].cardPresent);
  EXPECT_EQ(after.readers[1].atr, laid->answerToReset());
  EXPECT_FALSE(after.readers[0].cardPresent);
  transport.unplugReader(0);
  ASSERT_EQ(transport.snapshot().readers.size(), 1U);
  EXPECT_EQ(transport.snapshot().readers[0].name, "Simulated reader 1");
  transport.setServiceRunning(false, TransportFault::serviceIncompatible);
  EXPECT_FALSE(transport.snapshot().serviceRunning);
  EXPECT_EQ(transport.snapshot().serviceFault, TransportFault::serviceIncompatible);
}

TEST_F(Transport, ASwapIsAChangeEvenWithTheSameAtr) {
  InProcessTransport transport;
  transport.insert(makeCard());
  const auto before = transport.snapshot();
  transport.insert(makeCard());
  EXPECT_NE(transport.snapshot(), before);
}

TEST_F(Transport, WaitingEndsWithAnInsertionFromAnotherThread) {
  InProcessTransport transport;
  const auto known = transport.snapshot();
  auto waiting = std::async(std::launch::async, [&] { return transport.waitForChange(known); });
  transport.insert(makeCard());
  EXPECT_TRUE(waiting.get().readers.at(0).cardPresent);
}

TEST_F(Transport, CancelEndsTheWaitThatRunsOrTheNextOne) {
  InProcessTransport transport;
  const auto known = transport.snapshot();
  transport.cancel();
  EXPECT_EQ(transport.waitForChange(known), known);
  auto waiting = std::async(std::launch::async, [&] { return transport.waitForChange(known); });
  transport.cancel();
  EXPECT_EQ(waiting.get(), known);
  transport.insert(makeCard());
  EXPECT_NE(transport.waitForChange(known), known) << "a cancel counts once";
}

TEST_F(Transport, ConnectingSaysWhyItCannot) {
  InProcessTransport transport;
  const auto connecting = [&] { return transportFaultOf([&] { transport.connect(kReader); }); };
  EXPECT_EQ(connecting(), TransportFault::noCard);
  EXPECT_EQ(transportFaultOf([&] { transport.connect("another"); }),
            TransportFault::readerUnavailable);
  Behaviour mute;
  mute.mute = true;
  transport.insert(makeCard(mute));
  EXPECT_TRUE(transport.snapshot().readers[0].mute);
  EXPECT_EQ(connecting(), TransportFault::unresponsiveCard);
  transport.insert(makeCard());
  transport.setInUseElsewhere(true);
  EXPECT_EQ(connecting(), TransportFault::sharingViolation);
  transport.setInUseElsewhere(false);
  const auto connection = transport.connect(kReader);
  EXPECT_EQ(connecting(), TransportFault::sharingViolation);
  transport.setServiceRunning(false);
  EXPECT_EQ(connecting(), TransportFault::serviceUnavailable);
}

TEST_F(Transport, ConnectionsNoticeWhatHappensToTheirCard) {
  InProcessTransport transport;
  transport.insert(makeCard());
  auto connection = transport.connect(kReader);
  transport.insert(makeCard());
  EXPECT_EQ(transportFaultOf([&] { card::JpkiCard(*connection).select(); }),
            TransportFault::cardRemoved);
  connection = transport.connect(kReader);
  EXPECT_TRUE(card::JpkiCard(*connection).select());
  transport.remove();
  EXPECT_EQ(transportFaultOf([&] { card::JpkiCard(*connection).select(); }),
            TransportFault::cardRemoved);
  transport.insert(makeCard());
  connection = transport.connect(kReader);
  transport.setServiceRunning(false);
  EXPECT_EQ(transportFaultOf([&] { card::JpkiCard(*connection).select(); }),
            TransportFault::serviceUnavailable);
}

TEST_F(Transport, ADroppedAnswerIsAFaultOfCommunication) {
  Behaviour dropping;
  dropping.dropsAtCommand = 1;
  InProcessTransport transport;
  transport.insert(makeCard(dropping));
  const auto connection = transport.connect(kReader);
  EXPECT_EQ(transportFaultOf([&] { card::JpkiCard(*connection).select(); }),
            TransportFault::communication);
}

TEST_F(Transport, EndingAConnectionTakesThePowerAndTheVerifiedState) {
  InProcessTransport transport;
  const auto laid = makeCard();
  transport.insert(laid);
  {
    const auto connection = transport.connect(kReader);
    card::JpkiCard jpki(*connection);
    ASSERT_TRUE(jpki.select());
    ASSERT_EQ(jpki.verify(card::Secret::authenticationPin, secret("1234")).status,
              card::VerifyStatus::verified);
    EXPECT_TRUE(laid->anySecretVerified());
  }
  EXPECT_FALSE(laid->anySecretVerified());
  EXPECT_FALSE(laid->powered());
}

TEST_F(Transport, ConnectionsAreGuarded) {
  InProcessTransport transport;
  const auto laid = makeCard();
  transport.insert(laid);
  const auto connection = transport.connect(kReader);
  EXPECT_EQ(
      transportFaultOf([&] { connection->transmit(fromHex("00A4040C0A D3921000310001010408")); }),
      TransportFault::forbiddenCommand);
  EXPECT_EQ(laid->forbiddenTouches(), 0U);
}

// The oddities that the product's client must take in its stride; the answer is the same each time.
class OddCards : public CardOnTheBench, public ::testing::WithParamInterface<Behaviour> {};

TEST_P(OddCards, AreReadAllTheSame) {
  InProcessTransport transport;
  auto with = contents();
  with.signingKey = simulated::makeKey();
  // The certificate need not be one; the client wants a DER header with the right length.
  with.signingCertificate[0] = 0x30;
  with.signingCertificate[1] = 0x82;
  with.signingCertificate[2] = static_cast<std::uint8_t>((kSigningSize - 4) >> 8);
  with.signingCertificate[3] = static_cast<std::uint8_t>((kSigningSize - 4) & 0xFF);
  transport.insert(std::make_shared<SimulatedCard>(with, GetParam()));
  const auto connection = transport.connect(kReader);
  card::JpkiCard jpki(*connection);
  ASSERT_TRUE(jpki.select());
  EXPECT_EQ(jpki.readKind(), card::CardKind::myNumberCard);
  EXPECT_TRUE(jpki.readPresence().signing);
  EXPECT_EQ(jpki.readTriesLeft(card::Secret::signaturePassword), 5);
  ASSERT_EQ(jpki.verify(card::Secret::signaturePassword, secret("MADO1234")).status,
            card::VerifyStatus::verified);
  EXPECT_EQ(jpki.readCertificate(card::KeyPair::signing), with.signingCertificate);
  EXPECT_EQ(jpki.sign(card::KeyPair::signing, fromHex("3000")).size(), 256U);
}

INSTANTIATE_TEST_SUITE_P(Each, OddCards,
                         ::testing::Values(Behaviour{}, Behaviour{.firstCommandFails = true},
                                           Behaviour{.answersInParts = true},
                                           Behaviour{.wantsExactLe = true},
                                           Behaviour{.extendedApdus = ExtendedApdus::wrongLength},
                                           Behaviour{.bytesAfterCertificates = 300}));

}  // namespace
}  // namespace madoguchi::test
