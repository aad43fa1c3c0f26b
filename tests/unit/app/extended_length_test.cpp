#include "tests/unit/app/flow_fixture.h"

// Extended APDUs as a visit meets them: once tried, never in anybody's way.

namespace madoguchi::test {
namespace {

using app::FailureCode;
using app::Page;
using simulated::ExtendedApdus;

class ExtendedLengthTest : public FlowTest {
 protected:
  /// Inspects once more and gives the APDUs of it.
  card::ApduCounter inspection() {
    const auto before = cards().apdus();
    leave();
    toBeforeYouStart();
    EXPECT_TRUE(eventually([&] { return flow().canGoNext(); }));
    const auto after = cards().apdus();
    return {after.count - before.count, after.bytes - before.bytes,
            after.extended - before.extended};
  }
};

class OddReader : public ExtendedLengthTest, public ::testing::WithParamInterface<ExtendedApdus> {};

TEST_P(OddReader, CostsNobodyTheVisitAndIsRemembered) {
  insert("maria", {.extendedApdus = GetParam()});
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  EXPECT_EQ(flow().problem(), FailureCode::none);
  EXPECT_EQ(visit().status().passwordTries, 5);
  const auto again = inspection();
  EXPECT_EQ(again.count, 11U);
  EXPECT_EQ(again.extended, 0U);
  ASSERT_NO_FATAL_FAILURE(toStep2());
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_EQ(simulatedCard->verifications(), 4U);
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

INSTANTIATE_TEST_SUITE_P(Each, OddReader,
                         ::testing::Values(ExtendedApdus::wrongLength, ExtendedApdus::wrongLe,
                                           ExtendedApdus::shortened, ExtendedApdus::cutOff,
                                           ExtendedApdus::silent, ExtendedApdus::resetsCard));

TEST_F(ExtendedLengthTest, IsRememberedForEachReader) {
  const std::size_t other = transport.addReader();
  insert("maria", {.extendedApdus = ExtendedApdus::wrongLength});
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  transport.remove();
  transport.insert(cardOf("maria"), other);
  EXPECT_EQ(inspection().extended, 1U);
  EXPECT_EQ(inspection().count, 6U);
  transport.remove(other);
  transport.insert(simulatedCard);
  EXPECT_EQ(inspection().extended, 0U);
}

TEST_F(ExtendedLengthTest, AReaderThatStopsTakingThemAfterThePasswordCostsNoTry) {
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  transport.setBehaviour({.extendedApdus = ExtendedApdus::silent});
  givePassword("MADO1234");
  ASSERT_TRUE(waitForAnswer(app::SecretAnswer::failed));
  EXPECT_EQ(flow().problem(), FailureCode::cardCommunication);
  EXPECT_EQ(simulatedCard->verifications(), 1U);
  EXPECT_EQ(simulatedCard->signaturePasswordTries(), 5);
  EXPECT_FALSE(simulatedCard->anySecretVerified());
  ASSERT_TRUE(eventually([&] { return !visit().status().busy; }));
  givePassword("MADO1234");
  EXPECT_TRUE(waitForPage(Page::authenticationPin));
}

/// Commands as "INS P1 P2", with their length field where they ask for data.
std::string shape(std::span<const std::uint8_t> command) {
  std::string text;
  for (std::size_t i = 1; i < 4; ++i) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    text += kDigits[command[i] >> 4U];
    text += kDigits[command[i] & 0xFU];
  }
  return text;
}

TEST_F(ExtendedLengthTest, AfterThePasswordOnlyWhatItOpensIsAsked) {
  insert("maria", {.extendedApdus = ExtendedApdus::wrongLength});
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  std::vector<std::string> asked;
  observed.between = [&](auto command) -> std::optional<std::vector<std::uint8_t>> {
    asked.push_back(shape(command));
    return std::nullopt;
  };
  givePassword("MADO1234");
  ASSERT_TRUE(waitForPage(Page::authenticationPin));
  givePin("1234");
  ASSERT_TRUE(waitForPage(Page::step1));
  EXPECT_FALSE(flow().values().at("name").empty());
  // SELECT, VERIFY and the signing certificate, whose parts are all that takes time; SELECT and
  // VERIFY of the PIN, between them whether it is still the card of the password. Presence, tries
  // and the rest of the authentication certificate are long known.
  EXPECT_EQ(asked,
            (std::vector<std::string>{"A4040C", "20009B", "B08100", "B00100", "B00200", "B00300",
                                      "B00400", "B00500", "B00600", "A4040C", "B08A00", "200098"}));
}

}  // namespace
}  // namespace madoguchi::test
