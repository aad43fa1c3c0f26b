#pragma once

#include <QString>
#include <QStringList>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/card/card_visit.h"
#include "app/core/failure_code.h"
#include "app/core/journey.h"
#include "app/rooms/registration/page_table.h"
#include "forms/registration/registration_form.h"

namespace madoguchi::app {

class CardDesk;
class FormModel;
class Language;
class Server;
struct AgreedTerms;

/// How far a submission had come that the person has ended.
enum class CalledOff : std::uint8_t {
  no,
  nothingSent,
  mayHaveArrived,  ///< submit() finds out, and registers nobody twice
};

/// What a registration works with. All of it outlives the flow.
struct RegistrationUses {
  CardDesk& card;
  Server& server;
  IdleClock& idle;
  const Language& language;  ///< of mails and of the answer
  AgreedTerms& terms;
  /// Without a key or pointer event for so long, secrets are wiped.
  std::chrono::milliseconds secretLifetime = std::chrono::minutes(5);
};

/// Registration, from what one needs before starting to the authentication ID, without any widget.
/// Pages show what it says and call its intentions; all its signals come in the thread that made
/// it.
class RegistrationFlow : public Journey {
  Q_OBJECT
 public:
  RegistrationFlow(RegistrationUses uses, forms::Entrance entrance, QObject* parent = nullptr);
  ~RegistrationFlow() override;

  /// The card and its secrets, where the entrance needs them. What is asked with the pages
  /// signaturePassword, authenticationPin and step2 is given there.
  [[nodiscard]] CardVisit& visit();
  [[nodiscard]] const CardVisit& visit() const;

  // --- what the pages show ---
  [[nodiscard]] Page page() const;
  [[nodiscard]] forms::Entrance entrance() const;
  [[nodiscard]] const QString& service() const;  ///< its origin: where the data goes
  /// So long without action the card's secrets are kept.
  [[nodiscard]] std::chrono::milliseconds secretLifetime() const;
  [[nodiscard]] CheckResult network() const;
  [[nodiscard]] FailureCode networkProblem() const;
  /// What stopped the step on this page; none otherwise. On beforeYouStart it is the notice why the
  /// person is back there (cardRemoved, cardSwapped, ...), which does not keep anybody from going
  /// on.
  [[nodiscard]] FailureCode problem() const;
  [[nodiscard]] bool canGoNext() const;  ///< beforeYouStart: all that the entrance needs is there
  /// The form: what it asks, its values and what was said about them. The page of
  /// the form types into it.
  [[nodiscard]] FormModel& form();
  [[nodiscard]] const FormModel& form() const;
  [[nodiscard]] const forms::Values& values() const;
  /// Fields whose value came from the card and was not changed since.
  [[nodiscard]] bool isFromCard(const QString& field) const;
  /// The card's own words for a field that could not be filled from it; empty otherwise.
  [[nodiscard]] QString cardText(const QString& field) const;
  /// What the card says beyond the value that it filled, while that stands: kanji, kana and alias
  /// of a name; empty otherwise.
  [[nodiscard]] QString alsoOnCard(const QString& field) const;
  /// The card should fill this field and has nothing for it: the person writes it.
  [[nodiscard]] bool isMissingOnCard(const QString& field) const;
  [[nodiscard]] std::vector<protocol::FieldError> errors() const;
  [[nodiscard]] QString summaryCode() const;  ///< "" without errors
  /// Whether a field of errors() would pass now, as far as this program can tell: as it was when a
  /// field was last left. What the backend has found, only the backend can take back.
  [[nodiscard]] bool isCorrected(const QString& field) const;
  /// STEP2: the secrets were wiped and must be given again before submit().
  [[nodiscard]] bool secretsNeeded() const;
  /// STEP2: where the person has just ended a submission.
  [[nodiscard]] CalledOff calledOff() const;
  [[nodiscard]] QString authenticationId() const;  ///< from STEP3 on
  /// STEP3: the owner of the card was registered before, with another e-mail address.
  [[nodiscard]] bool emailCorrected() const;
  /// For who opens the terms of use here.
  [[nodiscard]] AgreedTerms& terms() const;

  // --- intentions ---
  void checkNetworkAgain();   ///< and the card, where that is in the way
  void checkComputer();       ///< in the room for it
  void next();                ///< beforeYouStart -> signaturePassword, when ready
  void beginAgainWithCard();  ///< nothing typed is lost
  void setValue(const QString& field,
                const QString& value);     ///< as typed; repaired on leaving the field
  void repairValue(const QString& field);  ///< and looks which errors are corrected; finds no new
  void check();                            ///< 確認: STEP1 -> STEP2, or errors
  void submit();            ///< 登録: STEP2 -> submitting -> STEP3, or back with a problem
  void cancelSubmission();  ///< back to STEP2; the idempotency key is kept
  void finish();            ///< STEP3: the visit is over

  // --- Journey ---
  /// Place::page of each of its places.
  static const QStringList& pageNames();
  [[nodiscard]] Place place() const override;
  [[nodiscard]] bool wouldLoseSomething() const override;
  [[nodiscard]] bool isSending() const override;
  [[nodiscard]] bool mayHaveArrived() const override;
  bool back() override;
  void leave() override;
  void cover() override;
  void uncover() override {}

 signals:
  void networkChanged();
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
