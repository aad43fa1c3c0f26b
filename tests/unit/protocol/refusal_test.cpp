#include "protocol/refusal.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "protocol/strict_json.h"

namespace madoguchi::protocol {
namespace {

nlohmann::json schemas() {
  std::ifstream file(MADOGUCHI_OPENAPI);
  return nlohmann::json::parse(file).at("components").at("schemas");
}

TEST(Refusal, ThePublishedReasonsAreTheseAndNoOthers) {
  std::set<std::string> names;
  for (const ReasonRow& row : kReasons) {
    EXPECT_TRUE(names.emplace(row.name).second) << row.name;
  }
  EXPECT_EQ(schemas().at("Reason").at("enum").get<std::set<std::string>>(), names);
}

TEST(Refusal, IsReadAsItWasWritten) {
  for (const ReasonRow& row : kReasons) {
    const auto read = refusalFromJson(toJson({.reason = row.reason}, "0123456789abcdef"));
    ASSERT_TRUE(read) << row.name;
    EXPECT_EQ(read->reason, row.reason);
    EXPECT_EQ(read->code, row.code);
    EXPECT_TRUE(read->fields.empty());
  }
  const Refusal marked{.reason = Reason::formInvalid,
                       .fields = {{"name", "WZBAM001E"}, {"documents[1].file", "sameFile"}},
                       .code = "WZBAM001E"};
  const auto read = refusalFromJson(toJson(marked, "0123456789abcdef"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->reason, Reason::formInvalid);
  EXPECT_EQ(read->code, "WZBAM001E");
  EXPECT_EQ(read->fields, marked.fields);
}

TEST(Refusal, SaysWhatThePublishedApiSays) {
  const auto problem = nlohmann::json::parse(
      toJson({.reason = Reason::rateLimited, .retryAfter = std::chrono::seconds(7)}, "id"));
  EXPECT_EQ(
      problem,
      (nlohmann::json{
          {"status", 429}, {"code", "WZBAM098E"}, {"reason", "rateLimited"}, {"requestId", "id"}}));
  EXPECT_EQ(httpStatus(Reason::alreadyRegistered), 409);
}

TEST(Refusal, OfALaterServiceIsReadAsFarAsItIsKnown) {
  const auto read = refusalFromJson(
      R"({"status":422,"code":"WZBAM999E","reason":"moonPhase","requestId":"1","detail":{"a":[]},)"
      R"("errors":[{"field":"family[2].name","code":"WZBAM777E","severity":"error"}]})");
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->reason);
  EXPECT_EQ(read->code, "WZBAM999E");
  EXPECT_EQ(read->fields, (std::vector<FieldError>{{"family[2].name", "WZBAM777E"}}));
  // Without a code of the Agency's table there is none to show.
  for (const char* code : {R"("code":"?",)", R"("code":7,)", R"("code":"WZBAM01E",)", ""}) {
    const auto without = refusalFromJson("{" + std::string(code) + R"("reason":"internal"})");
    ASSERT_TRUE(without) << code;
    EXPECT_EQ(without->code, "") << code;
  }
}

TEST(Refusal, NothingElseIsOne) {
  const std::string good = R"({"reason":"formInvalid","code":"WZBAM018E"})";
  ASSERT_TRUE(refusalFromJson(good));
  for (const std::string& text :
       {std::string(), std::string("<html>"), std::string("[]"), std::string("{}"),
        std::string(R"({"reason":""})"), std::string(R"({"reason":7})"),
        std::string(R"({"reason":"internal","reason":"malformed"})"), good + std::string("\0", 1),
        std::string(R"({"reason":"formInvalid","errors":{}})"),
        std::string(R"({"reason":"formInvalid","errors":[1]})"),
        std::string(R"({"reason":"formInvalid","errors":[{"field":"name","code":"?"}]})"),
        std::string(R"({"reason":"formInvalid","errors":[{"code":"WZBAM018E"}]})")}) {
    EXPECT_FALSE(refusalFromJson(text)) << text;
  }
}

}  // namespace
}  // namespace madoguchi::protocol
