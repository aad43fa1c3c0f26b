#pragma once

#include <gtest/gtest.h>

#include <QPointer>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/card/card_desk.h"
#include "app/core/idle_clock.h"
#include "app/core/language.h"
#include "app/core/session.h"
#include "app/core/terms_of_use.h"
#include "app/rooms/registration/registration_flow.h"
#include "app/server/server.h"
#include "cardreader/simulated/card_pki.h"
#include "cardreader/simulated/simulated_transport.h"
#include "tests/support/secret.h"
#include "tests/unit/app/event_loop.h"
#include "tests/unit/app/observed_transport.h"
#include "tests/unit/app/scripted_server.h"

namespace madoguchi::test {

/// Where the cards of the test programs were issued.
std::filesystem::path testPkiFolder();

/// The cards of the demonstration's persons, issued once for all test programs.
std::shared_ptr<simulated::SimulatedCard> cardOf(std::string_view person,
                                                 simulated::Behaviour behaviour = {});

/// What is on such a card, to be changed by a test.
simulated::CardContents contentsOf(std::string_view person);
const simulated::CardPki& testPki();

/// So short that a test can wait for the clock to look.
inline constexpr app::Session::Times kSessionTimes = {.lifetime = std::chrono::milliseconds(40),
                                                      .warning = std::chrono::milliseconds(20)};

/// A whole registration without a window: the flow, the simulated card in process and a real HTTPS
/// server on this machine. Each step waits for its page and says where it went wrong.
class FlowTest : public ::testing::Test {
 protected:
  /// Without `elsewhere`, the card is in this process.
  explicit FlowTest(card::CardTransport* elsewhere = nullptr);

  /// Before the first step: other figures than the program's own.
  void configure(app::ServerSettings server,
                 std::chrono::milliseconds secretLifetime = std::chrono::minutes(5));
  /// Begins a registration, in place of the one before.
  virtual void enter(forms::Entrance entrance);
  /// Leaves it. What it was can still be looked at.
  virtual void leave();
  /// Entered and not left.
  [[nodiscard]] virtual bool isInside() { return m_flow != nullptr && !m_left; }
  /// The last one; the first begins by itself, with a card.
  app::RegistrationFlow& flow();
  app::RegistrationUses uses();
  app::CardVisit& visit() { return flow().visit(); }
  app::CardDesk& cards();
  app::Session& session() { return m_session; }

  /// Nobody does anything for so long. Without it, no time passes.
  void beAbsentFor(std::chrono::milliseconds time) { m_idleTime += time; }

  void insert(std::string_view person, simulated::Behaviour behaviour = {});
  void insert(simulated::CardContents contents);
  void remove() { transport.remove(); }
  /// Whether the steps need not insert maria's card.
  [[nodiscard]] virtual bool hasCard() const { return simulatedCard != nullptr; }

  bool waitForPage(app::Page page);
  /// Of the secrets that were given last: none where there is nothing to say of them.
  app::SecretAnswer secretAnswer();
  bool waitForAnswer(app::SecretAnswer answer);
  bool waitForProblem(app::FailureCode code);
  /// On "before you start": until the card is judged.
  bool waitForCardProblem(app::FailureCode code);

  void toBeforeYouStart(forms::Entrance entrance = forms::Entrance::cardHolder);
  void toSignaturePassword();
  void toAuthenticationPin();
  void toStep1();
  void toStep2();
  void givePassword(std::string_view text);
  void givePin(std::string_view text);
  /// Both at once; without a PIN, it is typed at the reader.
  void giveSecretsAgain(std::string_view password, std::optional<std::string_view> pin);
  void fillForm();
  /// From the beginning to STEP2 for whom needs no card.
  void toStep2WithoutCard();

  simulated::InProcessTransport transport;
  ObservedTransport observed;
  std::shared_ptr<simulated::SimulatedCard> simulatedCard;
  TlsFiles tls;
  std::unique_ptr<ScriptedServer> server;
  app::Language uiLanguage;  ///< Japanese
  app::AgreedTerms agreedTerms;

 protected:
  void follow(app::RegistrationFlow& flow);

 private:
  app::IdleClock::Time m_idleTime;
  app::IdleClock m_idle{[this] { return m_idleTime; }};
  app::Session m_session{m_idle, kSessionTimes};
  std::unique_ptr<app::CardDesk> m_cards;
  std::unique_ptr<app::Server> m_server;
  std::chrono::milliseconds m_secretLifetime;
  std::unique_ptr<app::RegistrationFlow> m_own;
  QPointer<app::RegistrationFlow> m_flow;
  bool m_left = false;
};

}  // namespace madoguchi::test
