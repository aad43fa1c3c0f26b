#pragma once

#include <QString>
#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "app/core/failure_code.h"
#include "app/core/journey.h"
#include "app/core/pending.h"
#include "app/core/room_names.h"
#include "app/core/session.h"
#include "app/rooms/login/login_api.h"
#include "app/rooms/login/login_id.h"

namespace madoguchi::app {

class IdleClock;
class Server;

struct LoginUses {
  Server& server;
  Session& session;
  IdleClock& idle;
  std::chrono::milliseconds secretLifetime = std::chrono::minutes(5);
};

/// Logging in with authentication ID and password. Through the door kLoginAgain it lies over what
/// the person was doing when the session ended, through kLoginWithoutCard over the login with the
/// card.
class LoginFlow : public Journey {
  Q_OBJECT
 public:
  LoginFlow(const LoginUses& uses, const std::string& door, QObject* parent = nullptr);

  /// For who has a card whose certificate has ended.
  [[nodiscard]] bool isWithoutCard() const { return m_withoutCard; }
  [[nodiscard]] const QString& authenticationId() const { return m_id.text(); }
  void setAuthenticationId(const QString& typed);
  /// The person has left the field: what differs and means nothing is mended.
  void repairAuthenticationId();
  /// What was wrong with the last one is said no more.
  void notePasswordTyped();
  /// Codes of the Agency's table; empty where nothing is wrong.
  [[nodiscard]] const QString& idError() const { return m_id.error(); }
  [[nodiscard]] const QString& passwordError() const { return m_passwordError; }
  /// For whoever has forgotten the password.
  [[nodiscard]] const QString& email() const { return m_email; }
  void setEmail(const QString& typed);
  [[nodiscard]] const QString& emailError() const { return m_emailError; }
  /// Asks for a mail with a link that sets a new one, by the ID and this address.
  void requestLink();
  /// If both belong together, that mail is on its way.
  [[nodiscard]] bool linkIsOnItsWay() const { return m_linkIsOnItsWay; }
  /// What came of the last try; at first, why the session has ended.
  [[nodiscard]] FailureCode failure() const { return m_failure; }
  [[nodiscard]] bool isAsking() const { return m_isAsking; }

  /// Takes the password along, whatever comes of it.
  void logIn(card::SecretBuffer password);
  /// Where it has expired.
  void setNewPassword();
  /// With the link of a mail.
  void setPasswordByLink() { emit needs({kPasswordLinkRoom}); }
  Pending afterSecretLifetime(std::function<void()> act);

  /// Place::page of each of its places.
  static const QStringList& pageNames();
  [[nodiscard]] Place place() const override;
  [[nodiscard]] bool wouldLoseSomething() const override { return false; }
  bool back() override { return false; }
  void leave() override;
  void cover() override;
  void uncover() override;

 signals:
  void changed();
  /// A try has come to nothing.
  void failed();

 private:
  bool check(const card::SecretBuffer& password);
  void onAnswer(LoginAnswer answer);
  void goOn();
  void onLink(const LinkAnswer& answer);

  LoginUses m_uses;
  const bool m_withoutCard;
  const bool m_isOver;  ///< over another room
  LoginId m_id;
  QString m_passwordError;
  QString m_email;
  QString m_emailError;
  bool m_linkIsOnItsWay = false;
  FailureCode m_failure = FailureCode::none;
  bool m_isAsking = false;
  int m_sessionBefore = 0;  ///< when another room was laid over this one
  Pending m_asking;
};

}  // namespace madoguchi::app
