#include "cardreader/guarded_connection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/hex.h"
#include "tests/support/scripted_transport.h"

namespace madoguchi::card {
namespace {

using test::CardScript;
using test::fromHex;

constexpr const char* kSelectJpki = "00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01";

class Guard : public testing::Test {
 protected:
  GuardedConnection connection() {
    return GuardedConnection(test::scriptedConnection(m_script),
                             [this](const std::string& line) { m_log.push_back(line); });
  }

  static void expectRefused(CardConnection& connection, const char* command) {
    try {
      connection.transmit(fromHex(command));
      ADD_FAILURE() << command << " was sent";
    } catch (const TransportError& error) {
      EXPECT_EQ(error.fault(), TransportFault::forbiddenCommand) << command;
    } catch (const std::logic_error&) {
      ADD_FAILURE() << command << " reached the card";
    }
  }

  std::shared_ptr<CardScript> m_script = std::make_shared<CardScript>();
  std::vector<std::string> m_log;
};

/// Refused on a fresh card, and just as well while the JPKI application is selected.
class NeverSent : public Guard, public testing::WithParamInterface<const char*> {};
TEST_P(NeverSent, Command) {
  m_script->on(kSelectJpki, "90 00");
  GuardedConnection card = connection();
  expectRefused(card, GetParam());
  card.transmit(fromHex(kSelectJpki));
  expectRefused(card, GetParam());
  EXPECT_TRUE(m_script->unconsumed().empty());
}
INSTANTIATE_TEST_SUITE_P(
    TheWayToTheIndividualNumber, NeverSent,
    testing::Values("00 A4 04 0C 0A D3 92 10 00 31 00 01 01 04 08",  // the text application
                    "00 A4 04 00 0A D3 92 10 00 31 00 01 01 04 08 00",
                    "00 A4 04 0C 0A D3 92 10 00 31 00 01 01 04 02",  // the visual application
                    "00 A4 04 0C 05 D3 92 10 00 31",                 // by the start of its name
                    "00 A4 04 0C 06 D3 92 F0 00 26 01",              // JPKI's name, cut off
                    "00 A4 04 0E 0A D3 92 F0 00 26 01 00 00 00 01",  // the next of that name
                    "00 A4 04 0C 00 00 0A D3 92 10 00 31 00 01 01 04 08"  // in an extended command
                    ));
INSTANTIATE_TEST_SUITE_P(
    WaysAroundTheRule, NeverSent,
    testing::Values("00 A4 00 0C 02 3F 00", "00 A4 00 0C",
                    "00 A4 01 0C 02 00 01",  // another folder
                    "00 A4 03 0C", "00 A4 08 0C 04 3F 00 00 01", "00 A4 09 0C 02 00 01",
                    "00 70 00 00 01",  // a channel of its own
                    "01 A4 04 0C 0A D3 92 10 00 31 00 01 01 04 08", "01 B0 81 00 00", "01 20 00 94",
                    "40 B0 81 00 00",
                    "10 A4 04 0C 05 D3 92 10 00 31",                 // in parts
                    "0C A4 04 0C 0A D3 92 10 00 31 00 01 01 04 08",  // enciphered
                    "00 A4", "00 A4 04 0C 0A D3 92", ""));           // no command at all

/// EF 0001 of the text application, EF 0005 of the visual one, and VERIFY with 照合番号A in either,
/// in case another program left that application selected: nothing goes out before JPKI is.
class BeforeJpkiIsSelected : public Guard, public testing::WithParamInterface<const char*> {};
TEST_P(BeforeJpkiIsSelected, NothingElseIsSent) {
  GuardedConnection card = connection();
  expectRefused(card, GetParam());
}
TEST_P(BeforeJpkiIsSelected, NothingElseIsSentAfterAFailedSelect) {
  m_script->on(kSelectJpki, "6A 82");
  GuardedConnection card = connection();
  card.transmit(fromHex(kSelectJpki));
  expectRefused(card, GetParam());
}
TEST_P(BeforeJpkiIsSelected, NothingElseIsSentAfterASelectThatFailsLater) {
  m_script->on(kSelectJpki, "90 00").on(kSelectJpki, "6F 00");
  GuardedConnection card = connection();
  card.transmit(fromHex(kSelectJpki));
  card.transmit(fromHex(kSelectJpki));
  expectRefused(card, GetParam());
}
TEST_P(BeforeJpkiIsSelected, NothingElseIsSentAfterABrokenExchange) {
  m_script->on(kSelectJpki, "90 00").on("00 B0 86 00 20", TransportFault::cardReset);
  GuardedConnection card = connection();
  card.transmit(fromHex(kSelectJpki));
  EXPECT_THROW(card.transmit(fromHex("00 B0 86 00 20")), TransportError);
  expectRefused(card, GetParam());
}
INSTANTIATE_TEST_SUITE_P(Guard, BeforeJpkiIsSelected,
                         testing::Values("00 B0 81 00 00", "00 B0 85 00 00", "00 B0 00 00 00",
                                         "00 A4 02 0C 02 00 01", "00 A4 02 0C 02 00 05",
                                         "00 20 00 94 0C 30 30 30 30 30 30 30 30 30 30 30 30",
                                         "00 20 00 93 0C 30 30 30 30 30 30 30 30 30 30 30 30",
                                         "00 20 00 80 0C 30 30 30 30 30 30 30 30 30 30 30 30",
                                         "00 20 00 80", "00 C0 00 00 00", "80 2A 00 97 01 00 00"));

TEST_F(Guard, LetsTheJpkiApplicationBeUsed) {
  m_script->on(kSelectJpki, "61 10")
      .on("00 C0 00 00 10", "6F 00 90 00")
      .on("00 A4 02 0C 02 00 0A", "90 00")
      .on("00 B0 00 00 00", "30 90 00")
      .on("00 20 00 98", "63 C3")
      .on("80 2A 00 97 01 AA 00", "01 02 90 00");
  GuardedConnection card = connection();
  for (const char* command : {kSelectJpki, "00 C0 00 00 10", "00 A4 02 0C 02 00 0A",
                              "00 B0 00 00 00", "00 20 00 98", "80 2A 00 97 01 AA 00"}) {
    EXPECT_NO_THROW(card.transmit(fromHex(command))) << command;
  }
  EXPECT_TRUE(m_script->unconsumed().empty());
}

TEST_F(Guard, LogsWithoutSecrets) {
  m_script->on(kSelectJpki, "90 00").on("00 20 00 98 04 31 32 33 34", "90 00");
  GuardedConnection card = connection();
  card.transmit(fromHex(kSelectJpki));
  card.transmit(fromHex("00 20 00 98 04 31 32 33 34"));
  EXPECT_THAT(m_log, testing::ElementsAre("> 00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01",
                                          "< 9000 ok", "> 00 20 00 98 [redacted]", "< 9000 ok"));
}

TEST_F(Guard, ARefusedSecretIsNotInTheMessage) {
  GuardedConnection card = connection();
  try {
    card.transmit(fromHex("00 20 00 94 04 31 32 33 34"));
    FAIL();
  } catch (const TransportError& error) {
    EXPECT_STREQ(error.what(), "refused 00 20 00 94 [redacted]");
  }
  EXPECT_TRUE(m_log.empty());
}

}  // namespace
}  // namespace madoguchi::card
