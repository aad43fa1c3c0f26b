#pragma once

#include <optional>
#include <string>

#include "app/core/language.h"
#include "app/form/form_model.h"
#include "app/rooms/registration/registration_attempt.h"
#include "app/rooms/registration/registration_flow.h"
#include "app/server/server.h"
#include "forms/certified/certified_items.h"
#include "forms/registration/registration_form.h"

namespace madoguchi::app {

/// The inside of RegistrationFlow: pages and form in registration_flow.cpp, what the
/// card does to it in card_steps.cpp, the way to the backend in submission_steps.cpp.
class RegistrationFlow::Private {
 public:
  Private(RegistrationFlow& flow, CardDesk& card, Server& theServer, IdleClock& idleClock,
          FlowSettings flowSettings);

  [[nodiscard]] bool withCard() const { return entrance == forms::Entrance::cardHolder; }
  [[nodiscard]] bool on(Page there) const { return page == there; }
  [[nodiscard]] bool canGoNext() const;
  [[nodiscard]] bool secretsNeeded() const;

  // Pages
  void go(Step step, FailureCode why = FailureCode::none);
  void enter(Page next, FailureCode why = FailureCode::none);
  void endVisit();
  void setProblem(FailureCode code);
  [[nodiscard]] FailureCode shownProblem() const;
  void tellSecretsNeeded();

  // The form
  [[nodiscard]] forms::Facts facts() const;
  void check();
  void forgetForm();

  // The card
  void watchVisit();
  void onCardLost(FailureCode why);
  void onOwnerChanged();
  void onSecretAnswer(card::Secret which);
  void onSecretsExpired();
  void fillFromCard();

  // The way to the backend
  void fetchAnnouncements();
  void checkNetwork();
  void onHealth(FailureCode failure);
  void submit();
  void cancelSubmission();
  void stopSubmission();
  void onNotSigned(FailureCode failure);
  void onAnswer(const RegistrationAnswer& answer);

  RegistrationFlow& q;
  Server& server;
  IdleClock& idle;
  const FlowSettings settings;

  Page page = Page::top;
  forms::Entrance entrance = forms::Entrance::cardHolder;
  FailureCode problem = FailureCode::none;

  CardVisit visit;
  CheckResult network = CheckResult::unknown;
  FailureCode networkProblem = FailureCode::none;

  std::vector<Announcement> announcements;
  bool announcementsWanted = false;  ///< since the top page was opened

  Pending askingHealth;
  Pending askingAnnouncements;

  bool lastSecretsNeeded = false;  ///< as last told

  bool termsOpened = false;
  FormModel form;
  std::vector<std::uint8_t> filledFrom;  ///< DER of the certificate
  QString refusalSummary;                ///< the code above what the backend has found

  QString languageTag = Language::tags().first();
  RegistrationAttempt attempt;
  QString authenticationId;
};

}  // namespace madoguchi::app
