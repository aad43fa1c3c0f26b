#pragma once

#include <QDate>
#include <QString>
#include <QStringList>
#include <chrono>
#include <functional>
#include <optional>
#include <utility>

#include "app/card/card_work.h"
#include "app/core/failure_code.h"
#include "cardreader/jpki_card.h"

namespace madoguchi::app {

/// What somebody needs of a card, who is served by no more.
struct CardWants {
  bool password = false;
  bool pin = false;
  bool signingCertificate = false;
};
inline constexpr CardWants kWholeCard = {.password = true, .pin = true, .signingCertificate = true};

/// The first thing in the way of what is wanted of an inspected card; none where nothing is.
FailureCode judged(const CardInspection& card, const CardWants& wants);

/// What "before you start" checks live. `unknown` while it is being found out.
enum class CheckResult { unknown, good, bad };

/// The card side as the pages show it. Nothing in it is personal.
struct CardStatus {
  CheckResult service = CheckResult::unknown;
  CheckResult reader = CheckResult::unknown;
  CheckResult card = CheckResult::unknown;          ///< present and a My Number Card
  CheckResult certificates = CheckResult::unknown;  ///< those wanted are present and in date
  FailureCode problem =
      FailureCode::none;  ///< the first thing in the way; none when all is good or unknown
  bool busy = false;      ///< the card is being read
  QString readerName;
  QStringList readersWithCard;  ///< several where cards lie in several
  std::optional<card::TriesLeft> passwordTries;
  std::optional<card::TriesLeft> pinTries;
  bool pinPad = false;  ///< the reader can ask for the PIN at a keypad of its own
  /// Last day of the authentication certificate, where the PIN is wanted; the signing one is known
  /// after the password.
  QDate validUntil;
  /// Of the certificate that is not valid yet.
  std::optional<std::chrono::sys_seconds> validFrom;
};

/// Certificates say UTC; days are those of Japan.
QDate dayInJapan(std::chrono::sys_seconds time);

/// Says more than "no service" and "no reader" where the surroundings tell.
using ExplainReaders = std::function<FailureCode(FailureCode)>;

/// Follows the card through what the readers, the inspection and the secrets say.
class CardTracker {
 public:
  explicit CardTracker(CardWants wants, ExplainReaders explain = {})
      : m_wants(wants), m_explain(std::move(explain)) {}

  enum class Change { none, inspect, lost };

  /// `lost`: the inspected card is gone or was taken out meanwhile. `inspect`: a card may be there
  /// that nobody has looked at.
  Change update(const card::ReaderSnapshot& readers);
  /// Why a card that lay in `reader` is gone: the service, the reader, or a hand.
  [[nodiscard]] FailureCode whyLost(const std::string& reader) const;
  /// The card is not the one it was taken for.
  void forgetCard();
  void inspecting() { m_inspecting = true; }
  void inspected(const CardInspection& found);
  void setTries(card::Secret which, std::optional<card::TriesLeft> tries);
  /// The reader's keypad does not understand what it is to ask for.
  void pinPadFails();
  [[nodiscard]] std::optional<card::TriesLeft> tries(card::Secret which) const;
  /// Forgets everything about readers and card.
  void reset() { *this = CardTracker(m_wants, std::move(m_explain)); }

  [[nodiscard]] CardStatus status() const;
  [[nodiscard]] bool anyCard() const;
  /// Null unless a My Number Card is there and was read.
  [[nodiscard]] const CardInspection* card() const;

 private:
  [[nodiscard]] FailureCode explained(FailureCode code) const;

  CardWants m_wants;
  ExplainReaders m_explain;
  std::optional<card::ReaderSnapshot> m_readers;
  std::optional<CardInspection> m_found;
  bool m_inspecting = false;
};

}  // namespace madoguchi::app
