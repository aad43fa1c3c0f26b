#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/card/card_visit.h"
#include "app/core/failure_code.h"
#include "app/core/terms_of_use.h"
#include "app/rooms/registration/page_table.h"
#include "app/server/registration_answers.h"
#include "cardreader/secret_buffer.h"
#include "forms/registration/registration_form.h"
#include "protocol/terms_version.h"

namespace madoguchi::app {

class CardDesk;
class FormModel;
class Server;

struct FlowSettings {
  /// Of the terms of use that the person agrees to.
  std::string termsVersion{protocol::kTermsVersion};
  QString termsFolder = kSampleTerms;  ///< where they are (terms_of_use.h)
  /// Without a key or pointer event for so long, secrets are wiped.
  std::chrono::milliseconds secretLifetime = std::chrono::minutes(5);
};

/// Registration, from the top page to the authentication ID, without any widget. Pages show what it
/// says and call its intentions; all its signals come in the thread that made it.
class RegistrationFlow : public QObject {
  Q_OBJECT
 public:
  /// All three must outlive the flow.
  RegistrationFlow(CardDesk& card, Server& server, IdleClock& idle, QObject* parent = nullptr,
                   FlowSettings settings = {});
  ~RegistrationFlow() override;

  /// The card and its secrets, from beforeYouStart on, where the entrance needs them. What is asked
  /// with the pages signaturePassword, authenticationPin and step2 is given there.
  [[nodiscard]] CardVisit& visit();
  [[nodiscard]] const CardVisit& visit() const;

  // --- what the pages show ---
  [[nodiscard]] Page page() const;
  [[nodiscard]] forms::Entrance entrance() const;
  [[nodiscard]] CheckResult network() const;
  [[nodiscard]] FailureCode networkProblem() const;
  /// On the top page, in its language; none until they have come, and none without a network.
  [[nodiscard]] const std::vector<Announcement>& announcements() const;
  /// What stopped the step on this page; none otherwise. On beforeYouStart it is the notice why the
  /// person is back there (cardRemoved, cardSwapped, ...), which does not keep anybody from going
  /// on.
  [[nodiscard]] FailureCode problem() const;
  [[nodiscard]] bool canGoNext() const;  ///< beforeYouStart: all that the entrance needs is there
  /// The form: what it asks, its values and what was said about them. Pages of this flow type into
  /// it by setValue() and repairValue(), which look whether the form is shown.
  [[nodiscard]] FormModel& form();
  [[nodiscard]] const FormModel& form() const;
  [[nodiscard]] const forms::Values& values() const;
  /// Fields whose value came from the card and was not changed since.
  [[nodiscard]] bool isFromCard(const QString& field) const;
  /// The card's own words for a field that could not be filled from it; empty otherwise.
  [[nodiscard]] QString cardText(const QString& field) const;
  /// The card should fill this field and has nothing for it: the person writes it.
  [[nodiscard]] bool isMissingOnCard(const QString& field) const;
  [[nodiscard]] std::vector<protocol::FieldError> errors() const;
  [[nodiscard]] QString summaryCode() const;  ///< "" without errors
  /// Whether a field of errors() would pass now, as far as this program can tell: as it was when a
  /// field was last left. What the backend has found, only the backend can take back.
  [[nodiscard]] bool isCorrected(const QString& field) const;
  /// STEP2: the secrets were wiped and must be given again before submit().
  [[nodiscard]] bool secretsNeeded() const;
  [[nodiscard]] QString authenticationId() const;  ///< from STEP3 on
  [[nodiscard]] bool termsOpened() const;
  [[nodiscard]] const QString& termsFolder() const;

  // --- intentions ---
  void fetchAnnouncements();             ///< top; again by itself when the language changes there
  void start(forms::Entrance entrance);  ///< top -> beforeYouStart
  void checkNetworkAgain();              ///< and the card, where that is in the way
  void next();                           ///< beforeYouStart -> signaturePassword, when ready
  void back();       ///< one page back; nothing typed is lost, but on the way to top
  void backToTop();  ///< ends the visit: wipes secrets and form
  void setValue(const QString& field,
                const QString& value);     ///< as typed; repaired on leaving the field
  void repairValue(const QString& field);  ///< and looks which errors are corrected; finds no new
  void openTerms();                        ///< the person has opened the terms of use
  void check();                            ///< 確認: STEP1 -> STEP2, or errors
  void submit();            ///< 登録: STEP2 -> submitting -> STEP3, or back with a problem
  void cancelSubmission();  ///< back to STEP2; the idempotency key is kept
  void noteActivity();      ///< a key or pointer event: restarts the five minutes
  void setLanguageTag(const QString& tag);  ///< of mails and of the answer

 signals:
  void pageChanged();
  void networkChanged();
  void announcementsChanged();
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
