#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "app/server/http_answer.h"
#include "app/server/login.h"

namespace madoguchi::test {
namespace {

using app::FailureCode;

app::LoginAnswer read(const std::string& token) {
  return app::readLogin({.status = 201, .body = R"({"token":")" + token + R"("})"});
}

TEST(LoginAnswerTest, ATokenIsTakenThatCanStandInALine) {
  const std::string token(43, 'a');
  const auto good = read(token);
  EXPECT_EQ(good.failure, FailureCode::none);
  EXPECT_TRUE(std::ranges::equal(good.token.bytes(), token));
  for (const char* other : {"", R"(a\r\nHost: elsewhere.example)", R"(a\n)", "a b", "\u3042"}) {
    const auto bad = read(other);
    EXPECT_EQ(bad.failure, FailureCode::serverAnswer) << other;
    EXPECT_TRUE(bad.token.empty()) << other;
  }
}

TEST(LoginAnswerTest, ARefusalOfTheFormNamesFields) {
  const std::string problem = R"({"status":422,"code":"WZBAM018E","reason":"formInvalid")";
  const auto failure = [&](const std::string& errors) {
    return app::readLogin({.status = 422, .body = problem + errors + "}"}).failure;
  };
  EXPECT_EQ(failure(R"(,"errors":[{"field":"password","code":"WZBAM005E"}])"),
            FailureCode::formRefused);
  EXPECT_EQ(failure(R"(,"errors":[])"), FailureCode::serverAnswer) << "nothing would be marked";
  EXPECT_EQ(failure(""), FailureCode::serverAnswer);
}

}  // namespace
}  // namespace madoguchi::test
