#include <QComboBox>
#include <QTest>
#include <nlohmann/json.hpp>

#include "app/core/operator_texts.h"
#include "app/kit/texts.h"
#include "tests/unit/app/pages/account_fixture.h"

// Logging in and out, the menu, and what becomes of a session that ends.

namespace madoguchi::test {
namespace {

using LoginPageTest = AccountTest;

TEST_F(LoginPageTest, LeadsToTheMenuAndTheHeaderSaysWhoIsThere) {
  ASSERT_NO_FATAL_FAILURE(logIn(welcome(R"(,"lastLogin":"2022-12-23T07:21:00Z")")));
  EXPECT_EQ(window().place().page, "menu");
  const QString user = textOf("header.user");
  EXPECT_TRUE(user.contains("HOUMU TARO"));
  EXPECT_TRUE(user.contains("23 December 2022, 4:21 pm")) << user.toStdString();
  speak("easy");
  EXPECT_TRUE(textOf("header.user").contains(QStringLiteral("午後 4時 21分")));
  const auto request = server->requests("/v1/sessions").front();
  EXPECT_EQ(request.body, R"({"authenticationId":"bcdfg01234","password":"AB12345!"})");
  EXPECT_TRUE(request.authorization.empty());
}

TEST_F(LoginPageTest, HowLongASessionLastsIsSaidAsThePolicyHasIt) {
  window();  // which has texts of its own
  app::OperatorTexts policy({}, std::chrono::minutes(10));
  QCoreApplication::installTranslator(&policy);
  ASSERT_NO_FATAL_FAILURE(logIn());
  session().close(app::Session::Ended::idle);
  ASSERT_TRUE(waitForPlace("login"));
  EXPECT_TRUE(wordsOf("login.failure").contains("Nothing was done for 10 minutes"))
      << wordsOf("login.failure").toStdString();
  speak("easy");
  EXPECT_TRUE(wordsOf("login.failure").contains(QStringLiteral("10分 何も")));
}

TEST_F(LoginPageTest, MendsTheIdWhereItIsLeft) {
  window();
  ASSERT_TRUE(press("top.logIn.attorneyOrScrivener"));
  server->answer("/v1/sessions", welcome());
  ASSERT_NO_FATAL_FAILURE(typeCredentials(QStringLiteral("ＢＣＤＦＧ 01234 ")));
  EXPECT_EQ(find<QLineEdit>("login.id")->text(), "bcdfg01234");
  key(find<QLineEdit>("login.id"), Qt::Key_Return);
  ASSERT_TRUE(waitForPlace("menu"));
  const auto sent = nlohmann::json::parse(server->requests("/v1/sessions").front().body);
  EXPECT_EQ(sent.at("authenticationId"), "bcdfg01234");
}

TEST_F(LoginPageTest, SaysAtTheFieldWhatIsWrongAndSendsNothing) {
  window();
  ASSERT_TRUE(press("top.logIn.coeByEmail"));
  ASSERT_TRUE(press("login.logIn"));
  EXPECT_TRUE(textOf("login.id.error").contains("WZBAM001E"));
  EXPECT_TRUE(textOf("login.password.error").contains("WZBAM001E"));
  EXPECT_TRUE(find("login.id")->hasFocus());
  ASSERT_NO_FATAL_FAILURE(typeCredentials("abc", "AB1234!"));
  EXPECT_EQ(find("login.id.error"), nullptr) << "typing takes it away";
  EXPECT_EQ(find("login.password.error"), nullptr);
  ASSERT_TRUE(press("login.logIn"));
  EXPECT_TRUE(textOf("login.id.error").contains("WZBAM005E"));
  EXPECT_TRUE(textOf("login.password.error").contains("WZBAM005E"));
  EXPECT_EQ(find<app::SecretField>("login.password.field")->length(), 0);
  EXPECT_TRUE(server->requests("/v1/sessions").empty());
}

TEST_F(LoginPageTest, EveryRefusalIsSaidWithItsCodeAndWhatToDo) {
  const std::vector<std::pair<std::string, QString>> refusals = {
      {"loginRefused", "WZBAM018E"},     {"accountLocked", "WZBAM153E"},
      {"accountSuspended", "WZBAM155E"}, {"accountDeleted", "WZBAM156E"},
      {"accountExpired", "WZBAM151E"},   {"accountInvalid", "WZBAM150E"},
      {"passwordExpired", "WZBAM158E"},  {"cardNeeded", "MG-508"},
      {"internal", "WZBAM098E"}};
  window();
  ASSERT_TRUE(press("top.logIn.coeByEmail"));
  for (const auto& [reason, code] : refusals) {
    server->answer("/v1/sessions", ScriptedServer::problem(403, reason));
    ASSERT_NO_FATAL_FAILURE(typeCredentials());
    ASSERT_TRUE(press("login.logIn"));
    EXPECT_TRUE(eventually([&, code = code] { return wordsOf("login.failure").contains(code); }))
        << reason << wordsOf("login.failure").toStdString();
    EXPECT_EQ(find<QLineEdit>("login.id")->text(), "bcdfg01234") << "what was typed stays";
    EXPECT_EQ(find<app::SecretField>("login.password.field")->length(), 0);
  }
  EXPECT_EQ(find("header.logOut"), nullptr);
}

TEST_F(LoginPageTest, CounterApplicantsAreToldWhatIsNotForThem) {
  ASSERT_NO_FATAL_FAILURE(logIn(welcomeTo(true)));
  EXPECT_TRUE(wordsOf("menu.notForThisClass").contains("WZBAM250E"));
}

TEST_F(LoginPageTest, OthersAreToldNothingOfTheKind) {
  ASSERT_NO_FATAL_FAILURE(logIn());
  EXPECT_EQ(find("menu.notForThisClass"), nullptr);
}

TEST_F(LoginPageTest, LoggingOutIsToldToTheServiceAndLeadsToTheTopPage) {
  ASSERT_NO_FATAL_FAILURE(toInformation());
  ASSERT_TRUE(press("header.logOut"));
  EXPECT_EQ(window().place().page, "top");
  EXPECT_FALSE(shown().contains("HOUMU TARO"));
  EXPECT_NE(find("top.logIn.coeByEmail"), nullptr);
  EXPECT_EQ(find("top.menu"), nullptr);
  ASSERT_TRUE(eventually([&] { return !server->requests("/v1/sessions/current").empty(); }));
  EXPECT_EQ(server->requests("/v1/sessions/current").front().authorization,
            std::string("Bearer ") + ScriptedServer::kToken);
}

TEST_F(LoginPageTest, LoggingOutOfARegistrationDeletesWhatTheQuestionSays) {
  ASSERT_NO_FATAL_FAILURE(logIn());
  ASSERT_TRUE(press("header.leave"));
  ASSERT_NO_FATAL_FAILURE(toStep1());
  fillForm();
  ASSERT_TRUE(press("header.logOut"));
  ASSERT_NE(find("leave.yes"), nullptr) << shown().toStdString();
  ASSERT_TRUE(press("leave.yes"));
  EXPECT_FALSE(session().isOpen());
  EXPECT_EQ(window().place().page, "top");
  EXPECT_EQ(find("leave"), nullptr);
  EXPECT_FALSE(window().wouldLoseSomething()) << "it is deleted";
}

TEST_F(LoginPageTest, TheTopPageLeadsBackToTheMenuWhileSomebodyIsLoggedIn) {
  ASSERT_NO_FATAL_FAILURE(logIn());
  ASSERT_TRUE(press("header.leave"));
  EXPECT_EQ(window().place().page, "top");
  EXPECT_EQ(find("top.logIn.coeByEmail"), nullptr);
  ASSERT_TRUE(press("top.menu"));
  EXPECT_EQ(window().place().page, "menu");
}

TEST_F(LoginPageTest, ShowsWhatWasRegisteredAndAsksAgainWhereThatFails) {
  ASSERT_NO_FATAL_FAILURE(logIn());
  server->answer("/v1/account", ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("menu.information"));
  ASSERT_TRUE(eventually([&] { return wordsOf("information.failure").contains("WZBAM098E"); }));
  server->answer("/v1/account", account());
  ASSERT_TRUE(press("information.again"));
  ASSERT_TRUE(waitToSee("houmu@mail.example"));
  EXPECT_EQ(find("information.failure"), nullptr);
  EXPECT_TRUE(shown().contains("bcdfg01234"));
  EXPECT_EQ(find("information.email.change"), nullptr);
  EXPECT_EQ(server->requests("/v1/account").back().authorization,
            std::string("Bearer ") + ScriptedServer::kToken);
  ASSERT_TRUE(press("header.back"));
  EXPECT_EQ(window().place().page, "menu");
}

TEST_F(LoginPageTest, AWarningComesBeforeTheSessionEndsAndAnyKeyTakesItAway) {
  ASSERT_NO_FATAL_FAILURE(logIn());
  EXPECT_EQ(find("sessionEndsSoon"), nullptr);
  beAbsentFor(kSessionTimes.lifetime - kSessionTimes.warning);
  ASSERT_TRUE(eventually([&] { return find("sessionEndsSoon") != nullptr; }));
  key(&window(), Qt::Key_Shift);
  EXPECT_EQ(find("sessionEndsSoon"), nullptr);
  EXPECT_EQ(window().place().page, "menu");
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  EXPECT_EQ(find("sessionEndsSoon"), nullptr);
}

TEST_F(LoginPageTest, AfterTheSessionHasEndedALoginGivesThePageBack) {
  ASSERT_NO_FATAL_FAILURE(toInformation());
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  EXPECT_TRUE(wordsOf("login.failure").contains("MG-509"));
  EXPECT_FALSE(shown().contains("houmu@mail.example"));
  EXPECT_EQ(find("header.user"), nullptr);
  ASSERT_NO_FATAL_FAILURE(logIn());
  EXPECT_EQ(window().place().page, "userInformation");
  EXPECT_TRUE(shown().contains("houmu@mail.example"));
}

TEST_F(LoginPageTest, AnotherPersonDoesNotComeToThatPage) {
  ASSERT_NO_FATAL_FAILURE(toInformation());
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  server->answer("/v1/sessions", welcome());
  ASSERT_NO_FATAL_FAILURE(typeCredentials("zzzzz99999"));
  ASSERT_TRUE(press("login.logIn"));
  ASSERT_TRUE(waitForPlace("menu"));
  EXPECT_FALSE(shown().contains("houmu@mail.example"));
}

TEST_F(LoginPageTest, WhoLeavesTheLoginLeavesWhatLiesUnderIt) {
  ASSERT_NO_FATAL_FAILURE(toInformation());
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  ASSERT_TRUE(press("header.back"));
  EXPECT_EQ(window().place().page, "top");
  EXPECT_FALSE(shown().contains("houmu@mail.example"));
}

TEST_F(LoginPageTest, ALaterLoginElsewhereIsTold) {
  ASSERT_NO_FATAL_FAILURE(logIn());
  server->answer("/v1/account", ScriptedServer::problem(401, "sessionReplaced"));
  ASSERT_TRUE(press("menu.information"));
  ASSERT_TRUE(waitForPlace("login"));
  EXPECT_TRUE(wordsOf("login.failure").contains("WZBAM099E"));
  server->answer("/v1/account", account());
  ASSERT_NO_FATAL_FAILURE(logIn());
  EXPECT_TRUE(waitToSee("houmu@mail.example")) << "asked once more";
}

TEST_F(LoginPageTest, APasswordThatIsLeftAloneIsWiped) {
  configure(server->settings(), std::chrono::milliseconds(20));
  window();
  ASSERT_TRUE(press("top.logIn.coeByEmail"));
  ASSERT_NO_FATAL_FAILURE(typeCredentials());
  beAbsentFor(std::chrono::milliseconds(20));
  EXPECT_TRUE(
      eventually([&] { return find<app::SecretField>("login.password.field")->length() == 0; }));
  EXPECT_EQ(find<QLineEdit>("login.id")->text(), "bcdfg01234");
}

TEST_F(LoginPageTest, WhoHasForgottenThePasswordAsksForAMail) {
  window();
  ASSERT_TRUE(press("top.logIn.coeByEmail"));
  ASSERT_TRUE(press("login.requestLink"));
  EXPECT_TRUE(textOf("login.id.error").contains("WZBAM001E"));
  EXPECT_TRUE(textOf("login.email.error").contains("WZBAM001E"));
  find<QLineEdit>("login.id")->setText("BCDFG01234");
  find<QLineEdit>("login.email")->setText("no address");
  server->answer("/v1/password-links",
                 ScriptedServer::problem(422, "formInvalid",
                                         R"(,"errors":[{"field":"email","code":"WZBAM168E"}])"));
  ASSERT_TRUE(press("login.requestLink"));
  ASSERT_TRUE(eventually([&] { return textOf("login.email.error").contains("WZBAM168E"); }));
  EXPECT_EQ(find("login.sent"), nullptr);
  find<QLineEdit>("login.email")->setText("houmu@mail.example");
  EXPECT_EQ(find("login.email.error"), nullptr);
  server->answer("/v1/password-links", {.status = 202, .body = R"({"validSeconds":86400})"});
  ASSERT_TRUE(press("login.requestLink"));
  ASSERT_TRUE(eventually([&] { return find("login.sent") != nullptr; }));
  EXPECT_EQ(server->requests("/v1/password-links").back().body,
            R"({"authenticationId":"bcdfg01234","email":"houmu@mail.example"})");
  server->answer("/v1/sessions", ScriptedServer::problem(403, "loginRefused"));
  ASSERT_NO_FATAL_FAILURE(typeCredentials());
  ASSERT_TRUE(press("login.logIn"));
  ASSERT_TRUE(eventually([&] { return find("login.failure") != nullptr; }));
  EXPECT_EQ(find("login.sent"), nullptr) << "that was said of another action";
}

TEST_F(LoginPageTest, WhoHasForgottenTheIdIsToldWhichPaperGoesWhere) {
  window();
  for (const auto& [door, button] : {std::pair("top.logIn.coeByEmail", "login.forgottenId"),
                                     std::pair("top.logIn.cardHolder", "cardLogin.forgottenId")}) {
    ASSERT_TRUE(press(door));
    ASSERT_TRUE(press(button));
    EXPECT_TRUE(shown().contains("Form 15"));
    auto* prefecture = find<QComboBox>("forgottenId.prefecture");
    ASSERT_NE(prefecture, nullptr);
    EXPECT_EQ(prefecture->count(), 48);
    EXPECT_EQ(find("forgottenId.prefecture.office"), nullptr) << "nothing is chosen yet";
    prefecture->setCurrentText("Kanagawa");
    EXPECT_TRUE(textOf("forgottenId.prefecture.office").contains("Yokohama District"));
    speak("ja");
    EXPECT_EQ(prefecture->currentText(), QStringLiteral("神奈川県"));
    EXPECT_TRUE(textOf("forgottenId.prefecture.office")
                    .startsWith(QStringLiteral("東京出入国在留管理局横浜支局")));
    speak("en");
    ASSERT_TRUE(press("forgottenId.close"));
    ASSERT_TRUE(press("header.leave"));
  }
}

TEST_F(LoginPageTest, TheMenuShowsWhoLoggedInAndWhoWasNotLetIn) {
  ASSERT_NO_FATAL_FAILURE(logIn());
  server->answer("/v1/account/logins", ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("menu.logins"));
  EXPECT_EQ(window().place().page, "logins");
  ASSERT_TRUE(eventually([&] { return find("logins.failure") != nullptr; }));
  server->answer(
      "/v1/account/logins",
      {.status = 200,
       .body = R"({"logins":[{"at":"2026-11-26T03:04:00Z","here":true,"network":"192.0.2.0/24",)"
               R"("result":"loggedIn","way":"card"},{"at":"2026-11-25T03:04:00Z","here":false,)"
               R"("network":"198.51.100.0/24","result":"locked"}]})"});
  ASSERT_TRUE(press("logins.again"));
  ASSERT_TRUE(waitToSee("26 November 2026, 12:04 pm"));
  EXPECT_TRUE(wordsOf("logins.row1").contains("My Number Card"));
  EXPECT_TRUE(wordsOf("logins.row1").contains("you use now"));
  EXPECT_TRUE(wordsOf("logins.row2").contains("Locked"));
  EXPECT_TRUE(wordsOf("logins.row2").contains("198.51.100.0/24"));
  EXPECT_EQ(find("logins.none"), nullptr);
  speak("easy");
  EXPECT_TRUE(wordsOf("logins.row1").contains(QStringLiteral("午後")));
  ASSERT_TRUE(press("header.back"));
  EXPECT_EQ(window().place().page, "menu");
}

}  // namespace
}  // namespace madoguchi::test
