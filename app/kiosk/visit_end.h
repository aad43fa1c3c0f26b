#pragma once

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>

namespace madoguchi::app {

/// What a visit does at its end, one after the other and none of it for ever: what was typed into a
/// draft arrives at the service, the session ends there, and the card is taken away.
class VisitEnd : public QObject {
  Q_OBJECT
 public:
  enum class Step { keeping, loggingOut, takingCard, done };
  struct Doing {
    std::function<bool()> isKeeping;  ///< a draft is still on its way
    std::function<bool()> isSending;  ///< a registration, an application or the like is
    std::function<void()> logOut;
    std::function<bool()> isLoggingOut;
    std::function<bool()> hasCard;
  };
  /// How long each step is waited for: a service or a card that is not there keeps nobody's place.
  struct Patience {
    std::chrono::milliseconds keeping{3000};
    /// To save, to ask and to file may take 30, 30 and 42 s.
    std::chrono::milliseconds sending{110'000};
    std::chrono::milliseconds loggingOut{10'000};
    std::chrono::milliseconds takingCard{60'000};
  };

  VisitEnd(Doing doing, Patience patience, QObject* parent = nullptr);

  void begin();
  [[nodiscard]] Step step() const { return m_step; }

 signals:
  /// At last, to `done`.
  void stepChanged();

 private:
  void look();
  [[nodiscard]] bool maySend() const;
  [[nodiscard]] bool isWaiting() const;
  void enter(Step step);

  const Doing m_doing;
  const Patience m_patience;
  Step m_step = Step::keeping;
  QDeadlineTimer m_limit;
  QDeadlineTimer m_sendingLimit;
  QTimer m_look;
};

}  // namespace madoguchi::app
