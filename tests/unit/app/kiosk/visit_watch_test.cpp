#include "app/kiosk/visit_watch.h"

#include <gtest/gtest.h>

#include "app/core/idle_clock.h"
#include "tests/unit/app/event_loop.h"

namespace madoguchi::test {
namespace {

using app::VisitWatch;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Question = VisitWatch::Question;

card::ReaderSnapshot readers(bool withCard) {
  card::ReaderSnapshot found{.serviceRunning = true, .readers = {{}}};
  found.readers.front().cardPresent = withCard;
  return found;
}

class VisitWatchTest : public ::testing::Test {
 protected:
  /// Nobody waits for the first, nobody sees the second.
  VisitWatch& watch(VisitWatch::Times times = {hours(2), hours(1)}) {
    m_watch = std::make_unique<VisitWatch>(idle, times);
    QObject::connect(m_watch.get(), &VisitWatch::ended, [this] { ++ended; });
    return *m_watch;
  }

  app::IdleClock idle;
  int ended = 0;

 private:
  std::unique_ptr<VisitWatch> m_watch;
};

TEST_F(VisitWatchTest, TheLastMinuteIsCountedDownOrTheLastHalf) {
  const auto usual = VisitWatch::timesOf(seconds(180));
  EXPECT_EQ(usual.idle, seconds(180));
  EXPECT_EQ(usual.countdown, seconds(60));
  EXPECT_EQ(VisitWatch::timesOf(seconds(20)).countdown, seconds(10));
}

TEST_F(VisitWatchTest, WhereNobodyIsTheVisitEndsOnce) {
  auto& visit = watch({milliseconds(4), milliseconds(2)});
  bool asked = false;
  QObject::connect(&visit, &VisitWatch::questionChanged,
                   [&] { asked = asked || visit.question() == Question::idle; });
  ASSERT_TRUE(eventually([&] { return visit.isOver(); }));
  EXPECT_TRUE(asked);
  EXPECT_EQ(visit.question(), Question::none);
  visit.end();
  visit.noteReaders(readers(true));
  visit.noteReaders(readers(false));
  visit.askToEnd();
  EXPECT_EQ(ended, 1);
  EXPECT_EQ(visit.question(), Question::none);
}

TEST_F(VisitWatchTest, AnyActionAnswersWhetherSomebodyIsThere) {
  auto& visit = watch({hours(1) + milliseconds(1), hours(1)});
  ASSERT_TRUE(eventually([&] { return visit.question() == Question::idle; }));
  EXPECT_LE(visit.left(), seconds(3600));
  EXPECT_GT(visit.left(), seconds(3000));
  int wentOn = 0;
  QObject::connect(&visit, &VisitWatch::questionChanged,
                   [&] { wentOn += visit.question() == Question::none ? 1 : 0; });
  idle.noteActivity();
  EXPECT_EQ(visit.question(), Question::idle) << "what was touched hears of it first";
  EXPECT_TRUE(eventually([&] { return wentOn == 1; }));
  ASSERT_TRUE(eventually([&] { return visit.question() == Question::idle; })) << "and again";
  EXPECT_EQ(ended, 0);
}

TEST_F(VisitWatchTest, AnActionAnswersNoOtherQuestionThatComesMeanwhile) {
  auto& visit = watch({hours(1) + milliseconds(1), hours(1)});
  visit.noteReaders(readers(true));
  ASSERT_TRUE(eventually([&] { return visit.question() == Question::idle; }));
  idle.noteActivity();
  visit.noteReaders(readers(false));
  QCoreApplication::processEvents();
  EXPECT_EQ(visit.question(), Question::cardTaken);
}

TEST_F(VisitWatchTest, WhoeverTakesTheCardIsAskedAndMayGoOn) {
  auto& visit = watch();
  visit.noteReaders(readers(false));
  EXPECT_EQ(visit.question(), Question::none) << "there was none";
  visit.noteReaders(readers(true));
  EXPECT_TRUE(visit.hasCard());
  visit.noteReaders(readers(false));
  EXPECT_EQ(visit.question(), Question::cardTaken);
  idle.noteActivity();
  EXPECT_EQ(visit.question(), Question::cardTaken) << "who passes by has not answered";
  visit.goOn();
  EXPECT_EQ(visit.question(), Question::none);
  visit.noteReaders(readers(true));
  EXPECT_EQ(visit.question(), Question::none);
  EXPECT_EQ(ended, 0);
}

TEST_F(VisitWatchTest, ACardThatIsPutDownDoesNotAnswerForTheOneWhoTookTheirs) {
  auto& visit = watch();
  visit.noteReaders(readers(true));
  int questions = 0;
  QObject::connect(&visit, &VisitWatch::questionChanged, [&] { ++questions; });
  for (const bool there : {false, true, false, true}) visit.noteReaders(readers(there));
  EXPECT_EQ(visit.question(), Question::cardTaken) << "it may be anybody's";
  EXPECT_EQ(questions, 1) << "nor does it give more time";
  EXPECT_TRUE(visit.hasCard()) << "it is asked for at the end";
  visit.goOn();
  EXPECT_EQ(visit.question(), Question::none);
}

TEST_F(VisitWatchTest, WhatTheServiceDoesNotSayIsNoCardTaken) {
  auto& visit = watch();
  visit.noteReaders(readers(true));
  for (const auto fault :
       {card::TransportFault::serviceUnavailable, card::TransportFault::serviceHangs}) {
    visit.noteReaders({.serviceRunning = false, .serviceFault = fault, .readers = {}});
    EXPECT_EQ(visit.question(), Question::none);
    EXPECT_TRUE(visit.hasCard()) << "it is asked for at the end";
  }
  visit.noteReaders(readers(false));
  EXPECT_EQ(visit.question(), Question::cardTaken) << "it says so again";
}

TEST_F(VisitWatchTest, WithoutAnAnswerAboutTheCardTheVisitEnds) {
  auto& visit = watch({hours(1), milliseconds(1)});
  visit.noteReaders(readers(true));
  visit.noteReaders(readers(false));
  EXPECT_TRUE(eventually([&] { return ended == 1; }));
}

TEST_F(VisitWatchTest, WhoeverEndsTheVisitIsNotAskedForTheCardTheyTake) {
  auto& visit = watch();
  visit.noteReaders(readers(true));
  visit.askToEnd();
  visit.noteReaders(readers(false));
  EXPECT_EQ(visit.question(), Question::end);
  visit.end();
  EXPECT_EQ(ended, 1);
}

}  // namespace
}  // namespace madoguchi::test
