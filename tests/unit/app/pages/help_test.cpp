#include <QFontInfo>
#include <map>
#include <set>

#include "app/core/components.h"
#include "app/kit/texts.h"
#include "app/widgets/ruby_label.h"
#include "tests/unit/app/pages/page_fixture.h"

// Whom to ask, from everywhere; and how large texts are that carry readings.

namespace madoguchi::test {
namespace {

class HelpTest : public PageTest {
 protected:
  bool saysWhomToAsk() {
    return textOf("help.desk").contains(kHelpDesk) && shown().contains(MADOGUCHI_VERSION) &&
           shown().contains(server->settings().origin);
  }
};

TEST_F(HelpTest, IsOneLinkAwayFromTheTopPage) {
  window();
  ASSERT_TRUE(press("top.help"));
  EXPECT_TRUE(saysWhomToAsk());
  ASSERT_TRUE(press("help.close"));
  EXPECT_FALSE(saysWhomToAsk());
  EXPECT_NE(find("top"), nullptr);
}

TEST_F(HelpTest, IsOneKeyAwayAndLosesNothing) {
  toStep1WithoutCard(forms::Entrance::coeByEmail);
  ASSERT_TRUE(type("step1.phone", "0312345678"));
  key(&window(), Qt::Key_F1);
  EXPECT_TRUE(saysWhomToAsk());
  key(&window(), Qt::Key_F1);  // not a second one over it
  key(&window(), Qt::Key_Escape);
  EXPECT_FALSE(saysWhomToAsk());
  EXPECT_EQ(valueOf("phone"), "0312345678");
}

TEST_F(HelpTest, LeadsToWhoseWorkIsInTheProgramAndBackToWhereThePersonWas) {
  toStep1WithoutCard(forms::Entrance::coeByEmail);
  ASSERT_TRUE(type("step1.phone", "0312345678"));
  key(&window(), Qt::Key_F1);
  for (const QString& language : app::Language::tags()) {
    ASSERT_TRUE(press("help.about"));
    speak(language);
    EXPECT_TRUE(shown().contains(MADOGUCHI_VERSION));
    EXPECT_TRUE(shown().contains(app::components().source));
    ASSERT_GE(app::components().others.size(), 6U);
    for (const app::Component& one : app::components().others) {
      EXPECT_TRUE(shown().contains(one.name) && shown().contains(one.licence) &&
                  shown().contains(one.copyright) && shown().contains(one.source))
          << one.name.toStdString();
    }
    key(&window(), Qt::Key_Escape);
    EXPECT_EQ(valueOf("phone"), "0312345678");
    key(&window(), Qt::Key_F1);
  }
}

TEST_F(HelpTest, IsOfferedWhereSomethingHasFailed) {
  server->stop();
  enter(forms::Entrance::coeByEmail);
  ASSERT_TRUE(eventually([&] { return find("before.networkFailure.help") != nullptr; }));
  ASSERT_TRUE(press("before.networkFailure.help"));
  EXPECT_TRUE(saysWhomToAsk());
}

// Whoever is told to ask reads in the same place how.
TEST_F(HelpTest, StandsWhereverAFailureSendsPeopleThere) {
  window();
  for (const QString& language : app::Language::tags()) {
    speak(language);
    int sent = 0;
    for (int code = 1; code <= static_cast<int>(app::kLastFailureCode); ++code) {
      const QString remedy = app::failureTexts(static_cast<app::FailureCode>(code)).remedy;
      EXPECT_FALSE(remedy.contains(u'%')) << remedy.toStdString();
      const bool sends = remedy.contains(language == "en" ? "help desk" : "ヘルプデスク");
      EXPECT_EQ(remedy.contains(kHelpDesk), sends) << remedy.toStdString();
      sent += sends ? 1 : 0;
    }
    EXPECT_GE(sent, 8) << language.toStdString();
  }
}

// Whoever logs in or files an application is not told of a registration.
TEST_F(HelpTest, AFailureThatComesInSeveralRoomsSpeaksOfNone) {
  using app::FailureCode;
  const std::set<FailureCode> aboutRegistering = {
      FailureCode::noSigningCertificate, FailureCode::alreadyRegistered,
      FailureCode::accountInvalid,       FailureCode::cardNeeded,
      FailureCode::cardNotOfAccount,     FailureCode::linkUnknown,
      FailureCode::applicationNotYours,  FailureCode::signedByAnother};
  window();
  for (const QString& language : app::Language::tags()) {
    speak(language);
    for (int code = 1; code <= static_cast<int>(app::kLastFailureCode); ++code) {
      const auto failure = static_cast<FailureCode>(code);
      if (aboutRegistering.contains(failure)) continue;
      const app::FailureTexts texts = app::failureTexts(failure);
      const QString all = texts.title + texts.text + texts.remedy;
      EXPECT_FALSE(all.contains("regist", Qt::CaseInsensitive)) << all.toStdString();
      EXPECT_FALSE(all.contains(QStringLiteral("登録"))) << all.toStdString();
    }
  }
}

TEST_F(HelpTest, IsNamedOnTheTopPageInTheOperatorsWordsForEachLanguage) {
  operatorWords["helpDesk"] = {{"ja", "1番"}, {"easy", "{番号|ばん.ごう}"}, {"en", "Number 1"}};
  window();
  for (const auto& [language, words] :
       std::map<QString, QString>{{"ja", "1番"}, {"easy", "番号"}, {"en", "Number 1"}}) {
    speak(language);
    EXPECT_TRUE(textOf("top.helpDesk").contains(words)) << language.toStdString();
  }
}

class HelpDeskOfServiceTest : public HelpTest {
 protected:
  void serviceSays(const std::string& helpDesk) {
    server->answer(
        "/v1/announcements",
        {.status = 200, .body = R"({"announcements":[],"helpDesk":")" + helpDesk + "\"}"});
  }
};

TEST_F(HelpDeskOfServiceTest, StandsInWhereTheMachinesFileNamesNone) {
  operatorWords.clear();
  serviceSays("11-1111-1111");
  window();
  ASSERT_TRUE(eventually([&] { return textOf("top.helpDesk").contains("11-1111-1111"); }));
  ASSERT_TRUE(press("top.help"));
  EXPECT_TRUE(textOf("help.desk").contains("11-1111-1111"));
}

TEST_F(HelpDeskOfServiceTest, GivesWayToTheMachinesFile) {
  serviceSays("11-1111-1111");
  window();
  ASSERT_TRUE(eventually([&] { return !server->requests("/v1/announcements").empty(); }));
  speak("ja");
  EXPECT_TRUE(eventually([&] { return server->requests("/v1/announcements").size() > 1; }));
  EXPECT_TRUE(textOf("top.helpDesk").contains(kHelpDesk));
  EXPECT_FALSE(shown().contains("11-1111-1111"));
}

TEST_F(HelpDeskOfServiceTest, IsNotInventedWhereNobodyNamesOne) {
  operatorWords.clear();
  window();
  EXPECT_EQ(find("top.helpDesk"), nullptr);
  EXPECT_TRUE(app::failureTexts(app::FailureCode::serverError)
                  .remedy.contains("No help desk is named on this computer"));
  ASSERT_TRUE(press("top.help"));
  EXPECT_TRUE(textOf("help.desk").contains("No help desk"));
}

TEST_F(HelpTest, TextsAreLargerAsLongAsTheyCarryReadings) {
  window();
  const auto size = [&] {
    QCoreApplication::processEvents();
    return QFontInfo(find<app::RubyLabel>("top.heading")->font()).pixelSize();
  };
  const int before = size();
  speak("easy");
  EXPECT_GT(size(), before);
  speak("ja");
  EXPECT_EQ(size(), before);
}

}  // namespace
}  // namespace madoguchi::test
