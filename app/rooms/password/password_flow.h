#pragma once

#include <QString>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "app/core/failure_code.h"
#include "app/core/journey.h"
#include "app/core/pending.h"
#include "app/core/session.h"
#include "app/rooms/password/password_api.h"
#include "app/server/login.h"

namespace madoguchi::app {

class IdleClock;
class Server;

struct PasswordUses {
  Server& server;
  Session& session;
  IdleClock& idle;
  std::chrono::milliseconds secretLifetime = std::chrono::minutes(5);
};

/// At PasswordField::chosen: it is the old one. The Agency's table has no line of its own for that.
inline constexpr auto kPasswordNotNew = "WZBAM005E";

enum class PasswordField : std::uint8_t { link, current, chosen, confirmation };

/// Whose password it is, and how they show it.
enum class PasswordTask : std::uint8_t {
  change,   ///< who is logged in, by the present password
  expired,  ///< who is let in no more before there is another, by the present password
  byLink,   ///< who has a mail with a link: the first one, or in place of a forgotten one
};

/// A new password. The passwords themselves are in the fields of the page only, and on their way.
/// Whose password had expired is logged in with the new one, where the service lets them in.
class PasswordFlow : public Journey {
  Q_OBJECT
 public:
  /// `of` is the authentication ID of who cannot log in, or what a link holds, which may be nothing
  /// as yet.
  PasswordFlow(const PasswordUses& uses, PasswordTask task, const std::string& of = {},
               QObject* parent = nullptr);

  [[nodiscard]] PasswordTask task() const { return m_task; }
  [[nodiscard]] bool isDone() const { return m_done; }
  /// It was the first: the authentication ID comes by mail.
  [[nodiscard]] bool wasFirst() const { return m_wasFirst; }
  /// A code of the Agency's table; empty where nothing is wrong.
  [[nodiscard]] QString error(PasswordField field) const;
  /// What came of the last try.
  [[nodiscard]] FailureCode failure() const { return m_failure; }
  [[nodiscard]] bool isAsking() const { return m_isAsking; }

  /// What was wrong there is said no more, and what is sent next is another request.
  void noteTyped(PasswordField field);
  void change(TypedPasswords typed);
  /// They need not log in any more.
  [[nodiscard]] bool isLoggedIn() const { return m_uses.session.isOpen(); }
  [[nodiscard]] const QString& link() const { return m_link; }
  void setLink(const QString& typed);
  /// Has another link sent, where this one is good no more.
  void renewLink();
  [[nodiscard]] bool linkIsOnItsWay() const { return m_linkIsOnItsWay; }
  /// The person has read that it is done.
  void finish();
  Pending afterSecretLifetime(std::function<void()> act);

  /// Place::page of each of its places.
  static const QStringList& pageNames();
  [[nodiscard]] Place place() const override;
  [[nodiscard]] bool wouldLoseSomething() const override { return false; }
  [[nodiscard]] bool isSending() const override { return m_isAsking; }
  bool back() override { return false; }
  void leave() override;
  void cover() override;
  void uncover() override;

 signals:
  void changed();
  /// A try has come to nothing.
  void failed();

 private:
  void judge(const TypedPasswords& typed);
  void send(TypedPasswords typed);
  void logIn();
  void fail(FailureCode failure);
  void take(const std::vector<protocol::FieldError>& errors);
  void onAnswer(const PasswordAnswer& answer);
  void onEnded(Session::Ended why);
  void onLogin(LoginAnswer answer);
  void callOff();

  PasswordUses m_uses;
  const PasswordTask m_task;
  const QString m_expiredId;
  const QString m_owner;  ///< who is logged in, where that is who it is about
  QString m_link;
  std::string m_token;  ///< of the link
  bool m_linkIsOnItsWay = false;
  bool m_wasFirst = false;
  std::map<PasswordField, QString> m_errors;
  std::string m_key;  ///< of what is in the fields; empty until it is sent
  card::SecretBuffer m_toLogInWith;
  FailureCode m_failure = FailureCode::none;
  bool m_isAsking = false;
  bool m_done = false;
  Pending m_asking;
};

}  // namespace madoguchi::app
