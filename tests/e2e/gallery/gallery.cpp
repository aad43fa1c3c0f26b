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
#include <QDateTime>
#include <QDir>
#include <QImage>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QVBoxLayout>
#include <QWidget>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <set>
#include <stdexcept>
#include <utility>

#include "app/all_rooms.h"
#include "app/card/card_desk.h"
#include "app/core/idle_clock.h"
#include "app/core/language.h"
#include "app/core/operator_texts.h"
#include "app/core/policy.h"
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
#include "tests/unit/app/pages/application_wire.h"
#include "tests/unit/app/scripted_server.h"

using namespace madoguchi;
using app::Page;
using test::ScriptedServer;
using test::secret;
namespace wire = test::applicationWire;

namespace {

void require(const std::function<bool()>& condition, const char* what) {
  if (!test::eventually(condition)) throw std::runtime_error(what);
}

/// The person always chooses this file.
class PdfOutlets : public app::DesktopOutlets {
 public:
  std::optional<QString> chooseFile(const app::FileWish& /*wish*/) override { return file; }
  std::optional<QString> chooseExisting(const app::FileWish& /*wish*/) override { return file; }
  QStringList chooseSeveral(const app::FileWish& /*wish*/) override { return several; }
  QString file;
  QStringList several;
};

/// A made-up face before a wall with a curtain.
QImage drawnFace() {
  QImage image(900, 1000, QImage::Format_RGB32);
  image.fill(QColor(225, 228, 232));
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  for (int x = 60; x < 260; x += 50) painter.fillRect(x, 0, 24, 1000, QColor(170, 120, 120));
  for (const auto& [colour, area] : {std::pair(QColor(40, 50, 90), QRect(150, 800, 600, 600)),
                                     std::pair(QColor(30, 25, 20), QRect(280, 150, 340, 400)),
                                     std::pair(QColor(205, 165, 140), QRect(300, 210, 300, 500)),
                                     std::pair(QColor(30, 25, 20), QRect(370, 400, 40, 22)),
                                     std::pair(QColor(30, 25, 20), QRect(490, 400, 40, 22))}) {
    painter.setBrush(colour);
    painter.drawEllipse(area);
  }
  return image;
}

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
    applications();
    QStringList places = {"top",
                          "selfCheck",
                          "login",
                          "cardLogin",
                          "loginPin",
                          "loginSending",
                          "menu",
                          "applications",
                          "applicationStart",
                          "applicationProspect",
                          "applicationForm",
                          "applicationReview",
                          "applicationCard",
                          "applicationPassword",
                          "applicationFiled",
                          "applicationDetail",
                          "applicationConflict",
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

  /// Of somebody who registered with a card.
  void applications() {
    press("header.leave");
    require([&] { return m_window->place().page == "top"; }, "top");
    insert("maria");
    toApplications(wire::draftLine());
    press(("applications.draft." + wire::kDraftId + ".remove").c_str());
    shoot("131-applications");
    newApplication();
    applicationForm();
    m_session.close(app::Session::Ended::loggedOut);
    require([&] { return m_window->place().page == "top"; }, "logged out");
    toMenu(R"(,"mailsComeBack":true)");
    mailsComeBack();
    toApplicationList(wire::draftLine(wire::kOtherDraftId));
    fileIt();
    whatBecameOfIt();
    documentsWanted();
    afterwards();
  }

  void toApplications(const std::string& drafts) {
    toMenu();
    toApplicationList(drafts);
  }

  void toMenu(const std::string& more = {}) {
    press("top.logIn.cardHolder");
    for (auto* id : m_window->findChildren<QLineEdit*>(QStringLiteral("cardLogin.id")))
      id->setText("bcdfg01234");
    toLoginPin();
    m_server.answer("/v1/card-sessions",
                    ScriptedServer::welcome("SANTOS MARIA CLARA", "foreignNational", false, more));
    givePin();
    require([&] { return m_window->place().page == "menu"; }, "menu");
  }

  void mailsComeBack() {
    shoot("157-menu-mails-come-back");
    ScriptedServer::Answer account = wire::registered();
    account.body.insert(account.body.size() - 1, R"(,"mailsComeBack":true)");
    m_server.answer("/v1/account", account);
    press("menu.mailsComeBack.see");
    require([&] { return isShown("information.changeEmail"); }, "information");
    shoot("158-information-mails-come-back");
    press("header.back");
  }

  void toApplicationList(const std::string& drafts) {
    m_server.answer("/v1/account", wire::registered());
    answerLists(drafts, wire::applicationLine("examination"));
    press("menu.applications");
    require([&] { return isShown("applications.new"); }, "the list");
  }

  void answerLists(const std::string& drafts, const std::string& applications) {
    m_server.answer("/v1/drafts", {.status = 200, .body = R"({"drafts":[)" + drafts + "]}"});
    m_server.answer("/v1/applications",
                    {.status = 200, .body = R"({"applications":[)" + applications + "]}"});
  }

  void answerStart(int daysLeft) {
    press("applicationStart.procedure.extension");
    auto* status =
        m_window->findChild<QComboBox*>(QStringLiteral("applicationStart.currentStatus"));
    status->setCurrentIndex(status->findData(QStringLiteral("T61")));
    const QString expiry = QString::fromStdString(wire::inDays(daysLeft));
    const QString name = QStringLiteral("applicationStart.stayExpiry.");
    m_window->findChild<QLineEdit*>(name + QStringLiteral("year"))
        ->setText(expiry.section(u'-', 0, 0));
    m_window->findChild<QComboBox*>(name + QStringLiteral("month"))
        ->setCurrentIndex(expiry.section(u'-', 1, 1).toInt());
    m_window->findChild<QComboBox*>(name + QStringLiteral("day"))
        ->setCurrentIndex(expiry.section(u'-', 2, 2).toInt());
  }

  void newApplication() {
    press("applications.new");
    press("applicationStart.next");
    shoot("132-application-start-errors");
    answerStart(0);
    press("applicationStart.next");
    require([&] { return m_window->place().page == "applicationProspect"; }, "prospect");
    shoot("133-application-last-day");
    press("prospect.back");
    answerStart(7);
    press("applicationStart.next");
    shoot("134-application-prospect");
    m_server.answer(wire::kApplication, ScriptedServer::problem(503, "unavailable"));
    forms::Answers answers = wire::goodAnswers();
    answers.values.erase("photo");
    answers.values.erase("occupation");
    m_server.answer("/v1/drafts", {.status = 201, .body = wire::draft(answers)});
    m_server.answer(wire::kDraft, wire::kept(2));
    press("prospect.begin");
    require([&] { return m_window->place().page == "applicationForm"; }, "form");
  }

  /// Page after page, however it is filled in.
  void goOn() {
    m_server.answer(wire::kDraft, wire::kept(3));
    press("application.next");
    if (isShown("application.later")) press("application.later");
    test::settle();
  }

  void applicationForm() {
    shoot("135-application-identity");
    press("application.next");
    shoot("136-application-errors");
    for (const char* stage :
         {"137-application-stay", "138-application-family", "139-application-status",
          "140-application-living", "141-application-guarantor", "142-application-together",
          "143-application-filing"}) {
      goOn();
      shoot(stage);
    }
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("photo.jpg"));
    QFile photo(file);
    photo.open(QIODevice::WriteOnly);
    photo.write("no photo");
    photo.close();
    m_outlets.file = file;
    press("application.photo");
    shoot("144-application-file-refused");
    pictures(folder);
    m_server.answer(wire::kDraft, ScriptedServer::problem(503, "unavailable"));
    const std::size_t before = m_server.requests(wire::kDraft).size();
    press("application.receipt.counter");
    require([&] { return m_server.requests(wire::kDraft).size() > before; }, "saved");
    press("application.next");
    press("application.later");
    require([&] { return m_window->place().page == "applicationReview"; }, "review");
    shoot("145-application-review-errors");
  }

  /// The photo as it is cut, and pages that become a document, one of them blurred.
  void pictures(const QTemporaryDir& folder) {
    m_outlets.file = folder.filePath(QStringLiteral("face.png"));
    drawnFace().save(m_outlets.file);
    press("application.photo");
    require([&] { return isShown("photo.use"); }, "photo");
    shoot("144a-application-photo");
    press("photo.cancel");
    m_server.answer(wire::kDraft, wire::kept(9));
    press("application.documents.add");
    m_outlets.file = folder.filePath(QStringLiteral("page.png"));
    const QImage paper = m_window->grab().toImage();
    paper.scaled(1754, 1754, Qt::KeepAspectRatio).save(m_outlets.file);
    m_outlets.several = {folder.filePath(QStringLiteral("small.png"))};
    paper.scaled(300, 300, Qt::KeepAspectRatio, Qt::SmoothTransformation)
        .save(m_outlets.several.front());
    const auto buttons = m_window->findChildren<QPushButton*>(
        QRegularExpression(QStringLiteral("^application\\.documents\\..+\\.file$")));
    buttons.last()->click();
    require([&] { return isShown("scan.page.1.turn"); }, "page");
    press("scan.add");
    require([&] { return isShown("scan.page.2.turn"); }, "second page");
    press("scan.page.2.turn");
    shoot("144b-application-pictures");
    press("scan.cancel");
  }

  void fileIt() {
    const std::string draft = "/v1/drafts/" + wire::kOtherDraftId;
    forms::Answers others = wire::goodAnswers();
    m_server.answer(draft,
                    {.status = 200, .body = wire::draft(others, 1, "filing", wire::kOtherDraftId)});
    press(("applications.draft." + wire::kOtherDraftId).c_str());
    require([&] { return m_window->place().page == "applicationForm"; }, "form");
    m_server.answer(draft, ScriptedServer::problem(409, "draftChanged"));
    others.values["occupation"] = "教師";
    m_server.answer(draft,
                    {.status = 200, .body = wire::draft(others, 7, "filing", wire::kOtherDraftId)});
    press("application.receipt.counter");
    require([&] { return m_window->place().page == "applicationConflict"; }, "conflict");
    shoot("146-draft-conflict");
    m_server.answer("/v1/drafts", {.status = 201, .body = wire::draft(others, 1)});
    press("draftConflict.other");
    require([&] { return m_window->place().page == "applicationForm"; }, "form");
    press("application.next");
    require([&] { return m_window->place().page == "applicationReview"; }, "review");
    shoot("147-application-review");
    press("applicationReview.file");
    require([&] { return m_window->place().page == "applicationCard"; }, "card");
    require(
        [&] {
          if (m_window->place().page == "applicationPassword") return true;
          shootOnce("148-application-card");
          press("applicationCard.next");
          return false;
        },
        "password");
    shoot("149-application-password");
    m_server.answer(draft + "/application",
                    {.status = 201,
                     .body = R"({"id":")" + wire::kApplicationId +
                             R"(","provisionalNumber":"P20261126-00000001",)"
                             R"("filedAt":"2026-11-26T05:32:00Z"})"});
    typeInto("password.field", "MADO1234");
    press("password.next");
    require([&] { return m_window->place().page == "applicationFiled"; }, "filed");
    shoot("150-application-filed");
  }

  void whatBecameOfIt() {
    answerLists({}, wire::applicationLine("decided"));
    press("applicationFiled.list");
    require([&] { return isShown(("applications.filed." + wire::kApplicationId).c_str()); },
            "list");
    m_server.answer(wire::kApplication,
                    wire::detail("decided", R"(,"result":{"granted":true,"text":""})"));
    press(("applications.filed." + wire::kApplicationId).c_str());
    require([&] { return m_window->place().page == "applicationDetail"; }, "detail");
    shoot("151-application-detail");
  }

  /// From a page of the room, by way of the list.
  void toDetail(const std::string& line, const ScriptedServer::Answer& application) {
    answerLists({}, line);
    press("header.back");
    require([&] { return isShown(("applications.filed." + wire::kApplicationId).c_str()); },
            "list");
    m_server.answer(wire::kApplication, application);
    press(("applications.filed." + wire::kApplicationId).c_str());
    require([&] { return m_window->place().page == "applicationDetail"; }, "detail");
  }

  static ScriptedServer::Answer wantedUntil(const QDateTime& until, const std::string& files) {
    return wire::detail("documentsWanted",
                        R"(,"wanted":{"text":"住民税の課税証明書と納税証明書（最近１年分）",)"
                        R"("until":")" +
                            until.toString(Qt::ISODate).toStdString() + R"("})",
                        files);
  }

  void documentsWanted() {
    constexpr const char* kAdded = R"(,"added":true)";
    const std::string digest(64, 'b');
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const std::string line =
        wire::applicationLine("documentsWanted", R"(,"wantedUntil":"2026-12-10T14:59:00Z")");
    toDetail(line, wantedUntil(now.addDays(14), {}));
    shoot("152-application-documents-wanted");
    const std::string files =
        wire::fileJson(1'200'000, 1'200'000, kAdded) + "," +
        wire::fileJson(400'000, 3'000'000, kAdded, digest, "f2" + std::string(30, '0'));
    toDetail(line, wantedUntil(now.addDays(14), files));
    shoot("153-application-documents-added");
    toDetail(line, wantedUntil(now.addDays(-1), {}));
    shoot("154-application-documents-over");
  }

  void afterwards() {
    toDetail(wire::applicationLine("examination"),
             wire::detail("examination",
                          R"(,"errorReports":[{"text":"電話番号は 0312345678 が正しいです。",)"
                          R"("at":"2026-11-22T00:00:00Z"}])",
                          wire::fileJson(40'000, 40'000), "," + wire::step("documentsWanted")));
    press("applicationDetail.report.send");
    shoot("155-application-report");
    forms::Answers together = wire::goodAnswers();
    together.values["alsoReentry"] = "yes";
    toDetail(wire::applicationLine("refused"),
             wire::detail("refused", R"(,"result":{"granted":false,"text":"理由：書類の不足"})", {},
                          {}, together));
    shoot("156-application-refused");
  }

  void shootOnce(const QString& stage) {
    if (!m_met.contains(m_window->place().page)) shoot(stage);
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
      app::readPolicy(QStringLiteral(MADOGUCHI_SOURCE_FOLDER "/packaging/client/client.json"))
          .policy.texts};
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
    std::fputs("usage: madoguchi-gallery FOLDER [TEXT-SIZE [WIDTH HEIGHT]] [--complaints]\n",
               stderr);
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
