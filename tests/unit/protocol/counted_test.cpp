#include "protocol/counted.h"

#include <gtest/gtest.h>

namespace madoguchi::protocol {
namespace {

TEST(Counted, DaysOfTheMonthAreReadAsJapaneseHasThem) {
  const auto day = [](unsigned number) {
    return withCounted("%month{月|がつ}%day{日|にち}", "%day", number);
  };
  EXPECT_EQ(day(1), "%month{月|がつ}{1日|ついたち}");
  EXPECT_EQ(day(8), "%month{月|がつ}{8日|ようか}");
  EXPECT_EQ(day(10), "%month{月|がつ}{10日|とおか}");
  EXPECT_EQ(day(11), "%month{月|がつ}11{日|にち}");
  EXPECT_EQ(day(14), "%month{月|がつ}{14日|じゅうよっか}");
  EXPECT_EQ(day(20), "%month{月|がつ}{20日|はつか}");
  EXPECT_EQ(day(24), "%month{月|がつ}{24日|にじゅうよっか}");
  EXPECT_EQ(day(31), "%month{月|がつ}31{日|にち}");
}

TEST(Counted, PeopleToo) {
  EXPECT_EQ(withCounted("%1{人目|にん.め}", "%1", 1), "{1人目|ひとりめ}");
  EXPECT_EQ(withCounted("%1{人目|にん.め}", "%1", 2), "{2人目|ふたりめ}");
  EXPECT_EQ(withCounted("%1{人目|にん.め}", "%1", 12), "12{人目|にん.め}");
}

TEST(Counted, MinutesToo) {
  const auto minutes = [](unsigned number) {
    return withCounted("%1{分|ふん} {何|なに}も", "%1", number);
  };
  for (const unsigned number : {1U, 3U, 4U, 6U, 8U, 10U, 21U, 30U}) {
    EXPECT_EQ(minutes(number), std::to_string(number) + "{分|ぷん} {何|なに}も");
  }
  for (const unsigned number : {0U, 2U, 5U, 7U, 9U, 25U}) {
    EXPECT_EQ(minutes(number), std::to_string(number) + "{分|ふん} {何|なに}も");
  }
}

TEST(Counted, WhatIsNotReadStaysAsItIs) {
  EXPECT_EQ(withCounted("%1人目、%1日", "%1", 1), "1人目、1日");
  EXPECT_EQ(withCounted("Document %1", "%1", 2), "Document 2");
  EXPECT_EQ(withCounted("", "%1", 2), "");
}

}  // namespace
}  // namespace madoguchi::protocol
