// PcscTransport over Windows' own interface, with the winscard.dll beside this program (winscard.h)
// and the simulated card of madoguchi-virtualcard, which scripts/run-tests-windows starts.

#include "cardreader/pcsc/pcsc_transport.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <future>
#include <stdexcept>
#include <string>
#include <vector>

#include "cardreader/jpki_card.h"
#include "cardreader/pcsc/pcsc_calls.h"
#include "tests/windows/winscard.h"

namespace madoguchi::test {
namespace {

using card::ReaderSnapshot;
using card::TransportError;
using card::TransportFault;

template <typename Function>
Function ofWinscard(const char* name) {
  const HMODULE library = GetModuleHandleA("winscard.dll");
  return reinterpret_cast<Function>(reinterpret_cast<void*>(GetProcAddress(library, name)));
}

bool hasCard(const ReaderSnapshot& seen) {
  return !seen.readers.empty() && seen.readers.front().cardPresent && !seen.readers.front().mute;
}

class PcscUnderWineTest : public ::testing::Test {
 protected:
  PcscUnderWineTest() {
    if (cardLies == nullptr) throw std::runtime_error("this is not the winscard.dll for tests");
    serviceRuns(TRUE);
    readerConnected(TRUE);
    cardLies(TRUE);
    until(hasCard);
  }

  /// The state as soon as it is so, whatever comes before.
  ReaderSnapshot until(const std::function<bool(const ReaderSnapshot&)>& isSo) {
    ReaderSnapshot seen = transport.snapshot();
    while (!isSo(seen)) seen = transport.waitForChange(seen);
    return seen;
  }
  std::string reader() { return transport.snapshot().readers.at(0).name; }

  template <typename Work>
  static TransportFault faultOf(Work work) {
    try {
      work();
    } catch (const TransportError& error) {
      return error.fault();
    }
    ADD_FAILURE() << "nothing went wrong";
    return TransportFault::other;
  }

  AnswerWith answerWith = ofWinscard<AnswerWith>("madoguchiAnswerWith");
  ResetCard resetCard = ofWinscard<ResetCard>("madoguchiResetCard");
  CardLies cardLies = ofWinscard<CardLies>("madoguchiCardLies");
  ReaderConnected readerConnected = ofWinscard<ReaderConnected>("madoguchiReaderConnected");
  ServiceRuns serviceRuns = ofWinscard<ServiceRuns>("madoguchiServiceRuns");
  card::PcscTransport transport;
};

TEST_F(PcscUnderWineTest, TheCardIsSelectedAndItsTriesAreRead) {
  const auto connection = transport.connect(reader());
  card::JpkiCard card(*connection);
  EXPECT_TRUE(card.select());
  EXPECT_EQ(card.readTriesLeft(card::Secret::signaturePassword), card::kAllPasswordTries);
  const auto certificate = card.readCertificate(card::KeyPair::authentication);
  ASSERT_TRUE(certificate);
  EXPECT_GT(certificate->size(), 1000U);
  EXPECT_FALSE(card.offersPinPad());
}

TEST_F(PcscUnderWineTest, WhatAnotherProgramHoldsIsSeenAndRefused) {
  card::PcscTransport other;
  const auto held = other.connect(reader());
  EXPECT_TRUE(transport.snapshot().readers.at(0).inUse);
  EXPECT_FALSE(other.snapshot().readers.at(0).inUse) << "its own";
  EXPECT_EQ(faultOf([&] { transport.connect(reader()); }), TransportFault::sharingViolation);
}

TEST_F(PcscUnderWineTest, WhatAnotherProgramSharesIsSeenUntilItIsFree) {
  const std::string name = reader();
  const card::pcsc::Context other;
  SCARDHANDLE shared = 0;
  DWORD protocol = 0;
  ASSERT_EQ(SCardConnectA(other.handle(), name.c_str(), SCARD_SHARE_SHARED, SCARD_PROTOCOL_T1,
                          &shared, &protocol),
            SCARD_S_SUCCESS);
  EXPECT_EQ(faultOf([&] { transport.connect(name); }), TransportFault::sharingViolation);
  const ReaderSnapshot known = transport.snapshot();
  ASSERT_TRUE(known.readers.at(0).inUse);
  auto waiting = std::async(std::launch::async, [&] { return transport.waitForChange(known); });
  EXPECT_EQ(SCardDisconnect(shared, SCARD_LEAVE_CARD), SCARD_S_SUCCESS);
  EXPECT_FALSE(waiting.get().readers.at(0).inUse);
  EXPECT_NO_THROW(transport.connect(name));
}

TEST_F(PcscUnderWineTest, TheReaderIsFreeAgainAfterwards) {
  transport.connect(reader()).reset();
  EXPECT_NO_THROW(transport.connect(reader()));
}

TEST_F(PcscUnderWineTest, ACardThatWasResetSaysSo) {
  const auto connection = transport.connect(reader());
  card::JpkiCard card(*connection);
  ASSERT_TRUE(card.select());
  resetCard();
  EXPECT_EQ(faultOf([&] { card.select(); }), TransportFault::cardReset);
}

TEST_F(PcscUnderWineTest, ACardThatIsTakenOutIsGoneForWhoeverHeldIt) {
  const std::string name = reader();
  const std::uint32_t before = transport.snapshot().readers.at(0).eventCount;
  const auto connection = transport.connect(name);
  card::JpkiCard card(*connection);
  ASSERT_TRUE(card.select());
  cardLies(FALSE);
  EXPECT_EQ(faultOf([&] { card.select(); }), TransportFault::cardRemoved);
  const ReaderSnapshot empty = until([](const ReaderSnapshot& seen) { return !hasCard(seen); });
  ASSERT_EQ(empty.readers.size(), 1U);
  cardLies(TRUE);
  const ReaderSnapshot again = until(hasCard);
  EXPECT_GT(again.readers.at(0).eventCount, before) << "a swap is told from a card that stayed";
  EXPECT_EQ(faultOf([&] { card.select(); }), TransportFault::cardRemoved) << "it is another now";
}

TEST_F(PcscUnderWineTest, ReadersComeAndGo) {
  readerConnected(FALSE);
  const ReaderSnapshot none =
      until([](const ReaderSnapshot& seen) { return seen.readers.empty(); });
  EXPECT_TRUE(none.serviceRunning);
  auto waiting = std::async(std::launch::async, [&] { return transport.waitForChange(none); });
  readerConnected(TRUE);
  EXPECT_EQ(waiting.get().readers.size(), 1U);
}

TEST_F(PcscUnderWineTest, TheServiceComesAndGoes) {
  serviceRuns(FALSE);
  const ReaderSnapshot none =
      until([](const ReaderSnapshot& seen) { return !seen.serviceRunning; });
  EXPECT_EQ(none.serviceFault, TransportFault::serviceUnavailable);
  EXPECT_EQ(faultOf([&] { transport.connect("any"); }), TransportFault::serviceUnavailable);
  auto waiting = std::async(std::launch::async, [&] { return transport.waitForChange(none); });
  serviceRuns(TRUE);
  EXPECT_TRUE(waiting.get().serviceRunning);
}

TEST_F(PcscUnderWineTest, WaitingEndsWhereItIsCalledOff) {
  const ReaderSnapshot now = transport.snapshot();
  for (const bool runs : {true, false}) {
    serviceRuns(runs ? TRUE : FALSE);
    const ReaderSnapshot known = transport.snapshot();
    auto waiting = std::async(std::launch::async, [&] { return transport.waitForChange(known); });
    transport.cancel();
    EXPECT_EQ(waiting.get(), known) << runs;
  }
}

TEST_F(PcscUnderWineTest, WhatWindowsAnswersHasItsMeaning) {
  struct Row {
    const char* function;
    LONG code;
    TransportFault fault;
  };
  const std::vector<Row> rows = {
      {"SCardEstablishContext", SCARD_E_NO_SERVICE, TransportFault::serviceUnavailable},
      {"SCardEstablishContext", SCARD_E_SERVICE_STOPPED, TransportFault::serviceUnavailable},
      {"SCardEstablishContext", SCARD_W_SECURITY_VIOLATION, TransportFault::accessDenied},
      {"SCardEstablishContext", ERROR_BROKEN_PIPE, TransportFault::serviceIncompatible},
      {"SCardConnect", SCARD_W_UNPOWERED_CARD, TransportFault::unresponsiveCard},
      {"SCardConnect", SCARD_E_READER_UNAVAILABLE, TransportFault::readerUnavailable},
      {"SCardConnect", SCARD_W_REMOVED_CARD, TransportFault::cardRemoved},
      {"SCardTransmit", SCARD_E_NOT_TRANSACTED, TransportFault::communication},
      {"SCardTransmit", SCARD_W_RESET_CARD, TransportFault::cardReset},
      {"SCardTransmit", SCARD_F_INTERNAL_ERROR, TransportFault::other},
  };
  const std::string name = reader();
  for (const Row& row : rows) {
    // A refusal is believed when it is given twice.
    answerWith(row.function, row.code, 2);
    EXPECT_EQ(faultOf([&] {
                const auto connection = transport.connect(name);
                card::JpkiCard(*connection).select();
              }),
              row.fault)
        << row.function << " 0x" << std::hex << row.code;
    answerWith(row.function, SCARD_S_SUCCESS, 0);
  }
  EXPECT_NO_THROW(transport.connect(name)) << "nothing of it lasts";
}

}  // namespace
}  // namespace madoguchi::test
