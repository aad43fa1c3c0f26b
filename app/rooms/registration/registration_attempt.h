#pragma once

#include <QObject>
#include <string>

#include "app/card/card_visit.h"
#include "app/rooms/registration/registration_api.h"
#include "app/rooms/registration/registration_signatures.h"
#include "app/server/nonce.h"
#include "app/server/server.h"
#include "forms/registration/registration_form.h"

namespace madoguchi::app {

/// A confirmed form on its way to the backend: nonce, the two signatures, and one request under an
/// idempotency key that stays the same as long as the form does.
///
/// What was signed is sent again as it is after an outage, so that the card is not needed twice;
/// only where the backend no longer knows the nonce, the way begins anew. Where the connection
/// breaks before the answer, it is sent again at once, one time.
class RegistrationAttempt : public QObject {
  Q_OBJECT
 public:
  /// Both outlive it.
  RegistrationAttempt(CardVisit& visit, Server& server, QObject* parent = nullptr);

  /// What the person confirmed, as it is signed (forms::canonicalJson). Another form gets another
  /// key.
  void confirm(std::string form, forms::Entrance entrance, std::string termsVersion);
  /// With a card, its visit is complete. `language` counts until something was sent under the key:
  /// from then on the request stays the same.
  void start(const std::string& language);
  /// Ends what is under way. The key is kept.
  void cancel();
  /// And forgets what was signed.
  void wipe();
  /// And the form with its key.
  void reset();
  /// From the moment on from which the card is not needed any more.
  [[nodiscard]] bool isSending() const { return m_state == State::sending; }
  /// Something was sent under the key, and no answer has told what became of it.
  [[nodiscard]] bool mayHaveArrived() const { return m_sent; }

 signals:
  void progress(int stepsDone, int stepsAll);
  /// The card did not sign; of a wrong secret the visit tells.
  void notSigned(madoguchi::app::FailureCode failure);
  void answered(const madoguchi::app::RegistrationAnswer& answer);

 private:
  enum class State { idle, fetchingNonce, signing, sending };

  void fetchNonce();
  void onNonce(const NonceAnswer& answer);
  void onSigned(const RegistrationToSign& what, const CardWorkDone& done);
  void onAnswer(const RegistrationAnswer& answer);
  void send();
  void tellProgress();

  CardVisit& m_visit;
  Server& m_server;
  State m_state = State::idle;

  forms::Entrance m_entrance = forms::Entrance::cardHolder;
  std::string m_termsVersion;
  std::string m_key;   ///< empty without a confirmed form
  std::string m_form;  ///< that the key stands for
  std::string m_language;
  bool m_sent = false;           ///< something was sent under the key
  std::string m_body;            ///< ready to send; empty where nothing is
  bool m_bodyIsOld = false;      ///< m_body was made for an earlier start()
  bool m_answerWasLost = false;  ///< of this start(); it was asked once more
  Pending m_asking;              ///< the service, for a nonce or an answer
  Pending m_signing;
};

}  // namespace madoguchi::app
