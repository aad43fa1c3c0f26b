#pragma once

#include <QDate>
#include <QObject>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

#include "app/services/failure_code.h"
#include "cardreader/jpki_card.h"
#include "cardreader/secret_buffer.h"
#include "forms/registration_form.h"

namespace madoguchi::app {

class CardService;
class RegistrationClient;

enum class Page {
  top,
  beforeYouStart,
  signaturePassword,
  authenticationPin,
  step1,
  step2,
  submitting,
  step3,
};

/// What "before you start" checks live. `unknown` while it is being found out.
enum class CheckResult { unknown, good, bad };

/// The card side as the pages show it. Nothing in it is personal.
struct CardStatus {
  CheckResult service = CheckResult::unknown;
  CheckResult reader = CheckResult::unknown;
  CheckResult card = CheckResult::unknown;          ///< present and a My Number Card
  CheckResult certificates = CheckResult::unknown;  ///< both present and in date
  FailureCode problem = FailureCode::none;  ///< the first thing in the way; none when all is good or unknown
  bool busy = false;                        ///< the card is being read
  QString readerName;
  std::optional<card::TriesLeft> passwordTries;
  std::optional<card::TriesLeft> pinTries;
  /// Last day of the authentication certificate; the signing one is known after the password.
  QDate validUntil;
};

/// The answer to a secret that was just given.
enum class SecretOutcome {
  none,
  checking,
  wrong,       ///< tries left are in CardStatus
  impossible,  ///< it could not have been right; nothing was sent
  needsLastTryConfirmation,  ///< one try is left: ask for an explicit yes, then call confirmLastTry()
  failed,      ///< see problem()
};

/// Registration, from the top page to the authentication ID, without any widget. Pages show what it
/// says and call its intentions; all its signals come in the thread that made it.
class RegistrationFlow : public QObject {
  Q_OBJECT
 public:
  /// Both services must outlive the flow.
  RegistrationFlow(CardService& card, RegistrationClient& client, QObject* parent = nullptr);
  ~RegistrationFlow() override;

  // --- what the pages show ---
  [[nodiscard]] Page page() const;
  [[nodiscard]] forms::Entrance entrance() const;
  [[nodiscard]] const CardStatus& cardStatus() const;
  [[nodiscard]] CheckResult network() const;
  [[nodiscard]] FailureCode networkProblem() const;
  [[nodiscard]] SecretOutcome secretOutcome() const;  ///< of the secret page that is shown
  [[nodiscard]] FailureCode problem() const;          ///< what stopped the step on this page; none otherwise
  [[nodiscard]] const forms::FormValues& values() const;
  /// Fields whose value came from the card and was not changed since.
  [[nodiscard]] bool isFromCard(const QString& field) const;
  /// The card's own words for a field that could not be filled from it; empty otherwise.
  [[nodiscard]] QString cardText(const QString& field) const;
  [[nodiscard]] const std::vector<forms::FieldError>& errors() const;
  [[nodiscard]] QString summaryCode() const;  ///< "" without errors
  /// STEP2: the secrets were wiped and must be given again before submit().
  [[nodiscard]] bool secretsNeeded() const;
  [[nodiscard]] QString authenticationId() const;  ///< from STEP3 on
  [[nodiscard]] bool termsOpened() const;

  // --- intentions ---
  void start(forms::Entrance entrance);  ///< top -> beforeYouStart
  void checkNetworkAgain();
  void next();                           ///< beforeYouStart -> signaturePassword, when ready
  void back();                           ///< one page back; nothing typed is lost
  void backToTop();                      ///< ends the visit: wipes secrets and form
  void giveSignaturePassword(card::SecretBuffer password);
  void giveAuthenticationPin(card::SecretBuffer pin);
  void confirmLastTry(bool yes);
  void setValue(const QString& field, const QString& value);  ///< as typed; repaired on leaving the field
  void repairValue(const QString& field);
  void openTerms();                      ///< the person has opened the terms of use
  void check();                          ///< 確認: STEP1 -> STEP2, or errors
  void giveSecretsAgain(card::SecretBuffer password, card::SecretBuffer pin);  ///< STEP2 after a wipe
  void submit();                         ///< 登録: STEP2 -> submitting -> STEP3, or back with a problem
  void cancelSubmission();               ///< back to STEP2; the idempotency key is kept
  void noteActivity();                   ///< a key or pointer event: restarts the five minutes
  void setLanguageTag(const QString& tag);  ///< of mails and of the answer

 signals:
  void pageChanged();
  void cardStatusChanged();
  void networkChanged();
  void secretOutcomeChanged();
  void problemChanged();
  void valuesChanged(const QStringList& fields);
  void errorsChanged();
  void secretsNeededChanged();
  void submissionProgress(int stepsDone, int stepsAll);

 private:
  class Private;
  std::unique_ptr<Private> d;
};

}  // namespace madoguchi::app
