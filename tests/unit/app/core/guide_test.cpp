#include "app/core/guide.h"

#include <gtest/gtest.h>

namespace madoguchi::test {
namespace {

using Kind = app::GuideBlock::Kind;

TEST(GuideTest, ReadsChaptersWithTheirPlaces) {
  const app::Guide guide = app::readGuide(
      "# Guide\n\n<!-- places: top menu -->\n## First\n\nWords.\n\n![A page](pictures/en/x.png)\n\n"
      "<!-- places: -->\n## Second\n\n1. One\n- <ruby>今<rt>こん</rt>日<rt>にち</rt></ruby>の"
      "<ruby>大人<rt>おとな</rt></ruby>\n");
  EXPECT_EQ(guide.title, "Guide");
  ASSERT_EQ(guide.chapters.size(), 2U);
  const app::GuideChapter& first = guide.chapters[0];
  EXPECT_EQ(first.title, "First");
  EXPECT_EQ(first.places, (QStringList{"top", "menu"}));
  ASSERT_EQ(first.blocks.size(), 2U);
  EXPECT_EQ(first.blocks[0].kind, Kind::text);
  EXPECT_EQ(first.blocks[0].words, "Words.");
  EXPECT_EQ(first.blocks[1].kind, Kind::picture);
  EXPECT_EQ(first.blocks[1].words, "A page");
  EXPECT_EQ(first.blocks[1].picture, ":/user-guide/pictures/en/x.png");
  const app::GuideChapter& second = guide.chapters[1];
  EXPECT_TRUE(second.places.isEmpty());
  ASSERT_EQ(second.blocks.size(), 2U);
  EXPECT_EQ(second.blocks[0].kind, Kind::step);
  EXPECT_EQ(second.blocks[0].words, "1. One");
  EXPECT_EQ(second.blocks[1].kind, Kind::item);
  EXPECT_EQ(second.blocks[1].words, "{今日|こん.にち}の{大人|おとな}");
  EXPECT_EQ(chapterAt(guide, "menu"), 0U);
  EXPECT_EQ(chapterAt(guide, "nowhere"), 0U);
}

TEST(GuideTest, IsTooShortForNoPlace) {
  EXPECT_TRUE(app::readGuide({}).chapters.empty());
  EXPECT_EQ(chapterAt(app::Guide(), "top"), 0U);
  EXPECT_TRUE(app::guideIn("nobody's").chapters.empty());
}

}  // namespace
}  // namespace madoguchi::test
