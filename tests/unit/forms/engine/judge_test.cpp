#include "forms/engine/judge.h"

#include <gmock/gmock.h>

#include "forms/engine/field_value.h"
#include "tests/unit/forms/engine/small_form.h"

namespace madoguchi::forms {
namespace {

using test::demonstrationAnswers;
using test::demonstrationFacts;
using test::demonstrationForm;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

/// The demonstration's answers with others in some places; "-" takes one out.
Answers with(const std::map<std::string, std::string>& changes) {
  Answers answers = demonstrationAnswers();
  for (const auto& [path, value] : changes) {
    const auto found = pathFrom(demonstrationForm(), answers, path);
    EXPECT_TRUE(found) << path;
    setValue(answers, *found, value == "-" ? "" : value);
  }
  return answers;
}

std::vector<std::string> saidWith(const std::map<std::string, std::string>& changes,
                                  const Extent& extent = {}) {
  return saidOf(demonstrationForm(), with(changes), extent);
}

std::vector<std::string> askedWith(const std::map<std::string, std::string>& changes,
                                   const Extent& extent = {}) {
  const Answers answers = with(changes);
  return writtenPaths(answers, asked(demonstrationForm(), answers, demonstrationFacts(), extent));
}

TEST(Judge, SaysNothingWhereAllIsWell) { EXPECT_THAT(saidWith({}), IsEmpty()); }

TEST(Judge, NamesEveryRequiredAnswerInTheOrderOfTheForm) {
  const Answers none;
  EXPECT_THAT(saidOf(demonstrationForm(), none),
              ElementsAre("name WZBAM001E", "sex WZBAM001E", "dateOfBirth WZBAM001E",
                          "nationality WZBAM001E", "phone WZBAM001E", "currentStatus WZBAM001E",
                          "period WZBAM001E", "stayExpiry WZBAM001E", "hasCard WZBAM001E",
                          "hasFamily WZBAM001E", "reason WZBAM001E", "consent WZBAM256E"));
}

TEST(Judge, KeepsRequiredApartFromForm) {
  EXPECT_THAT(saidWith({{"mobile", "x"}}), ElementsAre("mobile WZBAM005E"));
  EXPECT_THAT(saidWith({{"municipalityCode", "-"}}), IsEmpty());
  EXPECT_THAT(saidWith({{"municipalityCode", "131017"}}),
              ElementsAre("municipalityCode WZBAM005E"));
  // Blanks are an empty answer where one is needed, and no empty answer where none is.
  EXPECT_THAT(saidWith({{"name", "  "}, {"mobile", " "}}),
              ElementsAre("name WZBAM001E", "mobile WZBAM005E"));
  EXPECT_THAT(saidWith({{"email", "-"}, {"emailConfirmation", "-"}}), IsEmpty());
  EXPECT_THAT(saidWith({{"emailConfirmation", "-"}}), ElementsAre("emailConfirmation WZBAM001E"));
  EXPECT_THAT(saidWith({{"photo", "-"}}), ElementsAre("photo WZBAM001E"));
  EXPECT_THAT(saidWith({{"photo", "-"}, {"dateOfBirth", "2010-11-21"}, {"capacity", "self"}}),
              IsEmpty());
}

TEST(Judge, KeepsToAPageAndToWhatIsSubmitted) {
  const std::map<std::string, std::string> wrong = {
      {"phone", "x"}, {"period", "-"}, {"emailConfirmation", "other"}, {"consent", "-"}};
  EXPECT_THAT(saidWith(wrong, {.page = "person"}),
              ElementsAre("phone WZBAM005E", "emailConfirmation WZBAM159E"));
  EXPECT_THAT(saidWith(wrong, {.page = "stay"}), ElementsAre("period WZBAM001E"));
  EXPECT_THAT(saidWith(wrong, {.page = "end", .submittedOnly = true}), IsEmpty());
  EXPECT_THAT(saidWith(wrong, {.submittedOnly = true}),
              ElementsAre("phone WZBAM005E", "period WZBAM001E"));
}

TEST(Relevance, FieldsCountWhereTheirConditionHolds) {
  EXPECT_THAT(askedWith({}), Contains("cardNumber"));
  EXPECT_THAT(askedWith({{"hasCard", "no"}}), Not(Contains("cardNumber")));
  EXPECT_THAT(saidWith({{"hasCard", "no"}, {"cardNumber", "nonsense"}}), IsEmpty());
  EXPECT_THAT(saidWith({{"cardNumber", "nonsense"}}), ElementsAre("cardNumber WZBAM005E"));
}

TEST(Relevance, ConditionsOfEverythingAroundMustHold) {
  const std::string field = "work[0].joined";
  EXPECT_THAT(askedWith({}), Contains(field));
  EXPECT_THAT(askedWith({{"currentStatus", "engineer"}}), Contains(field));
  EXPECT_THAT(askedWith({{"currentStatus", "engineer"}}), Not(Contains("support")));
  EXPECT_THAT(askedWith({{"currentStatus", "dependent"}}), Not(Contains(field)));
  EXPECT_THAT(askedWith({{"currentStatus", "-"}}), Not(Contains(field)));
  EXPECT_THAT(askedWith({{"hasFamily", "no"}}), Not(Contains("family[0].name")));
  EXPECT_THAT(askedWith({}, {.page = "relatives"}),
              ElementsAre("hasFamily", "family[0].relationship", "family[0].name",
                          "family[0].dateOfBirth", "family[0].livesTogether"));
  const auto pages = [](const std::string& status) {
    return askedPages(demonstrationForm(), with({{"currentStatus", status}}), demonstrationFacts());
  };
  EXPECT_THAT(pages("student"), ElementsAre("person", "stay", "relatives", "work", "end"));
  EXPECT_THAT(pages("dependent"), ElementsAre("person", "stay", "relatives", "end"));
}

TEST(Relevance, AnAnswerThatIsNotAskedIsNoneToConditions) {
  const Definition form =
      smallDefinition(yesNo("a") + "," + yesNo("b", R"("when":{"is":["a","yes"]})") + "," +
                      yesNo("c", R"("when":{"is":["b","yes"]})") + "," +
                      yesNo("d", R"("when":{"not":{"answered":"b"}})"));
  const auto fields = [&](const Answers& answers) {
    return writtenPaths(answers, asked(form, answers, {}));
  };
  EXPECT_THAT(fields({.values = {{"a", "yes"}, {"b", "yes"}}}), ElementsAre("a", "b", "c"));
  EXPECT_THAT(fields({.values = {{"a", "no"}, {"b", "yes"}}}), ElementsAre("a", "d"));
}

TEST(Relevance, AFieldWithoutANumberIsNotOnThatForm) {
  Facts facts = demonstrationFacts();
  const Answers answers = demonstrationAnswers();
  EXPECT_THAT(askedWith({}), Not(Contains("desiredStatus")));
  facts.values["procedure"] = "change";
  EXPECT_THAT(writtenPaths(answers, asked(demonstrationForm(), answers, facts)),
              Contains("desiredStatus"));
  facts.values.erase("procedure");
  EXPECT_THAT(
      writtenPaths(answers, asked(demonstrationForm(), answers, facts)),
      testing::AllOf(Not(Contains("name")), Not(Contains("family[0].name")), Contains("sex")));
}

TEST(Relevance, NamesWhatIsAnsweredUnasked) {
  const Answers answers = with({{"currentStatus", "dependent"}, {"period", "y1"}});
  EXPECT_THAT(
      writtenPaths(answers, answeredUnasked(demonstrationForm(), answers, demonstrationFacts())),
      ElementsAre("work[0].joined", "work[0].left", "work[0].employerJa", "support", "income",
                  "scholarship", "work"));
  EXPECT_THAT(answeredUnasked(demonstrationForm(), demonstrationAnswers(), demonstrationFacts()),
              IsEmpty());
}

/// Whether `b` is asked, given the answer of `a`.
bool holdsFor(const std::string& field, const std::string& condition, const std::string& answer) {
  const Definition form = smallDefinition(field + "," + yesNo("b", R"("when":)" + condition),
                                          R"("facts":{"filingDate":"date"},)");
  const Answers answers{.values = {{"a", answer}}};
  return asked(form, answers, demonstrationFacts()).size() == 2;
}

TEST(Condition, AgeIsFullYearsToday) {  // 2026-11-20
  const std::string born = R"({"id":"a","type":"partialDate"})";
  const auto is = [&](const std::string& comparison, const std::string& birth) {
    return holdsFor(born, R"({"age":["a",)" + comparison + "]}", birth);
  };
  EXPECT_TRUE(is(R"("<",16)", "2010-11-21"));
  EXPECT_FALSE(is(R"("<",16)", "2010-11-20"));
  EXPECT_TRUE(is(R"(">=",16)", "2010-11-20"));
  EXPECT_FALSE(is(R"(">=",16)", "2010-11-21"));
  EXPECT_TRUE(is(R"("<=",16)", "2010-11-20"));
  EXPECT_TRUE(is(R"(">",15)", "2010-11-20"));
  EXPECT_FALSE(is(R"(">",16)", "2010-11-20"));
  // A part of a date tells what all of its days have in common.
  EXPECT_TRUE(is(R"("<",16)", "2011"));
  EXPECT_FALSE(is(R"("<",16)", "2010"));
  EXPECT_FALSE(is(R"(">=",16)", "2010"));
  EXPECT_TRUE(is(R"(">=",16)", "2010-10"));
  for (const char* none : {"", "unknown", "2010-02-30", "nonsense"}) {
    EXPECT_FALSE(is(R"("<",150)", none)) << none;
    EXPECT_FALSE(is(R"(">=",0)", none)) << none;
  }
}

TEST(Condition, BeforeIsCertain) {
  const std::string date = R"({"id":"a","type":"partialDate"})";
  const auto before = [&](const std::string& when, const std::string& answer) {
    return holdsFor(date, R"({"before":)" + when + "}", answer);
  };
  EXPECT_TRUE(before(R"(["a","2026-11-20"])", "2026-11-19"));
  EXPECT_FALSE(before(R"(["a","2026-11-20"])", "2026-11-20"));
  EXPECT_TRUE(before(R"(["a","@today"])", "2026-10"));
  EXPECT_FALSE(before(R"(["a","@today"])", "2026-11"));
  EXPECT_TRUE(before(R"(["@filingDate","a"])", "2027"));
  EXPECT_FALSE(before(R"(["@filingDate","a"])", "2026"));
  EXPECT_FALSE(before(R"(["a","@today"])", "unknown"));
  EXPECT_FALSE(before(R"(["a","@today"])", ""));
}

TEST(Condition, CombinesToTrees) {
  const auto is = [](const std::string& condition, const std::string& answer) {
    return holdsFor(R"({"id":"a","type":"codes","list":"support"})", condition, answer);
  };
  const std::string self = R"({"contains":["a","self"]})";
  const std::string other = R"({"contains":["a","other"]})";
  EXPECT_TRUE(is(self, "self,other"));
  EXPECT_FALSE(is(self, "scholarship"));
  EXPECT_FALSE(is(self, "selfish"));
  EXPECT_TRUE(is(R"({"all":[)" + self + "," + other + "]}", "self,other"));
  EXPECT_FALSE(is(R"({"all":[)" + self + "," + other + "]}", "self"));
  EXPECT_TRUE(is(R"({"any":[)" + self + "," + other + "]}", "other"));
  EXPECT_FALSE(is(R"({"any":[)" + self + "," + other + "]}", ""));
  EXPECT_TRUE(is(R"({"not":)" + self + "}", ""));
  EXPECT_TRUE(is(R"({"answered":"a"})", "other"));
}

TEST(Lists, AValueThatIsNoLongerOfferedIsToBeChosenAgain) {
  EXPECT_THAT(saidWith({{"currentStatus", "engineer"}}), ElementsAre("period chooseAgain"));
  EXPECT_THAT(saidWith({{"currentStatus", "engineer"}, {"period", "y5"}}), IsEmpty());
  EXPECT_THAT(saidWith({{"period", "y99"}}), ElementsAre("period WZBAM005E"));
  EXPECT_THAT(saidWith({{"period", "y1"}}), IsEmpty()) << "offered for all";
  const Answers answers = with({{"currentStatus", "engineer"}});
  const Facts facts = demonstrationFacts();
  const Relevance relevance(demonstrationForm(), answers, facts);
  const auto period = static_cast<std::size_t>(findField(demonstrationForm(), "period") -
                                               demonstrationForm().fields.data());
  EXPECT_THAT(relevance.offered(period), ElementsAre("y1", "y5"));
}

TEST(Lists, ChoicesMayDependOnOtherAnswers) {
  const std::string child = "2015-01-01";
  EXPECT_THAT(saidWith({{"capacity", "parent"}}), ElementsAre("capacity chooseAgain"));
  EXPECT_THAT(saidWith({{"capacity", "parent"}, {"dateOfBirth", child}}), IsEmpty());
  // An empty answer means the only choice, where there is one.
  EXPECT_THAT(saidWith({{"capacity", "-"}}), IsEmpty());
  EXPECT_THAT(saidWith({{"capacity", "-"}, {"dateOfBirth", child}}),
              ElementsAre("capacity WZBAM001E"));
}

TEST(Lists, SeveralCodesAreEachJudged) {
  EXPECT_THAT(saidWith({{"support", "self,alms"}}), ElementsAre("support WZBAM005E"));
  EXPECT_THAT(saidWith({{"support", "scholarship,self"}}), ElementsAre("support WZBAM005E"))
      << "not in the order of the list";
  EXPECT_THAT(saidWith({{"support", "other"}}), IsEmpty());
}

TEST(Groups, HaveLeastAndMostRows) {
  Answers answers = demonstrationAnswers();
  const Row child = answers.groups["family"][0];
  answers.groups["family"].clear();
  EXPECT_THAT(saidOf(demonstrationForm(), answers), ElementsAre("family WZBAM001E"));
  for (int number = 0; number < 7; ++number) {
    Row row = child;
    row.id = "n" + std::to_string(number);
    row.values["dateOfBirth"] = std::to_string(2012 + number);
    answers.groups["family"].push_back(row);
  }
  EXPECT_THAT(saidOf(demonstrationForm(), answers), ElementsAre("family tooManyRelatives"));
  answers.values["hasFamily"] = "no";
  EXPECT_THAT(saidOf(demonstrationForm(), answers), IsEmpty());
}

TEST(Groups, AreJudgedRowByRow) {
  Answers answers = demonstrationAnswers();
  answers.groups["family"].push_back({.id = "r2",
                                      .values = {{"relationship", "spouse"},
                                                 {"name", "ホセ"},
                                                 {"dateOfBirth", "1980-01-02"},
                                                 {"livesTogether", "yes"}}});
  answers.groups["family"].push_back({.id = "r3"});
  EXPECT_THAT(saidOf(demonstrationForm(), answers),
              ElementsAre("family[1].workplace WZBAM001E", "family[2].relationship WZBAM001E",
                          "family[2].name WZBAM001E", "family[2].dateOfBirth WZBAM001E",
                          "family[2].livesTogether WZBAM001E"));
}

TEST(Groups, RowsMustDifferInTheirKeys) {
  Answers answers = demonstrationAnswers();
  auto& family = answers.groups["family"];
  family.push_back(family[0]);
  family[1].id = "r2";
  EXPECT_THAT(saidOf(demonstrationForm(), answers), ElementsAre("family[1].name sameRelative"));
  family[1].values["dateOfBirth"] = "2020-06";
  EXPECT_THAT(saidOf(demonstrationForm(), answers), IsEmpty());
  // An incomplete row is not yet like another one.
  family[0].values.erase("dateOfBirth");
  family[1].values.erase("dateOfBirth");
  EXPECT_THAT(saidOf(demonstrationForm(), answers), Not(Contains("family[1].name sameRelative")));
}

TEST(Checks, OneOf) {
  EXPECT_THAT(saidWith({{"phone", "-"}}), ElementsAre("phone WZBAM001E"));
  EXPECT_THAT(saidWith({{"phone", "-"}, {"mobile", "09012345678"}}), IsEmpty());
  EXPECT_THAT(saidWith({{"work[0].employerJa", "-"}}), ElementsAre("work[0].employerEn WZBAM001E"));
}

TEST(Checks, AllOrNone) {
  EXPECT_THAT(saidWith({{"work[0].department", "開発"}}),
              ElementsAre("work[0].extension bothOrNone"));
  EXPECT_THAT(saidWith({{"work[0].department", "開発"}, {"work[0].extension", "12"}}), IsEmpty());
}

TEST(Checks, Dates) {
  EXPECT_THAT(saidWith({{"stayExpiry", "2026-11-19"}}), ElementsAre("stayExpiry windowClosed"));
  EXPECT_THAT(saidWith({{"stayExpiry", "2026-11-20"}}), IsEmpty());
  EXPECT_THAT(saidWith({{"passportExpiry", "2026-12-31"}}),
              ElementsAre("passportExpiry passportEndsFirst?"));
  EXPECT_THAT(saidWith({{"passportExpiry", "2027-01-01"}}), IsEmpty());
  EXPECT_THAT(saidWith({{"work[0].left", "2019-03"}}),
              ElementsAre("work[0].left leftBeforeJoining"));
  EXPECT_THAT(saidWith({{"work[0].left", "2019"}}), IsEmpty()) << "it may have been later";
  EXPECT_THAT(saidWith({{"work[0].left", "unknown"}}), IsEmpty());
}

TEST(Checks, SameAndDifferent) {
  EXPECT_THAT(saidWith({{"scholarship", "1"}}), ElementsAre("scholarship otherSums?"));
  EXPECT_THAT(saidWith({{"scholarship", "-"}}), IsEmpty());
  EXPECT_THAT(saidWith({{"mobile", "0312345678"}}), ElementsAre("mobile samePhone."));
}

TEST(Checks, SayNothingWhereAFieldIsWrongByItselfOrNotAsked) {
  EXPECT_THAT(saidWith({{"stayExpiry", "2026-11-31"}, {"passportExpiry", "2026-12-01"}}),
              ElementsAre("stayExpiry WZBAM111E"));
  EXPECT_THAT(saidWith({{"support", "scholarship"}, {"income", "1"}, {"scholarship", "2"}}),
              IsEmpty());
}

TEST(Checks, MayHaveAConditionAndAPlace) {
  const auto form = [](const std::string& rest) {
    return smallDefinition(digits("a") + "," + digits("b") + "," + yesNo("c") +
                           R"(,{"check":"oneOf","fields":["a","b"],"code":"C",)" + rest + "}");
  };
  const Answers none;
  EXPECT_THAT(saidOf(form(R"("at":"b")"), none), ElementsAre("b C"));
  const Definition conditional = form(R"("when":{"is":["c","yes"]})");
  EXPECT_THAT(saidOf(conditional, none), IsEmpty());
  EXPECT_THAT(saidOf(conditional, {.values = {{"c", "yes"}}}), ElementsAre("a C"));
}

TEST(Judge, SaysTheGravestOfAField) {
  const Definition form = smallDefinition(
      R"({"id":"d","type":"date"},)"
      R"({"check":"before","fields":["d","2020-01-01"],"code":"N","severity":"notice"},)"
      R"({"check":"before","fields":["d","2021-01-01"],"code":"E"},)"
      R"({"check":"before","fields":["d","2022-01-01"],"code":"W","severity":"warning"},)"
      R"({"check":"before","fields":["d","2023-01-01"],"code":"F"})");
  EXPECT_THAT(saidOf(form, {.values = {{"d", "2026-01-01"}}}), ElementsAre("d E"));
  EXPECT_THAT(saidOf(form, {.values = {{"d", "2020-06-01"}}}), ElementsAre("d N."));
}

TEST(Judge, TellsWhatStopsAFormAndWhetherItIsOnlyIncomplete) {
  const auto of = [](const std::map<std::string, std::string>& changes) {
    return judge(demonstrationForm(), with(changes), demonstrationFacts());
  };
  EXPECT_TRUE(isAcceptable(of({})));
  EXPECT_TRUE(isAcceptable(of({{"passportExpiry", "2026-12-31"}, {"mobile", "0312345678"}})));
  EXPECT_FALSE(isAcceptable(of({{"phone", "-"}})));
  EXPECT_TRUE(onlyMissing(demonstrationForm(), of({{"sex", "-"}, {"consent", "-"}})));
  EXPECT_TRUE(onlyMissing(demonstrationForm(), of({{"sex", "-"}, {"scholarship", "1"}})));
  EXPECT_FALSE(onlyMissing(demonstrationForm(), of({{"sex", "-"}, {"period", "y5"}})));
  Answers answers = demonstrationAnswers();
  answers.groups.erase("family");
  EXPECT_TRUE(
      onlyMissing(demonstrationForm(), judge(demonstrationForm(), answers, demonstrationFacts())));
}

}  // namespace
}  // namespace madoguchi::forms
