#pragma once

#include <optional>
#include <set>
#include <string>

#include "app/card/card_service.h"
#include "app/card/secret_keeper.h"
#include "app/core/language.h"
#include "app/rooms/registration/registration_attempt.h"
#include "app/rooms/registration/registration_flow.h"
#include "app/server/server.h"
#include "forms/certified/certified_items.h"

namespace madoguchi::app {

/// Whether a failure means that the card is gone or another one.
bool endsTheStay(FailureCode failure);
/// Whether the person did not type at the reader.
bool isNotEntered(const std::optional<card::VerifyResult>& result);

/// The inside of RegistrationFlow: pages and form in registration_flow.cpp, the card and its
/// secrets in card_steps.cpp, the way to the backend in submission_steps.cpp.
class RegistrationFlow::Private {
 public:
  Private(RegistrationFlow& flow, CardService& cardService, Server& theServer,
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
  void setOutcome(SecretOutcome next);
  void tellSecretsNeeded();
  void setErrors(std::vector<forms::FieldError> found, QString summary);
  void lookForCorrected();
  [[nodiscard]] std::vector<forms::FieldError> errorsNow() const;

  // The form
  void check();
  void setValue(const std::string& field, std::string value);
  void forgetForm();
  [[nodiscard]] std::string valueOf(const std::string& field) const;

  // The card and its secrets
  void onReaders();
  void onInspected(const CardInspection& found);
  void inspect();
  void loseCard(FailureCode why);
  /// The card thread found the card gone or swapped, perhaps before the readers have told.
  void endStay(FailureCode why);
  /// Whether a secret may be on its way to the card at this moment.
  [[nodiscard]] bool mayBeAsking() const;
  void abandonCheck();
  void forgetTries();
  void give(card::Secret which, card::SecretBuffer secret);
  void typePinAtReader();
  void giveBoth(card::SecretBuffer password, std::optional<card::SecretBuffer> pin);
  void sendOrAsk();
  void confirmLastTry(bool yes);
  void sendSecrets();
  void onVerified(const SecretsVerified& result);
  void takeTries(const std::optional<card::VerifyResult>& password,
                 const std::optional<card::VerifyResult>& pin);
  void takeSigningCertificate(const certificate::Certificate& certificate);
  void secretsFailed(FailureCode why);
  void onSecretsExpired();

  // The way to the backend
  void fetchAnnouncements();
  void checkNetwork();
  void onHealth(FailureCode failure);
  void submit();
  void cancelSubmission();
  void stopSubmission();
  void onNotSigned(const RegistrationSigned& result);
  void onAnswer(const RegistrationAnswer& answer);

  RegistrationFlow& q;
  CardService& card;
  Server& server;
  const FlowSettings settings;

  Page page = Page::top;
  forms::Entrance entrance = forms::Entrance::cardHolder;
  FailureCode problem = FailureCode::none;

  CardTracker tracker;
  CardStatus status;
  CheckResult network = CheckResult::unknown;
  FailureCode networkProblem = FailureCode::none;

  std::vector<Announcement> announcements;
  bool announcementsWanted = false;  ///< since the top page was opened

  Pending askingHealth;
  Pending askingAnnouncements;

  SecretKeeper secrets;
  SecretOutcome outcome = SecretOutcome::none;
  bool lastSecretsNeeded = false;  ///< as last told

  // Whose form it is. Both come from the card; a form without card has none.
  std::optional<certificate::Certificate> authentication;
  std::optional<certificate::Certificate> signing;

  forms::FormValues values;
  forms::Prefill prefill;
  std::vector<forms::FieldError> errors;
  bool errorsOfBackend = false;
  std::set<std::string> corrected;  ///< fields of errors
  QString summaryCode;
  bool termsOpened = false;

  QString languageTag = Language::tags().first();
  RegistrationAttempt attempt;
  QString authenticationId;
};

}  // namespace madoguchi::app
