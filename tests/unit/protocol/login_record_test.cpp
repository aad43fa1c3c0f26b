#include "protocol/login_record.h"

#include <gtest/gtest.h>

namespace madoguchi::protocol {
namespace {

constexpr std::string_view kTwo =
    R"({"logins":[{"at":"2026-11-26T00:00:00Z","here":true,"network":"192.0.2.0/24",)"
    R"("result":"loggedIn","way":"card"},)"
    R"({"at":"2026-11-25T00:00:00Z","here":false,"network":"2001:db8::/48","result":"locked"}]})";

TEST(LoginRecords, AreWrittenAndReadAlike) {
  const std::vector<LoginRecord> two = {
      {.at = "2026-11-26T00:00:00Z",
       .result = LoginResult::loggedIn,
       .way = LoginWay::card,
       .network = "192.0.2.0/24",
       .here = true},
      {.at = "2026-11-25T00:00:00Z", .result = LoginResult::locked, .network = "2001:db8::/48"}};
  EXPECT_EQ(toJson(two), kTwo);
  EXPECT_EQ(loginRecordsFromJson(kTwo), two);
  EXPECT_EQ(loginRecordsFromJson(toJson(std::vector<LoginRecord>())), std::vector<LoginRecord>());
}

TEST(LoginRecords, OtherJsonIsRefused) {
  for (const std::string_view text :
       {"", "[]", "{}", R"({"logins":{}})", R"({"logins":[1]})", R"({"logins":[{}]})",
        R"({"logins":[{"at":"x","here":1,"network":"y","result":"loggedIn"}]})",
        R"({"logins":[{"at":"x","here":true,"network":"y","result":"unknown"}]})"}) {
    EXPECT_FALSE(loginRecordsFromJson(text)) << text;
  }
}

}  // namespace
}  // namespace madoguchi::protocol
