#include "forms/application/prefill.h"

#include <gmock/gmock.h>

#include "tests/unit/forms/application/application_answers.h"

namespace madoguchi::forms {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Values account() {
  return {{"name", "SANTOS MARIA CLARA"},      {"sex", "female"},
          {"dateOfBirth", "1990-04-15"},       {"municipalityCode", "131016"},
          {"addressRest", "霞が関１－１－１"}, {"phone", "0312345678"},
          {"email", "maria@mail.example"},     {"residenceCardNumber", "AB12345678CD"}};
}

Answers startedFrom(const std::vector<Answers>& sources, Answers draft = {},
                    std::string_view userClass = "foreignNational") {
  return prefilled(applicationForm(), std::move(draft), sources, filedBy(userClass));
}

TEST(Prefill, GivesTheApplicantWhatTheAccountKnows) {
  const Values values = startedFrom({answersOfAccount(account(), "foreignNational")}).values;
  const Values expected = {{"name", "SANTOS MARIA CLARA"},
                           {"sex", "female"},
                           {"dateOfBirth", "1990-04-15"},
                           {"municipalityCode", "131016"},
                           {"addressRest", "霞が関１－１－１"},
                           {"phone", "0312345678"},
                           {"email", "maria@mail.example"},
                           {"notificationEmail", "maria@mail.example"},
                           {"hasCard", "yes"},
                           {"cardNumber", "AB12345678CD"}};
  EXPECT_EQ(values, expected);
}

TEST(Prefill, GivesOthersWhatTheAccountKnowsOfTheirOwn) {
  const Values mother = startedFrom({answersOfAccount(account(), "legalRepresentative")}).values;
  EXPECT_EQ(mother.at("representativeName"), "ＳＡＮＴＯＳ　ＭＡＲＩＡ　ＣＬＡＲＡ");
  EXPECT_EQ(mother.at("representativeMunicipality"), "131016");
  EXPECT_EQ(mother.at("email"), "maria@mail.example");
  for (const char* own : {"name", "sex", "dateOfBirth", "cardNumber", "notificationEmail"}) {
    EXPECT_FALSE(mother.contains(own)) << own;
  }
  const Values relative = startedFrom({answersOfAccount(account(), "family")}).values;
  EXPECT_EQ(relative.at("agentPhone"), "0312345678");
  EXPECT_FALSE(relative.contains("representativeName"));
}

TEST(Prefill, TakesTheCardBeforeTheAccountAndThatBeforeTheLastFiling) {
  const Answers card{.values = {{"addressRest", "霞が関２－２－２"}}};
  const Answers filing = answersOfFiling(applicationForm(), dependentsAnswers());
  const Answers draft = startedFrom({card, answersOfAccount(account(), "foreignNational"), filing});
  EXPECT_EQ(draft.values.at("addressRest"), "霞が関２－２－２");
  EXPECT_EQ(draft.values.at("name"), "SANTOS MARIA CLARA");
  EXPECT_EQ(draft.values.at("homeTown"), "フィリピン　マニラ");
  EXPECT_EQ(draft.groups.at("family"), dependentsAnswers().groups.at("family"));
}

TEST(Prefill, ChangesNothingThatWasTyped) {
  Answers typed{.values = {{"name", "SANTOS MARIA"}, {"phone", ""}},
                .groups = {{"family", {{.id = "x", .values = {{"name", "法務花子"}}}}}}};
  const Answers draft = startedFrom({answersOfAccount(account(), "foreignNational"),
                                     answersOfFiling(applicationForm(), spousesAnswers())},
                                    typed);
  EXPECT_EQ(draft.values.at("name"), "SANTOS MARIA");
  EXPECT_EQ(draft.values.at("phone"), "");
  EXPECT_EQ(draft.groups, typed.groups);
}

TEST(Prefill, LeavesBehindWhatWasOfOneFiling) {
  const Answers kept = answersOfFiling(applicationForm(), spousesAnswers());
  for (const char* gone : {"stayExpiry", "currentPeriod", "currentStatus", "extensionPeriod",
                           "reason", "criminal", "photo", "intentConfirmed"}) {
    EXPECT_FALSE(kept.values.contains(gone)) << gone;
  }
  EXPECT_EQ(kept.values.at("workName"), "法務商事");
  Answers withFiles = spousesAnswers();
  withFiles.groups["documents"] = {{.id = "d", .values = {{"title", "課税証明書"}}}};
  EXPECT_FALSE(answersOfFiling(applicationForm(), withFiles).groups.contains("documents"));
}

TEST(Prefill, AsksEachTimeWhatElseIsFiledTogether) {
  Answers filed = dependentsAnswers();
  const Values journey = {{"alsoReentry", "yes"},        {"departureDecided", "yes"},
                          {"departureOn", "2026-12-01"}, {"returnDecided", "yes"},
                          {"returnOn", "2026-12-20"},    {"alsoOtherActivity", "yes"}};
  for (const auto& [field, value] : journey) {
    filed.values[field] = value;
  }
  const Answers before = answersOfFiling(applicationForm(), filed);
  for (const auto& [field, value] : journey) {
    EXPECT_FALSE(before.values.contains(field)) << field;
  }
}

TEST(Prefill, LetsAnOrganizationDeclareAnewWhatItHasDone) {
  Answers filed = specifiedSkilledWorkersAnswers();
  for (const char* field : {"pendingTrial", "measuresSite", "supportNeglected"}) {
    filed.values[field] = "no";
  }
  const Answers before = answersOfFiling(applicationForm(), filed);
  for (const char* field :
       {"conductLaborLaw", "conductPunished", "conductGangster", "sswYears", "dutiesChanged",
        "experienceMonths", "contentConfirmed", "hasDeposit", "measuresPenalty", "measuresSite",
        "supportNeglected", "sswFrom", "pendingTrial"}) {
    EXPECT_TRUE(filed.values.contains(field)) << field << " tries nothing";
    EXPECT_FALSE(before.values.contains(field)) << field;
  }
  for (const char* field : {"orgName", "sswMonthlyPay", "supportBodyName", "planHousing"}) {
    EXPECT_TRUE(before.values.contains(field)) << field;
  }
  EXPECT_TRUE(before.groups.contains("sswWork"));
}

TEST(Prefill, PassesOverWhatWouldNotBeTaken) {
  const Answers bad{.values = {{"name", "法務太郎"}, {"sex", "x"}, {"nonsense", "1"}}};
  EXPECT_THAT(startedFrom({bad}).values, IsEmpty());
  const Answers good{.values = {{"name", "houmu taro"}}};
  EXPECT_EQ(startedFrom({bad, good}).values, (Values{{"name", "HOUMU TARO"}}));
}

TEST(Prefill, AsksNothingTwice) {
  const Answers draft = startedFrom({answersOfAccount(account(), "foreignNational"),
                                     answersOfFiling(applicationForm(), spousesAnswers())});
  Answers again = draft;
  for (const auto& [id, value] : spousesAnswers().values) {
    again.values.emplace(id, value);
  }
  EXPECT_THAT(judge(applicationForm(), again, filedBy("foreignNational")), IsEmpty());
  std::vector<std::string> open;
  for (const FieldPath& path : asked(applicationForm(), again, filedBy("foreignNational"))) {
    if (path.group.empty() && valueAt(again, path) != valueAt(draft, path)) {
      open.push_back(path.field);
    }
  }
  EXPECT_THAT(open, ElementsAre("currentStatus", "currentPeriod", "stayExpiry", "extensionPeriod",
                                "reason", "criminal", "alsoReentry", "photo", "intentConfirmed"));
}

}  // namespace
}  // namespace madoguchi::forms
