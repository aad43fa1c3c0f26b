#include "app/rooms/registration/page_table.h"

#include <gtest/gtest.h>

#include <set>

namespace madoguchi::test {
namespace {

using app::Page;
using app::Step;

constexpr std::array kPages = {Page::beforeYouStart,
                               Page::signaturePassword,
                               Page::authenticationPin,
                               Page::step1,
                               Page::step2,
                               Page::submitting,
                               Page::step3};
constexpr std::array kSteps = {Step::next,       Step::back,    Step::accepted,    Step::submit,
                               Step::registered, Step::stopped, Step::formRefused, Step::cardLost};

std::set<Page> reachable(bool withCard) {
  std::set<Page> found = {Page::beforeYouStart};
  for (std::size_t before = 0; before != found.size();) {
    before = found.size();
    for (const Page page : std::set<Page>(found)) {
      for (const Step step : kSteps) {
        if (const auto next = pageAfter(page, step, withCard)) {
          found.insert(*next);
        }
      }
    }
  }
  return found;
}

TEST(PageTableTest, EveryPageIsReachedWithACard) {
  EXPECT_EQ(reachable(true), std::set<Page>(kPages.begin(), kPages.end()));
}

TEST(PageTableTest, NobodyWithoutACardIsAskedForItsSecrets) {
  const auto pages = reachable(false);
  EXPECT_EQ(pages.count(Page::signaturePassword), 0U);
  EXPECT_EQ(pages.count(Page::authenticationPin), 0U);
  EXPECT_EQ(pages.count(Page::step3), 1U);
}

TEST(PageTableTest, NoPageIsADeadEnd) {
  for (const bool withCard : {true, false}) {
    for (const Page page : reachable(withCard)) {
      bool any = page == Page::step3;  // the end; leaving is always possible
      for (const Step step : kSteps) {
        any = any || pageAfter(page, step, withCard).has_value();
      }
      EXPECT_TRUE(any) << name(page);
    }
  }
}

TEST(PageTableTest, ALostCardLeadsBackFromWhereverItIsNeeded) {
  for (const Page page : {Page::signaturePassword, Page::authenticationPin, Page::step1,
                          Page::step2, Page::submitting}) {
    EXPECT_EQ(pageAfter(page, Step::cardLost, true), Page::beforeYouStart) << name(page);
    EXPECT_EQ(pageAfter(page, Step::cardLost, false), std::nullopt) << name(page);
  }
}

TEST(PageTableTest, NumbersTheStepsAsTheyCome) {
  for (const auto& [withCard, steps] : {std::pair{true, 5}, {false, 4}}) {
    int before = 1;
    for (const Page page : reachable(withCard)) {
      const app::Place place = placeOf(page, withCard);
      EXPECT_EQ(place.steps, steps) << name(page);
      EXPECT_GE(place.step, before) << name(page);
      EXPECT_LE(place.step, before + 1) << name(page);
      EXPECT_NE(std::string_view(place.stepName), "") << name(page);
      before = place.step;
    }
    EXPECT_EQ(before, steps);
  }
}

TEST(PageTableTest, OffersNoWayBackFromWhatIsSentOrDone) {
  for (const Page page : kPages) {
    EXPECT_EQ(placeOf(page, true).offersWayBack, page != Page::submitting && page != Page::step3)
        << name(page);
  }
}

TEST(PageTableTest, PagesHaveNamesOfTheirOwn) {
  std::set<std::string> names;
  for (const Page page : kPages) {
    EXPECT_TRUE(names.insert(name(page)).second) << name(page);
  }
}

}  // namespace
}  // namespace madoguchi::test
