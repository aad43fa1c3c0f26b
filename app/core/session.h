#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
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
  enum class Ended {
    loggedOut,
    idle,
    elsewhere,  ///< a later login has taken its place
    refused,    ///< the service knows it no more
  };
  /// What the service says to who logs in.
  struct Welcome {
    QString authenticationId = {};
    QString userName = {};
    std::optional<std::chrono::sys_seconds> lastLogin = {};
    bool userInformationOnly = false;  ///< who applied at the counter
    bool withCard = false;             ///< it was opened with a card
    bool cardEnded = false;            ///< it has to be, but for its certificate that has ended
    bool mailsComeBack = false;        ///< from the registered address
  };
  struct Times {
    std::chrono::milliseconds lifetime = std::chrono::minutes(30);  ///< without action
    std::chrono::milliseconds warning = std::chrono::minutes(2);    ///< so long before
    /// The service counts requests, not keys: it hears of action no later than this.
    std::chrono::milliseconds told = std::chrono::minutes(5);
  };

  /// The clock outlives it.
  explicit Session(IdleClock& idle, Times times, QObject* parent = nullptr);
  explicit Session(IdleClock& idle, QObject* parent = nullptr) : Session(idle, Times{}, parent) {}

  [[nodiscard]] bool isOpen() const { return m_open.has_value(); }
  /// Only while it is open, like token().
  [[nodiscard]] const Welcome& welcome() const { return m_open->welcome; }
  [[nodiscard]] const card::SecretBuffer& token() const { return m_open->token; }
  /// Another one each time it is opened.
  [[nodiscard]] int number() const { return m_number; }
  /// Of the last one.
  [[nodiscard]] bool wasWithCard() const { return m_wasWithCard; }
  /// Why the last one ended.
  [[nodiscard]] Ended lastEnd() const { return m_lastEnd; }
  [[nodiscard]] bool endsSoon() const { return m_endsSoon; }
  /// Takes the place of one that is open.
  void open(card::SecretBuffer token, Welcome welcome);
  /// Wipes the token. Nothing where it is not open.
  void close(Ended why);

 signals:
  void opened();
  /// The person has been doing something.
  void inUse();
  /// It begins or ceases to end soon: whatever the person does keeps it.
  void endsSoonChanged();
  /// The token is still there, for the last time.
  void ending(madoguchi::app::Session::Ended why);
  void ended(madoguchi::app::Session::Ended why);

 private:
  struct Open {
    card::SecretBuffer token;
    Welcome welcome;
  };
  void warnInTime();
  void setEndsSoon(bool soon);
  void tellUse();

  IdleClock& m_idle;
  const Times m_times;
  std::optional<Open> m_open;
  int m_number = 0;
  Ended m_lastEnd = Ended::loggedOut;
  bool m_wasWithCard = false;
  bool m_endsSoon = false;
  Pending m_absence;
  Pending m_warning;
  Pending m_return;  ///< while it ends soon
  Pending m_use;
  QTimer m_told;  ///< runs since the service was last told
};

}  // namespace madoguchi::app
