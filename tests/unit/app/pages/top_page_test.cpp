#include "app/rooms/home/home_flow.h"
#include "forms/procedures/procedure_facts.h"
#include "tests/unit/app/pages/page_fixture.h"

// Announcements on the top page.

namespace madoguchi::test {
namespace {

class TopPageTest : public PageTest {
 protected:
  void announce(const std::string& text) {
    server->answer(
        "/v1/announcements",
        {.status = 200,
         .body = R"({"announcements":[{"date":"2026-11-20","text":")" + text + R"("}]})"});
  }
  bool waitForNews(const QString& text) {
    return eventually([&] { return wordsOf("top.news").contains(text); });
  }
};

TEST_F(TopPageTest, ShowsAnnouncementsInTheLanguageOfTheMoment) {
  announce("Maintenance on Sunday");
  window();
  ASSERT_TRUE(waitForNews("Maintenance on Sunday"));
  EXPECT_TRUE(wordsOf("top.news").contains("2026"));
  announce("日曜日はお休みです");
  speak("ja");
  ASSERT_TRUE(waitForNews(QStringLiteral("日曜日はお休みです")));
  EXPECT_FALSE(wordsOf("top.news").contains("Maintenance"));
  announce("{日曜日|にち.よう.び}は {休|やす}みです");
  speak("easy");
  ASSERT_TRUE(waitForNews(QStringLiteral("日曜日は 休みです")));
}

TEST_F(TopPageTest, OffersOnlyTheEntrancesOfThisMachine) {
  offered = {"attorneyOrScrivener", "coeByEmail"};
  window();
  for (const char* door : {"top.attorneyOrScrivener", "top.logIn.attorneyOrScrivener",
                           "top.coeByEmail", "top.logIn.coeByEmail"}) {
    EXPECT_NE(find(door), nullptr) << door;
  }
  EXPECT_EQ(find("top.cardHolder"), nullptr);
  EXPECT_EQ(find("top.logIn.cardHolder"), nullptr);
}

TEST_F(TopPageTest, SaysThatTheProgramIsTooOldInPlaceOfEveryDoor) {
  operatorWords["updateNotice"] = {{"", "Ask Office 5"}};
  server->answer("/v1/announcements",
                 {.status = 200, .body = R"({"announcements":[],"leastClient":"9999.0.0"})"});
  window();
  ASSERT_TRUE(eventually([&] { return wordsOf("top.tooOld").contains("too old"); }));
  EXPECT_TRUE(wordsOf("top.tooOld").contains("Ask Office 5"));
  EXPECT_TRUE(wordsOf("top.tooOld").contains("MG-412"));
  for (const char* door : {"top.cardHolder", "top.attorneyOrScrivener", "top.coeByEmail",
                           "top.logIn.cardHolder", "top.logIn.coeByEmail", "top.menu"}) {
    EXPECT_EQ(find(door), nullptr) << door;
  }
  EXPECT_NE(find("top.selfCheck"), nullptr);
  // As soon as it is accepted again, for example by a service that was set wrong.
  server->answer("/v1/announcements",
                 {.status = 200, .body = R"({"announcements":[],"leastClient":"0.0.1"})"});
  speak("ja");
  EXPECT_TRUE(eventually([&] { return find("top.cardHolder") != nullptr; }));
  EXPECT_EQ(find("top.tooOld"), nullptr);
}

// The service leaves these out; what answers in its place may not.
TEST_F(TopPageTest, AreTheFirstTenThatCanBeShown) {
  std::string list =
      R"({"date":"2026-11-20T10:00","text":"tail"},{"date":"2026-11-20","text":"turned \u202E"},)"
      R"({"date":"2026-11-20","text":"control \u009B"},{"date":"2026-11-20","text":5})";
  for (int i = 0; i < 1400; ++i) {
    list += R"(,{"date":"2026-11-20","text":"number )" + std::to_string(i) + "\"}";
  }
  server->answer("/v1/announcements",
                 {.status = 200, .body = R"({"announcements":[)" + list + "]}", .foreign = true});
  window();
  ASSERT_TRUE(waitForNews("number 9"));
  const QString words = wordsOf("top.news");
  for (const char* none : {"number 10", "tail", "turned", "control"}) {
    EXPECT_FALSE(words.contains(none)) << none;
  }
}

TEST_F(TopPageTest, WithThemComeTheOperatorsFactsOfProcedures) {
  const auto day = std::chrono::year(2099) / 1 / 1;
  const auto fee = [day] {
    return forms::feeInYen(forms::procedureFacts(), "extension", "", "online", day);
  };
  const auto before = fee();
  const auto withFee = [](const std::string& yen) {
    return R"({"announcements":[],"procedureFacts":[{"sources":{"a":{"title":"Made up",)"
           R"("checkedAt":"2026-11-26"}},"fees":[{"procedure":"extension","way":"online","yen":)" +
           yen + R"(,"from":"2098-01-01","source":"a"}]}]})";
  };
  const auto hear = [&](const std::string& yen) {
    server->answer("/v1/announcements", {.status = 200, .body = withFee(yen)});
    app::OperatorTexts texts({});
    app::HomeFlow home({uses().server, uiLanguage, agreedTerms, session(), texts});
    bool answered = false;
    QObject::connect(&home, &app::HomeFlow::announcementsChanged, [&] { answered = true; });
    ASSERT_TRUE(eventually([&] { return answered; }));
  };
  hear("12345");
  EXPECT_EQ(fee(), 12345);
  hear("-1");  // cannot be read
  EXPECT_EQ(fee(), 12345) << "what was heard before holds on";
  forms::adoptProcedureFacts({});
  EXPECT_EQ(fee(), before);
}

TEST_F(TopPageTest, AreSilentlyAbsentWithoutANetwork) {
  server->stop();
  window();
  app::OperatorTexts texts({});
  app::HomeFlow home({uses().server, uiLanguage, agreedTerms, session(), texts});
  bool answered = false;
  QObject::connect(&home, &app::HomeFlow::announcementsChanged, [&] { answered = true; });
  ASSERT_TRUE(eventually([&] { return answered; }));
  EXPECT_TRUE(home.announcements().empty());
  EXPECT_EQ(find("top.news"), nullptr);
  EXPECT_TRUE(press("top.coeByEmail"));
  EXPECT_EQ(flow().page(), app::Page::beforeYouStart);
}

TEST_F(TopPageTest, DoNotKeepAnybodyFromStarting) {
  server->answer("/v1/announcements", {.never = true});
  window();
  ASSERT_TRUE(eventually([&] { return !server->requests("/v1/announcements").empty(); }));
  ASSERT_TRUE(press("top.coeByEmail"));
  EXPECT_EQ(flow().page(), app::Page::beforeYouStart);
  EXPECT_TRUE(eventually([&] { return flow().canGoNext(); }));
}

TEST_F(TopPageTest, ComeAnewWhenAVisitHasEnded) {
  window();
  ASSERT_TRUE(press("top.coeByEmail"));
  announce("New");
  leave();
  EXPECT_TRUE(waitForNews("New"));
}

}  // namespace
}  // namespace madoguchi::test
