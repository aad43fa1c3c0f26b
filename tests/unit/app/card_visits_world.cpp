#include "tests/unit/app/card_visits_world.h"

#include <algorithm>
#include <utility>

namespace madoguchi::test {

using card::Secret;
using card::TransportError;
using card::TransportFault;

CardVisitsWorld::CardVisitsWorld() {
  for (const char* person : kPersons) {
    m_contents.emplace(person, contentsOf(person));
  }
  observed.connecting = [this] { onConnect(); };
  observed.between = [this](Command command) { return onCommand(command); };
  observed.altered = [this](Command command, Bytes& answer) { onAnswer(command, answer); };
}

void CardVisitsWorld::beginVisit(const std::string& person, int passwordTries, int pinTries) {
  m_left.clear();
  m_passwordTries = passwordTries;
  m_pinTries = pinTries;
  heal();
  m_plan = {};
  permit({});
  layDown(person);
}

void CardVisitsWorld::planTrouble() {
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

void CardVisitsWorld::planUnseenSwap() {
  const std::lock_guard lock(m_mutex);
  m_plan = {.swapUnseen = true};
}

bool CardVisitsWorld::swappedUnseen() {
  const std::lock_guard lock(m_mutex);
  return !std::exchange(m_plan.swapUnseen, false);
}

void CardVisitsWorld::permit(std::vector<Permit> permits) {
  const std::lock_guard lock(m_mutex);
  m_permits = std::move(permits);
  m_interrupted = false;
}

void CardVisitsWorld::disturb(Trouble trouble) {
  const std::lock_guard lock(m_mutex);
  if (m_serviceRuns && m_readerIsThere && m_cardIsThere) {
    changeTheWorld(trouble);
  }
}

bool CardVisitsWorld::heal() {
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

void CardVisitsWorld::release() {
  {
    const std::lock_guard lock(m_mutex);
    m_paused = false;
  }
  m_released.notify_all();
}

int CardVisitsWorld::triesOnCard(Secret which) const {
  return which == Secret::signaturePassword ? simulatedCard->signaturePasswordTries()
                                            : simulatedCard->authenticationPinTries();
}

std::uint64_t CardVisitsWorld::sentToCards() const {
  return m_verificationsBefore + simulatedCard->verifications();
}

bool CardVisitsWorld::nothingLeftPowered() const {
  const auto dead = [](const std::shared_ptr<simulated::SimulatedCard>& one) {
    return !one->powered() && !one->anySecretVerified();
  };
  return dead(simulatedCard) && std::ranges::all_of(m_left, dead);
}

void CardVisitsWorld::onConnect() {
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

std::optional<CardVisitsWorld::Bytes> CardVisitsWorld::onCommand(Command command) {
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

void CardVisitsWorld::onAnswer(Command command, const Bytes& answer) {
  const std::lock_guard lock(m_mutex);
  constexpr std::size_t kHeader = 4;
  m_arrived += isVerify(command) ? 1U : 0U;
  const bool counter = command.size() == kHeader && command[1] == kVerifyInstruction &&
                       answer.size() == 2 && answer[0] == 0x63;
  if (counter) {
    m_counterKnown[whichOf(command)] = true;
  }
}

std::optional<CardVisitsWorld::Bytes> CardVisitsWorld::answerOf(Trouble trouble) {
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

Secret CardVisitsWorld::whichOf(Command command) {
  return command[3] == kPinReference ? Secret::authenticationPin : Secret::signaturePassword;
}

CardVisitsWorld::Trouble CardVisitsWorld::take() {
  ++m_figures.troubles[m_plan.trouble];
  return std::exchange(m_plan.trouble, Trouble::none);
}

void CardVisitsWorld::judge(Command command) {
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
  const bool possible =
      which == Secret::authenticationPin ? text.size() == 4 : text.size() >= 6 && text.size() <= 16;
  if (!possible) {
    complain("a VERIFY that cannot succeed");
  }
}

void CardVisitsWorld::complain(const std::string& what) { m_complaints.push_back(what); }

void CardVisitsWorld::pause(std::unique_lock<std::mutex>& lock) {
  m_paused = true;
  ObservedTransport::wakeEventLoop();
  m_released.wait(lock, [this] { return !m_paused; });
}

void CardVisitsWorld::changeTheWorld(Trouble trouble) {
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

simulated::SimulatedCard CardVisitsWorld::newCard(const std::string& person) const {
  simulated::CardContents contents = m_contents.at(person);
  contents.signaturePasswordTries = m_passwordTries;
  contents.authenticationPinTries = m_pinTries;
  return simulated::SimulatedCard(std::move(contents));
}

std::string CardVisitsWorld::anotherPerson() const {
  const auto* const here = std::ranges::find(kPersons, m_person);
  return kPersons.at(static_cast<std::size_t>(here - kPersons.begin() + 1) % kPersons.size());
}

void CardVisitsWorld::layDown(const std::string& person) {
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

}  // namespace madoguchi::test
