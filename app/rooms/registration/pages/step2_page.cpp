#include "app/rooms/registration/pages/step2_page.h"

#include <QVBoxLayout>
#include <utility>

#include "app/kit/card_secret_entry.h"
#include "app/kit/failure_panel.h"
#include "app/kit/form/form_review.h"
#include "app/kit/pad_choice.h"
#include "app/kit/secret_panels.h"
#include "app/kit/secret_texts.h"
#include "app/kit/texts.h"
#include "app/rooms/registration/pages/registration_texts.h"
#include "app/widgets/look.h"
#include "app/widgets/seen_as_one.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

Step2Page::Step2Page(RegistrationFlow& flow, QWidget* parent)
    : RegistrationPage(
          flow, QStringLiteral("step2"), [] { return qtTrId("step2.title"); }, parent) {
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  column()->addWidget(m_failure);
  m_again = m_failure->addWay(named(QStringLiteral("again")));
  speak(*m_again, [this] { m_again->setMarkup(qtTrId("way.again")); });
  connect(m_again, &RubyButton::clicked, this, &Step2Page::submit);
  m_otherCard = m_failure->addWay(named(QStringLiteral("otherCard")));
  speak(*m_otherCard, [this] { m_otherCard->setMarkup(qtTrId("way.otherCard")); });
  connect(m_otherCard, &RubyButton::clicked, &flow, &RegistrationFlow::beginAgainWithCard);
  m_failure->addWaysOut(*this);
  m_calledOff = new MessagePanel(MessagePanel::Kind::notice, this);
  m_calledOff->setObjectName(named(QStringLiteral("calledOff")));
  column()->addWidget(m_calledOff);
  addText([] { return qtTrId("step2.intro"); });
  addAnswers();
  addSecrets();
  addSpace(1);
  addText([] { return qtTrId("step2.beforeSubmit"); });
  addText([this] {
    return whoGetsTheData(this->flow().service());
  })->setObjectName(named(QStringLiteral("data")));
  m_submit = addButton(
      QStringLiteral("submit"), RubyButton::Kind::primary, [] { return qtTrId("step2.submit"); },
      u'R');
  connect(m_submit, &RubyButton::clicked, this, &Step2Page::submit);
  setDefaultButton(m_submit);
  addSpace(0.5);
  m_forgotten = new ForgottenSecrets({kSecrets.begin(), kSecrets.end()},
                                     named(QStringLiteral("forgotten")), this);
  column()->addWidget(m_forgotten);
  column()->addStretch();

  connect(&flow, &RegistrationFlow::secretsNeededChanged, this, [this] {
    showState();
    if (std::exchange(m_submitWhenReady, false) && !this->flow().secretsNeeded())
      this->flow().submit();
  });
  connect(&flow.visit(), &CardVisit::answerChanged, this, &Step2Page::showState);
  connect(&flow, &RegistrationFlow::problemChanged, this, &Step2Page::showState);
  connect(&flow.visit(), &CardVisit::statusChanged, this, &Step2Page::showState);
  speak(*this, [this] { showState(); });
}

void Step2Page::addAnswers() {
  auto* answers = new FormReview(flow().form(), registrationTexts(flow().entrance()), objectName(),
                                 FormReview::Shows::waysBack, this);
  connect(answers, &FormReview::changeWanted, this, [this](const forms::FieldPath& field) {
    emit fieldWanted(QString::fromStdString(field.field));
  });
  column()->addWidget(answers);
}

void Step2Page::addSecrets() {
  m_secrets = new QWidget(this);
  auto* secrets = new QVBoxLayout(m_secrets);
  secrets->setContentsMargins(0, 0, 0, 0);
  secrets->setSpacing(em(*this, 0.75));
  secrets->addSpacing(em(*this));
  auto* title = new RubyLabel(RubyLabel::Role::section, m_secrets);
  speak(*title, [title] { title->setMarkup(qtTrId("steps.card")); });
  secrets->addWidget(title);
  auto* why = new RubyLabel(RubyLabel::Role::body, m_secrets);
  speak(*why, [why] { why->setMarkup(qtTrId("step2.secretsAgain")); });
  secrets->addWidget(why);
  m_tries = new RubyLabel(RubyLabel::Role::body, m_secrets);
  secrets->addWidget(m_tries);
  CardVisit& visit = flow().visit();
  m_password = new CardSecretEntry(visit, card::Secret::signaturePassword,
                                   named(QStringLiteral("password")), m_secrets);
  m_pad = new PadChoice(
      visit, [] { return qtTrId("step2.pad"); }, objectName(), m_secrets);
  connect(m_pad, &PadChoice::changed, this, &Step2Page::showState);
  m_pin = new CardSecretEntry(visit, card::Secret::authenticationPin, named(QStringLiteral("pin")),
                              m_secrets);
  secrets->addWidget(m_password);
  secrets->addWidget(m_pad);
  secrets->addWidget(m_pin);
  m_lastTry = new LastTryPanel(visit, named(QStringLiteral("lastTry")), m_secrets);
  secrets->addWidget(m_lastTry);
  seeAsOne(*m_secrets);
  column()->addWidget(m_secrets);
  m_notEntered = new MessagePanel(MessagePanel::Kind::notice, this);
  m_notEntered->setObjectName(named(QStringLiteral("notEntered")));
  column()->addWidget(m_notEntered);
  m_checking = new CheckingPanel(visit, named(QStringLiteral("checking")), this);
  column()->addWidget(m_checking);
}

SecretAnswer Step2Page::answer() const {
  for (const card::Secret which : kSecrets) {
    const SecretAnswer one = flow().visit().answer(which);
    if (one != SecretAnswer::none && one != SecretAnswer::right) return one;
  }
  return SecretAnswer::none;
}

void Step2Page::showState() {
  const SecretAnswer said = answer();
  const CardStatus& status = flow().visit().status();
  if (m_failure->setFailure(flow().problem())) m_failure->present();
  sayCalledOff();
  m_otherCard->setVisible(m_failure->isAboutCard());
  // Not where the passwords come first: then the button below them goes on.
  m_again->setVisible(m_failure->mayPass() && !flow().secretsNeeded());
  for (QWidget* part : std::initializer_list<QWidget*>{m_secrets, m_forgotten})
    part->setVisible(flow().secretsNeeded());
  m_secrets->setEnabled(said != SecretAnswer::checking);
  m_pad->setOffered(status.pinPad);
  m_pin->setVisible(!m_pad->atReader());
  m_tries->setMarkup(
      qtTrId("step2.tries").arg(triesText(status.passwordTries), triesText(status.pinTries)));
  m_tries->setVisible(status.passwordTries && status.pinTries);
  m_notEntered->setVisible(said == SecretAnswer::notEntered);
  m_notEntered->setTexts(
      qtTrId("pin.pad.notEntered.title"),
      flow().secretsNeeded() ? qtTrId("step2.pad.notEntered") : qtTrId("step2.notEntered"), {});
  if (said != SecretAnswer::checking && said != SecretAnswer::lastTry) {
    m_submitWhenReady = m_submitWhenReady && flow().visit().isComplete();
  }
  m_submit->setVisible(said != SecretAnswer::lastTry && said != SecretAnswer::checking);
  if (std::exchange(m_shown, said) != said && isVisible()) presentAnswer();
}

void Step2Page::sayCalledOff() {
  const CalledOff calledOff = flow().calledOff();
  m_calledOff->setVisible(calledOff != CalledOff::no);
  if (calledOff == CalledOff::nothingSent) {
    m_calledOff->setTexts(qtTrId("step2.nothingSent.title"), qtTrId("step2.nothingSent.text"), {});
  } else if (calledOff == CalledOff::mayHaveArrived) {
    m_calledOff->setTexts(qtTrId("step2.mayHaveArrived.title"), qtTrId("step2.mayHaveArrived.text"),
                          qtTrId("step2.mayHaveArrived.remedy"));
  }
}

void Step2Page::presentAnswer() {
  for (CardSecretEntry* entry : {m_password, m_pin}) {
    if (entry->isVisibleTo(this) && entry->presentAnswer()) return;
  }
  if (m_pad->presentAnswer()) return;
  for (MessagePanel* panel :
       std::initializer_list<MessagePanel*>{m_notEntered, m_lastTry, m_checking}) {
    if (panel->isVisibleTo(this)) panel->present();
  }
}

void Step2Page::submit() {
  if (!flow().secretsNeeded()) {
    flow().submit();
    return;
  }
  if (flow().visit().isChecking()) return;
  m_shown = SecretAnswer::none;  // the same answer twice is news twice
  CardSecrets secrets;
  secrets.password = m_password->typed();
  secrets.pin = m_pin->typed();
  if (m_pad->atReader()) secrets.pin = TypedAtReader{};
  flow().visit().give(std::move(secrets));
  for (CardSecretEntry* entry : {m_password, m_pin}) entry->settle();
  m_submitWhenReady = answer() == SecretAnswer::checking || answer() == SecretAnswer::lastTry;
  if (answer() == SecretAnswer::impossible) showState();
}

void Step2Page::focusFirst() {
  if (flow().problem() != FailureCode::none) {
    m_failure->present();
  } else if (answer() != SecretAnswer::none) {
    presentAnswer();
  } else if (flow().calledOff() != CalledOff::no) {
    m_calledOff->present();
  } else {
    RegistrationPage::focusFirst();
  }
}

}  // namespace madoguchi::app
