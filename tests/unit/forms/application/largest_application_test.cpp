#include "tests/support/largest_application.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <limits>
#include <set>

#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"
#include "forms/engine/attachment.h"
#include "tests/support/processor_time.h"
#include "tests/unit/forms/application/application_answers.h"
#include "tests/unit/forms/engine/small_form.h"

// What is at the edge of what an application may hold, and what is past it.

namespace madoguchi::forms {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

/// One of each part of the form.
class LargestOf : public testing::TestWithParam<std::string> {
 protected:
  const Answers largest = test::largestApplication(GetParam());
  const Facts facts = test::largestApplicationFacts();
};

std::string nameOf(const Field& field) {
  const std::string group(groupIdOf(applicationForm(), field));
  return (group.empty() ? "" : group + ".") + field.id;
}

TEST_P(LargestOf, IsTaken) {
  EXPECT_THAT(said(largest, judge(applicationForm(), largest, facts)), IsEmpty());
  EXPECT_THAT(strays(applicationForm(), largest, facts), IsEmpty());
}

TEST_P(LargestOf, IsKeptSignedAndReadBackWhole) {
  const std::string draft = draftJson(applicationForm(), largest);
  const std::string filed = canonicalJson(applicationForm(), largest, facts);
  RecordProperty("draftBytes", static_cast<int>(draft.size()));
  RecordProperty("filedBytes", static_cast<int>(filed.size()));
  EXPECT_LT(draft.size(), kMaxAnswerBytes);
  EXPECT_LT(filed.size(), draft.size());
  EXPECT_GT(filed.size(), 25'000U) << "is not large";
  EXPECT_EQ(draftFrom(applicationForm(), draft), largest);
  const auto read = answersFrom(applicationForm(), filed);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(canonicalJson(applicationForm(), *read, facts), filed);
}

const std::vector<std::string>& statuses() {
  static const std::vector<std::string> kStatuses = {"T63", "T44", "T26", "T71"};
  return kStatuses;
}

INSTANTIATE_TEST_SUITE_P(EachPart, LargestOf, testing::ValuesIn(statuses()),
                         [](const auto& one) { return one.param; });

TEST(LargestApplication, AsksAllThatCanBeAskedAtOnce) {
  const Facts facts = test::largestApplicationFacts();
  std::set<std::string> unasked;
  for (const Field& field : applicationForm().fields) {
    unasked.insert(nameOf(field));
  }
  for (const std::string& status : statuses()) {
    for (const FieldPath& path :
         asked(applicationForm(), test::largestApplication(status), facts)) {
      unasked.erase(nameOf(*findField(applicationForm(), path)));
    }
  }
  // Of another procedure, or the other branch of a question: skills are proved by training here,
  // and another does the support.
  const std::set<std::string> kOfOthers = {"acquiredOn",
                                           "acquisitionCause",
                                           "acquisitionOther",
                                           "dispatchIndustry2Other",
                                           "dispatchIndustryOther",
                                           "dutiesChange",
                                           "dutiesChanged",
                                           "edDigits",
                                           "edLetters",
                                           "extensionPeriod",
                                           "guarantorRelation",
                                           "hasLanguageExam",
                                           "hasSkillExam",
                                           "languageExams.country",
                                           "languageExams.place",
                                           "languageExams.test",
                                           "languageOtherProof",
                                           "major",
                                           "majorOther",
                                           "noPassportReason",
                                           "orgIndustry2Other",
                                           "orgIndustryOther",
                                           "skillExams.country",
                                           "skillExams.name",
                                           "skillExams.place",
                                           "skillOtherProof",
                                           "supportExperience",
                                           "supportExperienceDetail",
                                           "supportExperienced",
                                           "supportFieldCriteria",
                                           "supportInterviews",
                                           "supportLanguage",
                                           "supportManager",
                                           "supportManagerAppointed",
                                           "supportManagerTitle",
                                           "supportNeglected",
                                           "supportNeglectedDetail",
                                           "supportNeutral",
                                           "supportRecords",
                                           "supportStaff",
                                           "supportStaffAppointed",
                                           "supportStaffTitle",
                                           "transfersSkills",
                                           "unable"};
  EXPECT_EQ(unasked, kOfOthers);
}

template <typename Work>
double leastMicroseconds(Work work) {
  constexpr int kRounds = 15;
  double least = std::numeric_limits<double>::max();
  for (int round = 0; round < kRounds; ++round) {
    const double begin = test::threadSeconds();
    work();
    least = std::min(least, (test::threadSeconds() - begin) * 1e6);
  }
  return least;
}

struct Cost {
  double judged = 0;  ///< microseconds
  double signedFor = 0;
  double bytes = 0;
};

/// With so many rows of each group that there are at most.
Cost costWith(std::size_t rows) {
  const Definition& form = applicationForm();
  const Facts facts = test::largestApplicationFacts();
  Answers answers = test::largestApplication();
  for (auto& [id, all] : answers.groups) {
    all.resize(std::min(all.size(), rows));
  }
  EXPECT_TRUE(isAcceptable(judge(form, answers, facts)));
  return {.judged = leastMicroseconds([&] { judge(form, answers, facts); }),
          .signedFor = leastMicroseconds([&] { canonicalJson(form, answers, facts); }),
          .bytes = static_cast<double>(draftJson(form, answers).size())};
}

// Both grow as the answers do, and no faster: with twenty rows a byte costs about what it does with
// one. A cost by the square of the rows would show as five times as much and more.
TEST(LargestApplication, CostsAByteAsMuchAsASmallOne) {
  const Cost few = costWith(1);
  const Cost all = costWith(20);
  RecordProperty("judgeMicroseconds", static_cast<int>(all.judged));
  RecordProperty("signMicroseconds", static_cast<int>(all.signedFor));
  EXPECT_GT(all.bytes, 1.5 * few.bytes) << "compares nothing";
  EXPECT_LT(all.judged / all.bytes, 3 * few.judged / few.bytes);
  EXPECT_LT(all.signedFor / all.bytes, 3 * few.signedFor / few.bytes);
}

TEST(ApplicationFields, TakeTheLongestTextAndNotOneCharacterMore) {
  std::size_t texts = 0;
  for (const Field& field : applicationForm().fields) {
    if (field.type != FieldType::text && field.type != FieldType::multilineText) continue;
    ++texts;
    const std::string value = test::longestValue(field);
    EXPECT_EQ(explain(field, value, kFilingDay).cause, Cause::good) << field.id;
    // One more of those that it begins with; a telephone number would then be a foreign one.
    std::string more = value;
    more.insert(field.rule == "phone" ? more.size() : 0,
                value.substr(0, static_cast<unsigned char>(value.front()) < 0x80 ? 1 : 3));
    EXPECT_EQ(explain(field, more, kFilingDay).cause, Cause::tooLong) << field.id;
  }
  EXPECT_GT(texts, 80U);
}

TEST(ApplicationFields, HaveAnExampleWhereTheyAreTyped) {
  std::vector<std::string> without;
  for (const Field& field : applicationForm().fields) {
    if (field.type == FieldType::text && field.example.empty() && !field.sameAs) {
      without.push_back(nameOf(field));
    }
  }
  EXPECT_THAT(without, IsEmpty());
}

Answers withRelatives(std::size_t count) {
  Answers answers = spousesAnswers();
  auto& rows = answers.groups["family"];
  while (rows.size() < count) {
    rows.push_back(rows.front());
    rows.back().id = "more" + std::to_string(rows.size());
    rows.back().values["dateOfBirth"] = std::to_string(1950 + rows.size());
  }
  return answers;
}

TEST(Relatives, MayBeMoreThanTheSixRowsOfThePaper) {
  const Facts facts = filedBy("foreignNational");
  const std::size_t group = static_cast<std::size_t>(findGroup(applicationForm(), "family") -
                                                     applicationForm().groups.data());
  for (const std::size_t count : {6U, 7U, 20U}) {
    const Answers answers = withRelatives(count);
    EXPECT_THAT(said(answers, judge(applicationForm(), answers, facts)), IsEmpty());
    EXPECT_EQ(Relevance(applicationForm(), answers, facts).rows(group).size(), count);
    EXPECT_EQ(canonicalJson(applicationForm(), answers, facts).find("2000-01-01"),
              std::string::npos);
  }
  const Answers tooMany = withRelatives(21);
  EXPECT_THAT(said(tooMany, judge(applicationForm(), tooMany, facts)),
              ElementsAre("family tooManyRelatives"));
  Answers twice = withRelatives(2);
  twice.groups["family"][1].values = twice.groups["family"][0].values;
  EXPECT_THAT(said(twice, judge(applicationForm(), twice, facts)),
              Contains(testing::HasSubstr("sameRelative")));
}

Explanation explained(const std::string& field, const std::string& typed) {
  const Field* found = field.starts_with("family.")
                           ? findField(applicationForm(), "family", field.substr(7))
                           : findField(applicationForm(), field);
  return explain(*found, repaired(*found, typed), kFilingDay);
}

TEST(CharactersOutsideJisX0208, AreTakenMendedOrNamed) {
  // Those of the later standards and of the Agency's systems are taken as they are, and other
  // widths and compatibility shapes mended …
  for (const std::string typed : {"髙﨑", "神戸　羽生", "ﾏﾘｱ", "Ｍａｒｉａ", "1-2-3"}) {
    EXPECT_EQ(explained("family.name", typed).cause, Cause::good) << typed;
  }
  // … and of all others the first is named, so that the person finds it.
  for (const auto& [typed, character] :
       {std::pair<std::string, char32_t>{"𠮷田", U'𠮷'}, {"张伟", U'张'}, {"Nguyễn 한", U'한'}}) {
    for (const std::string field : {"family.name", "homeTown", "occupation", "reason"}) {
      const Explanation found = explained(field, typed);
      EXPECT_EQ(found.cause, Cause::external) << field << typed;
      EXPECT_EQ(found.character, character) << field << typed;
    }
  }
}

}  // namespace
}  // namespace madoguchi::forms
