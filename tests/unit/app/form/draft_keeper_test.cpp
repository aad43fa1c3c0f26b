#include "app/form/draft_keeper.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <deque>

#include "app/form/form_model.h"
#include "forms/engine/answers_json.h"
#include "tests/support/demonstration_form.h"
#include "tests/unit/app/event_loop.h"

// What is typed is kept elsewhere: when, how often, and what becomes of it when that fails.

namespace madoguchi::app {
namespace {

class DraftKeeperTest : public testing::Test {
 protected:
  struct Request {
    DraftKeeper::Kept what;
    std::function<void(DraftKeeper::Outcome)> answer;
  };

  void type(const char* field, const char* text) {
    model.type(forms::topField(field), QString::fromUtf8(text));
  }
  void typeAndLeave(const char* field, const char* text) {
    type(field, text);
    model.leaveField(forms::topField(field));
  }
  void answer(FailureCode failure) {
    const Request request = requests.at(answered++);
    request.answer({.failure = failure,
                    .revision = request.what.revision + 1,
                    .at = std::chrono::sys_seconds(std::chrono::seconds(100))});
  }
  std::string sent(const char* field) const {
    const auto answers = forms::draftFrom(test::demonstrationForm(), requests.back().what.draft);
    return forms::valueAt(answers.value(), forms::topField(field));
  }

  FormModel model{test::demonstrationForm(), test::demonstrationFacts};
  std::vector<Request> requests;
  std::size_t answered = 0;
  int calledOff = 0;
  int conflicts = 0;
  DraftKeeper keeper{
      model,
      [this](DraftKeeper::Kept what, auto answer) {
        requests.push_back({std::move(what), std::move(answer)});
        return Pending([this] { ++calledOff; });
      },
      {.draft = {}, .page = "person", .revision = 7},
      {.afterFailure = std::chrono::milliseconds(1), .whileTyping = std::chrono::milliseconds(1)}};
};

TEST_F(DraftKeeperTest, WhatIsTypedIsKeptWhenItsFieldIsLeft) {
  type("name", "santos");
  EXPECT_TRUE(keeper.holdsUnkept());
  EXPECT_TRUE(requests.empty()) << "not with every key";
  model.leaveField(forms::topField("name"));
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_EQ(requests.front().what.revision, 7);
  EXPECT_EQ(requests.front().what.page, "person");
  EXPECT_EQ(sent("name"), "SANTOS") << "mended";
  EXPECT_TRUE(keeper.isSaving());
  EXPECT_TRUE(keeper.holdsUnkept());
  answer(FailureCode::none);
  EXPECT_FALSE(keeper.isSaving());
  EXPECT_FALSE(keeper.holdsUnkept());
  EXPECT_EQ(keeper.revision(), 8);
  EXPECT_EQ(keeper.keptAt(), std::chrono::sys_seconds(std::chrono::seconds(100)));
  model.leaveField(forms::topField("name"));
  EXPECT_EQ(requests.size(), 1U) << "nothing is another";
}

TEST_F(DraftKeeperTest, WhoStaysInALongTextLosesLittleOfIt) {
  type("name", "A");
  ASSERT_TRUE(test::eventually([&] { return requests.size() == 1; }));
  EXPECT_EQ(sent("name"), "A");
  type("name", "AB");
  answer(FailureCode::none);
  EXPECT_EQ(requests.size(), 1U) << "not one after the other";
  ASSERT_TRUE(test::eventually([&] { return requests.size() == 2; }));
  EXPECT_EQ(sent("name"), "AB");
  answer(FailureCode::none);
  EXPECT_FALSE(keeper.holdsUnkept());
}

TEST_F(DraftKeeperTest, OneRequestAtATimeAndThenTheNewest) {
  typeAndLeave("name", "A");
  typeAndLeave("name", "AB");
  typeAndLeave("name", "ABC");
  ASSERT_EQ(requests.size(), 1U);
  answer(FailureCode::none);
  ASSERT_EQ(requests.size(), 2U);
  EXPECT_EQ(sent("name"), "ABC");
  EXPECT_EQ(requests.back().what.revision, 8);
  answer(FailureCode::none);
  EXPECT_EQ(requests.size(), 2U);
}

TEST_F(DraftKeeperTest, WhatIsDueIsUnderWayWhenTheAnswerIsHeardOf) {
  typeAndLeave("name", "A");
  typeAndLeave("name", "AB");
  int heard = 0;
  QObject::connect(&keeper, &DraftKeeper::changed, &keeper, [&] {
    ++heard;
    EXPECT_TRUE(keeper.isSaving() || !keeper.holdsUnkept()) << "else it looks left behind";
  });
  answer(FailureCode::none);
  EXPECT_GT(heard, 0);
}

TEST_F(DraftKeeperTest, RowsAndPagesAreKeptToo) {
  model.fill(test::demonstrationAnswers(), ValueOrigin::typed);
  ASSERT_EQ(requests.size(), 1U) << "other questions than before";
  answer(FailureCode::none);
  model.removeRow("family", model.rows("family").front());
  ASSERT_EQ(requests.size(), 2U);
  answer(FailureCode::none);
  keeper.setPage("stay");
  ASSERT_EQ(requests.size(), 3U);
  EXPECT_EQ(requests.back().what.page, "stay");
}

TEST_F(DraftKeeperTest, WhatFailedIsTriedAgainByItself) {
  typeAndLeave("name", "A");
  answer(FailureCode::networkUnreachable);
  EXPECT_EQ(keeper.failure(), FailureCode::networkUnreachable);
  EXPECT_TRUE(keeper.holdsUnkept());
  ASSERT_TRUE(test::eventually([&] { return requests.size() == 2; }));
  EXPECT_EQ(requests.back().what.revision, 7);
  answer(FailureCode::none);
  EXPECT_EQ(keeper.failure(), FailureCode::none);
}

TEST_F(DraftKeeperTest, AfterAnotherRevisionNothingIsSentUntilItIsDecided) {
  QObject::connect(&keeper, &DraftKeeper::conflicted, &keeper, [this] { ++conflicts; });
  typeAndLeave("name", "A");
  answer(FailureCode::draftChanged);
  EXPECT_EQ(conflicts, 1);
  typeAndLeave("name", "AB");
  EXPECT_EQ(requests.size(), 1U);
  keeper.takeKept("{}", 12);
  ASSERT_EQ(requests.size(), 2U);
  EXPECT_EQ(requests.back().what.revision, 12);
  EXPECT_EQ(sent("name"), "AB");
}

TEST_F(DraftKeeperTest, WhatWasSentInVainIsKnownUntilSomethingIsKept) {
  typeAndLeave("name", "A");
  const std::string first = requests.back().what.draft;
  answer(FailureCode::networkUnreachable);
  typeAndLeave("name", "AB");
  const std::string second = requests.back().what.draft;
  EXPECT_NE(first, second);
  answer(FailureCode::draftChanged);
  EXPECT_TRUE(keeper.hasSent(first));
  EXPECT_TRUE(keeper.hasSent(second));
  EXPECT_FALSE(keeper.hasSent({}));
  keeper.takeKept(first, 8);
  ASSERT_EQ(requests.size(), 3U) << "the second one was not kept";
  EXPECT_EQ(requests.back().what.revision, 8);
  EXPECT_EQ(requests.back().what.draft, second);
  EXPECT_FALSE(keeper.hasSent(first));
}

TEST_F(DraftKeeperTest, WhatIsGoneIsSentAsAWholeAndTriedAgain) {
  typeAndLeave("name", "A");
  answer(FailureCode::draftGone);
  type("name", "");
  keeper.takeNothing();
  ASSERT_EQ(requests.size(), 2U) << "although it is what was kept once";
  EXPECT_EQ(requests.back().what.revision, 0);
  answer(FailureCode::networkUnreachable);
  ASSERT_TRUE(test::eventually([&] { return requests.size() == 3; }));
  answer(FailureCode::none);
  EXPECT_FALSE(keeper.holdsUnkept());
}

TEST_F(DraftKeeperTest, AtRestNothingIsSentAndAfterwardsAllOfIt) {
  typeAndLeave("name", "A");
  keeper.rest();
  EXPECT_EQ(calledOff, 1);
  typeAndLeave("name", "AB");
  EXPECT_EQ(requests.size(), 1U);
  keeper.resume();
  ASSERT_EQ(requests.size(), 2U);
  EXPECT_EQ(sent("name"), "AB");
}

}  // namespace
}  // namespace madoguchi::app
