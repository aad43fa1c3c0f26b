#include "forms/application/application_form.h"

#include <gmock/gmock.h>

#include <array>

#include "forms/engine/answers_json.h"
#include "forms/procedures/procedure_facts.h"
#include "tests/unit/forms/application/application_answers.h"
#include "tests/unit/forms/engine/small_form.h"

namespace madoguchi::forms {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Definition& form() { return applicationForm(); }

std::vector<std::string> saidOfFiling(const Answers& answers, const Facts& facts) {
  return said(answers, judge(form(), answers, facts));
}

std::vector<std::string> with(Answers answers, const Values& changes,
                              const Facts& facts = filedBy("foreignNational")) {
  for (const auto& [id, value] : changes) {
    answers.values[id] = value;
  }
  return saidOfFiling(answers, facts);
}

std::string numberOf(const Answers& answers, const Facts& facts, std::string_view id) {
  const Relevance relevance(form(), answers, facts);
  const auto index = static_cast<std::size_t>(findField(form(), id) - form().fields.data());
  return relevance.asksField(index) ? std::string(relevance.numberOfField(index)) : "not asked";
}

TEST(ApplicationForm, TakesAnExtensionAsSpouseAndOneAsDependent) {
  EXPECT_THAT(saidOfFiling(spousesAnswers(), filedBy("foreignNational")), IsEmpty());
  EXPECT_THAT(saidOfFiling(dependentsAnswers(), filedBy("foreignNational")), IsEmpty());
}

TEST(ApplicationForm, AsksThePagesOfItsPart) {
  const Facts facts = filedBy("foreignNational");
  EXPECT_THAT(askedPages(form(), spousesAnswers(), facts),
              ElementsAre("identity", "stay", "family", "status", "livingT", "guarantor",
                          "together", "filing"));
  EXPECT_THAT(askedPages(form(), dependentsAnswers(), facts),
              ElementsAre("identity", "stay", "family", "status", "livingR", "supporter",
                          "together", "filing"));
  EXPECT_THAT(askedPages(form(), {}, filedBy("legalRepresentative", "acquisition")),
              ElementsAre("identity", "stay", "family", "guarantor", "representative", "together",
                          "filing"));
}

TEST(ApplicationForm, NumbersItemsAsThePaperOfProcedureAndPartDoes) {
  const Facts facts = filedBy("legalRepresentative");
  EXPECT_EQ(numberOf(spousesAnswers(), facts, "representativeName"), "23");
  EXPECT_EQ(numberOf(dependentsAnswers(), facts, "representativeName"), "20");
  EXPECT_EQ(numberOf({}, filedBy("legalRepresentative", "acquisition"), "representativeName"),
            "17");
  EXPECT_EQ(numberOf(spousesAnswers(), facts, "registeredEvent"), "18");
  EXPECT_EQ(numberOf(dependentsAnswers(), facts, "registeredEvent"), "17");
  EXPECT_EQ(numberOf(dependentsAnswers(), facts, "supporterName"), "2(1)");
  EXPECT_EQ(numberOf(dependentsAnswers(), facts, "placeOfBirth"), "not asked");
  EXPECT_EQ(numberOf({}, filedBy("foreignNational", "change"), "placeOfBirth"), "5");
  EXPECT_EQ(numberOf({}, filedBy("foreignNational", "change"), "maritalStatus"), "6");
}

TEST(ApplicationForm, SignsWhatIsAppliedFor) {
  const std::string json = canonicalJson(form(), spousesAnswers(), filedBy("foreignNational"));
  EXPECT_THAT(json, HasSubstr(R"("procedure":"extension")"));
  EXPECT_THAT(json, HasSubstr(R"("part":"T")"));
  EXPECT_THAT(json, HasSubstr(R"("statusApplied":"T61")"));
  EXPECT_THAT(json, HasSubstr(R"("digest":"aaaa)"));
  EXPECT_THAT(json, Not(HasSubstr("supporterName")));
  EXPECT_THAT(json, Not(HasSubstr("notificationEmailAgain")));
}

TEST(ApplicationForm, SaysOfAStatusThatItsPartIsMissing) {
  EXPECT_THAT(with(spousesAnswers(), {{"currentStatus", "T25"}}),
              Contains("statusApplied partMissing"));
}

TEST(ApplicationForm, WantsAnotherStatusForAChange) {
  const Facts change = filedBy("foreignNational", "change");
  const Values more = {{"placeOfBirth", "MANILA"},
                       {"currentStatus", "T41"},
                       {"desiredStatus", "T61"},
                       {"desiredPeriod", "0300000"}};
  EXPECT_THAT(with(spousesAnswers(), more, change), IsEmpty());
  Values same = more;
  same["currentStatus"] = "T61";
  EXPECT_THAT(with(spousesAnswers(), same, change), ElementsAre("desiredStatus sameStatus"));
}

TEST(ApplicationForm, ClosesOnTheDayOfExpiry) {
  EXPECT_THAT(with(spousesAnswers(), {{"stayExpiry", "2026-11-27"}}), IsEmpty());
  EXPECT_THAT(with(spousesAnswers(), {{"stayExpiry", "2026-11-26"}}),
              ElementsAre("stayExpiry windowClosed"));
  EXPECT_THAT(with(spousesAnswers(), {{"passportExpiry", "2026-12-01"}}),
              ElementsAre("stayExpiry passportEndsFirst?"));
  EXPECT_THAT(with(spousesAnswers(), {{"passportExpiry", "2026-12-31"}}), IsEmpty())
      << "on the same day";
}

TEST(ApplicationForm, AsksRelativesWhetherWhoeverTurnedSixteenIsUnable) {
  const auto asked = [](std::string born, std::string_view userClass) {
    return numberOf({.values = {{"dateOfBirth", std::move(born)}}, .groups = {}},
                    filedBy(userClass), "unable") != "not asked";
  };
  EXPECT_FALSE(asked("2010-11-27", "family")) << "16 tomorrow";
  EXPECT_TRUE(asked("2010-11-26", "family"));
  EXPECT_TRUE(asked("2010", "family")) << "who may be";
  EXPECT_FALSE(asked("2010-11-26", "attorneyOrScrivener"));
  EXPECT_FALSE(asked("2010-11-26", "foreignNational"));
}

TEST(ApplicationForm, HoldsNothingForEarlierThanTheBirth) {
  const auto registered = [](std::string born, std::string on) {
    return with(spousesAnswers(),
                {{"dateOfBirth", std::move(born)}, {"registeredInJapanOn", std::move(on)}});
  };
  EXPECT_THAT(registered("1990-04-15", "1990-04-14"),
              ElementsAre("registeredInJapanOn beforeBirth"));
  EXPECT_THAT(registered("1990-04-15", "1990-04-15"), IsEmpty());
  EXPECT_THAT(registered("1990", "1989-12-31"), ElementsAre("registeredInJapanOn beforeBirth"));
  EXPECT_THAT(registered("1990", "1990-01-01"), IsEmpty()) << "it may have been that day";
  EXPECT_THAT(registered("unknown", "1989-12-31"), IsEmpty());
}

TEST(ApplicationForm, CountsTheThirtyDaysOfABirthFromIt) {
  const auto acquired = [](std::string cause, std::string on) {
    auto found = with(spousesAnswers(),
                      {{"dateOfBirth", "2026-11-10"},
                       {"acquisitionCause", std::move(cause)},
                       {"acquiredOn", std::move(on)}},
                      filedBy("legalRepresentative", "acquisition"));
    std::erase_if(found, [](const std::string& said) { return !said.starts_with("acquiredOn"); });
    return found;
  };
  EXPECT_THAT(acquired("birth", "2026-11-10"), IsEmpty());
  EXPECT_THAT(acquired("birth", "2026-11-24"), ElementsAre("acquiredOn acquiredAtBirth"));
  EXPECT_THAT(acquired("birth", "2026-11-09"), ElementsAre("acquiredOn beforeBirth"));
  EXPECT_THAT(acquired("lossOfNationality", "2026-11-24"), IsEmpty());
  EXPECT_THAT(acquired("lossOfNationality", "2026-11-09"), ElementsAre("acquiredOn beforeBirth"));
}

TEST(ApplicationForm, OffersPostOnlyWhereNothingIsFiledTogether) {
  const Values together = {
      {"alsoReentry", "yes"},      {"purposeDecided", "no"},       {"destinationDecided", "no"},
      {"departureDecided", "no"},  {"departurePortDecided", "no"}, {"returnDecided", "no"},
      {"returnPortDecided", "no"}, {"reentryKind", "multiple"},    {"pendingTrial", "no"}};
  EXPECT_THAT(with(spousesAnswers(), together), ElementsAre("receipt counterOnly"));
  Values atCounter = together;
  atCounter["receipt"] = "counter";
  EXPECT_THAT(with(spousesAnswers(), atCounter), IsEmpty());
}

TEST(ApplicationForm, NeverAsksRelativesForOtherActivity) {
  EXPECT_EQ(numberOf(dependentsAnswers(), filedBy("family"), "alsoOtherActivity"), "not asked");
  EXPECT_EQ(numberOf(dependentsAnswers(), filedBy("attorneyOrScrivener"), "alsoOtherActivity"), "");
  EXPECT_EQ(numberOf(spousesAnswers(), filedBy("family"), "agentName"), "");
  EXPECT_EQ(numberOf(spousesAnswers(), filedBy("foreignNational"), "agentName"), "not asked");
}

// Whose activities are not restricted (Immigration Act, 19).
TEST(ApplicationForm, AsksNoSpouseOrLongTermResidentForOtherActivity) {
  EXPECT_EQ(numberOf(spousesAnswers(), filedBy("foreignNational"), "alsoOtherActivity"),
            "not asked");
}

TEST(ApplicationForm, TakesASupporterWithoutAnEmployer) {
  Answers supported = dependentsAnswers();
  supported.values["supporterWork"] = "なし";
  supported.values.erase("supporterWorkAddress");
  supported.values.erase("supporterWorkPhone");
  EXPECT_THAT(saidOfFiling(supported, filedBy("foreignNational")), IsEmpty());
}

TEST(ApplicationForm, AsksForAnEventOnlyWhereTheStatusRestsOnOne) {
  Answers resident = spousesAnswers();
  for (const char* field : {"registeredEvent", "registeredInJapan", "registeredInJapanOn",
                            "registeredAbroad", "registeredAbroadOn"}) {
    resident.values.erase(field);
  }
  EXPECT_THAT(saidOfFiling(resident, filedBy("foreignNational")),
              testing::Contains("registeredEvent WZBAM001E"));
  resident.values["currentStatus"] = "T63";
  resident.values["position"] = "99";
  resident.values["positionOther"] = "定住者　離婚後";
  const auto said = saidOfFiling(resident, filedBy("foreignNational"));
  EXPECT_THAT(said, testing::Not(testing::Contains(testing::HasSubstr("registered"))));
}

TEST(ApplicationForm, AsksForNothingTogetherThatCannotBeFiled) {
  EXPECT_EQ(numberOf(spousesAnswers(), filedBy("family"), "alsoReentry"), "");
  constexpr std::array kFiles = {FactFile{"operator.json", R"({
    "sources": {"notice": {"title": "Made up", "checkedAt": "2026-11-26"}},
    "eligibility": [{"person": "foreignNational", "procedure": "reentry", "may": "no",
                     "note": "notForFamily",
                     "instead": "insteadSelfOrRepresentative",
                     "from": "2026-11-01", "source": "notice"}]})"}};
  adoptProcedureFacts(kFiles);
  const Facts facts = filedBy("foreignNational");
  const Facts before =
      applicationFacts("extension", "foreignNational", kFilingDay - std::chrono::months(1));
  const Facts others = filedBy("legalRepresentative");
  adoptProcedureFacts({});
  EXPECT_EQ(numberOf(spousesAnswers(), facts, "alsoReentry"), "not asked");
  EXPECT_EQ(numberOf(dependentsAnswers(), facts, "alsoOtherActivity"), "");
  EXPECT_EQ(numberOf(spousesAnswers(), before, "alsoReentry"), "");
  EXPECT_EQ(numberOf(spousesAnswers(), others, "alsoReentry"), "");
  Answers wanted = spousesAnswers();
  wanted.values["alsoReentry"] = "yes";
  EXPECT_THAT(saidOfFiling(wanted, facts), IsEmpty()) << "and by post, as nothing else is asked";
}

TEST(ApplicationForm, WantsAPhotoFromSixteen) {
  EXPECT_EQ(numberOf({.values = {{"dateOfBirth", "2010-11-27"}}}, filedBy("family"), "photo"),
            "not asked");
  EXPECT_EQ(numberOf({.values = {{"dateOfBirth", "2010-11-26"}}}, filedBy("family"), "photo"), "");
}

TEST(ApplicationForm, LetsOnlyRelativesBeJapanese) {
  EXPECT_THAT(with(spousesAnswers(), {{"nationality", "JP"}}),
              ElementsAre("nationality chooseAgain"));
  Answers answers = spousesAnswers();
  answers.groups["family"][0].values["nationality"] = "JP";
  answers.groups["family"][0].values.erase("cardNumber");
  EXPECT_THAT(saidOfFiling(answers, filedBy("foreignNational")), IsEmpty());
}

TEST(ApplicationForm, TakesMoreRelativesThanThePaperHasRows) {
  Answers answers = spousesAnswers();
  auto& rows = answers.groups["family"];
  while (rows.size() < 20) {
    rows.push_back(rows.front());
    rows.back().id = "r" + std::to_string(rows.size());
    rows.back().values["dateOfBirth"] = std::to_string(1960 + rows.size());
  }
  EXPECT_THAT(saidOfFiling(answers, filedBy("foreignNational")), IsEmpty());
  rows.push_back(rows.front());
  rows.back().id = "more";
  EXPECT_THAT(saidOfFiling(answers, filedBy("foreignNational")),
              Contains("family tooManyRelatives"));
}

TEST(ApplicationForm, AsksForDetailsWhereTheyAreAndForNoneElsewhere) {
  EXPECT_THAT(with(spousesAnswers(), {{"criminal", "yes"}}),
              ElementsAre("criminalDetail WZBAM001E"));
  EXPECT_THAT(with(spousesAnswers(), {{"hasCard", "no"}}),
              ElementsAre("edLetters WZBAM001E", "edDigits WZBAM001E"));
  EXPECT_THAT(with(spousesAnswers(), {{"phone", ""}}), ElementsAre("phone WZBAM001E"));
  EXPECT_THAT(with(spousesAnswers(), {{"isSupported", "yes"}}), IsEmpty());
  EXPECT_THAT(with(spousesAnswers(), {{"occupation", "𠮟る人😀"}}),
              ElementsAre("occupation WZBAM011E"));
}

TEST(ApplicationForm, TakesItsOwnExamples) {
  for (const Field& field : form().fields) {
    if (!field.example.empty()) {
      EXPECT_EQ(explain(field, field.example, kFilingDay).cause, Cause::good) << field.id;
    }
  }
}

TEST(ApplicationForm, IsNeverLargerThanAnswersMayBe) {
  constexpr std::size_t kBytesOfCharacter = 3;
  constexpr std::size_t kAround = 8;          // quotation marks, colon, comma
  constexpr std::size_t kLongestOther = 120;  // a file; codes, dates and numbers are shorter
  std::size_t bytes = 0;
  for (const Field& field : form().fields) {
    const std::size_t rows = field.group ? form().groups[*field.group].maxRows : 1;
    const auto characters = static_cast<std::size_t>(field.maxLength);
    const std::size_t value = characters > 0 ? kBytesOfCharacter * characters : kLongestOther;
    bytes += rows * (field.id.size() + value + kAround);
  }
  EXPECT_LT(bytes, kMaxAnswerBytes);
}

TEST(ApplicationForm, HasWordsOfItsOwnForEachProcedure) {
  const auto reason = [](std::string_view language, std::string_view procedure) {
    return wordsOf(applicationWords(), "field.reason.label", language, procedure);
  };
  EXPECT_EQ(reason("ja", "extension"), "更新の理由");
  EXPECT_EQ(reason("en", "change"), "Reason for change of status of residence");
  EXPECT_EQ(reason("en", ""), "Reason for the application");
  EXPECT_EQ(reason("xx", "change"), "");
  EXPECT_EQ(wordsOf(applicationWords(), "field.none.label", "en"), "");
}

TEST(ApplicationForm, RefusesWordsThatAreNone) {
  EXPECT_THROW(formWordsFrom(R"({"words":"a","texts":{"field.a.label":{"ja":""}}})"),
               std::runtime_error);
  EXPECT_THROW(formWordsFrom(R"({"words":"a","texts":{},"more":1})"), std::runtime_error);
}

}  // namespace
}  // namespace madoguchi::forms
