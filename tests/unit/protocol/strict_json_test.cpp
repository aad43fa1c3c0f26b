#include "protocol/strict_json.h"

#include <gtest/gtest.h>

namespace madoguchi::protocol {
namespace {

constexpr JsonLimits kLimits = {.bytes = 100, .depth = 3};

std::optional<nlohmann::json> read(std::string_view text) { return readStrictJson(text, kLimits); }

TEST(StrictJson, ReadsWhatItShould) {
  EXPECT_EQ(read(R"({"a":[1,{"b":"あ"}]})"), (nlohmann::json{{"a", {1, {{"b", "あ"}}}}}));
  EXPECT_EQ(read(" \"text\"\n"), "text");
  EXPECT_EQ(read("null"), nullptr);
  // The same name in two objects.
  EXPECT_TRUE(read(R"([{"a":1},{"a":{"a":2}}])"));
  EXPECT_TRUE(read(std::string(98, ' ') + "{}"));
}

TEST(StrictJson, RefusesWhatTwoReadersCouldReadDifferently) {
  for (const std::string& text :
       {std::string(), std::string("{"), std::string("{}{}"), std::string("{} x"),
        std::string(R"({"a":1,"a":1})"), std::string(R"({"a":1,"\u0061":2})"),
        std::string(R"({"x":{"a":1,"a":1}})"), std::string("[1,]"), std::string("// {}\n{}"),
        std::string("\"\xff\""), std::string(R"("\ud800")"), std::string("\"\n\""),
        std::string("[[[[]]]]"), std::string(99, ' ') + "{}"}) {
    EXPECT_FALSE(read(text)) << text;
  }
}

// The library would take the byte for the end of the text.
TEST(StrictJson, RefusesANulByteWhereverItStands) {
  const std::string good = R"({"a":"b"})";
  for (std::size_t at = 0; at <= good.size(); ++at) {
    std::string text = good;
    text.insert(at, 1, '\0');
    EXPECT_FALSE(read(text)) << at;
  }
  EXPECT_FALSE(read(good + std::string("\0{\"c\":1}", 8)));
  EXPECT_TRUE(read(R"({"a":"\u0000"})"));  // no byte of the text
}

TEST(StrictJson, TakesTextMembersOnly) {
  nlohmann::json object = {{"a", "text"}, {"b", 1}};
  EXPECT_EQ(stringMember(object, "a"), "text");
  EXPECT_EQ(stringMember(object, "b"), "");
  EXPECT_EQ(stringMember(object, "c"), "");
  EXPECT_EQ(stringMember(nlohmann::json::array(), "a"), "");
  std::string value;
  EXPECT_FALSE(takeString(object, "b", value));
  EXPECT_TRUE(takeString(object, "a", value));
  EXPECT_EQ(value, "text");
  EXPECT_FALSE(object.contains("a"));
}

TEST(StrictJson, WritesOneTextForOneValue) {
  EXPECT_EQ(canonicalText({{"b", 1}, {"a", {{"d", "あ"}, {"c", nullptr}}}}),
            R"({"a":{"c":null,"d":"あ"},"b":1})");
  EXPECT_EQ(canonicalText("\xff"), "\"\xEF\xBF\xBD\"");
}

}  // namespace
}  // namespace madoguchi::protocol
