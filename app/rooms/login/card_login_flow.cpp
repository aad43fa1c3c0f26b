#include "app/rooms/login/card_login_flow.h"

#include <utility>

#include "app/core/idle_clock.h"
#include "app/core/room_names.h"
#include "app/core/session.h"
#include "app/server/nonce.h"
#include "app/server/server.h"

namespace madoguchi::app {

CardLoginFlow::CardLoginFlow(const CardLoginUses& uses, const std::string& door, QObject* parent)
    : Journey(parent),
      m_uses(uses),
      m_again(door == kLoginAgain),
      m_pinVisit(uses.desk, uses.idle, {.pin = true}, nullptr, uses.secretLifetime),
      m_wholeVisit(uses.desk, uses.idle, kWholeCard, nullptr, uses.secretLifetime),
      m_visit(&m_pinVisit) {
  if (m_again) {
    m_failure = failureAfter(uses.session.lastEnd());
  }
  m_pinVisit.signAtOnce([this](const certificate::Certificate& authentication) {
    return loginSteps(toSign(authentication));
  });
  follow(m_pinVisit);
  follow(m_wholeVisit);
  m_visit->begin();
}

void CardLoginFlow::follow(CardVisit& visit) {
  connect(&visit, &CardVisit::statusChanged, this, &CardLoginFlow::changed);
  connect(&visit, &CardVisit::answerChanged, this, &CardLoginFlow::onSecret);
  connect(&visit, &CardVisit::completed, this, &CardLoginFlow::onComplete);
  connect(&visit, &CardVisit::lost, this, &CardLoginFlow::comeBack);
  connect(&visit, &CardVisit::expired, this, [this] {
    if (m_step == Step::pin) {
      go(firstSecret());  // the password went, too
    }
  });
}

LoginToSign CardLoginFlow::toSign(const certificate::Certificate& authentication) const {
  LoginToSign what{.authenticationId = m_id.text().toStdString(),
                   .nonce = m_nonce,
                   .origin = m_uses.server.origin().toStdString(),
                   .authenticationCertificate = authentication.der};
  if (m_renews && m_visit->signing() != nullptr) {
    what.signingCertificate = m_visit->signing()->der;
  }
  return what;
}

bool CardLoginFlow::cardIsReady() const {
  const CardStatus& status = m_visit->status();
  return status.problem == FailureCode::none && !status.busy &&
         status.certificates == CheckResult::good;
}

const QStringList& CardLoginFlow::pageNames() {
  static const QStringList kNames = {QStringLiteral("cardLogin"), QStringLiteral("loginPassword"),
                                     QStringLiteral("loginPin"), QStringLiteral("loginSending")};
  return kNames;
}

Place CardLoginFlow::place() const {
  return {.page = pageNames().at(static_cast<qsizetype>(m_step)), .offersWayBack = true};
}

void CardLoginFlow::go(Step step) {
  if (std::exchange(m_step, step) != step) {
    emit placeChanged();
  }
}

void CardLoginFlow::callOff() {
  m_asking.drop();
  m_signing.drop();
}

CardLoginFlow::Step CardLoginFlow::firstSecret() const {
  const bool hasPassword = m_visit->answer(card::Secret::signaturePassword) == SecretAnswer::right;
  return m_renews && !hasPassword ? Step::password : Step::pin;
}

void CardLoginFlow::comeBack(FailureCode why) {
  callOff();
  m_failure = m_step == Step::start ? FailureCode::none : why;
  go(Step::start);
  emit changed();
}

void CardLoginFlow::fail(FailureCode why) {
  m_failure = why;
  emit changed();
  emit failed();
}

void CardLoginFlow::setAuthenticationId(const QString& typed) {
  if (m_id.type(typed)) {
    emit changed();
  }
}

void CardLoginFlow::repairAuthenticationId() {
  if (m_id.repair()) {
    emit changed();
  }
}

void CardLoginFlow::next() {
  if (isAsking()) {
    return;
  }
  repairAuthenticationId();
  if (!m_id.check() || !cardIsReady()) {
    fail(FailureCode::none);
    return;
  }
  m_failure = FailureCode::none;
  // Before anything secret is asked: without the service there is no use for it.
  m_asking = askNonce(m_uses.server, [this](const NonceAnswer& answer) { onNonce(answer); });
  emit changed();
}

void CardLoginFlow::onNonce(const NonceAnswer& answer) {
  m_asking.drop();
  if (answer.failure != FailureCode::none) {
    fail(answer.failure);
    return;
  }
  m_nonce = answer.nonce;
  if (m_step == Step::sending && m_visit->isComplete()) {
    sign();
  } else {
    go(firstSecret());  // at first, or wiped meanwhile
  }
}

void CardLoginFlow::renewCard(bool yes) {
  callOff();
  m_failure = FailureCode::none;
  if (std::exchange(m_renews, yes) == yes) {
    return;
  }
  m_visit->end();
  m_visit = yes ? &m_wholeVisit : &m_pinVisit;
  m_visit->begin();
  emit placeChanged();
}

void CardLoginFlow::onSecret(card::Secret which) {
  const bool isOfStep = which == (m_step == Step::password ? card::Secret::signaturePassword
                                                           : card::Secret::authenticationPin);
  if ((m_step == Step::password || m_step == Step::pin) && isOfStep &&
      m_visit->answer(which) == SecretAnswer::right && !m_visit->isComplete()) {
    go(m_step == Step::password ? Step::pin : Step::password);
  }
}

void CardLoginFlow::onComplete() {
  m_failure = FailureCode::none;
  go(Step::sending);
  if (m_visit->signatures().empty()) {
    sign();
  } else {
    send(m_visit->signatures());
  }
}

void CardLoginFlow::sign() {
  const std::vector<SignatureStep> steps = loginSteps(toSign(*m_visit->authentication()));
  m_signing = m_visit->sign(steps, [this, all = steps.size()](const CardWorkDone& done) {
    m_signing.drop();
    if (done.failure != FailureCode::none) {
      fail(done.failure);
    } else if (done.signatures.size() == all) {
      send(done.signatures);
    } else {
      // A secret was wrong now, or not typed at the reader: its page says so.
      const bool ofPassword =
          done.password && done.password->status != card::VerifyStatus::verified;
      go(ofPassword ? Step::password : Step::pin);
    }
  });
  emit changed();
}

void CardLoginFlow::send(std::vector<Signature> signatures) {
  m_asking =
      sendCardLogin(m_uses.server, cardLoginRequest(toSign(*m_visit->authentication()), signatures),
                    [this](LoginAnswer answer) { onAnswer(std::move(answer)); });
  emit changed();
}

void CardLoginFlow::onAnswer(LoginAnswer answer) {
  m_asking.drop();
  if (answer.failure == FailureCode::cardNotOfAccount) {
    m_visit->wipe();
    comeBack(answer.failure);
    return;
  }
  if (answer.failure != FailureCode::none) {
    fail(answer.failure);
    return;
  }
  answer.welcome.authenticationId = m_id.text();
  answer.welcome.withCard = true;
  m_visit->end();
  m_uses.session.open(std::move(answer.token), std::move(answer.welcome));
  goOn();
}

void CardLoginFlow::goOn() {
  emit ended(m_again ? std::nullopt : std::optional(Door{kAccountRoom}));
}

void CardLoginFlow::sendAgain() {
  if (isAsking()) {
    return;
  }
  m_failure = FailureCode::none;
  // The service may have used the nonce up.
  m_asking = askNonce(m_uses.server, [this](const NonceAnswer& answer) { onNonce(answer); });
  emit changed();
}

void CardLoginFlow::beginAgain() {
  callOff();
  m_visit->wipe();
  m_failure = FailureCode::none;
  go(Step::start);
  emit changed();
}

bool CardLoginFlow::back() {
  if (m_step == Step::start) {
    return false;
  }
  beginAgain();
  return true;
}

void CardLoginFlow::leave() {
  callOff();
  m_visit->end();
  m_id.clear();
}

bool CardLoginFlow::certificateHasEnded() const {
  const auto isEnd = [](FailureCode code) {
    return code == FailureCode::authenticationCertificateExpired ||
           code == FailureCode::signingCertificateExpired ||
           code == FailureCode::certificateExpiredAtServer;
  };
  return isEnd(m_visit->status().problem) || isEnd(m_failure);
}

void CardLoginFlow::logInWithoutCard() {
  repairAuthenticationId();
  emit needs({kLoginRoom, kLoginWithoutCard + std::string(" ") + m_id.text().toStdString()});
}

void CardLoginFlow::uncover() {
  if (m_uses.session.number() == m_sessionBefore) {
    return;
  }
  if (m_uses.session.isOpen()) {
    m_visit->end();
    goOn();
  } else if (m_uses.session.lastEnd() == Session::Ended::loggedOut) {
    emit ended(std::nullopt);
  } else {
    m_failure = failureAfter(m_uses.session.lastEnd());
  }
}

void CardLoginFlow::cover() {
  m_sessionBefore = m_uses.session.number();
  m_visit->wipe();
  callOff();
  if (m_step != Step::start) {
    beginAgain();
  }
}

}  // namespace madoguchi::app
