#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "tests/unit/app/pages/page_fixture.h"

// What a newcomer wants to know before anything is asked of them.

namespace madoguchi::test {
namespace {

using app::RubyButton;

class BeforeYouStartTest : public PageTest {
 protected:
  void open(const char* person) {
    window();
    insert(person);
    ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  }
};

TEST_F(BeforeYouStartTest, TellsHowLongItTakesWhatItCostsAndWhatIsAsked) {
  ASSERT_NO_FATAL_FAILURE(open("maria"));
  EXPECT_TRUE(textOf("before.intro").contains("10 minutes"));
  EXPECT_TRUE(textOf("before.intro").contains("free of charge"));
  for (const char* words : {"any hour", "two passwords", "card reader for computers",
                            "stop and go on", "legal representative", "your own card"})
    EXPECT_TRUE(textOf("before.goodToKnow").contains(QLatin1String(words), Qt::CaseInsensitive))
        << words;
}

TEST_F(BeforeYouStartTest, SaysHowLongPasswordsAreKeptAsThePolicyHasIt) {
  configure(server->settings(), std::chrono::minutes(1));
  ASSERT_NO_FATAL_FAILURE(open("maria"));
  EXPECT_TRUE(textOf("before.goodToKnow").contains("after 1 minute without"))
      << textOf("before.goodToKnow").toStdString();
  speak("easy");
  EXPECT_TRUE(textOf("before.goodToKnow").contains(QStringLiteral("1分 何も")));
}

TEST_F(BeforeYouStartTest, SaysNothingOfCardsToWhomNoneIsNeeded) {
  enter(forms::Entrance::coeByEmail);
  EXPECT_TRUE(textOf("before.goodToKnow").contains("any hour"));
  EXPECT_FALSE(textOf("before.goodToKnow").contains("card", Qt::CaseInsensitive));
  EXPECT_EQ(find("before.tries"), nullptr);
}

TEST_F(BeforeYouStartTest, SaysToWhomTheDataGoesHereAndBeforeItIsSent) {
  operatorWords["operator"] = {{"", "Office of Examples"}};
  const QByteArray host = QUrl(server->settings().origin).authority().toUtf8();
  window();
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  for (const char* what : {"Office of Examples", host.constData()})
    EXPECT_TRUE(textOf("before.data").contains(QLatin1String(what))) << what;
  ASSERT_NO_FATAL_FAILURE(toStep2());
  for (const char* what : {"Office of Examples", host.constData()})
    EXPECT_TRUE(textOf("step2.data").contains(QLatin1String(what))) << what;
}

TEST_F(BeforeYouStartTest, NamesTheSystemWhereTheOperatorIsNotKnown) {
  enter(forms::Entrance::coeByEmail);
  EXPECT_TRUE(textOf("before.data").contains("Online Residence Application System"));
}

TEST_F(BeforeYouStartTest, CountsTheTriesAmongTheChecks) {
  ASSERT_NO_FATAL_FAILURE(open("maria"));
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  EXPECT_TRUE(wordsOf("before.tries").contains("Signature password: 5, PIN: 3"));
}

TEST_F(BeforeYouStartTest, CountsTheTriesOfACardThatIsBlocked) {
  ASSERT_NO_FATAL_FAILURE(open("blocked"));
  ASSERT_TRUE(waitForCardProblem(app::FailureCode::passwordBlocked));
  EXPECT_TRUE(wordsOf("before.tries").contains("Signature password: 0"));
}

TEST_F(BeforeYouStartTest, ThePictureTakesNoRoomFromTheListWhereThatIsNarrow) {
  ASSERT_NO_FATAL_FAILURE(open("maria"));
  const auto* list = find<app::RubyLabel>("before.needs");
  const auto* picture = find("before.picture");
  ASSERT_TRUE(list != nullptr && picture != nullptr);
  const auto stand = [&](double width) {
    window().resize(app::em(window(), width), 900);
    for (int i = 0; i < 10; ++i) QCoreApplication::processEvents();
    return picture->x() > list->geometry().right() ? "beside" : "below";
  };
  EXPECT_STREQ(stand(56), "beside");
  EXPECT_STREQ(stand(32), "below");
  EXPECT_GE(picture->y(), list->geometry().bottom());
}

TEST_F(BeforeYouStartTest, RowsWithAndWithoutReadingsAreEquallyFarApart) {
  window().resize(1000, 1600);
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  speak("easy");
  for (int i = 0; i < 10; ++i) QCoreApplication::processEvents();
  // Of the titles: the middle of what is written.
  const auto middleOf = [&](const char* row) {
    const auto* title = find(row)->findChild<app::RubyLabel*>();
    return title->mapTo(&window(), QPoint(0, title->firstLineMiddle())).y();
  };
  const std::vector rows = {middleOf("before.service"), middleOf("before.reader"),
                            middleOf("before.card"), middleOf("before.certificates"),
                            middleOf("before.tries")};
  constexpr int kEven = 4;
  for (std::size_t i = 2; i < rows.size(); ++i)
    EXPECT_NEAR(rows[i] - rows[i - 1], rows[1] - rows[0], kEven) << i;
}

TEST_F(BeforeYouStartTest, InvitesToGoOnOnlyWhereThatCanSucceed) {
  window();
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  const auto kind = [&] { return find<RubyButton>("before.next")->kind(); };
  EXPECT_EQ(kind(), RubyButton::Kind::secondary);
  insert("maria");
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  EXPECT_EQ(kind(), RubyButton::Kind::primary);
}

}  // namespace
}  // namespace madoguchi::test
