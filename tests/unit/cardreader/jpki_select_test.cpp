#include <gtest/gtest.h>

#include "tests/unit/cardreader/jpki_card_fixture.h"

namespace madoguchi::card {
namespace {

using test::CardScript;

/// The first exchange with a card is what is looked at here, so there is no fixture before it.
struct FreshCard {
  explicit FreshCard(std::initializer_list<const char*> answers) {
    for (const char* answer : answers) {
      script->on(kSelect, answer);
    }
  }
  std::shared_ptr<CardScript> script = std::make_shared<CardScript>();
  std::unique_ptr<CardConnection> connection = test::scriptedConnection(script);
  JpkiCard card{*connection};
};

TEST(JpkiSelect, FindsTheApplication) {
  EXPECT_TRUE(FreshCard({"90 00"}).card.select());
  EXPECT_TRUE(FreshCard({"61 10"}).card.select());
}

class OtherCard : public testing::TestWithParam<const char*> {};
TEST_P(OtherCard, IsNoError) { EXPECT_FALSE(FreshCard({GetParam()}).card.select()); }
INSTANTIATE_TEST_SUITE_P(JpkiSelect, OtherCard,
                         testing::Values("6A 82", "6A 81", "69 99", "6D 00", "6E 00", "63 00"));

TEST(JpkiSelect, RepeatsTheFirstExchangeOnce) {
  FreshCard good({"6F 00", "90 00"});
  EXPECT_TRUE(good.card.select());
  EXPECT_TRUE(good.script->unconsumed().empty());

  FreshCard bad({"6F 00", "6F 00"});
  EXPECT_THROW(bad.card.select(), CardError);
  EXPECT_TRUE(bad.script->unconsumed().empty());
}

TEST(JpkiSelect, RepeatsOnlyTheFirst) {
  FreshCard fresh({"90 00", "6F 00"});
  EXPECT_TRUE(fresh.card.select());
  EXPECT_THROW(fresh.card.select(), CardError);
}

TEST(JpkiSelect, OtherStatusWordsAreErrors) {
  FreshCard fresh({"68 81"});
  try {
    fresh.card.select();
    FAIL();
  } catch (const CardError& error) {
    EXPECT_EQ(error.statusWord(), 0x6881);
    EXPECT_STREQ(error.what(), "SELECT JPKI: 6881 unlisted");
  }
}

class Unusable : public testing::TestWithParam<const char*> {};
TEST_P(Unusable, AnswerIsAFaultOfTheLink) {
  FreshCard fresh({GetParam()});
  try {
    fresh.card.select();
    FAIL();
  } catch (const TransportError& error) {
    EXPECT_EQ(error.fault(), TransportFault::malformedAnswer);
  }
}
// Nothing, half a status word, and data that were not asked for.
INSTANTIATE_TEST_SUITE_P(JpkiSelect, Unusable, testing::Values("", "90", "6F 90 00"));

}  // namespace
}  // namespace madoguchi::card
