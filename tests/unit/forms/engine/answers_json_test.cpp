#include "forms/engine/answers_json.h"

#include <gmock/gmock.h>

#include "tests/unit/forms/engine/small_form.h"

namespace madoguchi::forms {
namespace {

using test::demonstrationAnswers;
using test::demonstrationFacts;
using test::demonstrationForm;

std::string changed(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  return text.replace(at, from.size(), to);
}

std::string canonical(const Answers& answers) {
  return canonicalJson(demonstrationForm(), answers, demonstrationFacts());
}

TEST(CanonicalJson, HoldsWhatIsAskedAndSubmittedInOneSpelling) {
  const std::string digest(64, 'a');
  EXPECT_EQ(
      canonical(demonstrationAnswers()),
      R"({"answers":{"capacity":"self","cardNumber":"AB12345678CD","currentStatus":"student",)"
      R"("dateOfBirth":"1990-04-15","email":"maria@mail.example","family":[)"
      R"({"dateOfBirth":"2020-05","livesTogether":"yes","name":"サントス　ホセ","relationship":"child"}],)"
      R"("hasCard":"yes","hasFamily":"yes","income":"150000","municipalityCode":"131016",)"
      R"("name":"SANTOS MARIA CLARA","nationality":"PH","passportExpiry":"2030-01-31","period":"m6",)"
      R"("phone":"0312345678","photo":{"bytes":40000,"digest":")" +
          digest +
          R"(","mediaType":"image/jpeg"},"reason":"日本で勉強を続けたい。\nそのために働く。",)"
          R"("scholarship":"150000","sex":"female","shortStay":"no","stayExpiry":"2026-12-31",)"
          R"("support":["self","scholarship"],)"
          R"("work":[{"employerJa":"法務商事","joined":"2019-04","left":"2021"}]},)"
          R"("id":"demonstration","version":3})");
}

TEST(CanonicalJson, LeavesOutWhatIsNotAsked) {
  Answers answers = demonstrationAnswers();
  const std::string before = canonical(answers);
  answers.values["desiredStatus"] = "engineer";  // not on this form
  answers.values["emailConfirmation"] = "other@mail.example";
  answers.values["unknown"] = "x";
  answers.groups["unknown"] = {{.id = "x"}};
  EXPECT_EQ(canonical(answers), before);
  answers.values["hasCard"] = "no";
  answers.values["hasFamily"] = "no";
  answers.values["currentStatus"] = "dependent";
  const std::string after = canonical(answers);
  for (const char* gone : {"cardNumber", "family", "work", "support", "income"}) {
    EXPECT_EQ(after.find(std::string("\"") + gone + "\":"), after.npos) << gone;
  }
}

TEST(CanonicalJson, DoesNotDependOnRowIdsButOnTheirOrder) {
  Answers answers = demonstrationAnswers();
  answers.groups["family"].push_back({.id = "r2", .values = {{"name", "アナ"}}});
  answers.groups["family"].push_back({.id = "r3"});
  const std::string before = canonical(answers);
  EXPECT_NE(before.find(R"({"name":"アナ"},{}])"), before.npos);
  for (Row& row : answers.groups["family"]) {
    row.id += "x";
  }
  EXPECT_EQ(canonical(answers), before);
  std::swap(answers.groups["family"][0], answers.groups["family"][1]);
  EXPECT_NE(canonical(answers), before);
}

TEST(AnswersFrom, ReadsWhatWasWritten) {
  const std::string text = canonical(demonstrationAnswers());
  const auto read = answersFrom(demonstrationForm(), text);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->groups.at("family").at(0).id, "1");
  EXPECT_EQ(read->values.at("support"), "self,scholarship");
  EXPECT_EQ(canonical(*read), text);
}

TEST(AnswersFrom, RefusesAnythingElse) {
  const std::string text = canonical(demonstrationAnswers());
  const std::string name = R"("name":"SANTOS MARIA CLARA")";
  for (const std::string& other :
       {std::string(),
        std::string("null"),
        std::string("[]"),
        std::string("{}"),
        text + "x",
        changed(text, "\"demonstration\"", "\"registration\""),
        changed(text, ":3}", ":2}"),
        changed(text, ":3}", ":\"3\"}"),
        changed(text, ":3}", ":3.0}"),
        changed(text, ":3}", ":3,\"more\":1}"),
        changed(text, R"("version":3)", R"("versio":3)"),
        changed(text, name, R"("nome":"SANTOS")"),
        changed(text, name, R"("name":1)"),
        changed(text, name, R"("name":["SANTOS"])"),
        changed(text, name, R"("name":null)"),
        changed(text, name, R"("name":{"bytes":1})"),
        changed(text, name, name + "," + name),
        changed(text, name, R"("emailConfirmation":"a@b.example")"),
        changed(text, name, R"("@row":"1")"),
        changed(text, R"(["self","scholarship"])", R"("self,scholarship")"),
        changed(text, R"("self","scholarship")", R"("self,scholarship")"),
        changed(text, R"("self","scholarship")", R"("self",1)"),
        changed(text, R"("bytes":40000)", R"("bytes":"40000")"),
        changed(text, R"("bytes":40000)", R"("bytes":-1)"),
        changed(text, R"("bytes":40000,)", ""),
        changed(text, R"("family":[{)", R"("family":[1,{)"),
        changed(text, R"("family":[{)", R"("family":[{"@row":"1",)"),
        changed(text, R"("family":[{)", R"("family":[{"phone":"1",)"),
        changed(text, R"("family":[)", R"("name":[)"),
        changed(text, "SANTOS", "\xff"),
        changed(text, "SANTOS", std::string(140'000, 'A')),
        std::string(
            R"({"answers":{"family":[{"name":[[["x"]]]}]},"id":"demonstration","version":3})")}) {
    EXPECT_FALSE(answersFrom(demonstrationForm(), other)) << other.substr(0, 2'000);
  }
}

TEST(Draft, KeepsEverythingWithTheIdsOfRows) {
  Answers answers = demonstrationAnswers();
  answers.values["desiredStatus"] = "engineer";
  answers.values["cardNumber"] = "half-typed";
  answers.values["photo"] = "nonsense";
  answers.values["hasFamily"] = "no";
  answers.groups["family"].push_back({.id = "3f2a-B_c", .values = {{"name", "アナ"}}});
  const std::string text = draftJson(demonstrationForm(), answers);
  EXPECT_NE(text.find(R"("@row":"3f2a-B_c")"), text.npos);
  EXPECT_EQ(draftFrom(demonstrationForm(), text), answers);
}

TEST(Draft, OfAnotherFormOrANewerVersionIsRefused) {
  const std::string text = draftJson(demonstrationForm(), demonstrationAnswers());
  EXPECT_TRUE(draftFrom(demonstrationForm(), text));
  for (const std::string& other :
       {changed(text, "\"demonstration\"", "\"other\""),
        changed(text, "\"version\":3", "\"version\":4"),
        changed(text, R"("@row":"r1")", R"("@row":"r 1")"), changed(text, R"("@row":"r1",)", ""),
        changed(text, R"("@row":"r1")", R"("@row":1)"), changed(text, "\"name\":", "\"nome\":"),
        changed(text, R"("family":[)", R"("family":[{"@row":"r1"},)")}) {
    EXPECT_FALSE(draftFrom(demonstrationForm(), other)) << other;
  }
}

TEST(Draft, OfAnOlderVersionIsLifted) {
  const auto lifted = draftFrom(
      demonstrationForm(),
      R"({"answers":{"name":"A","telephone":"0312345678","fax":"1","validity":"2026-12-31/2030-01-31",)"
      R"("hobby":"chess","support":["self"],"relatives":[{"@row":"a"},{"@row":"b","livesTogether":"yes"}],)"
      R"("friends":[{"@row":"x","name":"y"}]},"id":"demonstration","version":1})");
  ASSERT_TRUE(lifted);
  const Answers expected{.values = {{"name", "A"},
                                    {"phone", "0312345678"},
                                    {"stayExpiry", "2026-12-31"},
                                    {"passportExpiry", "2030-01-31"},
                                    {"hasCard", "yes"},
                                    {"support", "self"}},
                         .groups = {{"family",
                                     {{.id = "a", .values = {{"livesTogether", "no"}}},
                                      {.id = "b", .values = {{"livesTogether", "yes"}}}}}}};
  EXPECT_EQ(*lifted, expected);
  // From version 2 only the second migration is left.
  const auto second =
      draftFrom(demonstrationForm(),
                R"({"answers":{"telephone":"1","hasCard":"no"},"id":"demonstration","version":2})");
  ASSERT_TRUE(second);
  EXPECT_EQ(*second, (Answers{.values = {{"hasCard", "no"}}}));
}

TEST(Migration, RenamesSplitsDropsAndCompletesInRowsToo) {
  Migration migration;
  migration.rename = {{"family.fullName", "family.name"}};
  migration.split = {{"family.period", {.separator = "/", .first = "from", .second = "to"}}};
  migration.drop = {"family.fax", "old"};
  migration.defaults = {{"family.country", "JP"}};
  Answers answers{
      .values = {{"old", "1"}},
      .groups = {
          {"family",
           {{.id = "a", .values = {{"fullName", "ホセ"}, {"period", "2019/2020"}, {"fax", "1"}}},
            {.id = "b", .values = {{"period", "2019"}, {"country", "PH"}}}}},
          {"old", {{.id = "c"}}}}};
  migrate(answers, migration);
  const Answers expected{
      .groups = {
          {"family",
           {{.id = "a",
             .values = {{"name", "ホセ"}, {"from", "2019"}, {"to", "2020"}, {"country", "JP"}}},
            {.id = "b", .values = {{"from", "2019"}, {"country", "PH"}}}}}}};
  EXPECT_EQ(answers, expected);
}

TEST(FieldPath, IsWrittenWithTheNumberOfTheRow) {
  Answers answers = demonstrationAnswers();
  auto& family = answers.groups["family"];
  family.push_back({.id = "r2"});
  const FieldPath name{.group = "family", .row = "r2", .field = "name"};
  EXPECT_EQ(writtenPath(answers, name), "family[1].name");
  EXPECT_EQ(writtenPath(answers, topField("email")), "email");
  EXPECT_EQ(writtenPath(answers, {.group = "family"}), "family");
  const auto read = [&](std::string_view text) {
    return pathFrom(demonstrationForm(), answers, text);
  };
  EXPECT_EQ(read("family[1].name"), name);
  EXPECT_EQ(read("email"), topField("email"));
  EXPECT_EQ(read("family"), FieldPath{.group = "family"});
  for (const char* none :
       {"", "mail", "family[2].name", "family[01].name", "family[-1].name", "family[ 1].name",
        "family[1]", "family[1].", "family[1].phone", "family[].name", "[0].name", "name[0].name",
        "family[0]name", "family[99999999999999999999].name"}) {
    EXPECT_FALSE(read(none)) << none;
  }
  // A path stays with its row.
  std::swap(family[0], family[1]);
  EXPECT_EQ(writtenPath(answers, name), "family[0].name");
  EXPECT_TRUE(setValue(answers, name, "アナ"));
  EXPECT_EQ(family[0].values.at("name"), "アナ");
  EXPECT_EQ(valueAt(answers, name), "アナ");
  EXPECT_TRUE(setValue(answers, name, ""));
  EXPECT_TRUE(family[0].values.empty());
  family.erase(family.begin());
  EXPECT_EQ(writtenPath(answers, name), "");
  EXPECT_FALSE(setValue(answers, name, "x"));
  EXPECT_EQ(valueAt(answers, name), "");
  EXPECT_FALSE(setValue(answers, {.group = "friends", .row = "r", .field = "name"}, "x"));
}

}  // namespace
}  // namespace madoguchi::forms
