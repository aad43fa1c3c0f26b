#include <cstdlib>
#include <iostream>

#include "tests/unit/app/card_visits_world.h"

// Visits of people who mistype, hesitate, go back, take the card away and change it, with readers
// and services that fail anywhere. Whatever happens, no try is spent that the person did not
// confirm, and no card stays verified. MADOGUCHI_VISITS_SEED makes others of them,
// MADOGUCHI_VISITS as many as one has time for: ten thousand take three minutes.

namespace madoguchi::test {
namespace {

using app::FailureCode;
using app::Page;
using app::SecretAnswer;
using card::Secret;

// The sanitizers make each visit ten times as long.
#ifdef MADOGUCHI_SANITIZES_ADDRESS
constexpr std::uint64_t kVisits = 200;
#else
constexpr std::uint64_t kVisits = 2'000;
#endif
constexpr const char* kVisitsVariable = "MADOGUCHI_VISITS";
constexpr std::uint64_t kDefaultSeed = 20260614;
constexpr const char* kSeedVariable = "MADOGUCHI_VISITS_SEED";
constexpr int kActionsAtMost = 25;

std::uint64_t fromSurroundings(const char* variable, std::uint64_t otherwise) {
  const char* given = std::getenv(variable);
  return given != nullptr ? std::strtoull(given, nullptr, 10) : otherwise;
}

class CardVisitsTest : public CardVisitsWorld {
 protected:
  [[nodiscard]] bool busy() {
    return visit().status().busy || secretAnswer() == SecretAnswer::checking ||
           flow().page() == Page::submitting;
  }

  /// Until nothing happens any more; acts in between where the plan says so.
  void settle() {
    for (int round = 0; round < 2; ++round) {
      const bool settled = eventually([&] {
        const bool watching = isInside() && flow().page() != Page::step3;
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

  void goBack() {
    if (!flow().back()) {
      leave();
    }
  }

  void actInBetween() {
    switch (m_random.below(5)) {
      case 0:
        goBack();
        break;
      case 1:
        leave();
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

  void expectTheTriesShown() {
    const app::CardStatus& status = visit().status();
    if (status.passwordTries) {
      EXPECT_EQ(*status.passwordTries, triesOnCard(Secret::signaturePassword));
    }
    if (status.pinTries) {
      EXPECT_EQ(*status.pinTries, triesOnCard(Secret::authenticationPin));
    }
  }

  void afterSecrets(std::vector<Permit> permits) {
    if (secretAnswer() == SecretAnswer::lastTry) {
      EXPECT_EQ(m_arrived, sentToCards());
      const bool yes = m_random.percent(50);
      for (Permit& one : permits) {
        one.lastTryConfirmed = true;
      }
      permit(yes ? permits : std::vector<Permit>());
      visit().confirmLastTry(yes);
    }
    ASSERT_NO_FATAL_FAILURE(settle());
    const bool sameCard = permits.front().person == m_person;
    const bool blocked = triesOnCard(Secret::signaturePassword) == 0 ||
                         triesOnCard(Secret::authenticationPin) == 0;  // which is said instead
    if (m_interrupted && sameCard && !blocked && isInside()) {
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

  void typePassword() {
    planTrouble();
    const std::string text = password();
    const std::vector<Permit> permits = {{Secret::signaturePassword, text, m_person}};
    permit(permits);
    givePassword(text);
    afterSecrets(permits);
  }

  void typePin() {
    planTrouble();
    const std::string text = pin();
    const std::vector<Permit> permits = {{Secret::authenticationPin, text, m_person}};
    permit(permits);
    const bool swap = m_random.percent(5);
    if (swap) {
      planUnseenSwap();
    }
    givePin(text);
    ASSERT_NO_FATAL_FAILURE(afterSecrets(permits));
    if (swap && swappedUnseen() && flow().problem() == FailureCode::cardSwapped) {
      ++m_figures.swapsRefused;
    }
  }

  void typeBoth() {
    planTrouble();
    const std::string first = password();
    const std::string second = pin();
    const std::vector<Permit> permits = {{Secret::signaturePassword, first, m_person},
                                         {Secret::authenticationPin, second, m_person}};
    permit(permits);
    giveSecretsAgain(first, second);
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
    const FailureCode problem = visit().status().problem;
    if (problem == FailureCode::passwordBlocked || problem == FailureCode::pinBlocked) {
      leave();
      return;
    }
    flow().checkNetworkAgain();
    ASSERT_TRUE(eventually([&] { return flow().network() == app::CheckResult::good; }));
  }

  void actOnStep1() {
    if (m_random.percent(50)) {
      goBack();
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
      leave();
      return;
    }
    if (flow().page() != Page::beforeYouStart && m_random.percent(6)) {
      disturb(m_random.percent(50) ? Trouble::cardRemoved : Trouble::cardSwapped);
      ASSERT_TRUE(eventually([&] { return flow().page() == Page::beforeYouStart; }));
      return;
    }
    if (m_random.percent(5)) {
      goBack();
      return;
    }
    switch (flow().page()) {
      case Page::beforeYouStart:
        beforeTheStart();
        break;
      case Page::signaturePassword:
        typePassword();
        break;
      case Page::authenticationPin:
        typePin();
        break;
      case Page::step1:
        actOnStep1();
        break;
      case Page::step2:
        flow().secretsNeeded() ? typeBoth() : submit();
        break;
      default:
        break;
    }
  }

  void makeVisit() {
    const int passwordTries = m_random.percent(30) ? 1 + static_cast<int>(m_random.below(2)) : 5;
    const int pinTries = m_random.percent(30) ? 1 + static_cast<int>(m_random.below(2)) : 3;
    beginVisit(kPersons.at(m_random.below(kPersons.size())), passwordTries, pinTries);
    enter(forms::Entrance::cardHolder);
    for (int i = 0; i < kActionsAtMost && isInside() && flow().page() != Page::step3; ++i) {
      ASSERT_NO_FATAL_FAILURE(settle());
      expectTheTriesShown();
      if (isInside()) {
        ASSERT_NO_FATAL_FAILURE(act());
      }
      ASSERT_NO_FATAL_FAILURE(settle());
    }
    m_figures.registered += flow().page() == Page::step3 ? 1U : 0U;
    if (isInside()) {
      leave();
    }
    EXPECT_FALSE(visit().holdsSecrets());
    // What was called off may just be ending.
    EXPECT_TRUE(eventually([&] { return nothingLeftPowered(); }));
    EXPECT_EQ(m_arrived, sentToCards());
  }
};

TEST_F(CardVisitsTest, SpendNoTryThatNobodyConfirmed) {
  const std::uint64_t first = fromSurroundings(kSeedVariable, kDefaultSeed);
  const std::uint64_t visits = fromSurroundings(kVisitsVariable, kVisits);
  std::cout << kSeedVariable << '=' << first << '\n';
  for (std::uint64_t i = 0; i < visits; ++i) {
    m_random = Random(first + i);
    makeVisit();
    EXPECT_TRUE(m_complaints.empty()) << ::testing::PrintToString(m_complaints);
    ASSERT_FALSE(HasFailure()) << "visit " << i << ", alone with " << kSeedVariable << '='
                               << first + i;
  }
  std::cout << visits << " visits, " << m_figures.registered << " registered; "
            << m_figures.verifies << " VERIFYs, all confirmed; " << m_figures.lastTries
            << " last tries; " << m_figures.interrupted << " interrupted; "
            << m_figures.swapsRefused << " unseen swaps refused; " << cards().apdus().count
            << " APDUs; troubles:";
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
