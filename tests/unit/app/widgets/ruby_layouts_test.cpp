#include "app/widgets/ruby_layouts.h"

#include <gtest/gtest.h>

#include <QApplication>

namespace madoguchi::app {
namespace {

constexpr qreal kLineHeight = 1.7;

class RubyLayoutsTest : public testing::Test {
 protected:
  std::shared_ptr<const RubyLayout> set(qreal width) {
    return layouts.of(text, font, width, kLineHeight);
  }

  RubyText text =
      RubyText::fromMarkup(QStringLiteral("{在留|ざい.りゅう}カードを {見|み}せます。"));
  QFont font = QApplication::font();
  RubyLayouts layouts;
};

TEST_F(RubyLayoutsTest, SetATextOnceForEachOfTheWidthsThatAreAskedInTurn) {
  const auto wide = set(400);
  const auto narrow = set(60);
  EXPECT_LT(wide->lines().size(), narrow->lines().size());
  EXPECT_EQ(set(400), wide);
  EXPECT_EQ(set(60), narrow);
}

TEST_F(RubyLayoutsTest, SetItAnewWhereItIsAnother) {
  const auto first = set(400);
  text = RubyText::plain(QStringLiteral("カード"));
  const auto other = set(400);
  EXPECT_NE(other, first);
  EXPECT_FALSE(other->lines().front().base.empty());
  EXPECT_TRUE(other->lines().front().ruby.empty());
  font.setPixelSize(2 * QFontInfo(font).pixelSize());
  EXPECT_GT(set(400)->em(), other->em());
  EXPECT_GT(layouts.of(text, font, 400, 2 * kLineHeight)->size().height(),
            set(400)->size().height());
}

TEST_F(RubyLayoutsTest, KeepNothingOfATextThatIsForgotten) {
  const std::weak_ptr<const RubyLayout> kept = set(400);
  EXPECT_FALSE(kept.expired());
  layouts.forget();
  EXPECT_TRUE(kept.expired());
}

TEST_F(RubyLayoutsTest, KeepAFewOnly) {
  const std::weak_ptr<const RubyLayout> first = set(400);
  for (int width = 100; width < 120; ++width) set(width);
  EXPECT_TRUE(first.expired());
}

}  // namespace
}  // namespace madoguchi::app
