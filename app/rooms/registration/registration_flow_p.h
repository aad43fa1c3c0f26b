#pragma once

#include <optional>
#include <string>

#include "app/core/terms_of_use.h"
#include "app/form/form_model.h"
#include "app/rooms/registration/registration_attempt.h"
#include "app/rooms/registration/registration_flow.h"
#include "forms/certified/certified_items.h"
#include "forms/registration/registration_form.h"

namespace madoguchi::app {

/// The inside of RegistrationFlow: the form in registration_flow.cpp, its pages in
/// page_steps.cpp, what the card does to it in card_steps.cpp, the way to the backend in
/// submission_steps.cpp.
class RegistrationFlow::Private {
 public:
  Private(RegistrationFlow& flow, const RegistrationUses& given, forms::Entrance through);

  [[nodiscard]] bool withCard() const { return entrance == forms::Entrance::cardHolder; }
  [[nodiscard]] bool on(Page there) const { return page == there; }
  [[nodiscard]] bool canGoNext() const;
  [[nodiscard]] bool secretsNeeded() const;

  // Pages
  void go(Step step, FailureCode why = FailureCode::none);
  void enter(Page next, FailureCode why = FailureCode::none);
  void setProblem(FailureCode code);
  [[nodiscard]] FailureCode shownProblem() const;
  void tellSecretsNeeded();

  // The form
  [[nodiscard]] forms::Facts facts() const;
  [[nodiscard]] bool mayType() const;
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
  void checkNetwork();
  void onHealth(FailureCode failure);
  void submit();
  void cancelSubmission();
  void stopSubmission();
  void onNotSigned(FailureCode failure);
  void onAnswer(const RegistrationAnswer& answer);

  RegistrationFlow& q;
  const RegistrationUses uses;
  const forms::Entrance entrance;

  Page page = Page::beforeYouStart;
  FailureCode problem = FailureCode::none;
  CalledOff calledOff = CalledOff::no;

  CardVisit visit;
  CheckResult network = CheckResult::unknown;
  FailureCode networkProblem = FailureCode::none;

  Pending askingHealth;

  bool lastSecretsNeeded = false;  ///< as last told

  FormModel form;
  std::vector<std::uint8_t> filledFrom;             ///< DER of the certificate
  decltype(forms::Prefill::alsoOnCard) alsoOnCard;  ///< and what else it says
  QString refusalSummary;                           ///< the code above what the backend has found

  RegistrationAttempt attempt;
  QString authenticationId;
  bool emailCorrected = false;
};

}  // namespace madoguchi::app
