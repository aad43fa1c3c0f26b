#include "app/rooms/registration/registration_attempt.h"

#include <QUuid>
#include <utility>

#include "app/server/outcome.h"
#include "forms/registration/registration_form.h"
#include "protocol/registration_payload.h"

namespace madoguchi::app {
namespace {

/// No connection stood, which the texts say as "nothing has been sent".
bool sentNothing(FailureCode failure) {
  switch (failure) {
    case FailureCode::networkUnreachable:
    case FailureCode::tlsUntrusted:
    case FailureCode::tlsWrongHost:
    case FailureCode::tlsExpired:
    case FailureCode::proxyUnusable:
      return true;
    default:
      return false;
  }
}

}  // namespace

RegistrationAttempt::RegistrationAttempt(CardVisit& visit, Server& server, QObject* parent)
    : QObject(parent), m_visit(visit), m_server(server) {}

void RegistrationAttempt::confirm(std::string form, forms::Entrance entrance,
                                  std::string termsVersion) {
  if (m_key.empty() || form != m_form) {
    reset();
    m_key = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
  }
  m_form = std::move(form);
  m_entrance = entrance;
  m_termsVersion = std::move(termsVersion);
}

void RegistrationAttempt::start(const std::string& language) {
  if (!m_sent) {
    if (language != m_language) {
      m_body.clear();
    }
    m_language = language;
  }
  m_bodyIsOld = !m_body.empty();
  m_answerWasLost = false;
  if (m_bodyIsOld) {
    send();
  } else {
    fetchNonce();
  }
}

void RegistrationAttempt::cancel() {
  if (m_state != State::idle) {
    m_asking.drop();
    m_signing.drop();
  }
  m_state = State::idle;
}

void RegistrationAttempt::wipe() {
  if (m_state != State::sending) {
    cancel();
  }
  m_body.clear();
}

void RegistrationAttempt::reset() {
  cancel();
  m_body.clear();
  m_key.clear();
  m_form.clear();
  m_sent = false;
}

void RegistrationAttempt::fetchNonce() {
  m_state = State::fetchingNonce;
  tellProgress();
  m_asking = askNonce(m_server, [this](const NonceAnswer& answer) { onNonce(answer); });
}

void RegistrationAttempt::onNonce(const NonceAnswer& answer) {
  if (answer.failure != FailureCode::none) {
    cancel();
    RegistrationAnswer stopped;
    stopped.failure = answer.failure;
    emit answered(stopped);
    return;
  }
  const protocol::RegistrationPayload payload{.entrance = std::string(forms::toString(m_entrance)),
                                              .form = m_form,
                                              .nonce = answer.nonce,
                                              .origin = m_server.origin().toStdString(),
                                              .termsVersion = m_termsVersion,
                                              .language = m_language};
  std::string json = protocol::toJson(payload);
  if (m_entrance != forms::Entrance::cardHolder) {
    m_body = R"({"registration":)" + json + "}";
    send();
    return;
  }
  m_state = State::signing;
  tellProgress();
  const RegistrationToSign what{std::move(json), payload.nonce, payload.origin,
                                m_visit.signing()->der, m_visit.authentication()->der};
  m_signing = m_visit.sign(signatureSteps(what),
                           [this, what](const CardWorkDone& done) { onSigned(what, done); });
}

void RegistrationAttempt::onSigned(const RegistrationToSign& what, const CardWorkDone& done) {
  if (done.signatures.size() < 2) {
    cancel();
    emit notSigned(done.failure);
    return;
  }
  m_body = signedRequest(what, done.signatures);
  send();
}

void RegistrationAttempt::send() {
  m_state = State::sending;
  m_sent = true;
  tellProgress();
  m_asking = sendRegistration(m_server, m_key, m_body,
                              [this](const RegistrationAnswer& answer) { onAnswer(answer); });
}

void RegistrationAttempt::onAnswer(const RegistrationAnswer& answer) {
  if (answer.failure == FailureCode::answerLost && !m_body.empty() &&
      !std::exchange(m_answerWasLost, true)) {
    // A front that ends its connections (GOAWAY) may have passed on what it was sent. The service
    // answers the same request under the same key as before, so that asking once more is safe.
    send();
    return;
  }
  if (!leavesOpen(answer.failure)) {
    m_body.clear();
    m_sent = false;
  }
  const bool canSignAgain = m_entrance != forms::Entrance::cardHolder || m_visit.isComplete();
  if (answer.failure == FailureCode::nonceExpired && std::exchange(m_bodyIsOld, false) &&
      canSignAgain) {
    fetchNonce();
    return;
  }
  m_state = State::idle;
  RegistrationAnswer told = answer;
  if (m_answerWasLost && sentNothing(told.failure)) {
    told.failure = FailureCode::answerLost;  // that the first may have arrived is what matters
  }
  emit answered(told);
}

void RegistrationAttempt::tellProgress() {
  const bool signs = m_entrance == forms::Entrance::cardHolder;
  const int all = signs ? 3 : 2;
  int done = 0;
  if (m_state == State::signing) {
    done = 1;
  } else if (m_state == State::sending) {
    done = all - 1;
  }
  emit progress(done, all);
}

}  // namespace madoguchi::app
