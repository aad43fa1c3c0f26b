#pragma once

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>
#include <chrono>

#include "app/core/pending.h"
#include "cardreader/transport.h"

namespace madoguchi::app {

class IdleClock;

/// When a visit at a kiosk ends: nobody is about, the card was taken away, or the person wants it.
/// Each of them is a question first, with time to answer; without an answer the visit ends.
class VisitWatch : public QObject {
  Q_OBJECT
 public:
  enum class Question {
    none,
    idle,       ///< any key or touch answers it: no button can say anything else
    cardTaken,  ///< a card on the reader does not answer it: it may be anybody's
    end,
  };
  struct Times {
    std::chrono::milliseconds idle;       ///< without action, until the visit ends
    std::chrono::milliseconds countdown;  ///< the last part of it, and for any other question
  };
  /// The last minute is counted down, or the last half where it is shorter than two.
  static Times timesOf(std::chrono::seconds idle);

  /// The clock outlives it.
  VisitWatch(IdleClock& idle, Times times, QObject* parent = nullptr);

  [[nodiscard]] Question question() const { return m_question; }
  /// Until the visit ends without an answer; rounded up.
  [[nodiscard]] std::chrono::seconds left() const;
  [[nodiscard]] bool hasCard() const { return m_hasCard; }
  [[nodiscard]] bool isOver() const { return m_isOver; }
  /// What was known of the card stays where the service says nothing, as it stopped or hangs.
  void noteReaders(const card::ReaderSnapshot& readers);
  void askToEnd() { ask(Question::end); }
  void goOn();
  void end();

 signals:
  /// Another question, or none.
  void questionChanged();
  void secondPassed();
  /// Once.
  void ended();

 private:
  void ask(Question question);
  void goOnLater();
  void waitForAbsence();
  void onTick();

  IdleClock& m_idle;
  const Times m_times;
  Question m_question = Question::none;
  bool m_hasCard = false;
  bool m_isOver = false;
  QDeadlineTimer m_end;
  QTimer m_tick;  ///< runs while there is a question
  Pending m_absence;
  Pending m_return;
};

}  // namespace madoguchi::app
