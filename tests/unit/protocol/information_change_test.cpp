#include "protocol/information_change.h"

#include <gtest/gtest.h>

namespace madoguchi::protocol {
namespace {

constexpr std::string_view kBoth =
    R"({"changed":["addressRest","phone"],)"
    R"("newEmail":{"confirmUntil":"2026-11-27T00:00:00Z","email":"new@mail.example"}})";

TEST(InformationChanged, IsWrittenAndReadAlike) {
  const InformationChanged both{{"addressRest", "phone"},
                                NewEmail{"new@mail.example", "2026-11-27T00:00:00Z"}};
  EXPECT_EQ(toJson(both), kBoth);
  EXPECT_EQ(informationChangedFromJson(kBoth), both);
  const InformationChanged one{{"phone"}, std::nullopt};
  EXPECT_EQ(toJson(one), R"({"changed":["phone"]})");
  EXPECT_EQ(informationChangedFromJson(toJson(one)), one);
}

TEST(InformationChanged, WhatALaterServiceAddsIsPassedOver) {
  EXPECT_TRUE(informationChangedFromJson(R"({"changed":[],"more":1})"));
}

TEST(InformationChanged, OtherJsonIsRefused) {
  for (const std::string_view text :
       {"", "null", "[]", "{}", R"({"changed":"phone"})", R"({"changed":[1]})",
        R"({"changed":[],"newEmail":"x"})", R"({"changed":[],"newEmail":{"email":"x"}})"}) {
    EXPECT_FALSE(informationChangedFromJson(text)) << text;
  }
}

TEST(NewEmail, IsWrittenAndReadAlike) {
  const NewEmail email{"new@mail.example", "2026-11-27T00:00:00Z"};
  EXPECT_EQ(newEmailFromJson(toJson(email)), email);
  EXPECT_FALSE(newEmailFromJson(R"({"email":"new@mail.example"})"));
  EXPECT_FALSE(newEmailFromJson("[]"));
}

}  // namespace
}  // namespace madoguchi::protocol
