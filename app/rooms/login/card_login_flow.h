#pragma once

#include <QString>
#include <chrono>
#include <string>
#include <vector>

#include "app/card/card_visit.h"
#include "app/core/failure_code.h"
#include "app/core/journey.h"
#include "app/core/pending.h"
#include "app/core/room_names.h"
#include "app/rooms/login/card_login_signatures.h"
#include "app/rooms/login/login_api.h"
#include "app/rooms/login/login_id.h"

namespace madoguchi::app {

class IdleClock;
class Server;
class Session;
struct NonceAnswer;

struct CardLoginUses {
  CardDesk& desk;
  Server& server;
  Session& session;
  IdleClock& idle;
  std::chrono::milliseconds secretLifetime = std::chrono::minutes(5);
};

/// Logging in with the card and the authentication ID: ID, PIN, done. A card that was renewed since
/// the registration is shown to be the same person's by its signature password, once.
class CardLoginFlow : public Journey {
  Q_OBJECT
 public:
  enum class Step { start, password, pin, sending };

  CardLoginFlow(const CardLoginUses& uses, const std::string& door, QObject* parent = nullptr);

  [[nodiscard]] Step step() const { return m_step; }
  [[nodiscard]] CardVisit& visit() { return *m_visit; }
  [[nodiscard]] bool renewsCard() const { return m_renews; }
  [[nodiscard]] const QString& authenticationId() const { return m_id.text(); }
  [[nodiscard]] const QString& idError() const { return m_id.error(); }
  /// What led back to the start, or stopped the sending; at first, why the session has ended.
  [[nodiscard]] FailureCode failure() const { return m_failure; }
  [[nodiscard]] bool isAsking() const { return m_asking || isSigning(); }
  /// The card is asked; the PIN may be waited for at the reader.
  [[nodiscard]] bool isSigning() const { return static_cast<bool>(m_signing); }
  [[nodiscard]] bool cardIsReady() const;

  void setAuthenticationId(const QString& typed);
  void repairAuthenticationId();
  void next();
  /// The card is new: its signature password is asked as well. From the start.
  void renewCard(bool yes);
  /// The certificate that it needs has ended. Who waits for a decision comes in without it.
  [[nodiscard]] bool certificateHasEnded() const;
  void logInWithoutCard();
  /// With the link of a mail: before that nobody has an authentication ID.
  void setPasswordByLink() { emit needs({kPasswordLinkRoom}); }
  void sendAgain();
  void beginAgain();

  /// Place::page of each of its places.
  static const QStringList& pageNames();
  [[nodiscard]] Place place() const override;
  [[nodiscard]] bool wouldLoseSomething() const override { return false; }
  bool back() override;
  void leave() override;
  void cover() override;
  void uncover() override;

 signals:
  void changed();
  /// next() or a sending has come to nothing.
  void failed();

 private:
  void follow(CardVisit& visit);
  void go(Step step);
  /// What is asked first of what is not known.
  [[nodiscard]] Step firstSecret() const;
  void callOff();
  void comeBack(FailureCode why);
  void fail(FailureCode why);
  void onNonce(const NonceAnswer& answer);
  void onSecret(card::Secret which);
  void onComplete();
  void sign();
  void send(std::vector<Signature> signatures);
  void goOn();
  void onAnswer(LoginAnswer answer);
  [[nodiscard]] LoginToSign toSign(const certificate::Certificate& authentication) const;

  CardLoginUses m_uses;
  const bool m_again;
  bool m_renews = false;
  CardVisit m_pinVisit;
  CardVisit m_wholeVisit;  ///< of a card that is new
  CardVisit* m_visit;      ///< the one of them that is under way
  LoginId m_id;
  std::string m_nonce;
  Step m_step = Step::start;
  FailureCode m_failure = FailureCode::none;
  int m_sessionBefore = 0;  ///< when another room was laid over this one
  Pending m_asking;         ///< of the service
  Pending m_signing;        ///< of the card
};

}  // namespace madoguchi::app
