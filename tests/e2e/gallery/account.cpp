// The chapter of the account: logging in, the menu and what it leads to, passwords.

#include <QComboBox>
#include <QLineEdit>

#include "tests/e2e/gallery/gallery.h"
#include "tests/unit/app/pages/application_wire.h"

namespace madoguchi::test {

using app::Page;

namespace wire = applicationWire;

void Gallery::cardLogin() {
  m_transport.remove();
  press("top.logIn.cardHolder");
  require([&] { return isShown("cardLogin.cardFailure"); }, "no card");
  press("cardLogin.next");
  shoot("90-card-login");
  insert("maria");
  m_window->findChild<QLineEdit*>(QStringLiteral("cardLogin.id"))->setText("bcdfg01234");
  toLoginPin();
  shoot("91-card-login-pin");
  m_server.answer("/v1/card-sessions", ScriptedServer::problem(503, "unavailable"));
  givePin();
  require([&] { return isShown("loginSending.failure"); }, "unavailable");
  shoot("92-card-login-unavailable");
  m_server.answer("/v1/card-sessions", ScriptedServer::problem(422, "loginRefused"));
  press("loginSending.again");
  require([&] { return isShown("cardLogin.renew"); }, "refused");
  shoot("93-card-login-refused");
  press("cardLogin.renew");
  require([&] { return isShown("cardLogin.renewing"); }, "renewed");
  shoot("94-card-login-renewed");
  require(
      [&] {
        if (m_window->place().page == "loginPassword") return true;
        press("cardLogin.next");
        return false;
      },
      "password");
  shoot("95-card-login-password");
  press("header.back");
  require([&] { return m_window->place().page == "cardLogin"; }, "back");
  endedCertificate();
}

void Gallery::endedCertificate() {
  m_transport.remove();
  insert("expired");
  require([&] { return isShown("cardLogin.cardFailure.withoutCard"); }, "expired");
  shoot("96-card-login-expired");
  press("cardLogin.cardFailure.withoutCard");
  require([&] { return m_window->place().page == "login"; }, "without the card");
  shoot("97-login-without-card");
  logIn(ScriptedServer::welcome("SANTOS MARIA CLARA", "foreignNational", false,
                                R"(,"cardEnded":true)"));
  require([&] { return m_window->place().page == "menu"; }, "menu");
  shoot("98-menu-card-ended");
  m_session.close(app::Session::Ended::loggedOut);
  require([&] { return m_window->place().page == "top"; }, "top");
}

void Gallery::toLoginPin() {
  require(
      [&] {
        if (m_window->place().page == "loginPin") return true;
        press("cardLogin.next");
        return false;
      },
      "PIN");
}

void Gallery::givePin() {
  typeInto("pin.field", "1234");
  press("pin.next");
}

void Gallery::login() {
  press("top.logIn.coeByEmail");
  shoot("80-login");
  press("login.logIn");
  shoot("81-login-errors");
  press("login.forgottenId");
  m_window->findChild<QComboBox*>(QStringLiteral("forgottenId.prefecture"))->setCurrentIndex(14);
  shoot("88-forgotten-id");
  press("forgottenId.close");
  passwordByLink();
  m_window->findChild<QLineEdit*>(QStringLiteral("login.id"))->setText("bcdfg01234");
  logIn(ScriptedServer::problem(422, "loginRefused"));
  require([&] { return isShown("login.failure"); }, "refused");
  shoot("82-login-refused");
  m_window->findChild<QLineEdit*>(QStringLiteral("login.email"))->setText("a@mail.example");
  m_server.answer("/v1/password-links", {.status = 202, .body = R"({"validSeconds":86400})"});
  press("login.requestLink");
  require([&] { return isShown("login.sent"); }, "the mail is on its way");
  shoot("86-login-link");
  logIn(ScriptedServer::problem(403, "passwordExpired"));
  require([&] { return isShown("login.newPassword"); }, "expired");
  shoot("87-login-expired");
  press("login.newPassword");
  require([&] { return isShown("passwordChange.current.field"); }, "expired");
  shoot("110-password-expired");
  press("header.back");
  require([&] { return m_window->place().page == "login"; }, "login");
  logIn(ScriptedServer::welcome("MADO GUCHI", "coeByEmail", true,
                                R"(,"lastLogin":"2022-12-23T07:21:00Z",)"
                                R"("passwordExpiresAt":"2027-01-01T00:00:00Z")"));
  require([&] { return m_window->place().page == "menu"; }, "menu");
  shoot("83-menu");
  m_server.answer(
      "/v1/account",
      {.status = 200,
       .body = R"({"authenticationId":"bcdfg01234","entrance":"coeByEmail","form":{"answers":{)"
               R"("addressRest":"１－１－１","dateOfBirth":"1985-04-01",)"
               R"("email":"applicant@example.com","municipalityCode":"131016",)"
               R"("name":"MADO GUCHI","phone":"0312345678","sex":"female",)"
               R"("userClass":"coeByEmail"},)"
               R"("id":"registration","version":1}})"});
  press("menu.information");
  require([&] { return isShown("information.authenticationId"); }, "information");
  shoot("84-user-information");
  changeInformation();
  changePassword();
  m_server.answer(
      "/v1/account/logins",
      {.status = 200,
       .body = R"({"logins":[{"at":"2026-11-26T03:04:00Z","here":true,)"
               R"("network":"192.0.2.0/24","result":"loggedIn","way":"password"},)"
               R"({"at":"2026-11-25T03:04:00Z","here":false,"network":"198.51.100.0/24",)"
               R"("result":"refused","way":"password"}]})"});
  press("menu.logins");
  require([&] { return isShown("logins.row2"); }, "logins");
  shoot("120-logins");
  press("header.back");
  m_session.close(app::Session::Ended::elsewhere);
  require([&] { return m_window->place().page == "login"; }, "login again");
  shoot("85-login-again");
}

void Gallery::toMenu(const std::string& more) {
  press("top.logIn.cardHolder");
  for (auto* id : m_window->findChildren<QLineEdit*>(QStringLiteral("cardLogin.id")))
    id->setText("bcdfg01234");
  toLoginPin();
  m_server.answer("/v1/card-sessions",
                  ScriptedServer::welcome("SANTOS MARIA CLARA", "foreignNational", false, more));
  givePin();
  require([&] { return m_window->place().page == "menu"; }, "menu");
}

void Gallery::mailsComeBack() {
  shoot("157-menu-mails-come-back");
  ScriptedServer::Answer account = wire::registered();
  account.body.insert(account.body.size() - 1, R"(,"mailsComeBack":true)");
  m_server.answer("/v1/account", account);
  press("menu.mailsComeBack.see");
  require([&] { return isShown("information.changeEmail"); }, "information");
  shoot("158-information-mails-come-back");
  press("header.back");
}

void Gallery::changeInformation() {
  press("information.change");
  shoot("100-information-change");
  press("informationChange.check");
  shoot("101-information-change-nothing");
  typeInto("informationChange.phone", "0399998888");
  typeInto("informationChange.email", "new@example.com");
  typeInto("informationChange.emailConfirmation", "new@example.com");
  press("informationChange.check");
  require([&] { return m_window->place().page == "informationReview"; }, "review");
  shoot("102-information-review");
  m_server.answer("/v1/account/changes", {.never = true});
  press("informationReview.send");
  shoot("103-information-review-asking");
  press("informationReview.cancel");
  m_server.release();
  shoot("104-information-review-cancelled");
  m_server.answer("/v1/account/changes", ScriptedServer::problem(503, "unavailable"));
  press("informationReview.send");
  require([&] { return isShown("informationReview.failure"); }, "unavailable");
  shoot("105-information-review-failure");
  m_server.answer("/v1/account/changes",
                  {.status = 200,
                   .body = R"({"changed":["phone"],"newEmail":{"confirmUntil":)"
                           R"("2026-11-27T03:04:00Z","email":"new@example.com"}})"});
  press("informationReview.send");
  require([&] { return m_window->place().page == "informationChanged"; }, "changed");
  shoot("106-information-changed");
  press("header.back");
  press("header.back");
  require([&] { return m_window->place().page == "menu"; }, "menu");
}

void Gallery::passwordByLink() {
  press("login.haveLink");
  shoot("114-password-link");
  m_window->findChild<QLineEdit*>(QStringLiteral("passwordLink.link"))->setText(QString(43, u'A'));
  typeInto("passwordLink.new.field", "CD67890!");
  typeInto("passwordLink.confirmation.field", "CD67890!");
  m_server.answer("/v1/passwords", ScriptedServer::problem(410, "linkExpired"));
  press("passwordLink.change");
  require([&] { return isShown("passwordLink.renew"); }, "expired");
  shoot("115-password-link-expired");
  m_server.answer("/v1/password-links", {.status = 202, .body = R"({"validSeconds":86400})"});
  press("passwordLink.renew");
  require([&] { return isShown("passwordLink.sent"); }, "sent");
  shoot("116-password-link-sent");
  press("header.back");
}

void Gallery::changePassword() {
  press("menu.password");
  shoot("111-password-change");
  typeInto("passwordChange.new.field", "kmpqrs1");
  press("passwordChange.change");
  shoot("112-password-change-errors");
  typeInto("passwordChange.current.field", "AB12345!");
  typeInto("passwordChange.new.field", "!");
  typeInto("passwordChange.confirmation.field", "kmpqrs1!");
  m_server.answer("/v1/account/password", {.status = 204});
  press("passwordChange.change");
  require([&] { return m_window->place().page == "passwordDone"; }, "changed");
  shoot("113-password-done");
  press("passwordDone.on");
}

void Gallery::logIn(const ScriptedServer::Answer& answer) {
  m_server.answer("/v1/sessions", answer);
  typeInto("login.password.field", "AB12345!");
  press("login.logIn");
}

}  // namespace madoguchi::test
