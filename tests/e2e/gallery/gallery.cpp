// Renders every page of the window into pictures, for people to look at: in each language, as it is
// seen (<stage>.<language>.png) and at its whole length (<stage>.<language>.full.png). On the way
// it checks what a program can see by itself (page_check.h); it fails where that finds something,
// and where a page was not met.
//
//   madoguchi-gallery FOLDER [TEXT-SIZE [WIDTH HEIGHT]]     the size is A, A+ or A++
//
// The pages show what the real flow says, with the simulated card and a server of this machine.
// Complaints go to the error output.

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QVBoxLayout>
#include <QWidget>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <set>
#include <stdexcept>

#include "app/all_rooms.h"
#include "app/card/card_desk.h"
#include "app/core/idle_clock.h"
#include "app/core/language.h"
#include "app/core/machine_file.h"
#include "app/core/operator_texts.h"
#include "app/core/session.h"
#include "app/core/terms_of_use.h"
#include "app/kit/desktop_outlets.h"
#include "app/rooms/registration/registration_flow.h"
#include "app/rooms/selfcheck/self_check.h"
#include "app/server/server.h"
#include "app/widgets/look.h"
#include "app/window/main_window.h"
#include "cardreader/simulated/pki_folder.h"
#include "cardreader/simulated/simulated_transport.h"
#include "tests/e2e/gallery/pictures.h"
#include "tests/support/secret.h"
#include "tests/unit/app/event_loop.h"
#include "tests/unit/app/scripted_server.h"

using namespace madoguchi;
using app::Page;
using test::ScriptedServer;
using test::secret;

namespace {

void require(const std::function<bool()>& condition, const char* what) {
  if (!test::eventually(condition)) throw std::runtime_error(what);
}

/// The person always chooses this file.
class PdfOutlets : public app::DesktopOutlets {
 public:
  std::optional<QString> chooseFile(const app::FileWish& /*wish*/) override { return file; }
  QString file;
};

class Gallery {
 public:
  Gallery(const QDir& folder, QSize size, app::TextSize textSize)
      : m_folder(folder),
        m_data(m_dataFolder.path().toStdString()),
        m_server(test::makeTls(m_data / "tls", "localhost")),
        m_cards(m_transport),
        m_service(m_server.settings(), &m_session),
        m_selfCheck(m_cards, {m_server.settings(), [] { return app::ComputerFindings{}; }}) {
    QCoreApplication::installTranslator(&m_operatorTexts);
    m_language.set("ja");
    m_window = std::make_unique<app::MainWindow>(
        app::allRooms({.registration = {.card = m_cards,
                                        .server = m_service,
                                        .idle = m_idle,
                                        .language = m_language,
                                        .terms = m_terms},
                       .selfCheck = m_selfCheck,
                       .session = m_session,
                       .operatorTexts = m_operatorTexts,
                       .outlets = m_outlets},
                      [this](app::RegistrationFlow& flow) { m_flow = &flow; }),
        m_language, m_idle, m_session,
        app::WindowFacts{.service = m_server.settings().origin, .outlets = &m_outlets}, textSize);
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    require([&] { return m_window->isActiveWindow(); }, "an active window");
  }

  void walk() {
    shoot("10-top");
    selfCheck();
    beforeYouStart();
    secrets();
    form();
    submission();
    leave();
    blocked();
    otherCards();
    keypad();
    withoutCard();
    leave();
    cardLogin();
    login();
    QStringList places = {"top",
                          "selfCheck",
                          "login",
                          "cardLogin",
                          "loginPin",
                          "loginSending",
                          "menu",
                          "userInformation",
                          "informationChange",
                          "informationReview",
                          "informationChanged",
                          "logins",
                          "passwordChange",
                          "passwordLink",
                          "passwordDone"};
    for (int i = 0; *app::name(static_cast<Page>(i)) != '\0'; ++i)
      places << QLatin1String(app::name(static_cast<Page>(i)));
    for (const QString& place : places) {
      if (!m_met.contains(place)) complain(QStringLiteral("is not met: ") + place);
    }
  }

  [[nodiscard]] int complaints() const { return m_complaints; }

 private:
  /// The one that is shown: pages that were left are still there for a moment.
  void press(const char* name) {
    for (auto* button : m_window->findChildren<QAbstractButton*>(QLatin1String(name))) {
      if (button->isVisible()) {
        button->click();
        return;
      }
    }
    throw std::runtime_error(name);
  }

  /// Key by key, with the focus there.
  void typeInto(const char* name, const char* keys) {
    for (auto* field : m_window->findChildren<QWidget*>(QLatin1String(name))) {
      if (!field->isVisible()) continue;
      field->setFocus();
      for (; *keys != '\0'; ++keys) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(QLatin1Char(*keys)));
        QCoreApplication::sendEvent(field, &press);
      }
      return;
    }
    throw std::runtime_error(name);
  }

  void leave() {
    press(m_flow->page() == Page::step3 ? "step3.finish" : "header.leave");
    for (auto* yes : m_window->findChildren<QAbstractButton*>(QStringLiteral("leave.yes"))) {
      if (yes->isVisible()) yes->click();
    }
  }

  void insert(std::string_view person) {
    m_transport.insert(simulated::openCard(m_data / "pki", person));
  }

  void toPassword(const std::function<void()>& insertCard) {
    press("top.cardHolder");
    insertCard();
    require([&] { return m_flow->canGoNext(); }, "ready");
    m_flow->next();
  }

  void selfCheck() {
    press("top.selfCheck");
    require([&] { return !m_selfCheck.running(); }, "checked");
    shoot("11-self-check-notice");
    insert("blocked");
    press("selfCheck.again");
    require([&] { return !m_selfCheck.running(); }, "checked");
    shoot("12-self-check-bad");
    press("selfCheck.close");
    m_transport.remove();
    press("top.help");
    shoot("13-help");
    press("help.close");
  }

  void beforeYouStart() {
    m_transport.setServiceRunning(false);
    press("top.cardHolder");
    require([&] { return m_flow->visit().status().problem == app::FailureCode::serviceMissing; },
            "no service");
    shoot("20-before-no-service");
    m_transport.setServiceRunning(true);
    require([&] { return m_flow->visit().status().problem == app::FailureCode::noCard; },
            "no card");
    shoot("21-before-no-card");
    insert("maria");
    require([&] { return m_flow->canGoNext(); }, "ready");
    shoot("22-before-ready");
    m_flow->next();
  }

  void secrets() {
    shoot("30-password");
    press("password.useKeys");
    shoot("30-password-keys");
    press("password.useKeys");
    typeInto("password.field", "mado123!");
    shoot("31-password-refused");
    press("password.next");
    require(
        [&] {
          return m_flow->visit().answer(card::Secret::signaturePassword) ==
                 app::SecretAnswer::wrong;
        },
        "wrong password");
    shoot("32-password-wrong");
    m_flow->visit().give(card::Secret::signaturePassword, secret("MADO1234"));
    require([&] { return m_flow->page() == Page::authenticationPin; }, "PIN page");
    shoot("33-pin");
    cardAway();
    m_flow->visit().give(card::Secret::authenticationPin, secret("1234"));
    require([&] { return m_flow->page() == Page::step1; }, "STEP1");
  }

  void cardAway() {
    m_transport.remove();
    require([&] { return m_flow->page() == Page::beforeYouStart; }, "back at the start");
    shoot("25-before-card-away");
    insert("maria");
    require([&] { return m_flow->canGoNext(); }, "ready again");
    shoot("26-before-card-back");
    m_flow->next();
    m_flow->visit().give(card::Secret::signaturePassword, secret("MADO1234"));
    require([&] { return m_flow->page() == Page::authenticationPin; }, "PIN page again");
  }

  void fill() {
    m_flow->setValue("phone", "03-1234-5678");
    m_flow->repairValue("phone");
    m_flow->setValue("email", "maria@example.com");
    m_flow->setValue("emailConfirmation", "maria@example.com");
    m_flow->setValue("userClass", "foreignNational");
    m_flow->setValue("residenceCardNumber", "AB12345678CD");
    m_terms.opened = true;
    m_flow->setValue("termsAccepted", "true");
  }

  void form() {
    shoot("40-step1");
    press("step1.check");
    shoot("41-step1-errors");
    press("step1.termsAccepted.open");
    shoot("42-terms");
    press("terms.close");
    m_flow->setValue("phone", "0312345678");
    m_flow->repairValue("phone");
    shoot("48-step1-corrected");
    m_flow->setValue("name", QStringLiteral("Müller Hans"));
    m_flow->setValue("email", "maria@gmail.con");
    m_flow->setValue("dateOfBirth", "1977");
    shoot("49-step1-offers");
    m_flow->setValue("name", "MUELLER HANS");
    fill();
    m_flow->check();
    require([&] { return m_flow->page() == Page::step2; }, "STEP2");
    shoot("50-step2");
  }

  void submission() {
    m_server.answer("/v1/registrations", ScriptedServer::problem(503, "unavailable"));
    m_flow->submit();
    require([&] { return m_flow->page() == Page::step2; }, "back on STEP2");
    shoot("51-step2-failure");
    m_server.answer("/v1/registrations", {.never = true});
    m_flow->submit();
    require([&] { return m_flow->page() == Page::submitting; }, "submitting");
    require([&] { return !m_server.requests("/v1/registrations").empty(); }, "sent");
    shoot("61-submitting-sent");
    m_window->close();
    shoot("80-close-submitting");
    press("leave.no");
    m_flow->cancelSubmission();
    m_server.release();
    shoot("52-step2-cancelled-sent");
    typeInto("step2.password.field", "WRONG999");
    typeInto("step2.pin.field", "1234");
    press("step2.submit");
    require(
        [&] {
          return m_flow->visit().answer(card::Secret::signaturePassword) ==
                 app::SecretAnswer::wrong;
        },
        "wrong password on STEP2");
    shoot("54-step2-wrong");
    m_server.answer(
        "/v1/registrations",
        {.status = 201,
         .body = R"({"authenticationId":"wikpn31487","registeredAt":"2026-11-20T12:00:00Z"})"});
    app::CardSecrets secrets;
    secrets.password = secret("MADO1234");
    secrets.pin = secret("1234");
    m_flow->visit().give(std::move(secrets));
    require([&] { return !m_flow->secretsNeeded(); }, "secrets again");
    m_flow->submit();
    require([&] { return m_flow->page() == Page::step3; }, "STEP3");
    shoot("70-step3");
    for (const QString& language : app::Language::tags()) {
      switchTo(language);
      m_outlets.file = m_folder.filePath("receipt." + language + ".pdf");
      press("step3.pdf");
    }
  }

  void blocked() {
    const simulated::CardPki pki = simulated::openPki(m_data / "pki");
    simulated::CardContents contents =
        simulated::cardOf(m_data / "pki", pki, *simulated::findPerson("maria"));
    contents.signaturePasswordTries = 1;
    m_transport.remove();
    toPassword([&] { m_transport.insert(std::make_shared<simulated::SimulatedCard>(contents)); });
    typeInto("password.field", "WRONG999");
    press("password.next");
    shoot("34-password-last-try");
    press("password.lastTry.yes");
    require([&] { return m_flow->visit().status().passwordTries == 0; }, "blocked");
    shoot("35-password-blocked");
    leave();
    m_transport.remove();
  }

  void otherCards() {
    press("top.cardHolder");
    insert("child");
    require(
        [&] { return m_flow->visit().status().problem == app::FailureCode::noSigningCertificate; },
        "child's card");
    shoot("23-before-child");
    leave();
    m_transport.remove();
    toPassword([&] { insert("parent"); });
    m_flow->visit().give(card::Secret::signaturePassword, secret("MADO1234"));
    require([&] { return m_flow->page() == Page::authenticationPin; }, "PIN page");
    m_flow->visit().give(card::Secret::authenticationPin, secret("1234"));
    require([&] { return m_flow->page() == Page::step1; }, "STEP1");
    shoot("43-step1-parent");
    leave();
  }

  void keypad() {
    m_transport.setPinPad([] { return "1234"; });
    m_transport.remove();
    toPassword([&] { insert("maria"); });
    m_flow->visit().give(card::Secret::signaturePassword, secret("MADO1234"));
    require([&] { return m_flow->page() == Page::authenticationPin; }, "PIN page");
    shoot("36-pin-keypad");
    m_flow->visit().typePinAtReader();
    require([&] { return m_flow->page() == Page::step1; }, "STEP1");
    fill();
    m_flow->check();
    m_server.answer("/v1/nonces", {.never = true});
    m_flow->submit();
    shoot("60-submitting");
    m_flow->cancelSubmission();
    m_server.release();
    shoot("53-step2-keypad");
    m_window->close();
    shoot("81-close");
    leave();
    m_transport.setPinPad({});
  }

  void withoutCard() {
    press("top.attorneyOrScrivener");
    require([&] { return m_flow->canGoNext(); }, "ready");
    shoot("24-before-attorney");
    m_flow->next();
    shoot("44-step1-attorney");
    QLineEdit* search = nullptr;
    for (auto* line :
         m_window->findChildren<QLineEdit*>(QStringLiteral("step1.municipalityCode.search"))) {
      if (line->isVisible()) search = line;  // not the one of a page that is about to go
    }
    search->setText(QStringLiteral("浜松市北区"));
    shoot("45-step1-places");
    search->clear();
    press("step1.agentCertificateNumber.parts");
    shoot("47-step1-agent-number");
    m_flow->setValue("addressRest", "１－２－３");
    search->setText(QStringLiteral("1000005"));
    shoot("46-step1-town");
  }

  void cardLogin() {
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
    press("header.leave");
    require([&] { return m_window->place().page == "top"; }, "top");
  }

  void toLoginPin() {
    require(
        [&] {
          if (m_window->place().page == "loginPin") return true;
          press("cardLogin.next");
          return false;
        },
        "PIN");
  }

  void givePin() {
    typeInto("pin.field", "1234");
    press("pin.next");
  }

  void login() {
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
    logIn({.status = 201,
           .body = R"({"token":"t0ken","userName":"MADO GUCHI","userClass":"coeByEmail",)"
                   R"("lastLogin":"2022-12-23T07:21:00Z","userInformationOnly":true,)"
                   R"("passwordExpiresAt":"2027-01-01T00:00:00Z"})"});
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

  void changeInformation() {
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

  void passwordByLink() {
    press("login.haveLink");
    shoot("114-password-link");
    m_window->findChild<QLineEdit*>(QStringLiteral("passwordLink.link"))
        ->setText(QString(43, u'A'));
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

  void changePassword() {
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

  void logIn(const ScriptedServer::Answer& answer) {
    m_server.answer("/v1/sessions", answer);
    typeInto("login.password.field", "AB12345!");
    press("login.logIn");
  }

  bool isShown(const char* name) {
    const auto found = m_window->findChildren<QWidget*>(QLatin1String(name));
    return std::any_of(found.begin(), found.end(),
                       [](const QWidget* one) { return one->isVisible(); });
  }

  void switchTo(const QString& language) {
    m_language.set(language);
    test::settle();
  }

  void complain(const QString& what) {
    ++m_complaints;
    std::fprintf(stderr, "%s\n", qPrintable(what));
  }

  void shoot(const QString& stage) {
    m_met.insert(m_window->place().page);
    for (const QString& language : app::Language::tags()) {
      switchTo(language);
      m_complaints += test::picture(*m_window, m_folder, stage + u'.' + language);
    }
    std::printf("%s\n", qPrintable(stage));
  }

  QDir m_folder;
  QTemporaryDir m_dataFolder;
  std::filesystem::path m_data;
  ScriptedServer m_server;
  simulated::InProcessTransport m_transport;
  app::CardDesk m_cards;
  app::IdleClock m_idle;
  app::Session m_session{m_idle};
  app::Server m_service;
  app::AgreedTerms m_terms;
  /// As the example of the machine's file has them.
  app::OperatorTexts m_operatorTexts{
      app::readMachineFile(QStringLiteral(MADOGUCHI_SOURCE_FOLDER "/packaging/client/client.json"))
          .texts};
  PdfOutlets m_outlets;
  app::SelfCheck m_selfCheck;
  app::Language m_language;
  std::unique_ptr<app::MainWindow> m_window;
  app::RegistrationFlow* m_flow = nullptr;  ///< the last that was begun
  std::set<QString> m_met;                  ///< places
  int m_complaints = 0;
};

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() < 2) {
    std::fputs("usage: madoguchi-gallery FOLDER [TEXT-SIZE [WIDTH HEIGHT]]\n", stderr);
    return 2;
  }
  const app::TextSize textSize =
      app::textSizeNamed(arguments.value(2)).value_or(app::TextSize::normal);
  const QSize size(arguments.value(3, QStringLiteral("900")).toInt(),
                   arguments.value(4, QStringLiteral("900")).toInt());
  QDir().mkpath(arguments[1]);
  app::applyLook(application);
  try {
    int complaints = 0;
    {
      Gallery gallery(QDir(arguments[1]), size, textSize);
      gallery.walk();
      complaints += gallery.complaints();
    }
    complaints += test::pictureDemonstration(QDir(arguments[1]), size);
    return complaints == 0 ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "gallery: waited in vain for: %s\n", error.what());
    return 1;
  }
}
