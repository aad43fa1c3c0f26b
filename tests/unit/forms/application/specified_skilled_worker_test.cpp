#include <gmock/gmock.h>

#include "forms/engine/answers_json.h"
#include "tests/unit/forms/application/judged_application.h"

// Part V of the form: Specified Skilled Worker (i), T71, and (ii), T72.

namespace madoguchi::forms {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Answers skilledWorkerWith(const Values& changes) {
  Answers answers = specifiedSkilledWorkersAnswers();
  for (const auto& [id, value] : changes) {
    answers.values[id] = value;
  }
  return answers;
}

TEST(SpecifiedSkilledWorkers, AreTakenWithAllPartsOfTheOrganization) {
  const Answers answers = specifiedSkilledWorkersAnswers();
  EXPECT_THAT(saidOf(answers), IsEmpty());
  EXPECT_THAT(
      askedPages(applicationForm(), answers, extensionFacts()),
      ElementsAre("identity", "stay", "family", "skills", "agreements", "career", "contractV",
                  "otherFirms", "organization", "workplaceV", "conduct", "measures", "support",
                  "supportPlan", "supportBody", "together", "filing"));
  const std::string filed = canonicalJson(applicationForm(), answers, extensionFacts());
  EXPECT_THAT(filed, HasSubstr(R"("part":"V")"));
  EXPECT_THAT(filed, HasSubstr(R"("sswWork":[{"category":"L1","field":"27"}])"));
  EXPECT_THAT(filed, Not(HasSubstr("orgEmployees"))) << "which part N asks";
  EXPECT_THAT(filed, Not(HasSubstr("educationSchool")));
}

TEST(SpecifiedSkilledWorkers, OfTheSecondKindAreAskedNothingOfSupport) {
  const Answers answers = skilledWorkerWith({{"currentStatus", "T72"}});
  EXPECT_THAT(saidOf(answers), IsEmpty());
  for (const char* field : {"languageProof", "sswYears", "measuresSupportCosts", "supportEntrusted",
                            "planHousing", "supportBodyName"}) {
    EXPECT_FALSE(isAskedFor(answers, field)) << field;
  }
  EXPECT_TRUE(isAskedFor(answers, "transfersSkills"));
  EXPECT_FALSE(isAskedFor(specifiedSkilledWorkersAnswers(), "transfersSkills"));
}

TEST(SpecifiedSkilledWorkers, HaveALabourInsuranceNumberOfFourteenDigitsOrEighteen) {
  for (const char* good : {"13101234567000", "131012345670000001"}) {
    EXPECT_THAT(saidOf(skilledWorkerWith({{"sswLabourNumber", good}})), IsEmpty()) << good;
  }
  for (const char* wrong : {"1310123456700", "131012345670001", "1310123456700000012"}) {
    EXPECT_THAT(saidOf(skilledWorkerWith({{"sswLabourNumber", wrong}})),
                ElementsAre("sswLabourNumber WZBAM005E"))
        << wrong;
  }
}

TEST(SpecifiedSkilledWorkers, AreSupportedByTheOrganizationOrByAnother) {
  const Answers own = skilledWorkerWith({{"supportEntrusted", "no"}});
  EXPECT_FALSE(isAskedFor(own, "supportBodyName"));
  EXPECT_THAT(saidOf(own),
              ElementsAre("supportManager WZBAM001E", "supportManagerTitle WZBAM001E",
                          "supportManagerAppointed WZBAM001E", "supportStaff WZBAM001E",
                          "supportStaffTitle WZBAM001E", "supportStaffAppointed WZBAM001E",
                          "supportExperienced WZBAM001E", "supportLanguage WZBAM001E",
                          "supportRecords WZBAM001E", "supportNeutral WZBAM001E",
                          "supportNeglected WZBAM001E", "supportInterviews WZBAM001E"));
  EXPECT_FALSE(isAskedFor(specifiedSkilledWorkersAnswers(), "supportManager"));
}

TEST(SpecifiedSkilledWorkers, HaveAPlanOfTheProcedure) {
  Answers answers = skilledWorkerWith({{"currentStatus", "T41"},
                                       {"desiredStatus", "T71"},
                                       {"desiredPeriod", "0100000"},
                                       {"placeOfBirth", "MANILA"}});
  const Facts change = filedBy("foreignNational", "change");
  EXPECT_THAT(saidOf(answers, change),
              ElementsAre("planInformed WZBAM001E", "planInPerson WZBAM001E"));
  answers.values["planInformed"] = "yes";
  answers.values["planInPerson"] = "yes";
  EXPECT_THAT(saidOf(answers, change), IsEmpty());
  EXPECT_EQ(numberFor(specifiedSkilledWorkersAnswers(), "planHousing"), "4(2)");
  EXPECT_EQ(numberFor(answers, "planHousing", change), "4(4)");
}

TEST(SpecifiedSkilledWorkers, ProveTheirSkillsByExamsOrTraining) {
  EXPECT_THAT(saidOf(skilledWorkerWith({{"hasSkillExam", "no"}})),
              ElementsAre("skillOtherProof WZBAM001E"));
  Answers trained = skilledWorkerWith({{"skillProof", "trainingCompleted"}});
  EXPECT_THAT(saidOf(trained), IsEmpty());
  trained.groups.erase("trainings");
  EXPECT_THAT(saidOf(trained), ElementsAre("trainings WZBAM001E"));
  Answers tested = skilledWorkerWith({{"languageProof", "evaluation"}, {"hasLanguageExam", "yes"}});
  EXPECT_THAT(saidOf(tested), ElementsAre("languageExams WZBAM001E"));
  tested.groups["languageExams"] = {{.id = "l1", .values = {{"test", "exemption"}}}};
  EXPECT_THAT(saidOf(tested), IsEmpty()) << "nobody sat an exam anywhere";
  tested.groups["languageExams"][0].values["test"] = "jlpt";
  EXPECT_THAT(saidOf(tested), ElementsAre("languageExams[0].place WZBAM001E"));
}

TEST(SpecifiedSkilledWorkers, WorkInTheirFieldAndItsCategories) {
  Answers answers = specifiedSkilledWorkersAnswers();
  answers.groups["sswWork"][0].values["field"] = "06";
  EXPECT_THAT(saidOf(answers), ElementsAre("sswWork[0].category chooseAgain"));
  answers.groups["sswWork"][0].values["category"] = "C2";
  EXPECT_THAT(saidOf(answers), IsEmpty());
  answers.groups["sswWork"].push_back(answers.groups["sswWork"][0]);
  answers.groups["sswWork"][1].id = "w2";
  EXPECT_THAT(saidOf(answers), Contains(HasSubstr("sameChoice")));
}

TEST(SpecifiedSkilledWorkers, AreAskedOfTheOtherFirmsWhereThereAreAny) {
  EXPECT_THAT(saidOf(skilledWorkerWith({{"hasPlacementFirm", "yes"}})),
              Contains("placementName WZBAM001E"));
  EXPECT_TRUE(
      isAskedFor(skilledWorkerWith({{"hasPlacementFirm", "yes"}, {"hasIntermediary", "yes"}}),
                 "intermediaryName"));
  const Answers dispatched = skilledWorkerWith({{"sswDispatched", "yes"}});
  EXPECT_THAT(saidOf(dispatched), Contains("sswDispatchName WZBAM001E"));
  EXPECT_THAT(saidOf(dispatched), Contains("measuresDispatcher WZBAM001E"));
  EXPECT_FALSE(isAskedFor(specifiedSkilledWorkersAnswers(), "measuresDispatcher"));
}

TEST(SpecifiedSkilledWorkers, SayNothingOfExpensesThatTheyDoNotHave) {
  for (const auto& [gate, question] : {std::pair{"hasForeignFees", "agreedForeignFees"},
                                       {"hasHomeProcedures", "homeProcedures"},
                                       {"hasRegularCosts", "agreedCosts"}}) {
    EXPECT_FALSE(isAskedFor(skilledWorkerWith({{gate, "no"}}), question)) << gate;
    Answers answers = skilledWorkerWith({{gate, "yes"}});
    answers.values.erase(question);
    EXPECT_THAT(saidOf(answers), Contains(std::string(question) + " WZBAM001E"));
  }
}

TEST(SpecifiedSkilledWorkers, ChangeToTheirOwnStatusWithAnotherOrganization) {
  const Answers answers = skilledWorkerWith({{"desiredStatus", "T71"},
                                             {"desiredPeriod", "0100000"},
                                             {"placeOfBirth", "MANILA"},
                                             {"planInformed", "yes"},
                                             {"planInPerson", "yes"}});
  EXPECT_THAT(saidOf(answers, filedBy("foreignNational", "change")),
              ElementsAre("desiredStatus sameStatusSkilled?"));
}

TEST(SpecifiedSkilledWorkers, MayHaveAContractWithoutAnEnd) {
  Answers answers = specifiedSkilledWorkersAnswers();
  answers.values.erase("sswTo");
  EXPECT_THAT(saidOf(answers), IsEmpty());
}

TEST(SpecifiedSkilledWorkers, SayWhatIsBehindAYes) {
  for (const char* question : {"conductLaborLaw", "conductDismissals", "conductMissing",
                               "conductPunished", "conductGangster", "measuresDepositKnown"}) {
    EXPECT_THAT(saidOf(skilledWorkerWith({{question, "yes"}})),
                ElementsAre(std::string(question) + "Detail WZBAM001E"));
  }
  EXPECT_THAT(saidOf(skilledWorkerWith({{"sswTo", "2026-12-31"}})),
              ElementsAre("sswTo endBeforeBegin"));
}

}  // namespace
}  // namespace madoguchi::forms
