#include "app/rooms/home/home_flow.h"
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

// The service leaves these out; what answers in its place may not.
TEST_F(TopPageTest, AreTheFirstTenThatCanBeShown) {
  std::string list =
      R"({"date":"2026-11-20T10:00","text":"tail"},{"date":"2026-11-20","text":"turned \u202E"},)"
      R"({"date":"2026-11-20","text":"control \u009B"},{"date":"2026-11-20","text":5})";
  for (int i = 0; i < 1400; ++i) {
    list += R"(,{"date":"2026-11-20","text":"number )" + std::to_string(i) + "\"}";
  }
  server->answer("/v1/announcements",
                 {.status = 200, .body = R"({"announcements":[)" + list + "]}"});
  window();
  ASSERT_TRUE(waitForNews("number 9"));
  const QString words = wordsOf("top.news");
  for (const char* none : {"number 10", "tail", "turned", "control"}) {
    EXPECT_FALSE(words.contains(none)) << none;
  }
}

TEST_F(TopPageTest, AreSilentlyAbsentWithoutANetwork) {
  server->stop();
  window();
  app::OperatorTexts texts({});
  app::HomeFlow home(uses().server, uiLanguage, agreedTerms, session(), texts);
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
