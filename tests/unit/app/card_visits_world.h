#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

#include "tests/unit/app/flow_fixture.h"

namespace madoguchi::test {

class Random {
 public:
  explicit Random(std::uint64_t start) : m_engine(start) {}
  /// 0 to `end` - 1. The standard's distributions differ between libraries.
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(m_engine() % end); }
  bool percent(std::size_t chance) { return below(100) < chance; }

 private:
  std::mt19937_64 m_engine;
};

/// What stands around a visitor: cards, reader and service, which fail where the plan says so, and
/// a judge of each VERIFY that leaves the program.
class CardVisitsWorld : public FlowTest {
 protected:
  using Bytes = std::vector<std::uint8_t>;
  using Command = std::span<const std::uint8_t>;

  enum class Trouble {
    none,
    serviceDies,
    readerUnplugged,
    cardRemoved,
    cardSwapped,
    cardReset,
    silence,
    truncated,
    overlong,
    status6F00,
    status61,
    status6C,
    personActs,  ///< in the middle of the command
    last = personActs,
  };
  static constexpr std::array kTroubleNames = {
      "none",      "serviceDies", "readerUnplugged", "cardRemoved", "cardSwapped",
      "cardReset", "silence",     "truncated",       "overlong",    "status6F00",
      "status61",  "status6C",    "personActs"};
  static constexpr std::array kPersons = {"maria", "alias", "long", "parent"};

  /// What goes wrong with the next command, and where.
  struct Plan {
    Trouble trouble = Trouble::none;
    bool atConnect = false;
    bool atVerify = false;    ///< otherwise at the APDU of that number
    bool reachesCard = true;  ///< before the answer is lost
    bool swapUnseen = false;  ///< and nothing else: another card comes while nobody looks
    std::size_t apdu = 0;
  };

  /// One VERIFY that the person has agreed to.
  struct Permit {
    card::Secret which = card::Secret::signaturePassword;
    std::string text;
    std::string person;
    bool lastTryConfirmed = false;
  };

  struct Figures {
    std::uint64_t verifies = 0;
    std::uint64_t interrupted = 0;
    std::uint64_t registered = 0;
    std::uint64_t swapsRefused = 0;
    std::uint64_t lastTries = 0;
    std::map<Trouble, std::uint64_t> troubles;
  };

  CardVisitsWorld();
  ~CardVisitsWorld() override { release(); }

  /// Everything in its place, and a card with so many tries; nothing is planned or permitted.
  void beginVisit(const std::string& person, int passwordTries, int pinTries);
  void planTrouble();
  /// Another card comes before the next command, while nobody looks.
  void planUnseenSwap();
  /// Whether that has happened.
  bool swappedUnseen();
  void permit(std::vector<Permit> permits);
  void disturb(Trouble trouble);
  /// Everything in its place again. True where something had to be done.
  bool heal();
  /// Lets a command go on in whose middle the person was to act.
  void release();

  [[nodiscard]] int triesOnCard(card::Secret which) const;
  [[nodiscard]] std::uint64_t sentToCards() const;
  [[nodiscard]] bool nothingLeftPowered() const;

  Random m_random{0};
  Figures m_figures;
  std::vector<std::string> m_complaints;
  std::string m_person = kPersons.front();
  std::atomic<bool> m_paused = false;
  std::atomic<bool> m_interrupted = false;
  std::uint64_t m_arrived = 0;  ///< VERIFYs that came through to a card

 private:
  // In the card thread.
  void onConnect();
  std::optional<Bytes> onCommand(Command command);
  void onAnswer(Command command, const Bytes& answer);
  static std::optional<Bytes> answerOf(Trouble trouble);
  static card::Secret whichOf(Command command);
  Trouble take();
  void judge(Command command);
  void complain(const std::string& what);
  void pause(std::unique_lock<std::mutex>& lock);

  // In both.
  void changeTheWorld(Trouble trouble);
  [[nodiscard]] simulated::SimulatedCard newCard(const std::string& person) const;
  [[nodiscard]] std::string anotherPerson() const;
  void layDown(const std::string& person);

  std::map<std::string, simulated::CardContents> m_contents;
  std::mutex m_mutex;  ///< of what both threads touch
  std::condition_variable m_released;
  Plan m_plan;
  std::size_t m_apdus = 0;
  std::vector<Permit> m_permits;
  std::map<card::Secret, bool> m_counterKnown;
  std::vector<std::shared_ptr<simulated::SimulatedCard>> m_left;
  std::uint64_t m_verificationsBefore = 0;
  std::size_t m_reader = 0;
  bool m_serviceRuns = true;
  bool m_readerIsThere = true;
  bool m_cardIsThere = true;
  int m_passwordTries = 0;
  int m_pinTries = 0;
};

}  // namespace madoguchi::test
