#include "app/rooms/application/filing.h"

#include <utility>

#include "app/rooms/application/application_json.h"
#include "app/rooms/application/draft_work.h"
#include "app/server/nonce.h"
#include "app/server/outcome.h"
#include "app/server/server.h"
#include "app/server/signed_text.h"
#include "cardreader/digest_info.h"
#include "forms/engine/answers_json.h"
#include "protocol/application_payload.h"
#include "protocol/jws.h"

namespace madoguchi::app {
namespace {

/// Whether the same signature would be refused for ever; another one may be of another card.
bool endsSignature(FailureCode failure) {
  switch (failure) {
    case FailureCode::nonceExpired:
    case FailureCode::signatureRefused:
    case FailureCode::signedByAnother:
    case FailureCode::certificateRefused:
    case FailureCode::certificateNotYetValidAtServer:
    case FailureCode::certificateExpiredAtServer:
    case FailureCode::certificateRevoked:
      return true;
    default:
      return false;
  }
}

}  // namespace

Filing::Filing(Server& server, DraftWork& work, CardVisit* visit, QObject* parent)
    : QObject(parent), m_server(server), m_work(work), m_visit(visit) {
  connect(&work.keeper(), &DraftKeeper::changed, this, [this] {
    if (m_waits) {
      goOn();
    }
  });
}

std::string Filing::application() const {
  FormModel& form = m_work.form();
  return forms::canonicalJson(form.definition(), form.answers(), m_work.facts());
}

void Filing::file(bool again) {
  if (m_isAsking || m_done) {
    return;
  }
  m_isAsking = true;
  m_failure = FailureCode::none;
  std::string of = application();
  // The same once more, where it may have arrived, is the same request.
  again = again || (m_again && m_sent && m_of == of);
  if (m_of != of || m_again != again) {
    m_key = newKey();
    m_signed = m_of == of ? m_signed : std::string();
    m_of = std::move(of);
    m_again = again;
  }
  m_waits = true;
  m_work.keeper().save();
  goOn();
}

void Filing::goOn() {
  const DraftKeeper& keeper = m_work.keeper();
  if (keeper.isSaving()) {
    emit changed();
    return;
  }
  m_waits = false;
  if (keeper.holdsUnkept()) {
    end(keeper.failure() == FailureCode::none ? FailureCode::serverAnswer : keeper.failure());
  } else if (m_visit != nullptr && m_signed.empty()) {
    m_asking = askNonce(m_server, [this](const NonceAnswer& answer) {
      if (answer.failure == FailureCode::none) {
        sign(answer.nonce);
      } else {
        end(answer.failure);
      }
    });
    emit changed();
  } else {
    send();
  }
}

void Filing::sign(const std::string& nonce) {
  if (!m_visit->isComplete()) {
    end(FailureCode::cardRemoved);  // nothing would answer
    return;
  }
  const std::string input = protocol::jwsSigningInput(
      "RS256", protocol::kApplicationType, m_visit->signing()->der,
      protocol::toJson(protocol::ApplicationPayload{.application = m_of,
                                                    .draft = m_work.draft().id.toStdString(),
                                                    .nonce = nonce,
                                                    .origin = m_server.origin().toStdString()}));
  m_asking = m_visit->sign(
      {{card::KeyPair::signing,
        [input](std::span<const Signature> /*before*/) {
          return card::sha256DigestInfoOf(bytesOf(input));
        }}},
      [this, input](const CardWorkDone& done) {
        if (done.signatures.empty()) {
          end(done.failure == FailureCode::none ? FailureCode::cardAnswer : done.failure);
          return;
        }
        m_signed = protocol::jwsCompact(input, done.signatures.front());
        m_visit->wipe();
        send();
      });
  emit changed();
}

void Filing::send() {
  m_isSending = true;
  m_sent = true;
  m_asking = fileApplication(m_server, m_key,
                             {.draft = m_work.draft().id,
                              .revision = m_work.keeper().revision(),
                              .signedText = m_signed,
                              .again = m_again},
                             [this](FiledAnswer answer) { onAnswer(std::move(answer)); });
  emit changed();
}

void Filing::onAnswer(FiledAnswer answer) {
  if (!m_isAsking) {
    return;  // it has ended the session, which comes first
  }
  m_outcome = std::move(answer);
  m_sent = leavesOpen(m_outcome.failure);
  if (endsSignature(m_outcome.failure)) {
    m_of.clear();  // to be signed anew
  }
  m_done = m_outcome.failure == FailureCode::none;
  if (!m_outcome.errors.empty() && !m_work.form().takeRefusal(m_outcome.errors) &&
      m_outcome.failure == FailureCode::formRefused) {
    m_outcome.failure = FailureCode::serverAnswer;  // of a later form
  }
  end(m_outcome.failure);
}

void Filing::end(FailureCode failure) {
  m_isAsking = false;
  m_isSending = false;
  m_failure = failure;
  emit changed();
  emit answered();
}

void Filing::callOff() {
  m_asking.drop();
  m_waits = false;
  m_isSending = false;
  if (std::exchange(m_isAsking, false)) {
    emit changed();
  }
}

}  // namespace madoguchi::app
