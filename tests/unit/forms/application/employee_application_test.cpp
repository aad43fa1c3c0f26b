#include <gmock/gmock.h>

#include "forms/engine/answers_json.h"
#include "tests/unit/forms/application/judged_application.h"

// Part N of the form: of who works as engineer, specialist, skilled or care worker, and of the
// organization with which they have a contract.

namespace madoguchi::forms {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> saidWith(const Values& changes) {
  Answers answers = engineersAnswers();
  for (const auto& [id, value] : changes) {
    answers.values[id] = value;
  }
  return saidOf(answers);
}

std::vector<std::string> offered(const Answers& answers, std::string_view field) {
  return Relevance(applicationForm(), answers, extensionFacts()).offered(indexOf(field));
}

TEST(EmployeesApplication, IsTakenWithTheOrganizationsPart) {
  EXPECT_THAT(saidOf(engineersAnswers()), IsEmpty());
  EXPECT_THAT(
      askedPages(applicationForm(), engineersAnswers(), extensionFacts()),
      ElementsAre("identity", "stay", "family", "career", "organization", "together", "filing"));
  const std::string filed = canonicalJson(applicationForm(), engineersAnswers(), extensionFacts());
  EXPECT_THAT(filed, AllOf(HasSubstr(R"("part":"N")"), HasSubstr(R"("jobType":"K12")"),
                           HasSubstr(R"("contentConfirmed":"true")"),
                           HasSubstr(R"("employerLatin":"MANILA SOFTWARE INC.")"),
                           Not(HasSubstr("supporterName"))));
}

TEST(EmployeesApplication, IsTakenForAChangeThatAsksNoEarlierDuties) {
  Answers answers = engineersAnswers();
  answers.values["currentStatus"] = "T41";
  answers.values["desiredStatus"] = "T26";
  answers.values["desiredPeriod"] = "0300000";
  answers.values["placeOfBirth"] = "MANILA";
  answers.values.erase("dutiesChanged");
  const Facts change = filedBy("foreignNational", "change");
  EXPECT_THAT(saidOf(answers, change), IsEmpty());
  answers.values["graduatedOn"] = "2027-03-20";
  EXPECT_THAT(saidOf(answers, change), IsEmpty()) << "who graduates in spring applies in winter";
}

TEST(EmployeesApplication, WantsWhatTheOrganizationHasToSay) {
  Answers nothing = dependentsAnswers();
  nothing.values["currentStatus"] = "T26";
  EXPECT_THAT(
      saidOf(nothing),
      ElementsAre("educationIn WZBAM001E", "education WZBAM001E", "educationSchool WZBAM001E",
                  "graduatedOn WZBAM001E", "hasCareer WZBAM001E", "contractKind WZBAM001E",
                  "orgName WZBAM001E", "orgHasNumber WZBAM001E", "orgIndustry WZBAM001E",
                  "orgMunicipality WZBAM001E", "orgAddressRest WZBAM001E", "orgPhone WZBAM001E",
                  "orgCapital WZBAM001E", "orgSales WZBAM001E", "orgEmployees WZBAM001E",
                  "orgForeignEmployees WZBAM001E", "workTerm WZBAM001E", "monthlyPay WZBAM001E",
                  "experienceMonths WZBAM001E", "hasJobTitle WZBAM001E", "jobType WZBAM001E",
                  "duties WZBAM001E", "dutiesChanged WZBAM001E", "dispatched WZBAM001E",
                  "contentConfirmed WZBAM001E"));
}

TEST(EmployeesApplication, OffersTheMajorsOfTheSchool) {
  const auto majors = [](const char* education) {
    Answers answers = engineersAnswers();
    answers.values["education"] = education;
    return offered(answers, "major");
  };
  EXPECT_THAT(majors("master"), AllOf(Contains("law"), Not(Contains("vLaw"))));
  EXPECT_THAT(majors("vocational"), AllOf(Contains("vLaw"), Not(Contains("law"))));
  EXPECT_THAT(saidWith({{"education", "vocational"}}), ElementsAre("major chooseAgain"));
  EXPECT_THAT(saidWith({{"education", "vocational"}, {"major", "vOther"}}),
              ElementsAre("majorOther WZBAM001E"));
  Answers school = engineersAnswers();
  school.values["education"] = "seniorHigh";
  school.values.erase("major");
  EXPECT_THAT(saidOf(school), IsEmpty()) << "has no major";
}

TEST(EmployeesApplication, OffersTheWorkOfTheStatus) {
  Answers answers = engineersAnswers();
  EXPECT_EQ(offered(answers, "jobType").size(), 30U);
  answers.values["jobType2"] = "K12";
  EXPECT_THAT(saidOf(answers), ElementsAre("jobType2 sameChoice"));
  answers.values["currentStatus"] = "T20";
  answers.values["jobType"] = "K28";
  EXPECT_THAT(saidOf(answers), IsEmpty()) << "skilled workers have one kind of work";
  answers.values["currentStatus"] = "T29";
  EXPECT_THAT(saidOf(answers), ElementsAre("jobType chooseAgain"));
  answers.values.erase("jobType");
  EXPECT_THAT(saidOf(answers), IsEmpty()) << "there is one kind only";
  EXPECT_THAT(canonicalJson(applicationForm(), answers, extensionFacts()),
              HasSubstr(R"("jobType":"K37")"));
}

TEST(EmployeesApplication, HasAWorkHistoryInOrder) {
  Answers answers = engineersAnswers();
  answers.groups["career"][0].values["left"] = "2012-03";
  EXPECT_THAT(saidOf(answers), ElementsAre("career[0].left leftBeforeJoining"));
  answers.groups["career"][0].values["left"] = "2012";
  EXPECT_THAT(saidOf(answers), IsEmpty()) << "the month is not known";
  answers.groups["career"][1].values.erase("employerJapanese");
  EXPECT_THAT(saidOf(answers), ElementsAre("career[1].employerJapanese WZBAM001E"));
  answers.groups.erase("career");
  EXPECT_THAT(saidOf(answers), ElementsAre("career WZBAM001E"));
  answers.values["hasCareer"] = "no";
  EXPECT_THAT(saidOf(answers), IsEmpty());
}

TEST(EmployeesApplication, AsksWhereWhoIsDispatchedWorks) {
  Answers answers = engineersAnswers();
  answers.values["dispatched"] = "yes";
  EXPECT_THAT(askedPages(applicationForm(), answers, extensionFacts()), Contains("dispatch"));
  EXPECT_THAT(saidOf(answers), ElementsAre("dispatchName WZBAM001E"))
      << "what the applicant cannot know of another firm may stay open";
}

TEST(EmployeesApplication, AsksAcquisitionsNothingOfWork) {
  const Answers acquired{.values = {{"desiredStatus", "T26"}}};
  EXPECT_THAT(saidOf(acquired, filedBy("foreignNational", "acquisition")),
              Contains("statusApplied partMissing"));
}

TEST(EmployeesApplication, WantsTheWordsBehindOther) {
  EXPECT_THAT(saidWith({{"contractKind", "other"}}), ElementsAre("contractOther WZBAM001E"));
  EXPECT_THAT(saidWith({{"orgIndustry", "12"}}), ElementsAre("orgIndustryOther WZBAM001E"));
  EXPECT_THAT(saidWith({{"orgIndustry2", "21"}}), ElementsAre("orgIndustry2Other WZBAM001E"));
  EXPECT_THAT(saidWith({{"education", "other"}, {"major", ""}}),
              ElementsAre("educationOther WZBAM001E"));
  EXPECT_THAT(saidWith({{"workTerm", "fixed"}}),
              ElementsAre("workTermYears WZBAM001E", "workTermMonths WZBAM001E"));
  EXPECT_THAT(saidWith({{"hasItQualification", "yes"}}), ElementsAre("itQualification WZBAM001E"));
  EXPECT_THAT(saidWith({{"dutiesChanged", "yes"}}), ElementsAre("dutiesChange WZBAM001E"));
}

}  // namespace
}  // namespace madoguchi::forms
