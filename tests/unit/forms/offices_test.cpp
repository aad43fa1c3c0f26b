#include "forms/places/offices.h"

#include <gtest/gtest.h>

#include <string>

#include "forms/places/municipalities.h"

namespace madoguchi::forms {
namespace {

TEST(Offices, EveryPrefectureHasOne) {
  for (const Municipality& place : municipalities()) {
    const Office* office = officeOfPrefecture(place.code6.substr(0, 2));
    ASSERT_NE(office, nullptr) << place.prefecture;
    EXPECT_FALSE(office->english.empty());
    EXPECT_TRUE(office->address.starts_with("〒")) << office->name;
  }
  EXPECT_EQ(officeOfPrefecture("48"), nullptr);
  EXPECT_EQ(officeOfPrefecture("1"), nullptr);
  EXPECT_EQ(officeOfPrefecture(""), nullptr);
}

TEST(Offices, ABranchComesBeforeItsBureauWhereItHasAPrefecture) {
  EXPECT_EQ(officeOfPrefecture("13")->english, "Tokyo Regional Immigration Services Bureau");
  EXPECT_EQ(officeOfPrefecture("14")->english, "Yokohama District Immigration Services Office");
  EXPECT_EQ(officeOfPrefecture("28")->english, "Kobe District Immigration Services Office");
  EXPECT_EQ(officeOfPrefecture("47")->english, "Naha District Immigration Services Office");
}

TEST(Offices, AreForThePrefectureThatTheyStandIn) {
  for (const Municipality& place : municipalities()) {
    const Office* office = officeOfPrefecture(place.code6.substr(0, 2));
    bool standsInOneOfTheirs = false;
    for (const Municipality& other : municipalities()) {
      if (office->address.find(other.prefecture) == std::string_view::npos) continue;
      standsInOneOfTheirs =
          officeOfPrefecture(other.code6.substr(0, 2))->address == office->address;
      break;
    }
    EXPECT_TRUE(standsInOneOfTheirs) << office->name;
  }
}

}  // namespace
}  // namespace madoguchi::forms
