#pragma once

#include <QTest>
#include <string>

#include "app/widgets/secret_field.h"
#include "tests/unit/app/pages/page_fixture.h"

namespace madoguchi::test {

/// Somebody who logs in with authentication ID and password.
class AccountTest : public PageTest {
 protected:
  static ScriptedServer::Answer welcome(const std::string& more = {}) {
    return welcomeTo(false, more);
  }
  static ScriptedServer::Answer welcomeTo(bool userInformationOnly, const std::string& more = {}) {
    return ScriptedServer::welcome("HOUMU TARO", "coeByEmail", userInformationOnly,
                                   R"(,"passwordExpiresAt":"2027-01-01T00:00:00Z")" + more);
  }
  static ScriptedServer::Answer account() {
    return {.status = 200,
            .body = R"({"authenticationId":"bcdfg01234","entrance":"coeByEmail","form":{)"
                    R"("answers":{"email":"houmu@mail.example","name":"HOUMU TARO"},)"
                    R"("id":"registration","version":1}})"};
  }
  /// Into the field of that name, in the place of what is there.
  void typeSecret(const char* name, const QString& secret) {
    auto* field = find<app::SecretField>(name);
    ASSERT_NE(field, nullptr) << name;
    field->setFocus();
    field->clear();
    QTest::keyClicks(field, secret);
  }
  void typeCredentials(const QString& id = "bcdfg01234", const QString& password = "AB12345!") {
    auto* line = find<QLineEdit>("login.id");
    auto* field = find<app::SecretField>("login.password.field");
    ASSERT_NE(line, nullptr);
    line->setFocus();
    line->setText(id);
    field->setFocus();
    field->clear();
    QTest::keyClicks(field, password);
  }
  bool waitForPlace(const QString& page) {
    return eventually([&] { return window().place().page == page; });
  }
  void logIn(const ScriptedServer::Answer& answer = welcome()) {
    window();
    if (window().place().page == "top") {
      ASSERT_TRUE(press("top.logIn.coeByEmail"));
    }
    server->answer("/v1/sessions", answer);
    ASSERT_NO_FATAL_FAILURE(typeCredentials());
    ASSERT_TRUE(press("login.logIn"));
    ASSERT_TRUE(eventually([&] { return window().place().page != "login"; }))
        << shown().toStdString();
  }
  void toInformation() {
    ASSERT_NO_FATAL_FAILURE(logIn());
    server->answer("/v1/account", account());
    ASSERT_TRUE(press("menu.information"));
    ASSERT_TRUE(waitToSee("houmu@mail.example"));
  }
};

}  // namespace madoguchi::test
