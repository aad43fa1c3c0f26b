#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>
#include <chrono>
#include <optional>

#include "app/core/pending.h"
#include "cardreader/secret_buffer.h"

namespace madoguchi::app {

class IdleClock;

/// Who is logged in. No journey: a login opens it, and the person, the service or the clock ends
/// it.
class Session : public QObject {
  Q_OBJECT
 public:
  enum class Ended { loggedOut, idle, refused };
  /// What the service says to who logs in.
  struct Welcome {
    QString userName;
    std::optional<QDateTime> lastLogin;
  };

  /// It ends when nobody has done anything for `lifetime`. The clock outlives it.
  explicit Session(IdleClock& idle, std::chrono::milliseconds lifetime = std::chrono::minutes(30),
                   QObject* parent = nullptr);

  [[nodiscard]] bool isOpen() const { return m_open.has_value(); }
  /// Only while it is open, like token().
  [[nodiscard]] const Welcome& welcome() const { return m_open->welcome; }
  [[nodiscard]] const card::SecretBuffer& token() const { return m_open->token; }
  /// Takes the place of one that is open.
  void open(card::SecretBuffer token, Welcome welcome);
  /// Wipes the token. Nothing where it is not open.
  void close(Ended why);

 signals:
  void opened();
  void ended(madoguchi::app::Session::Ended why);

 private:
  struct Open {
    card::SecretBuffer token;
    Welcome welcome;
  };

  IdleClock& m_idle;
  const std::chrono::milliseconds m_lifetime;
  std::optional<Open> m_open;
  Pending m_absence;
};

}  // namespace madoguchi::app
