#include <gtest/gtest.h>
#include <reader.h>

#include <cstring>
#include <optional>

#include "cardreader/jpki_card.h"
#include "cardreader/pcsc/pcsc_transport.h"
#include "cardreader/readers/reader_table.h"
#include "tests/support/hex.h"
#include "tests/unit/cardreader/scripted_pcsc.h"

// Readers with a keypad, through the whole library down to the calls of PC/SC.

namespace madoguchi::card {
namespace {

using test::fromHex;
using test::scriptedPcsc;
using test::ScriptedPcsc;
using test::toHex;

constexpr DWORD kFeatures = CM_IOCTL_GET_FEATURE_REQUEST;
constexpr DWORD kVerify = 0x42330006;
constexpr DWORD kProperties = 0x4233000A;
constexpr DWORD kTlv = 0x42330012;
constexpr const char* kVerifyFeature = "06 04 42 33 00 06";
constexpr const char* kAllFeatures =
    "06 04 42 33 00 06  07 04 42 33 00 07  0A 04 42 33 00 0A  12 04 42 33 00 12";
/// A reader that is in no table, 4 to 8 digits, ended by the confirmation key.
constexpr const char* kOrdinary = "02 01 02  06 01 04  07 01 08  0B 02 34 12  0C 02 78 56";

class PinPad : public testing::Test {
 protected:
  PinPad() {
    scriptedPcsc() = {};
    onFeatures(kAllFeatures);
    onTlv(kOrdinary);
    scriptedPcsc().transmits.push_back({fromHex("90 00")});  // SELECT
  }
  ~PinPad() override {
    m_card.reset();
    m_connection.reset();
    EXPECT_EQ(scriptedPcsc().disconnected,
              std::vector<DWORD>(scriptedPcsc().connected, SCARD_UNPOWER_CARD));
  }

  static void onFeatures(const char* hex) { scriptedPcsc().controls[kFeatures] = {fromHex(hex)}; }
  static void onTlv(const char* hex) { scriptedPcsc().controls[kTlv] = {fromHex(hex)}; }
  static void onVerify(const char* hex) { scriptedPcsc().controls[kVerify] = {fromHex(hex)}; }

  JpkiCard& card() {
    if (!m_card) {
      m_connection = m_transport.connect(scriptedPcsc().reader);
      m_card.emplace(*m_connection, &counter, &reader);
      EXPECT_TRUE(m_card->select());
    }
    return *m_card;
  }
  /// What the reader was told to ask for.
  static std::string asked() {
    for (const auto& call : scriptedPcsc().controlled) {
      if (call.code == kVerify) {
        return toHex(call.data);
      }
    }
    return {};
  }

  ApduCounter counter;
  ReaderCapabilities reader;
  std::vector<std::string> log;

 private:
  PcscTransport m_transport{[this](const std::string& line) { log.push_back(line); }};
  std::unique_ptr<CardConnection> m_connection;
  std::optional<JpkiCard> m_card;
};

TEST_F(PinPad, IsOfferedWithoutAnythingSentToTheCard) {
  EXPECT_TRUE(card().offersPinPad());
  EXPECT_TRUE(card().offersPinPad());
  EXPECT_EQ(scriptedPcsc().controlled.size(), 2U);  // features and properties, once
  EXPECT_EQ(scriptedPcsc().transmitted.size(), 1U);
}

TEST_F(PinPad, AsksForFourDigitsInTheCardsOwnVerify) {
  onVerify("90 00");
  const VerifyResult result = card().verifyPinAtPad();
  EXPECT_EQ(result.status, VerifyStatus::verified);
  EXPECT_EQ(asked(),
            "3C 3C 82 04 00 04 04 02 01 09 04 00 00 00 00 09 00 00 00 "
            "00 20 00 98 04 00 00 00 00");
  EXPECT_EQ(counter.count, 2U);
  EXPECT_EQ(counter.bytes, 15U + 2 + 9 + 2);
  ASSERT_EQ(log.size(), 4U);
  EXPECT_EQ(log[2], "> 00 20 00 98 [typed at the reader]");
  EXPECT_EQ(log[3], "< 9000 ok");
}

TEST_F(PinPad, StructureIsTheLibrarysOwn) {
  // The same fields as the header of pcsc-lite lays them out.
  onVerify("90 00");
  card().verifyPinAtPad();
  const auto bytes = fromHex(asked());
  ASSERT_EQ(bytes.size(), sizeof(PIN_VERIFY_STRUCTURE) + 9);
  PIN_VERIFY_STRUCTURE structure;
  std::memcpy(&structure, bytes.data(), sizeof structure);
  EXPECT_EQ(structure.bTimerOut, 60);
  EXPECT_EQ(structure.bmFormatString, 0x82);
  EXPECT_EQ(structure.bmPINBlockString, 4);
  EXPECT_EQ(int{structure.wPINMaxExtraDigit}, 0x0404);
  EXPECT_EQ(structure.bEntryValidationCondition, 2);
  EXPECT_EQ(structure.bNumberMessage, 1);
  EXPECT_EQ(int{structure.wLangId}, 0x0409);
  EXPECT_EQ(std::uint32_t{structure.ulDataLength}, 9U);
}

struct Outcome {
  const char* answer;
  VerifyStatus status;
  TriesLeft triesLeft;
  bool offeredAgain;
};
class PinPadOutcome : public PinPad, public testing::WithParamInterface<Outcome> {};
TEST_P(PinPadOutcome, IsSaid) {
  onVerify(GetParam().answer);
  const VerifyResult result = card().verifyPinAtPad();
  EXPECT_EQ(result.status, GetParam().status);
  EXPECT_EQ(result.triesLeft, GetParam().triesLeft);
  EXPECT_EQ(card().offersPinPad(), GetParam().offeredAgain);
  EXPECT_EQ(scriptedPcsc().transmitted.size(), 1U) << "nothing but SELECT";
}
INSTANTIATE_TEST_SUITE_P(
    Reader, PinPadOutcome,
    testing::Values(Outcome{"90 00", VerifyStatus::verified, 0, true},
                    Outcome{"63 C2", VerifyStatus::wrong, 2, true},
                    Outcome{"63 C0", VerifyStatus::blocked, 0, true},
                    Outcome{"69 84", VerifyStatus::blocked, 0, true},
                    Outcome{"64 00", VerifyStatus::notEntered, 0, true},  // nobody typed
                    Outcome{"64 01", VerifyStatus::notEntered, 0, true},  // cancelled
                    Outcome{"64 02", VerifyStatus::notEntered, 0, true},
                    Outcome{"64 03", VerifyStatus::notEntered, 0, true},     // too few digits
                    Outcome{"6B 80", VerifyStatus::notEntered, 0, false}));  // not understood

TEST_F(PinPad, OtherAnswersAreErrors) {
  onVerify("69 82");
  try {
    card().verifyPinAtPad();
    FAIL();
  } catch (const CardError& error) {
    EXPECT_EQ(error.statusWord(), 0x6982);
  }
}

class PinPadBreak : public PinPad, public testing::WithParamInterface<ScriptedPcsc::Answer> {};
TEST_P(PinPadBreak, MayHaveCostATry) {
  scriptedPcsc().controls[kVerify] = GetParam();
  EXPECT_THROW(card().verifyPinAtPad(), VerifyInterrupted);
}
INSTANTIATE_TEST_SUITE_P(Reader, PinPadBreak,
                         testing::Values(ScriptedPcsc::Answer{{}, SCARD_W_REMOVED_CARD},
                                         ScriptedPcsc::Answer{{}, SCARD_E_TIMEOUT},
                                         ScriptedPcsc::Answer{{}, SCARD_E_NOT_TRANSACTED},
                                         ScriptedPcsc::Answer{{}, SCARD_S_SUCCESS},
                                         ScriptedPcsc::Answer{{0x90}, SCARD_S_SUCCESS},
                                         ScriptedPcsc::Answer{{0x01, 0x90, 0x00},
                                                              SCARD_S_SUCCESS}));

TEST_F(PinPad, NothingIsTypedBeforeTheApplicationIsSelected) {
  onVerify("90 00");
  scriptedPcsc().transmits.front() = {fromHex("6A 82")};
  PcscTransport transport;
  {
    const auto connection = transport.connect(scriptedPcsc().reader);
    JpkiCard other(*connection);
    EXPECT_FALSE(other.select());
    try {
      other.verifyPinAtPad();
      FAIL();
    } catch (const VerifyInterrupted&) {
      FAIL() << "it never left";
    } catch (const TransportError& error) {
      EXPECT_EQ(error.fault(), TransportFault::forbiddenCommand);
    }
    // And nothing but VERIFY, ever.
    EXPECT_THROW(connection->verifyAtPad({.header = {0x00, 0x24, 0x00, 0x98}, .digits = 4}),
                 TransportError);
  }
  EXPECT_EQ(asked(), "");
}

TEST_F(PinPad, AReaderWithoutOneIsNotAsked) {
  for (const char* features : {"", "07 04 42 33 00 07", "06 04 42 33", "06"}) {
    onFeatures(features);
    scriptedPcsc().transmits = {{fromHex("90 00")}};
    PcscTransport transport;
    const auto connection = transport.connect(scriptedPcsc().reader);
    EXPECT_FALSE(connection->hasPinPad(4)) << features;
    EXPECT_THROW(connection->verifyAtPad({.header = {0x00, 0x20, 0x00, 0x98}, .digits = 4}),
                 TransportError);
  }
  EXPECT_EQ(asked(), "");
  scriptedPcsc().controls.clear();
  PcscTransport transport;
  EXPECT_FALSE(transport.connect(scriptedPcsc().reader)->hasPinPad(4));
}

struct Announced {
  const char* name;
  const char* features;
  const char* tlv;         ///< TLV properties
  const char* properties;  ///< IFD_PIN_PROPERTIES
  bool offered;
  const char* entryEnd = "02";
  const char* messages = "01";
  const char* reader = "Scripted Pad 00 00";
};
class PinPadProperties : public PinPad, public testing::WithParamInterface<Announced> {};
TEST_P(PinPadProperties, AreRespected) {
  scriptedPcsc().reader = GetParam().reader;
  onFeatures(GetParam().features);
  onTlv(GetParam().tlv);
  scriptedPcsc().controls[kProperties] = {fromHex(GetParam().properties)};
  ASSERT_EQ(card().offersPinPad(), GetParam().offered);
  if (GetParam().offered) {
    onVerify("90 00");
    card().verifyPinAtPad();
    EXPECT_EQ(asked().substr(21, 2), GetParam().entryEnd);
    EXPECT_EQ(asked().substr(24, 2), GetParam().messages);
  }
}
INSTANTIATE_TEST_SUITE_P(
    Reader, PinPadProperties,
    testing::Values(
        Announced{"ordinary", kAllFeatures, kOrdinary, "", true},
        Announced{"nothingKnown", kVerifyFeature, "", "", true},
        Announced{"lengthsUnknown", kAllFeatures, "06 01 00 07 01 00", "", true},
        Announced{"fewestTooMany", kAllFeatures, "06 01 05 07 01 08", "", false},
        Announced{"mostTooFew", kAllFeatures, "06 01 01 07 01 03", "", false},
        Announced{"cutProperties", kAllFeatures, "06 01", "", true},
        Announced{"everyEnd", kAllFeatures, "02 01 07", "", true},
        Announced{"noConfirmationKey", kAllFeatures, "02 01 05", "", true, "05"},
        Announced{"nonsenseEnd", kAllFeatures, "02 01 F5", "", true},
        Announced{"endFromPinProperties", kAllFeatures, "", "10 02 01 00", true, "01"},
        Announced{"tlvBeforePinProperties", kAllFeatures, "02 01 02", "10 02 01 00", true},
        Announced{"omnikey3121ByUsbId", kAllFeatures, "0B 02 6B 07 0C 02 31 30", "", false},
        Announced{"hpKeyboardByUsbId", kAllFeatures, "0B 02 F0 03 0C 02 24 10", "", false},
        Announced{"hpKeyboardByName", kVerifyFeature, "", "", false, "", "",
                  "Hewlett-Packard Company HP USB Smart Card Keyboard 00 00"},
        Announced{"dellByUsbId", kAllFeatures, "0B 02 3C 41 0C 02 01 21", "", true, "02", "00"},
        Announced{"otherUsbIdInSpiteOfTheName", kAllFeatures, kOrdinary, "", true, "02", "01",
                  "Not an HP USB Smart Card Keyboard 00 00"}),
    [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace madoguchi::card
