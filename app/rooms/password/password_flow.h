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

enum class PasswordField : std::uint8_t { current, chosen, confirmation };

/// Another password in the place of the one that the person has: of who is logged in, or of who is
/// let in no more until that is done. The passwords themselves are in the fields of the page only,
/// and on their way.
class PasswordFlow : public Journey {
  Q_OBJECT
 public:
  PasswordFlow(const PasswordUses& uses, const std::string& door, QObject* parent = nullptr);

  [[nodiscard]] bool hasExpired() const { return !m_expiredId.isEmpty(); }
  [[nodiscard]] bool isDone() const { return m_done; }
  /// A code of the Agency's table; empty where nothing is wrong.
  [[nodiscard]] QString error(PasswordField field) const;
  /// What came of the last try.
  [[nodiscard]] FailureCode failure() const { return m_failure; }
  [[nodiscard]] bool isAsking() const { return m_isAsking; }

  /// What was wrong there is said no more, and what is sent next is another request.
  void noteTyped(PasswordField field);
  void change(const TypedPasswords& typed);
  /// The person has read that it is done.
  void finish();
  Pending afterSecretLifetime(std::function<void()> act);

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
  void judge(const TypedPasswords& typed);
  void take(const std::vector<protocol::FieldError>& errors);
  void onAnswer(const PasswordAnswer& answer);
  void onEnded(Session::Ended why);
  void callOff();

  PasswordUses m_uses;
  const QString m_expiredId;  ///< empty: of who is logged in
  const QString m_owner;      ///< who is logged in
  std::map<PasswordField, QString> m_errors;
  std::string m_key;  ///< of what is in the fields; empty until it is sent
  FailureCode m_failure = FailureCode::none;
  bool m_isAsking = false;
  bool m_done = false;
  Pending m_asking;
};

}  // namespace madoguchi::app
