#include <array>
#include <condition_variable>
#include <cstdlib>
#include <iostream>
#include <map>
#include <mutex>
#include <random>

#include "tests/unit/app/flow_fixture.h"

// Ten thousand visits of people who mistype, hesitate, go back, take the card away and change it,
// with readers and services that fail anywhere. Whatever happens, no try is spent that the person
// did not confirm, and no card stays verified.

namespace madoguchi::test {
namespace {

using app::FailureCode;
using app::Page;
using app::SecretOutcome;
using card::Secret;
using card::TransportError;
using card::TransportFault;
using Bytes = std::vector<std::uint8_t>;
using Command = std::span<const std::uint8_t>;

// The sanitizers make each visit ten times as long.
#ifdef __SANITIZE_ADDRESS__
constexpr int kVisits = 1'000;
#else
constexpr int kVisits = 10'000;
#endif
constexpr std::uint64_t kDefaultSeed = 20260614;
constexpr const char* kSeedVariable = "MADOGUCHI_VISITS_SEED";
constexpr int kActionsAtMost = 25;
constexpr std::array kPersons = {"maria", "alias", "long", "parent"};

std::uint64_t seed() {
  const char* given = std::getenv(kSeedVariable);
  return given != nullptr ? std::strtoull(given, nullptr, 10) : kDefaultSeed;
}

class Random {
 public:
  explicit Random(std::uint64_t start) : m_engine(start) {}
  /// 0 to `end` - 1. The standard's distributions differ between libraries.
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(m_engine() % end); }
  bool percent(std::size_t chance) { return below(100) < chance; }

 private:
  std::mt19937_64 m_engine;
};

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

constexpr std::array kTroubleNames = {
    "none",      "serviceDies", "readerUnplugged", "cardRemoved", "cardSwapped",
    "cardReset", "silence",     "truncated",       "overlong",    "status6F00",
    "status61",  "status6C",    "personActs"};

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
  Secret which = Secret::signaturePassword;
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

class CardVisitsTest : public FlowTest {
 protected:
  CardVisitsTest() {
    for (const char* person : kPersons) {
      m_contents.emplace(person, contentsOf(person));
    }
    observed.connecting = [this] { onConnect(); };
    observed.between = [this](Command command) { return onCommand(command); };
    observed.altered = [this](Command command, Bytes& answer) { onAnswer(command, answer); };
  }
  ~CardVisitsTest() override { release(); }

  // --- the card thread ---

  void onConnect() {
    std::unique_lock lock(m_mutex);
    m_apdus = 0;
    if (m_plan.swapUnseen) {
      m_plan.swapUnseen = false;
      m_person = anotherPerson();
      m_verificationsBefore += simulatedCard->verifications();
      *simulatedCard = newCard(m_person);
      ++m_figures.troubles[Trouble::cardSwapped];
    }
    if (m_plan.atConnect && m_plan.trouble != Trouble::none) {
      const Trouble trouble = take();
      changeTheWorld(trouble);
      if (trouble == Trouble::personActs) {
        pause(lock);
      }
    }
  }

  std::optional<Bytes> onCommand(Command command) {
    std::unique_lock lock(m_mutex);
    ++m_apdus;
    if (isVerify(command)) {
      judge(command);
    }
    const bool here =
        !m_plan.atConnect && (m_plan.atVerify ? isVerify(command) : m_apdus == m_plan.apdu);
    if (!here || m_plan.trouble == Trouble::none) {
      return std::nullopt;
    }
    const bool reaches = m_plan.reachesCard;
    const Trouble trouble = take();
    if (trouble == Trouble::personActs) {
      pause(lock);
      return std::nullopt;
    }
    if (isVerify(command)) {
      if (trouble != Trouble::status6C) {
        m_counterKnown[whichOf(command)] = false;
        m_interrupted = true;
        ++m_figures.interrupted;
      }
      if (reaches && trouble != Trouble::status6C) {
        simulatedCard->process(command);
        ++m_arrived;
      }
    }
    changeTheWorld(trouble);
    return answerOf(trouble);
  }

  void onAnswer(Command command, const Bytes& answer) {
    const std::lock_guard lock(m_mutex);
    constexpr std::size_t kHeader = 4;
    m_arrived += isVerify(command) ? 1U : 0U;
    const bool counter = command.size() == kHeader && command[1] == kVerifyInstruction &&
                         answer.size() == 2 && answer[0] == 0x63;
    if (counter) {
      m_counterKnown[whichOf(command)] = true;
    }
  }

  static std::optional<Bytes> answerOf(Trouble trouble) {
    constexpr std::size_t kTooLong = 70'000;
    switch (trouble) {
      case Trouble::serviceDies:
        throw TransportError(TransportFault::serviceUnavailable, "test");
      case Trouble::readerUnplugged:
        throw TransportError(TransportFault::readerUnavailable, "test");
      case Trouble::cardRemoved:
      case Trouble::cardSwapped:
        throw TransportError(TransportFault::cardRemoved, "test");
      case Trouble::cardReset:
        throw TransportError(TransportFault::cardReset, "test");
      case Trouble::silence:
        throw TransportError(TransportFault::communication, "test");
      case Trouble::truncated:
        return Bytes{0x90};
      case Trouble::overlong:
        return Bytes(kTooLong, 0x5A);
      case Trouble::status6F00:
        return Bytes{0x6F, 0x00};
      case Trouble::status61:
        return Bytes{0x61, 0x08};
      case Trouble::status6C:
        return Bytes{0x6C, 0x08};
      case Trouble::none:
      case Trouble::personActs:
        break;
    }
    return std::nullopt;
  }

  Trouble take() {
    ++m_figures.troubles[m_plan.trouble];
    return std::exchange(m_plan.trouble, Trouble::none);
  }

  void changeTheWorld(Trouble trouble) {
    switch (trouble) {
      case Trouble::serviceDies:
        transport.setServiceRunning(false);
        m_serviceRuns = false;
        break;
      case Trouble::readerUnplugged:
        transport.unplugReader(m_reader);
        m_readerIsThere = false;
        break;
      case Trouble::cardRemoved:
        transport.remove(m_reader);
        m_cardIsThere = false;
        break;
      case Trouble::cardSwapped:
        layDown(anotherPerson());
        break;
      default:
        break;
    }
  }

  static Secret whichOf(Command command) {
    return command[3] == kPinReference ? Secret::authenticationPin : Secret::signaturePassword;
  }

  int triesOnCard(Secret which) const {
    return which == Secret::signaturePassword ? simulatedCard->signaturePasswordTries()
                                              : simulatedCard->authenticationPinTries();
  }

  /// Each VERIFY that leaves the program.
  void judge(Command command) {
    constexpr std::size_t kSecret = 5;
    const Secret which = whichOf(command);
    const std::string text(command.begin() + kSecret, command.end());
    const auto permit = std::ranges::find_if(m_permits, [&](const Permit& one) {
      return one.which == which && one.text == text && one.person == m_person;
    });
    const int tries = triesOnCard(which);
    ++m_figures.verifies;
    if (permit == m_permits.end()) {
      complain("a VERIFY that nobody confirmed, or to another card: " + text + " to the card of " +
               m_person + ", " + std::to_string(m_permits.size()) + " others confirmed");
    } else {
      if (tries == 1 && !permit->lastTryConfirmed) {
        complain("the last try without a yes");
      }
      m_figures.lastTries += tries == 1 ? 1U : 0U;
      m_permits.erase(permit);
    }
    if (tries == 0) {
      complain("a VERIFY of a blocked secret");
    }
    if (!m_counterKnown[which]) {
      complain("a VERIFY before the counter was read again");
    }
    const bool possible = which == Secret::authenticationPin
                              ? text.size() == 4
                              : text.size() >= 6 && text.size() <= 16;
    if (!possible) {
      complain("a VERIFY that cannot succeed");
    }
  }

  void complain(const std::string& what) { m_complaints.push_back(what); }

  void pause(std::unique_lock<std::mutex>& lock) {
    m_paused = true;
    ObservedTransport::wakeEventLoop();
    m_released.wait(lock, [this] { return !m_paused; });
  }

  // --- the world ---

  simulated::SimulatedCard newCard(const std::string& person) {
    simulated::CardContents contents = m_contents.at(person);
    contents.signaturePasswordTries = m_passwordTries;
    contents.authenticationPinTries = m_pinTries;
    return simulated::SimulatedCard(std::move(contents));
  }

  std::string anotherPerson() const {
    const auto* const here = std::ranges::find(kPersons, m_person);
    return kPersons.at(static_cast<std::size_t>(here - kPersons.begin() + 1) % kPersons.size());
  }

  void layDown(const std::string& person) {
    if (simulatedCard) {
      m_left.push_back(simulatedCard);
      m_verificationsBefore += simulatedCard->verifications();
    }
    m_person = person;
    simulatedCard = std::make_shared<simulated::SimulatedCard>(newCard(person));
    m_counterKnown[Secret::signaturePassword] = true;
    m_counterKnown[Secret::authenticationPin] = true;
    transport.insert(simulatedCard, m_reader);
    m_cardIsThere = true;
  }

  /// Everything in its place again. True where something had to be done.
  bool heal() {
    bool done = false;
    const std::lock_guard lock(m_mutex);
    if (!m_serviceRuns) {
      transport.setServiceRunning(true);
      m_serviceRuns = done = true;
    }
    if (!m_readerIsThere) {
      m_reader = transport.addReader();
      transport.insert(simulatedCard, m_reader);
      m_readerIsThere = m_cardIsThere = done = true;
    }
    if (!m_cardIsThere) {
      transport.insert(simulatedCard, m_reader);
      m_cardIsThere = done = true;
    }
    return done;
  }

  void disturb(Trouble trouble) {
    const std::lock_guard lock(m_mutex);
    if (m_serviceRuns && m_readerIsThere && m_cardIsThere) {
      changeTheWorld(trouble);
    }
  }

  // --- the person ---

  [[nodiscard]] bool busy() {
    return flow().cardStatus().busy || flow().secretOutcome() == SecretOutcome::checking ||
           flow().page() == Page::submitting;
  }

  void release() {
    {
      const std::lock_guard lock(m_mutex);
      m_paused = false;
    }
    m_released.notify_all();
  }

  /// Until nothing happens any more; acts in between where the plan says so.
  void settle() {
    for (int round = 0; round < 2; ++round) {
      const bool settled = eventually([&] {
        const bool watching = flow().page() != Page::top && flow().page() != Page::step3;
        return m_paused || !watching || (observed.waiting && !busy());
      });
      ASSERT_TRUE(settled) << "stuck on " << name(flow().page());
      if (m_paused) {
        m_interrupted = false;
        actInBetween();
        release();
        round = -1;
      }
      QCoreApplication::processEvents();
    }
  }

  void actInBetween() {
    switch (m_random.below(5)) {
      case 0:
        flow().back();
        break;
      case 1:
        flow().backToTop();
        break;
      case 2:
        flow().cancelSubmission();
        break;
      case 3:
        disturb(Trouble::cardRemoved);
        break;
      default:
        disturb(Trouble::cardSwapped);
    }
  }

  void planTrouble() {
    const std::lock_guard lock(m_mutex);
    m_plan = {};
    if (!m_random.percent(40)) {
      return;
    }
    constexpr std::size_t kTroubles = static_cast<std::size_t>(Trouble::last);
    m_plan.trouble = static_cast<Trouble>(1 + m_random.below(kTroubles));
    m_plan.atConnect = m_random.percent(10);
    m_plan.atVerify = m_random.percent(60);
    m_plan.reachesCard = m_random.percent(50);
    m_plan.apdu = 1 + m_random.below(12);
  }

  void permit(std::vector<Permit> permits) {
    const std::lock_guard lock(m_mutex);
    m_permits = std::move(permits);
    m_interrupted = false;
  }

  void expectTheTriesShown() {
    const app::CardStatus& status = flow().cardStatus();
    if (status.passwordTries) {
      EXPECT_EQ(*status.passwordTries, triesOnCard(Secret::signaturePassword));
    }
    if (status.pinTries) {
      EXPECT_EQ(*status.pinTries, triesOnCard(Secret::authenticationPin));
    }
  }

  void afterSecrets(std::vector<Permit> permits) {
    if (flow().secretOutcome() == SecretOutcome::needsLastTryConfirmation) {
      EXPECT_EQ(m_arrived, sentToCards());
      const bool yes = m_random.percent(50);
      for (Permit& one : permits) {
        one.lastTryConfirmed = true;
      }
      permit(yes ? permits : std::vector<Permit>());
      flow().confirmLastTry(yes);
    }
    ASSERT_NO_FATAL_FAILURE(settle());
    const bool sameCard = permits.front().person == m_person;
    const bool blocked = triesOnCard(Secret::signaturePassword) == 0 ||
                         triesOnCard(Secret::authenticationPin) == 0;  // which is said instead
    if (m_interrupted && sameCard && !blocked && flow().page() != Page::top) {
      EXPECT_EQ(flow().problem(), FailureCode::verifyInterrupted) << name(flow().page());
    }
  }

  std::string password() {
    const std::size_t choice = m_random.below(10);
    return choice < 6 ? "MADO1234" : choice < 9 ? "WRONG123" : "NO";
  }
  std::string pin() {
    const std::size_t choice = m_random.below(10);
    return choice < 6 ? "1234" : choice < 9 ? "0000" : "12";
  }

  void givePassword() {
    planTrouble();
    const std::string text = password();
    const std::vector<Permit> permits = {{Secret::signaturePassword, text, m_person}};
    permit(permits);
    flow().giveSignaturePassword(secret(text));
    afterSecrets(permits);
  }

  void givePin() {
    planTrouble();
    const std::string text = pin();
    const std::vector<Permit> permits = {{Secret::authenticationPin, text, m_person}};
    permit(permits);
    const bool swap = m_random.percent(5);
    {
      const std::lock_guard lock(m_mutex);
      if (swap) {
        m_plan = {.swapUnseen = true};
      }
    }
    flow().giveAuthenticationPin(secret(text));
    ASSERT_NO_FATAL_FAILURE(afterSecrets(permits));
    const std::lock_guard lock(m_mutex);
    const bool swapped = swap && !std::exchange(m_plan.swapUnseen, false);
    if (swapped && flow().problem() == FailureCode::cardSwapped) {
      ++m_figures.swapsRefused;
    }
  }

  void giveBoth() {
    planTrouble();
    const std::string first = password();
    const std::string second = pin();
    const std::vector<Permit> permits = {{Secret::signaturePassword, first, m_person},
                                         {Secret::authenticationPin, second, m_person}};
    permit(permits);
    flow().giveSecretsAgain(secret(first), secret(second));
    afterSecrets(permits);
  }

  void submit() {
    planTrouble();
    const std::vector<Permit> permits = {{Secret::signaturePassword, "MADO1234", m_person},
                                         {Secret::authenticationPin, "1234", m_person}};
    permit(permits);
    flow().submit();
    afterSecrets(permits);
  }

  void beforeTheStart() {
    if (heal()) {
      ASSERT_NO_FATAL_FAILURE(settle());
    }
    if (flow().page() != Page::beforeYouStart) {
      return;  // left in the middle of the new look at the card
    }
    ASSERT_TRUE(eventually([&] { return flow().network() == app::CheckResult::good; }));
    if (flow().canGoNext()) {
      flow().next();
      return;
    }
    const FailureCode problem = flow().cardStatus().problem;
    if (problem == FailureCode::passwordBlocked || problem == FailureCode::pinBlocked) {
      flow().backToTop();
      return;
    }
    flow().checkNetworkAgain();
    ASSERT_TRUE(eventually([&] { return flow().network() == app::CheckResult::good; }));
  }

  void actOnStep1() {
    if (m_random.percent(50)) {
      flow().back();
      return;
    }
    fillForm();
    // What this person's certificate does not say, or not so that the form understands it.
    for (const auto& [field, value] : {std::pair{"name", "HOUMU TARO"},
                                       {"sex", "male"},
                                       {"dateOfBirth", "1990-04-01"},
                                       {"municipalityCode", "131016"},
                                       {"addressRest", "霞が関１－１－１"}}) {
      const auto given = flow().values().find(field);
      if (given == flow().values().end() || given->second.empty()) {
        flow().setValue(field, value);
      }
    }
    flow().check();
    ASSERT_EQ(flow().page(), Page::step2) << flow().summaryCode().toStdString();
  }

  /// One thing that a person does on a page.
  void act() {
    if (m_random.percent(4)) {
      flow().backToTop();
      return;
    }
    if (flow().page() != Page::beforeYouStart && m_random.percent(6)) {
      disturb(m_random.percent(50) ? Trouble::cardRemoved : Trouble::cardSwapped);
      ASSERT_TRUE(eventually([&] { return flow().page() == Page::beforeYouStart; }));
      return;
    }
    if (m_random.percent(5)) {
      flow().back();
      return;
    }
    switch (flow().page()) {
      case Page::beforeYouStart:
        beforeTheStart();
        break;
      case Page::signaturePassword:
        givePassword();
        break;
      case Page::authenticationPin:
        givePin();
        break;
      case Page::step1:
        actOnStep1();
        break;
      case Page::step2:
        flow().secretsNeeded() ? giveBoth() : submit();
        break;
      default:
        break;
    }
  }

  void visit() {
    m_passwordTries = m_random.percent(30) ? 1 + static_cast<int>(m_random.below(2)) : 5;
    m_pinTries = m_random.percent(30) ? 1 + static_cast<int>(m_random.below(2)) : 3;
    heal();
    m_plan = {};
    permit({});
    layDown(kPersons.at(m_random.below(kPersons.size())));
    flow().start(forms::Entrance::cardHolder);
    for (int i = 0;
         i < kActionsAtMost && flow().page() != Page::top && flow().page() != Page::step3; ++i) {
      ASSERT_NO_FATAL_FAILURE(settle());
      expectTheTriesShown();
      if (flow().page() != Page::top) {
        ASSERT_NO_FATAL_FAILURE(act());
      }
      ASSERT_NO_FATAL_FAILURE(settle());
    }
    m_figures.registered += flow().page() == Page::step3 ? 1U : 0U;
    flow().backToTop();
    EXPECT_FALSE(flow().holdsSecrets());
    // What was called off may just be ending.
    EXPECT_TRUE(eventually([&] { return nothingLeftPowered(); }));
    EXPECT_EQ(m_arrived, sentToCards());
  }

  bool nothingLeftPowered() {
    const auto dead = [](const std::shared_ptr<simulated::SimulatedCard>& one) {
      return !one->powered() && !one->anySecretVerified();
    };
    return dead(simulatedCard) && std::ranges::all_of(m_left, dead);
  }

  [[nodiscard]] std::uint64_t sentToCards() const {
    return m_verificationsBefore + simulatedCard->verifications();
  }

  std::map<std::string, simulated::CardContents> m_contents;
  Random m_random{0};
  Figures m_figures;

  std::mutex m_mutex;  ///< of what both threads touch
  std::condition_variable m_released;
  std::atomic<bool> m_paused = false;
  Plan m_plan;
  std::size_t m_apdus = 0;
  std::vector<Permit> m_permits;
  std::map<Secret, bool> m_counterKnown;
  std::atomic<bool> m_interrupted = false;
  std::vector<std::string> m_complaints;
  std::string m_person = kPersons.front();
  std::vector<std::shared_ptr<simulated::SimulatedCard>> m_left;
  std::uint64_t m_arrived = 0;  ///< VERIFYs that came through to a card
  std::uint64_t m_verificationsBefore = 0;
  std::size_t m_reader = 0;
  bool m_serviceRuns = true;
  bool m_readerIsThere = true;
  bool m_cardIsThere = true;
  int m_passwordTries = 0;
  int m_pinTries = 0;
};

TEST_F(CardVisitsTest, SpendNoTryThatNobodyConfirmed) {
  const std::uint64_t first = seed();
  std::cout << kSeedVariable << '=' << first << '\n';
  for (int i = 0; i < kVisits; ++i) {
    m_random = Random(first + static_cast<std::uint64_t>(i));
    m_left.clear();
    visit();
    EXPECT_TRUE(m_complaints.empty()) << ::testing::PrintToString(m_complaints);
    ASSERT_FALSE(HasFailure()) << "visit " << i << ", alone with " << kSeedVariable << '='
                               << first + static_cast<std::uint64_t>(i);
  }
  std::cout << kVisits << " visits, " << m_figures.registered << " registered; "
            << m_figures.verifies << " VERIFYs, all confirmed; " << m_figures.lastTries
            << " last tries; " << m_figures.interrupted << " interrupted; "
            << m_figures.swapsRefused << " unseen swaps refused; troubles:";
  for (const auto& [trouble, count] : m_figures.troubles) {
    EXPECT_GT(count, 0U);
    std::cout << ' ' << kTroubleNames.at(static_cast<std::size_t>(trouble)) << ' ' << count;
  }
  std::cout << '\n';
  EXPECT_EQ(m_figures.troubles.size(), static_cast<std::size_t>(Trouble::last));
  EXPECT_GT(m_figures.registered, 0U);
  EXPECT_GT(m_figures.lastTries, 0U);
  EXPECT_GT(m_figures.swapsRefused, 0U);
}

}  // namespace
}  // namespace madoguchi::test
