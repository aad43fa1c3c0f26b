#include <gmock/gmock.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "forms/application/prefill.h"
#include "forms/engine/answers_json.h"
#include "forms/procedures/procedure_facts.h"
#include "tests/unit/forms/application/application_answers.h"
#include "tests/unit/forms/engine/small_form.h"

// The part for another status is data alone: a page, a list, and two choices more in the file of
// the application, and a row of the facts. The part added here is made up for managers of a
// business.

namespace madoguchi::forms {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string fileText(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

CodeLists listsWithOneMore() {
  CodeLists lists;
  std::vector<std::string> texts = {test::testData("applications/made_up_list.json")};
  const std::filesystem::path folder = MADOGUCHI_RESOURCES "/forms/lists";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    texts.push_back(fileText(entry.path()));
  }
  for (const std::string& text : texts) {
    auto list = std::make_shared<const CodeList>(codeListFrom(text));
    lists.emplace(list->id, list);
  }
  return lists;
}

json& contentsOf(json& form, std::string_view page, std::string_view section) {
  for (json& onePage : form["pages"]) {
    for (json& oneSection : onePage["sections"]) {
      if (onePage["id"] == page && oneSection["id"] == section) return oneSection["contents"];
    }
  }
  throw std::runtime_error("no such section");
}

Definition withManagers() {
  json form = json::parse(fileText(MADOGUCHI_RESOURCES "/forms/applications/application.json"));
  for (json& field : contentsOf(form, "stay", "wanted")) {
    if (field.value("id", "") == "statusApplied") {
      field["choices"].push_back(
          json::parse(R"({"value":"T25","when":{"is":["currentStatus","T25"]}})"));
    } else if (field.value("id", "") == "part") {
      field["choices"].push_back(
          json::parse(R"({"value":"M","when":{"is":["statusApplied","T25"]}})"));
    }
  }
  form["pages"].insert(form["pages"].begin() + 3,
                       json::parse(test::testData("applications/made_up_page.json")));
  return definitionFrom(form.dump(), listsWithOneMore());
}

Answers managersAnswers() {
  Answers answers = dependentsAnswers();
  const Values more = {{"currentStatus", "T25"},       {"currentPeriod", "0100000"},
                       {"extensionPeriod", "0300000"}, {"firmName", "法務商事"},
                       {"firmPhone", "0312345678"},    {"firmRank", "director"},
                       {"firmEmploys", "yes"}};
  for (const auto& [id, value] : more) {
    answers.values[id] = value;
  }
  answers.groups["firmStaff"] = {
      {.id = "j1", .values = {{"staffName", "法務商店"}, {"hours", "28"}}}};
  return answers;
}

TEST(AddedPart, IsAskedNumberedJudgedAndSigned) {
  const Definition form = withManagers();
  const Facts facts = filedBy("foreignNational");
  const Answers manager = managersAnswers();
  EXPECT_THAT(said(manager, judge(form, manager, facts)), IsEmpty());
  EXPECT_THAT(askedPages(form, manager, facts),
              ElementsAre("identity", "stay", "family", "madeUp", "together", "filing"));
  const auto index = static_cast<std::size_t>(findField(form, "firmRank") - form.fields.data());
  EXPECT_EQ(Relevance(form, manager, facts).numberOfField(index), "19(1)");
  const std::string filed = canonicalJson(form, manager, facts);
  EXPECT_THAT(filed, HasSubstr(R"("part":"M")"));
  EXPECT_THAT(filed, HasSubstr(R"("firmStaff":[{"hours":"28","staffName":"法務商店"}])"));
  EXPECT_THAT(filed, Not(HasSubstr("supporterName")));
  Answers wrong = manager;
  wrong.values.erase("firmName");
  wrong.values["firmRank"] = "expelled";
  wrong.groups["firmStaff"][0].values["hours"] = "29";
  EXPECT_THAT(
      said(wrong, judge(form, wrong, facts)),
      ElementsAre("firmName WZBAM001E", "firmRank WZBAM005E", "firmStaff[0].hours WZBAM111E"));
}

TEST(AddedPart, LeavesTheOtherPartsAsTheyWere) {
  const Definition form = withManagers();
  const Facts facts = filedBy("foreignNational");
  for (const Answers& answers : {spousesAnswers(), dependentsAnswers()}) {
    EXPECT_THAT(said(answers, judge(form, answers, facts)), IsEmpty());
    EXPECT_EQ(canonicalJson(form, answers, facts),
              canonicalJson(applicationForm(), answers, facts));
    EXPECT_EQ(draftFrom(form, draftJson(applicationForm(), answers)), answers);
  }
}

TEST(AddedPart, IsFilledInFromTheLastFilingToo) {
  const Definition form = withManagers();
  const Answers before = answersOfFiling(form, managersAnswers());
  const Answers draft =
      prefilled(form, {.values = {{"currentStatus", "T25"}}}, {before}, filedBy("foreignNational"));
  EXPECT_EQ(draft.values.at("firmName"), "法務商事");
  EXPECT_EQ(draft.groups.at("firmStaff").size(), 1U);
}

TEST(AddedPart, IsNoLongerSaidToBeMissingByARowOfTheFacts) {
  const std::array<FactFile, 1> kFiles = {
      {{"added.json", R"({"sources":{"added":{"title":"Made up","checkedAt":"2026-11-26"}},)"
                      R"("parts":[{"part":"M","statuses":["T25"],"procedures":["extension"],)"
                      R"("from":"2026-11-01","source":"added"}]})"}}};
  const ProcedureFacts facts = procedureFactsWith(kFiles);
  EXPECT_EQ(partOf(facts, "extension", "T25", kFilingDay)->missing, "");
  EXPECT_NE(partOf(facts, "change", "T25", kFilingDay)->missing, "");
}

/// The facts say of no status that its part is missing which the form has, nor the other way round.
TEST(Parts, AreMissingWhereTheFactsSaySo) {
  const auto applied = static_cast<std::size_t>(findField(applicationForm(), "statusApplied") -
                                                applicationForm().fields.data());
  const auto part = static_cast<std::size_t>(findField(applicationForm(), "part") -
                                             applicationForm().fields.data());
  const Field& status = *findField(applicationForm(), "currentStatus");
  EXPECT_GT(status.list->codes.size(), 30U);
  for (const std::string procedure : {"extension", "change"}) {
    const Facts facts = filedBy("foreignNational", procedure);
    for (const std::string& code : status.list->codes) {
      const PartRow* row = partOf(procedureFacts(), procedure, code, kFilingDay);
      ASSERT_NE(row, nullptr) << procedure << ' ' << code;
      const Answers answers{
          .values = {{procedure == "extension" ? "currentStatus" : "desiredStatus", code}}};
      const Relevance relevance(applicationForm(), answers, facts);
      EXPECT_EQ(relevance.offered(applied).empty(), !row->missing.empty()) << code;
      const std::string there = row->missing.empty() ? row->part : "";
      EXPECT_EQ(relevance.value(part), there) << procedure << ' ' << code;
    }
  }
}

}  // namespace
}  // namespace madoguchi::forms
