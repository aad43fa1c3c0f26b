#include "tests/unit/app/pages/application_fixture.h"

// Parts of the form that ask about an organization.

namespace madoguchi::test {
namespace {

class EmployeePagesTest : public ApplicationTest {
 protected:
  static forms::Answers today(forms::Answers answers) {
    answers.values["stayExpiry"] = inDays(60);
    answers.values["passportExpiry"] = inDays(900);
    return answers;
  }
  bool isSeen(const char* name) {
    const auto* widget = find<QWidget>(name);
    return widget != nullptr && widget->isVisible();
  }
};

TEST_F(EmployeePagesTest, AnAnswerThatNobodyHasToGiveCanBeTakenBack) {
  ASSERT_NO_FATAL_FAILURE(toDraft(today(forms::specifiedSkilledWorkersAnswers()), "agreements"));
  EXPECT_FALSE(isSeen("application.meetsFieldCriteria.clear")) << "there is nothing to take back";
  EXPECT_EQ(find("application.hasDeposit.clear"), nullptr) << "which has to be answered";
  server->answer(kDraft, kept(2));
  ASSERT_TRUE(press("application.meetsFieldCriteria.no"));
  ASSERT_TRUE(eventually([&] { return puts() == 1; }));
  EXPECT_EQ(lastPut().at("values").at("meetsFieldCriteria"), "no");
  ASSERT_TRUE(isSeen("application.meetsFieldCriteria.clear"));
  server->answer(kDraft, kept(3));
  ASSERT_TRUE(press("application.meetsFieldCriteria.clear"));
  ASSERT_TRUE(eventually([&] { return puts() == 2; }));
  EXPECT_FALSE(lastPut().at("values").contains("meetsFieldCriteria"));
  EXPECT_FALSE(find<QAbstractButton>("application.meetsFieldCriteria.no")->isChecked());
  EXPECT_FALSE(isSeen("application.meetsFieldCriteria.clear"));
  EXPECT_TRUE(find<QWidget>("application.meetsFieldCriteria.yes")->hasFocus());
}

/// One choice alone is not shown, unless another one stands there from before.
TEST_F(EmployeePagesTest, WorkOfAnotherStatusIsSeenAndChosenAgain) {
  forms::Answers carer = today(forms::engineersAnswers());
  carer.values["currentStatus"] = "T29";
  ASSERT_NO_FATAL_FAILURE(toDraft(carer, "organization"));
  ASSERT_TRUE(isSeen("application.jobType"));
  server->answer(kDraft, kept(2));
  auto* box = find<QComboBox>("application.jobType");
  box->setCurrentIndex(box->findData("K37"));
  ASSERT_TRUE(eventually([&] { return puts() == 1; }));
  EXPECT_EQ(lastPut().at("values").at("jobType"), "K37");
}

TEST_F(EmployeePagesTest, UnitsStandOnTheirSideOfTheNumber) {
  ASSERT_NO_FATAL_FAILURE(toDraft(today(forms::specifiedSkilledWorkersAnswers()), "contractV"));
  EXPECT_TRUE(find("application.sswHoursWeek")->accessibleName().endsWith("hours a week"));
  press("header.language.ja");
  EXPECT_TRUE(eventually([&] {
    return find("application.sswHoursWeek")->accessibleName().endsWith("週 時間");
  })) << find("application.sswHoursWeek")->accessibleName().toStdString();
}

TEST_F(EmployeePagesTest, WhatConfirmsTheContentsIsTakenBackWhenTheyChange) {
  forms::Answers answers = today(forms::specifiedSkilledWorkersAnswers());
  ASSERT_EQ(answers.values.at("contentConfirmed"), "true");
  answers.values["receipt"] = "counter";
  ASSERT_NO_FATAL_FAILURE(toDraft(answers, "filing"));
  server->answer(kDraft, kept(2));
  ASSERT_TRUE(press("application.receipt.post"));
  ASSERT_TRUE(eventually([&] { return puts() == 1; }));
  EXPECT_FALSE(lastPut().at("values").contains("contentConfirmed"));
  EXPECT_TRUE(lastPut().at("values").contains("intentConfirmed")) << "it is not about the contents";
  EXPECT_FALSE(find<QAbstractButton>("application.contentConfirmed")->isChecked());
}

/// Rows of a table have numbers, the same in each of its groups.
TEST_F(EmployeePagesTest, TheReviewTellsTheRowsOfSeveralTablesApart) {
  forms::Answers answers = today(forms::specifiedSkilledWorkersAnswers());
  answers.values["languageProof"] = "evaluation";
  answers.values["hasLanguageExam"] = "yes";
  answers.groups["skillExams"][0].id = "1";
  answers.groups["languageExams"] = {{.id = "1", .values = {{"test", "jlpt"}, {"place", "japan"}}}};
  ASSERT_NO_FATAL_FAILURE(toDraft(answers, "filing"));
  for (int revision = 2; revision < 4; ++revision) server->answer(kDraft, kept(revision));
  ASSERT_TRUE(press("application.next"));
  ASSERT_TRUE(waitForPlace("applicationReview"))
      << wordsOf("application.errorSummary").toStdString();
  EXPECT_TRUE(shown().contains("Skill exam 1")) << shown().toStdString();
  EXPECT_TRUE(shown().contains("Language exam 1"));
}

}  // namespace
}  // namespace madoguchi::test
