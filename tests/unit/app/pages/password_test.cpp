#include <QClipboard>
#include <QTest>

#include "app/core/room_names.h"
#include "app/widgets/look.h"
#include "app/widgets/svg_picture.h"
#include "tests/unit/app/pages/account_fixture.h"

// Another password: of who is logged in, and of who has to.

namespace madoguchi::test {
namespace {

constexpr auto kPath = "/v1/account/password";
constexpr auto kExpiredPath = "/v1/passwords/expired";

class PasswordPageTest : public AccountTest {
 protected:
  void toPassword() {
    ASSERT_NO_FATAL_FAILURE(logIn());
    ASSERT_TRUE(press("menu.password"));
    ASSERT_EQ(window().place().page, "passwordChange");
  }
  void typeAll(const QString& current = "AB12345!", const QString& chosen = "CD67890!",
               const QString& again = "CD67890!") {
    ASSERT_NO_FATAL_FAILURE(typeSecret("passwordChange.current.field", current));
    ASSERT_NO_FATAL_FAILURE(typeSecret("passwordChange.new.field", chosen));
    ASSERT_NO_FATAL_FAILURE(typeSecret("passwordChange.confirmation.field", again));
  }
  int typedInto(const char* name) { return find<app::SecretField>(name)->length(); }
  QWidget* ruleOf(const char* rule) {
    return find((std::string("passwordChange.rules.") + rule).c_str());
  }
  QString stateOf(const char* rule) { return ruleOf(rule)->accessibleName(); }
  /// By its sign, which has another shape too.
  bool isMarkedAsWrong(const char* rule) {
    auto* sign = ruleOf(rule)->findChild<app::SvgPicture*>();
    const QImage drawn = sign->grab().toImage();
    const QColor wrong = app::coloursOf(sign->palette()).error;
    for (int y = 0; y < drawn.height(); ++y)
      for (int x = 0; x < drawn.width(); ++x)
        if (drawn.pixelColor(x, y) == wrong) return true;
    return false;
  }
};

TEST_F(PasswordPageTest, IsChangedAndThePageSaysWhatThatMeans) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  ASSERT_NO_FATAL_FAILURE(typeAll());
  server->answer(kPath, {.status = 204});
  ASSERT_TRUE(press("passwordChange.change"));
  ASSERT_TRUE(waitForPlace("passwordDone"));
  EXPECT_TRUE(wordsOf("passwordDone.done").contains("email"));
  const auto request = server->requests(kPath).front();
  EXPECT_EQ(request.body,
            R"({"currentPassword":"AB12345!","password":"CD67890!","passwordConfirmation":)"
            R"("CD67890!"})");
  EXPECT_EQ(request.authorization, std::string("Bearer ") + ScriptedServer::kToken);
  EXPECT_EQ(request.idempotencyKey.size(), 36U);
  ASSERT_TRUE(press("passwordDone.on"));
  EXPECT_EQ(window().place().page, "menu");
}

TEST_F(PasswordPageTest, SaysOfEachRuleWhetherItIsMetWhileOneTypes) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  EXPECT_TRUE(stateOf("length").contains("not yet"));
  ASSERT_NO_FATAL_FAILURE(typeSecret("passwordChange.new.field", "kmpqrs1"));
  EXPECT_TRUE(stateOf("length").contains("not yet"));
  EXPECT_TRUE(stateOf("letter").contains("done"));
  EXPECT_TRUE(stateOf("digit").contains("done"));
  EXPECT_TRUE(stateOf("symbol").contains("not yet"));
  auto* field = find<app::SecretField>("passwordChange.new.field");
  EXPECT_TRUE(field->accessibleDescription().contains("Not there yet"));
  QTest::keyClicks(field, "!");
  EXPECT_TRUE(stateOf("length").contains("done"));
  EXPECT_TRUE(stateOf("symbol").contains("done"));
  EXPECT_TRUE(field->accessibleDescription().contains("Everything needed is there"));
}

TEST_F(PasswordPageTest, SaysAtEachFieldWhatIsWrongAndSendsNothing) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  ASSERT_TRUE(press("passwordChange.change"));
  for (const char* error : {"passwordChange.current.error", "passwordChange.new.error",
                            "passwordChange.confirmation.error"}) {
    EXPECT_TRUE(textOf(error).contains("WZBAM001E")) << error;
  }
  EXPECT_TRUE(find("passwordChange.current.field")->hasFocus());
  ASSERT_NO_FATAL_FAILURE(typeAll("AB12345!", "CD67890", "CD67890!"));
  EXPECT_EQ(find("passwordChange.new.error"), nullptr) << "typing takes it away";
  EXPECT_FALSE(isMarkedAsWrong("length"));
  ASSERT_TRUE(press("passwordChange.change"));
  EXPECT_TRUE(textOf("passwordChange.new.error").contains("WZBAM018E"));
  EXPECT_TRUE(find("passwordChange.new.field")->property("wrong").toBool());
  EXPECT_TRUE(isMarkedAsWrong("length"));
  EXPECT_FALSE(isMarkedAsWrong("letter"));
  EXPECT_TRUE(stateOf("length").contains("not yet"));
  EXPECT_TRUE(textOf("passwordChange.confirmation.error").contains("WZBAM162E"));
  EXPECT_TRUE(find("passwordChange.new.field")->hasFocus());
  EXPECT_EQ(typedInto("passwordChange.new.field"), 7) << "it lacks one thing only";
  EXPECT_EQ(typedInto("passwordChange.confirmation.field"), 0) << "nobody mends dots";
  ASSERT_NO_FATAL_FAILURE(typeAll("AB12345!", "AB12345!", "AB12345!"));
  ASSERT_TRUE(press("passwordChange.change"));
  EXPECT_TRUE(textOf("passwordChange.new.error").contains("already have"));
  EXPECT_TRUE(server->requests(kPath).empty());
}

TEST_F(PasswordPageTest, AnotherPresentPasswordIsSaidThereAndTheNewOneStays) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  ASSERT_NO_FATAL_FAILURE(typeAll("EF12345!"));
  server->answer(kPath, ScriptedServer::problem(
                            422, "formInvalid",
                            R"(,"errors":[{"field":"currentPassword","code":"WZBAM154E"}])"));
  ASSERT_TRUE(press("passwordChange.change"));
  ASSERT_TRUE(
      eventually([&] { return textOf("passwordChange.current.error").contains("WZBAM154E"); }));
  EXPECT_TRUE(find("passwordChange.current.field")->hasFocus());
  EXPECT_EQ(typedInto("passwordChange.current.field"), 0);
  EXPECT_EQ(typedInto("passwordChange.new.field"), 8);
  EXPECT_EQ(find("passwordChange.failure"), nullptr) << "it is said once";
}

TEST_F(PasswordPageTest, AfterAnOutageTheSameIsSentUnderTheSameKeyAndAnotherUnderAnother) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  ASSERT_NO_FATAL_FAILURE(typeAll());
  server->answer(kPath, ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("passwordChange.change"));
  ASSERT_TRUE(eventually([&] { return find("passwordChange.failure") != nullptr; }));
  EXPECT_EQ(typedInto("passwordChange.new.field"), 8) << "nothing typed is lost";
  server->answer(kPath, ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("passwordChange.change"));
  ASSERT_TRUE(eventually([&] { return server->requests(kPath).size() == 2; }));
  ASSERT_TRUE(eventually([&] { return find("passwordChange.failure") != nullptr; }));
  ASSERT_NO_FATAL_FAILURE(typeAll("AB12345!", "GH67890!", "GH67890!"));
  server->answer(kPath, {.status = 204});
  ASSERT_TRUE(press("passwordChange.change"));
  ASSERT_TRUE(waitForPlace("passwordDone"));
  const auto requests = server->requests(kPath);
  EXPECT_EQ(requests[0].idempotencyKey, requests[1].idempotencyKey);
  EXPECT_NE(requests[1].idempotencyKey, requests[2].idempotencyKey);
}

TEST_F(PasswordPageTest, APasswordManagerMayPasteAndCapsLockIsTold) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  QGuiApplication::clipboard()->setText("CD67890!");
  auto* field = find<app::SecretField>("passwordChange.new.field");
  field->setFocus();
  QTest::keySequence(field, QKeySequence::Paste);
  QGuiApplication::clipboard()->clear();
  EXPECT_EQ(field->length(), 8);
  QTest::sendKeyEvent(QTest::Press, field, Qt::Key_A, QStringLiteral("A"), Qt::NoModifier);
  EXPECT_NE(find("passwordChange.new.capsLock"), nullptr);
}

TEST_F(PasswordPageTest, WhatIsTypedIsWipedWhereNobodyIsThere) {
  configure(server->settings(), std::chrono::milliseconds(20));
  ASSERT_NO_FATAL_FAILURE(toPassword());
  ASSERT_NO_FATAL_FAILURE(typeAll());
  beAbsentFor(std::chrono::milliseconds(20));
  EXPECT_TRUE(eventually([&] {
    return typedInto("passwordChange.current.field") == 0 &&
           typedInto("passwordChange.new.field") == 0 &&
           typedInto("passwordChange.confirmation.field") == 0;
  }));
}

TEST_F(PasswordPageTest, ASessionThatEndsGivesThePageBackWithoutWhatWasTyped) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  ASSERT_NO_FATAL_FAILURE(typeAll());
  server->answer(kPath, ScriptedServer::problem(401, "sessionReplaced"));
  ASSERT_TRUE(press("passwordChange.change"));
  ASSERT_TRUE(waitForPlace("login"));
  ASSERT_NO_FATAL_FAILURE(logIn());
  EXPECT_EQ(window().place().page, "passwordChange");
  EXPECT_EQ(typedInto("passwordChange.current.field"), 0);
  EXPECT_EQ(find("passwordChange.failure"), nullptr);
  ASSERT_NO_FATAL_FAILURE(typeAll());
  server->answer(kPath, {.status = 204});
  ASSERT_TRUE(press("passwordChange.change"));
  EXPECT_TRUE(waitForPlace("passwordDone"));
}

TEST_F(PasswordPageTest, AnotherPersonComesToTheirOwnMenuAndWhoLogsOutToTheTop) {
  ASSERT_NO_FATAL_FAILURE(toPassword());
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  server->answer("/v1/sessions", welcome());
  ASSERT_NO_FATAL_FAILURE(typeCredentials("zzzzz99999"));
  ASSERT_TRUE(press("login.logIn"));
  ASSERT_TRUE(waitForPlace("menu"));
  ASSERT_TRUE(press("menu.password"));
  ASSERT_TRUE(press("header.logOut"));
  EXPECT_EQ(window().place().page, "top");
}

class ExpiredPasswordTest : public PasswordPageTest {
 protected:
  /// What the service says to the change, and to the login with the new one.
  void changeExpired(const ScriptedServer::Answer& login);
};

void ExpiredPasswordTest::changeExpired(const ScriptedServer::Answer& login) {
  window();
  ASSERT_TRUE(press("top.logIn.coeByEmail"));
  server->answer("/v1/sessions", ScriptedServer::problem(403, "passwordExpired"));
  ASSERT_NO_FATAL_FAILURE(typeCredentials());
  ASSERT_TRUE(press("login.logIn"));
  ASSERT_TRUE(eventually([&] { return wordsOf("login.failure").contains("WZBAM158E"); }));
  ASSERT_TRUE(press("login.newPassword"));
  ASSERT_EQ(window().place().page, "passwordChange");
  ASSERT_NO_FATAL_FAILURE(typeAll());
  server->answer(kExpiredPath, {.status = 204});
  server->answer("/v1/sessions", login);
  ASSERT_TRUE(press("passwordChange.change"));
  ASSERT_TRUE(waitForPlace("passwordDone"));
  EXPECT_EQ(server->requests(kExpiredPath).front().body,
            R"({"authenticationId":"bcdfg01234","currentPassword":"AB12345!",)"
            R"("password":"CD67890!","passwordConfirmation":"CD67890!"})");
}

TEST_F(ExpiredPasswordTest, SetsAnotherAndIsLoggedInWithIt) {
  ASSERT_NO_FATAL_FAILURE(changeExpired(welcome()));
  EXPECT_EQ(server->requests("/v1/sessions").back().body,
            R"({"authenticationId":"bcdfg01234","password":"CD67890!"})");
  EXPECT_TRUE(textOf("header.user").contains("HOUMU TARO"));
  ASSERT_TRUE(press("passwordDone.on"));
  EXPECT_EQ(window().place().page, "menu");
  EXPECT_EQ(session().welcome().authenticationId, "bcdfg01234");
}

TEST_F(ExpiredPasswordTest, WhoLogsOutBeforeGoingOnComesToTheTop) {
  ASSERT_NO_FATAL_FAILURE(changeExpired(welcome()));
  ASSERT_TRUE(press("header.logOut"));
  EXPECT_EQ(window().place().page, "top");
  EXPECT_FALSE(session().isOpen());
}

TEST_F(ExpiredPasswordTest, WhoIsAwayBeforeGoingOnIsToldAtTheLogin) {
  ASSERT_NO_FATAL_FAILURE(changeExpired(welcome()));
  beAbsentFor(kSessionTimes.lifetime);
  ASSERT_TRUE(waitForPlace("login"));
  EXPECT_NE(find("login.failure"), nullptr);
}

TEST_F(ExpiredPasswordTest, WhoIsNotLetInYetLogsInThemselves) {
  ASSERT_NO_FATAL_FAILURE(changeExpired(ScriptedServer::problem(503, "unavailable")));
  ASSERT_TRUE(press("passwordDone.on"));
  ASSERT_EQ(window().place().page, "login");
  EXPECT_EQ(find<QLineEdit>("login.id")->text(), "bcdfg01234") << "what was typed stays";
  EXPECT_EQ(find("login.failure"), nullptr);
}

TEST_F(PasswordPageTest, OnlyAnExpiredPasswordLeadsThere) {
  window();
  ASSERT_TRUE(press("top.logIn.coeByEmail"));
  server->answer("/v1/sessions", ScriptedServer::problem(403, "loginRefused"));
  ASSERT_NO_FATAL_FAILURE(typeCredentials());
  ASSERT_TRUE(press("login.logIn"));
  ASSERT_TRUE(eventually([&] { return find("login.failure") != nullptr; }));
  EXPECT_EQ(find("login.newPassword"), nullptr);
}

class PasswordLinkTest : public PasswordPageTest {
 protected:
  static constexpr auto kSetPath = "/v1/passwords";
  static constexpr auto kLinkPath = "/v1/password-links";

  void toLink() {
    window();
    ASSERT_TRUE(press("top.logIn.coeByEmail"));
    ASSERT_TRUE(press("login.haveLink"));
    ASSERT_EQ(window().place().page, "passwordLink");
    EXPECT_TRUE(find("passwordLink.link")->hasFocus());
  }
  void typeNew(const QString& chosen = "CD67890!", const QString& again = "CD67890!") {
    ASSERT_NO_FATAL_FAILURE(typeSecret("passwordLink.new.field", chosen));
    ASSERT_NO_FATAL_FAILURE(typeSecret("passwordLink.confirmation.field", again));
  }
  QString link() { return server->settings().origin + "/password/" + m_token; }

  const QString m_token = QString(43, u'A');
};

TEST_F(PasswordLinkTest, IsPastedAndSetsTheFirstPassword) {
  ASSERT_NO_FATAL_FAILURE(toLink());
  find<QLineEdit>("passwordLink.link")->setText(' ' + link() + "?language=en");
  ASSERT_NO_FATAL_FAILURE(typeNew());
  server->answer(kSetPath, {.status = 200, .body = R"({"purpose":"first"})"});
  ASSERT_TRUE(press("passwordLink.change"));
  ASSERT_TRUE(waitForPlace("passwordDone"));
  EXPECT_TRUE(wordsOf("passwordDone.done").contains("Authentication ID"));
  EXPECT_EQ(server->requests(kSetPath).front().body,
            R"({"link":")" + m_token.toStdString() +
                R"(","password":"CD67890!","passwordConfirmation":"CD67890!"})");
  ASSERT_TRUE(press("passwordDone.on"));
  EXPECT_EQ(window().place().page, "login");
}

TEST_F(PasswordLinkTest, SaysAtEachFieldWhatIsWrong) {
  ASSERT_NO_FATAL_FAILURE(toLink());
  ASSERT_TRUE(press("passwordLink.change"));
  EXPECT_TRUE(textOf("passwordLink.link.error").contains("WZBAM001E"));
  EXPECT_TRUE(textOf("passwordLink.new.error").contains("WZBAM001E"));
  find<QLineEdit>("passwordLink.link")->setText("https://elsewhere.example/password/" + m_token);
  EXPECT_EQ(find("passwordLink.link.error"), nullptr) << "typing takes it away";
  ASSERT_NO_FATAL_FAILURE(typeNew("CD67890!", "CD67890?"));
  ASSERT_TRUE(press("passwordLink.change"));
  EXPECT_TRUE(textOf("passwordLink.link.error").contains("WZBAM005E"));
  EXPECT_TRUE(textOf("passwordLink.confirmation.error").contains("WZBAM160E"));
  EXPECT_TRUE(server->requests(kSetPath).empty());
}

TEST_F(PasswordLinkTest, WhereItIsGoodNoMoreAnotherIsSent) {
  ASSERT_NO_FATAL_FAILURE(toLink());
  const std::vector<std::pair<std::string, QString>> refusals = {
      {"linkUnknown", "MG-512"}, {"linkUsed", "MG-514"}, {"linkExpired", "MG-513"}};
  for (const auto& [reason, code] : refusals) {
    find<QLineEdit>("passwordLink.link")->setText(link());
    ASSERT_NO_FATAL_FAILURE(typeNew());
    server->answer(kSetPath, ScriptedServer::problem(reason == "linkUnknown" ? 404 : 410, reason));
    ASSERT_TRUE(press("passwordLink.change"));
    ASSERT_TRUE(
        eventually([&, code = code] { return wordsOf("passwordLink.failure").contains(code); }));
    EXPECT_EQ(find("passwordLink.renew") != nullptr, reason != "linkUnknown") << reason;
  }
  server->answer(kLinkPath, {.status = 202, .body = R"({"validSeconds":86400})"});
  ASSERT_TRUE(press("passwordLink.renew"));
  ASSERT_TRUE(eventually([&] { return find("passwordLink.sent") != nullptr; }));
  EXPECT_EQ(server->requests(kLinkPath).front().body,
            R"({"link":")" + m_token.toStdString() + R"("})");
  EXPECT_EQ(find<QLineEdit>("passwordLink.link")->text(), "") << "for the one that comes";
  EXPECT_EQ(find("passwordLink.failure"), nullptr);
}

TEST_F(PasswordLinkTest, IsHandedOverByTheSystem) {
  window().open({app::kPasswordLinkRoom, m_token.toStdString()});
  ASSERT_EQ(window().place().page, "passwordLink");
  EXPECT_EQ(find<QLineEdit>("passwordLink.link")->text(), m_token);
  EXPECT_TRUE(find("passwordLink.new.field")->hasFocus());
  ASSERT_NO_FATAL_FAILURE(typeNew());
  server->answer(kSetPath, {.status = 200, .body = R"({"purpose":"forgotten"})"});
  ASSERT_TRUE(press("passwordLink.change"));
  ASSERT_TRUE(waitForPlace("passwordDone"));
  EXPECT_FALSE(wordsOf("passwordDone.done").contains("Authentication ID"));
  ASSERT_TRUE(press("passwordDone.on"));
  EXPECT_EQ(window().place().page, "top");
}

}  // namespace
}  // namespace madoguchi::test
