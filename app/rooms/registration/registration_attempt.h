#pragma once

#include <QObject>
#include <optional>
#include <string>

#include "app/card/card_service.h"
#include "app/rooms/registration/registration_api.h"
#include "app/server/server.h"
#include "forms/engine/registration_form.h"

namespace madoguchi::app {

/// A confirmed form on its way to the backend: nonce, the two signatures, and one request under an
/// idempotency key that stays the same as long as the form does.
///
/// What was signed is sent again as it is after an outage, so that the card is not needed twice;
/// only where the backend no longer knows the nonce, the way begins anew.
class RegistrationAttempt : public QObject {
  Q_OBJECT
 public:
  RegistrationAttempt(CardService& card, Server& server, QObject* parent = nullptr);

  /// What the person confirmed. Another form gets another key.
  void confirm(const forms::FormValues& values, forms::Entrance entrance, std::string termsVersion);
  /// `toSign` carries identity, secrets and certificates; none for an entrance without card.
  /// `language` counts until something was sent under the key: from then on the request stays the
  /// same.
  void start(std::optional<RegistrationToSign> toSign, const std::string& language);
  /// Ends what is under way. The key is kept.
  void cancel();
  /// And forgets what was signed.
  void wipe();
  /// And the form with its key.
  void reset();
  [[nodiscard]] bool holdsSecrets() const { return m_toSign.has_value(); }
  /// The card is at work.
  [[nodiscard]] bool isSigning() const { return m_state == State::signing; }
  /// From the moment on from which the card is not needed any more.
  [[nodiscard]] bool isSending() const { return m_state == State::sending; }

 signals:
  void progress(int stepsDone, int stepsAll);
  /// The card did not sign; a wrong secret is in the result.
  void notSigned(const madoguchi::app::RegistrationSigned& result);
  void answered(const madoguchi::app::RegistrationAnswer& answer);

 private:
  enum class State { idle, fetchingNonce, signing, sending };

  void fetchNonce();
  void onNonce(const NonceAnswer& answer);
  void onSigned(const RegistrationSigned& result);
  void onAnswer(const RegistrationAnswer& answer);
  void send();
  void tellProgress();

  CardService& m_card;
  Server& m_server;
  State m_state = State::idle;

  forms::Entrance m_entrance = forms::Entrance::cardHolder;
  std::string m_termsVersion;
  std::string m_key;      ///< empty without a confirmed form
  std::string m_content;  ///< the form that the key stands for, as it is signed
  std::string m_language;
  bool m_sent = false;       ///< something was sent under the key
  std::string m_body;        ///< ready to send; empty where nothing is
  bool m_bodyIsOld = false;  ///< m_body was made for an earlier start()
  std::optional<RegistrationToSign> m_toSign;
  Pending m_asking;  ///< the service, for a nonce or an answer
};

}  // namespace madoguchi::app
