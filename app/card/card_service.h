#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>

#include "app/card/card_commands.h"

namespace madoguchi::app {

/// The one card thread: everything that touches readers or cards happens in it, one after the
/// other.
///
/// While there is nothing to do it blocks in CardTransport::waitForChange(); a command ends the
/// wait, is carried out, and the wait goes on with the state known before it, so that no change is
/// missed. The thread starts with the first call. Results come as signals in the thread of this
/// object.
///
/// A smart-card service that hangs holds the card thread, and nobody else: where it gives no answer
/// for setPatience(), what waits for it gets a failure in place of its result, and the readers are
/// told as those of a service that hangs. Should it go on, they are told anew.
class CardService : public QObject {
  Q_OBJECT
 public:
  /// `transport` must outlive this object and belongs to the card thread from now on. With
  /// `preferredReader`, cards in other readers are left alone.
  explicit CardService(card::CardTransport& transport, QString preferredReader = {},
                       QObject* parent = nullptr);
  /// Waits for the card thread, however long the smart-card service keeps it: call end() first.
  ~CardService() override;

  /// For a single answer, 10 s at first: a card may take some seconds for one. A person who types
  /// at the reader is not hurried.
  void setPatience(std::chrono::milliseconds patience);

  /// Says readersChanged() at once and then with every change, until stopWatching().
  void startWatching();
  void stopWatching();

  void inspect();
  /// Looks at everything for checked(), whatever is known already.
  void check();
  void verify(SecretsToVerify what);
  void sign(RegistrationToSign what);
  /// Drops what waits and stops what runs at its next APDU; no result of them will come. Not so
  /// check(), which belongs to somebody else than those who register.
  void cancelCommands();
  /// For good, before the destructor: no result will come any more. False where the card thread is
  /// still held by the smart-card service when `patience` is over.
  [[nodiscard]] bool end(std::chrono::milliseconds patience);

  /// The state last told by readersChanged().
  [[nodiscard]] const card::ReaderSnapshot& readers() const { return m_readers; }
  /// All that crossed to cards, up to the last result.
  [[nodiscard]] card::ApduCounter apdus() const { return m_apdus; }

 signals:
  void readersChanged();
  void inspected(const madoguchi::app::CardInspection& result);
  void checked(const madoguchi::app::CardCheck& result);
  void secretsVerified(const madoguchi::app::SecretsVerified& result);
  void registrationSigned(const madoguchi::app::RegistrationSigned& result);

 private:
  struct Inspect {};
  struct Check {};
  using Command = std::variant<Inspect, Check, SecretsToVerify, RegistrationToSign>;
  /// Gives a command's result in its place.
  using Fail = void (*)(CardService& service, FailureCode why);
  /// What is dropped together.
  enum class Kind : std::uint8_t { registration, check };
  struct Job {
    Command command;
    Fail fail = nullptr;
  };
  struct Running {
    Kind kind = Kind::registration;
    std::uint64_t generation = 0;
    Fail fail = nullptr;
  };

  static Kind kindOf(const Command& command);
  void post(Command command, Fail fail);
  /// Under m_mutex.
  void drop(Kind kind);
  /// Whether nobody has dropped it; under m_mutex.
  [[nodiscard]] bool isWanted(const Running& job) const;
  void beginPatience();
  void endPatience();
  void lookAtAnswers();
  /// Whether somebody waits for the card thread; under m_mutex.
  [[nodiscard]] bool owesAnything() const;
  template <auto signal, typename Result>
  static void failWith(CardService& service, FailureCode why);
  void wake();
  void run();
  void carryOut(const Command& command, const Running& job);
  void waitForReaders();
  void tellReaders(const card::ReaderSnapshot& readers);
  template <typename Result>
  void tell(const Running& job, void (CardService::*signal)(const Result&), Result result);

  card::CardTransport& m_transport;
  const QString m_preferredReader;

  // Of this object's thread.
  card::ReaderSnapshot m_readers;
  card::ApduCounter m_apdus;
  QTimer m_patience;  ///< runs while anything is owed
  std::uint64_t m_answersSeen = 0;

  // Of the card thread.
  card::ApduCounter m_counter;
  card::ReaderSnapshot m_known;
  card::KnownReaders m_knownReaders;  ///< for the life of the program

  // Of both, under m_mutex.
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::deque<Job> m_commands;
  std::optional<Running> m_running;
  bool m_looking = false;                      ///< for readersChanged(), without a wait
  std::map<Kind, std::uint64_t> m_generation;  ///< drop() begins a new one
  bool m_watching = false;
  bool m_told = false;  ///< the state was told since startWatching()
  bool m_waiting = false;
  bool m_ending = false;
  bool m_ended = false;
  CommandWatch m_watch;

  std::thread m_thread;
};

}  // namespace madoguchi::app
