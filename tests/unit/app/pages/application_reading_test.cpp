#include <QAccessible>
#include <QComboBox>
#include <algorithm>

#include "tests/unit/app/pages/application_fixture.h"

// How an application reads to who hears it, or has a narrow window.

namespace madoguchi::test {
namespace {

class ApplicationReadingTest : public ApplicationTest {
 protected:
  /// Where something stands among its siblings, as assistive technology goes through them.
  int placeOf(const char* name) {
    QWidget* widget = find(name);
    if (widget == nullptr) return -1;
    QAccessibleInterface* parent = QAccessible::queryAccessibleInterface(widget->parentWidget());
    return parent->indexOfChild(QAccessible::queryAccessibleInterface(widget));
  }
  static QString labelOf(QWidget& control) {
    for (const auto& [label, relation] :
         QAccessible::queryAccessibleInterface(&control)->relations(QAccessible::Label)) {
      if (relation.testFlag(QAccessible::Label)) return label->text(QAccessible::Name);
    }
    return {};
  }
};

TEST_F(ApplicationReadingTest, AListHasALabelWhichIsItsNameOnLinux) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers(), "stay"));
  for (const char* language : {"en", "ja", "easy"}) {
    speak(language);
    auto* list = find<QComboBox>("application.currentStatus");
    ASSERT_NE(list, nullptr);
    EXPECT_FALSE(labelOf(*list).isEmpty());
    EXPECT_EQ(labelOf(*list), list->accessibleName()) << language;
  }
}

TEST_F(ApplicationReadingTest, ListsThatAreReadHaveReadingsAndAreFoundByThem) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers(), "stay"));
  speak("easy");
  auto* list = find<QComboBox>("application.currentStatus");
  ASSERT_NE(list, nullptr);
  EXPECT_TRUE(list->currentText().contains("はいぐうしゃ")) << list->currentText().toStdString();
  EXPECT_FALSE(list->currentData(Qt::AccessibleTextRole).toString().contains("はいぐうしゃ"))
      << "is heard once";
  ASSERT_TRUE(write("application.currentStatus.search", "りゅうがく"));
  EXPECT_EQ(list->itemData(1).toString(), "T41");
  speak("en");
  EXPECT_EQ(list->currentText(), "Spouse or Child of Japanese National");
}

TEST_F(ApplicationReadingTest, AReadingThatDoesNotFitIsNotCut) {
  window().resize(900, 900);
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers(), "stay"));
  speak("easy");
  ASSERT_TRUE(eventually([&] { return find("application.currentStatus.whole") != nullptr; }));
  auto* list = find<QComboBox>("application.currentStatus");
  QComboBox without(list->parentWidget());
  without.addItem(list->currentData(Qt::AccessibleTextRole).toString());
  without.resize(list->size());
  EXPECT_EQ(list->grab().toImage(), without.grab().toImage());
}

TEST_F(ApplicationReadingTest, OnlyAListThatIsLongIsSearched) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers(), "stay"));
  EXPECT_NE(find("application.currentStatus.search"), nullptr);
  const auto* periods = find<QComboBox>("application.currentPeriod");
  ASSERT_NE(periods, nullptr);
  EXPECT_LT(periods->count(), 10) << "of one status";
  EXPECT_EQ(find("application.currentPeriod.search"), nullptr);
}

TEST_F(ApplicationReadingTest, FilesAreSaidToBeWhatIsTakenAndAmountsAreReadAtAGlance) {
  forms::Answers answers = goodAnswers();
  answers.values.erase("photo");
  ASSERT_NO_FATAL_FAILURE(toDraft(answers, "filing"));
  EXPECT_TRUE(textOf("application.photo.said").contains("HEIC"))
      << textOf("application.photo.said").toStdString();
  ASSERT_TRUE(press("application.next"));
  ASSERT_TRUE(press("application.later"));
  ASSERT_TRUE(waitForPlace("applicationReview")) << shown().toStdString();
  EXPECT_EQ(textOf("applicationReview.income"), "3,000,000 yen");
}

TEST_F(ApplicationReadingTest, WhoseItIsAndThatItIsKeptComeBeforeWhatIsAsked) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers(), "filing"));
  const std::vector<int> places = {placeOf("application.heading"), placeOf("application.people"),
                                   placeOf("application.kept"),    placeOf("application.progress"),
                                   placeOf("application.wanted"),  placeOf("application.next")};
  EXPECT_TRUE(std::ranges::is_sorted(places)) << testing::PrintToString(places);
  EXPECT_GE(places.front(), 0);
}

TEST_F(ApplicationReadingTest, EveryErrorInTheListOfTheReviewNamesItsField) {
  forms::Answers answers = goodAnswers();
  answers.values["currentPeriod"] = "0000001";  // of other statuses only
  ASSERT_NO_FATAL_FAILURE(toDraft(answers, "filing"));
  ASSERT_TRUE(press("application.next"));
  ASSERT_TRUE(waitForPlace("applicationReview")) << shown().toStdString();
  for (const auto& [language, label] :
       {std::pair{"en", "Period of stay"}, std::pair{"ja", "在留期間"}}) {
    speak(language);
    auto* link = find<QAbstractButton>("errorSummary.currentPeriod");
    ASSERT_NE(link, nullptr) << shown().toStdString();
    EXPECT_TRUE(link->text().contains(QString::fromUtf8(label))) << link->text().toStdString();
    EXPECT_EQ(link->text().count(QString::fromUtf8(label)), 1);
  }
}

TEST_F(ApplicationReadingTest, WhatIsChosenCanBeReadWholeInANarrowWindow) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers(), "stay"));
  window().resize(900, 700);
  ASSERT_TRUE(eventually([&] { return find("application.currentStatus.whole") == nullptr; }));
  window().resize(360, 480);
  ASSERT_TRUE(eventually([&] { return find("application.currentStatus.whole") != nullptr; }));
  EXPECT_EQ(textOf("application.currentStatus.whole"),
            find<QComboBox>("application.currentStatus")->currentText());
}

}  // namespace
}  // namespace madoguchi::test
