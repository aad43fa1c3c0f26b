#pragma once

#include <QDate>
#include <QObject>
#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "app/card/card_desk.h"
#include "app/card/card_status.h"
#include "app/card/secret_keeper.h"

namespace madoguchi::app {

/// What has become of a secret that was given.
enum class SecretAnswer : std::uint8_t {
  none,
  checking,
  wrong,       ///< tries left are in CardStatus
  notEntered,  ///< no PIN came from the reader, which may not be able to ask for it (see
               ///< CardStatus::pinPad); no try was used
  impossible,  ///< it could not have been right; nothing was sent
  lastTry,     ///< one try is left: ask for an explicit yes, then call confirmLastTry()
  failed,      ///< see failure()
  right,
};

/// From "put the card on the reader" to "its secrets are right", and what is signed with them:
/// follows the card, counts tries, keeps and wipes secrets. Nothing but what is wanted of the card
/// is looked for, asked or complained of.
class CardVisit : public QObject {
  Q_OBJECT
 public:
  using Wants = CardWants;
  /// Both outlive the visit. Secrets are wiped when nobody has done anything for `secretLifetime`.
  CardVisit(CardDesk& desk, IdleClock& idle, Wants wants, QObject* parent = nullptr,
            std::chrono::milliseconds secretLifetime = std::chrono::minutes(5));
  ~CardVisit() override;

  // --- what is known ---
  /// Between begin() and rest() or end().
  [[nodiscard]] bool isActive() const { return static_cast<bool>(m_watch); }
  [[nodiscard]] const CardStatus& status() const { return m_status; }
  [[nodiscard]] SecretAnswer answer(card::Secret which) const;
  /// What stopped the last check of a secret, or the last look at its card; none otherwise.
  [[nodiscard]] FailureCode failure() const { return m_failure; }
  [[nodiscard]] bool isChecking() const { return static_cast<bool>(m_check); }
  /// All that is wanted was right and is there.
  [[nodiscard]] bool isComplete() const;
  /// Whether a password or PIN is in memory at this moment.
  [[nodiscard]] bool holdsSecrets() const { return m_secrets.holdsAny(); }
  /// Now, and again with every sign().
  [[nodiscard]] bool isPinTypedAtReader() const;
  /// Of the card whose secret was right, in this stay or one before it: null where there is none.
  [[nodiscard]] const certificate::Certificate* signing() const;
  [[nodiscard]] const certificate::Certificate* authentication() const;
  /// Of the steps of signAtOnce(), since completed(); they are no secret.
  [[nodiscard]] const std::vector<Signature>& signatures() const { return m_signatures; }
  /// The day on which the first of the wanted certificates ends, as far as they have been read,
  /// where that is at most 30 days away. Nothing stops for it.
  [[nodiscard]] std::optional<QDate> certificateEndsSoon() const;
  /// Where a certificate that is not valid yet is in the way: when it begins to be.
  [[nodiscard]] std::optional<std::chrono::sys_seconds> certificateBegins() const;

  // --- intentions ---
  /// Looks for the card, or looks at everything anew.
  void begin();
  /// Secrets are wiped, and no card is followed. Whose card it was stays known, so that another one
  /// is noticed after begin().
  void rest();
  /// rest(), and the owner is forgotten.
  void end();
  /// Sends what is given to the card at once, all of it in one session. Nothing happens while a
  /// check or a look is under way, and where the reader cannot ask for the PIN.
  void give(CardSecrets secrets);
  void give(card::Secret which, card::SecretBuffer secret);
  void typePinAtReader();
  void confirmLastTry(bool yes);
  /// What was given and is not known to be right goes, and what was said of it.
  void withdraw();
  void wipe(card::Secret which);
  void wipe();
  /// To be signed in the session that finds everything right at once, so that the card is addressed
  /// once and a PIN typed at the reader once. Where the secrets come one by one, or steps are given
  /// late, there are no signatures() when completed() comes, and sign() is there for them.
  using StepsFor =
      std::function<std::vector<SignatureStep>(const certificate::Certificate& authentication)>;
  void signAtOnce(StepsFor steps) { m_signAtOnce = std::move(steps); }
  /// One answer, unless the card is lost() before. Nothing is asked where isComplete() is not.
  Pending sign(std::vector<SignatureStep> steps, std::function<void(const CardWorkDone&)> answer);
  /// For what is typed and was not given yet: acts when the secrets would be wiped.
  Pending afterSecretLifetime(std::function<void()> act);

 signals:
  void statusChanged();
  void answerChanged(madoguchi::card::Secret which);
  void failureChanged();
  void completed();
  /// The card that was followed has gone, or cannot be told to be the same. Secrets are wiped.
  void lost(madoguchi::app::FailureCode why);
  /// The card that lies there now is not the owner's whose secrets were right before. The owner is
  /// forgotten.
  void ownerChanged();
  /// The secrets were wiped because nobody did anything.
  void expired();

 private:
  void onReaders(const card::ReaderSnapshot& readers);
  void look();
  void onInspected(const CardInspection& found);
  void lose(FailureCode why);
  /// The card thread found the card gone or swapped, perhaps before the readers have told.
  void endStay(FailureCode why);
  void forgetTries();
  void onExpired();
  void checkOrAsk();
  void check();
  void onChecked(const CardWorkDone& done);
  void takeRight(const CardWorkDone& done);
  [[nodiscard]] bool areAllThatIsWanted(const CardSecrets& secrets) const;
  void fail(FailureCode why);
  void onSigned(const CardWorkDone& done, const std::function<void(const CardWorkDone&)>& answer);
  /// What it tells of the card's tries and the reader's keypad.
  void learnFrom(const CardWorkDone& done);
  void forgetOwner();
  void readStatus();
  void tellStatus();
  void setFailure(FailureCode code);
  void setAnswers(SecretAnswer password, SecretAnswer pin);
  /// Of what was given last; the other's stays.
  void answerGiven(SecretAnswer password, SecretAnswer pin);
  void answerGiven(SecretAnswer both) { answerGiven(both, both); }

  CardDesk& m_desk;
  const Wants m_wants;
  CardTracker m_tracker;
  CardStatus m_status;
  SecretKeeper m_secrets;
  struct {
    bool password = false;
    bool pin = false;
  } m_given;  ///< what is being asked of the card, or was asked last
  SecretAnswer m_password = SecretAnswer::none;
  SecretAnswer m_pin = SecretAnswer::none;
  FailureCode m_failure = FailureCode::none;
  std::optional<certificate::Certificate> m_authentication;
  std::optional<certificate::Certificate> m_signing;
  std::optional<std::chrono::sys_seconds> m_begins;  ///< the signing one that stopped a check
  StepsFor m_signAtOnce;
  std::vector<Signature> m_signatures;
  bool m_canKeepSecrets = true;

  Pending m_watch;
  Pending m_look;
  Pending m_check;
  Pending m_sign;
  std::uint64_t m_lastSign = 0;
};

}  // namespace madoguchi::app
