#pragma once

#include <QString>
#include <QTimer>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "app/card/card_commands.h"
#include "app/core/asker.h"

namespace madoguchi::app {

/// Where the program's one card thread is asked: everything that touches readers or cards happens
/// in it, one after the other. Whoever asks gets one answer for themselves; dropping what they got
/// calls off their own question only.
///
/// While there is nothing to do the thread blocks in CardTransport::waitForChange(); a question
/// ends the wait, is carried out, and the wait goes on with the state known before it, so that no
/// change is missed. The thread starts with the first question. Questions are asked, and answers
/// heard, in the thread of this object's maker.
///
/// A smart-card service that hangs holds the card thread, and nobody else: where it gives no answer
/// for setPatience(), who waits for it gets a failure for an answer, and the readers are
/// told as those of a service that hangs. Should it go on, they are told anew.
class CardDesk {
 public:
  /// `transport` must outlive this object and belongs to the card thread from now on. With
  /// `preferredReader`, cards in other readers are left alone.
  explicit CardDesk(card::CardTransport& transport, const QString& preferredReader = {});
  /// Waits for the card thread, however long the smart-card service keeps it: call end() first.
  ~CardDesk();
  CardDesk(const CardDesk&) = delete;
  CardDesk& operator=(const CardDesk&) = delete;

  /// For a single answer, 10 s at first: a card may take some seconds for one. A person who types
  /// at the reader is not hurried.
  void setPatience(std::chrono::milliseconds patience);

  /// Says more than "no service" and "no reader" where the surroundings tell. What they tell of a
  /// computer without a reader is not said of one that lacks the preferred reader only.
  void explainReaders(std::function<FailureCode(FailureCode)> explain);
  [[nodiscard]] FailureCode explained(FailureCode code) const;

  /// Tells the readers as they are now, and every change, until it is dropped.
  Pending watch(std::function<void(const card::ReaderSnapshot&)> changed);
  Pending inspect(std::function<void(const CardInspection&)> answer);
  /// Looks at everything, whatever is known already.
  Pending check(std::function<void(const CardCheck&)> answer);
  /// Calling it off stops it at its next APDU. A VERIFY that is under way may then have counted or
  /// not.
  Pending work(CardWork what, std::function<void(const CardWorkDone&)> answer);

  /// For good, before the destructor: nobody is answered any more. False where the card thread is
  /// still held by the smart-card service when `patience` is over.
  [[nodiscard]] bool end(std::chrono::milliseconds patience);

  /// All that crossed to cards, up to the last answer.
  [[nodiscard]] card::ApduCounter apdus() const;

 private:
  using Hear = std::function<void()>;
  struct Job {
    std::uint64_t id = 0;
    Asker asker;
    std::function<Hear(const CardAccess&)> carryOut;
    std::function<Hear(FailureCode)> fail;
  };
  struct Watcher {
    std::uint64_t id = 0;
    Asker asker;
    std::function<void(const card::ReaderSnapshot&)> changed;
    bool told = false;  ///< the state as it was when somebody last began to watch, or later
  };

  template <typename Result, typename CarryOut, typename Fail>
  Pending ask(CarryOut carryOut, Fail fail, std::function<void(const Result&)> answer);
  void callOff(std::uint64_t id);
  void beginPatience();
  void endPatience();
  void lookAtAnswers();
  void wake();
  void run();
  void carryOutNext(std::unique_lock<std::mutex>& lock);
  void lookAtReaders(std::unique_lock<std::mutex>& lock);
  void waitForReaders(std::unique_lock<std::mutex>& lock);
  // Under m_mutex.
  [[nodiscard]] bool owesAnything() const;  ///< whether somebody waits for the card thread
  [[nodiscard]] bool isAnybodyUntold() const;
  void tell(const Watcher& watcher, const card::ReaderSnapshot& readers) const;
  /// Tells what is known now, to those who were told before.
  void tellNews() const;
  /// A program may have held a card and let it go since the readers were looked at: it is told as
  /// held, so that its being free is a change.
  void noteHolders(const std::set<std::string>& held);

  card::CardTransport& m_transport;
  const std::string m_preferredReader;

  // Of the maker's thread.
  std::function<FailureCode(FailureCode)> m_explain;
  QTimer m_patience;  ///< runs while anything is owed
  std::uint64_t m_answersSeen = 0;
  std::uint64_t m_lastId = 0;

  // Of the card thread.
  card::ApduCounter m_counter;
  card::ReaderSnapshot m_known;           ///< written under m_mutex
  card::KnownReaders m_knownReaders;      ///< for the life of the program
  std::set<std::string> m_unseenHolders;  ///< readers noted in use, and refused ever since

  // Of both, under m_mutex.
  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  std::deque<Job> m_jobs;
  std::optional<Job> m_running;
  std::vector<Watcher> m_watchers;
  card::ApduCounter m_apdus;
  bool m_looking = false;     ///< at the readers, without a wait
  bool m_cannotWait = false;  ///< and nobody has begun to watch since
  bool m_waiting = false;
  bool m_ending = false;
  bool m_ended = false;
  CommandWatch m_watch;

  std::thread m_thread;
};

}  // namespace madoguchi::app
