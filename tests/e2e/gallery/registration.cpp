// The chapter of registration: from the self-check to the receipt, with a card and without.

#include <QLineEdit>

#include "cardreader/simulated/pki_folder.h"
#include "tests/e2e/gallery/gallery.h"
#include "tests/support/secret.h"

namespace madoguchi::test {

using app::Page;

void Gallery::toPassword(const std::function<void()>& insertCard) {
  press("top.cardHolder");
  insertCard();
  require([&] { return m_flow->canGoNext(); }, "ready");
  m_flow->next();
}

void Gallery::selfCheck() {
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
  press("help.about");
  shoot("14-about");
  press("about.close");
}

void Gallery::beforeYouStart() {
  m_transport.setServiceRunning(false);
  press("top.cardHolder");
  require([&] { return m_flow->visit().status().problem == app::FailureCode::serviceMissing; },
          "no service");
  shoot("20-before-no-service");
  m_transport.setServiceRunning(true);
  require([&] { return m_flow->visit().status().problem == app::FailureCode::noCard; }, "no card");
  shoot("21-before-no-card");
  insert("maria");
  require([&] { return m_flow->canGoNext(); }, "ready");
  shoot("22-before-ready");
  m_flow->next();
}

void Gallery::secrets() {
  shoot("30-password");
  press("password.useKeys");
  shoot("30-password-keys");
  press("password.useKeys");
  typeInto("password.field", "mado123!");
  shoot("31-password-refused");
  press("password.next");
  require(
      [&] {
        return m_flow->visit().answer(card::Secret::signaturePassword) == app::SecretAnswer::wrong;
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

void Gallery::cardAway() {
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

void Gallery::fill() {
  m_flow->setValue("phone", "03-1234-5678");
  m_flow->repairValue("phone");
  m_flow->setValue("email", "maria@example.com");
  m_flow->setValue("emailConfirmation", "maria@example.com");
  m_flow->setValue("userClass", "foreignNational");
  m_flow->setValue("residenceCardNumber", "AB12345678CD");
  m_terms.opened = true;
  m_flow->setValue("termsAccepted", "true");
}

void Gallery::form() {
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

void Gallery::submission() {
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
        return m_flow->visit().answer(card::Secret::signaturePassword) == app::SecretAnswer::wrong;
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

void Gallery::blocked() {
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

void Gallery::otherCards() {
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

void Gallery::keypad() {
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

void Gallery::withoutCard() {
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

}  // namespace madoguchi::test
