#pragma once

#include <QObject>
#include <string>

#include "app/card/card_visit.h"
#include "app/rooms/application/applications_api.h"

namespace madoguchi::app {

class DraftWork;

/// A draft on its way to become an application: kept to the last word, signed by the card where the
/// account has one, and sent under a key that stays the same as long as what is filed does.
class Filing : public QObject {
  Q_OBJECT
 public:
  /// All of them outlive it. `visit` is null for whom no card signs.
  Filing(Server& server, DraftWork& work, CardVisit* visit, QObject* parent = nullptr);

  /// With a card, its visit is complete. `again` where the person knows that the same was filed for
  /// the same applicant.
  void file(bool again = false);
  /// Ends what is under way.
  void callOff();

  [[nodiscard]] bool isAsking() const { return m_isAsking; }
  /// Under way and not sent yet: the card has to sign it, or has just done so.
  [[nodiscard]] bool needsCard() const { return m_isAsking && m_visit != nullptr && !m_isSending; }
  /// It was sent, and no answer has told what became of it.
  [[nodiscard]] bool mayHaveArrived() const { return m_sent; }
  [[nodiscard]] FailureCode failure() const { return m_failure; }
  [[nodiscard]] bool isDone() const { return m_done; }
  [[nodiscard]] const FiledAnswer& outcome() const { return m_outcome; }

 signals:
  void changed();
  /// It was answered, for better or worse.
  void answered();

 private:
  void goOn();
  void sign(const std::string& nonce);
  void send();
  void onAnswer(FiledAnswer answer);
  void end(FailureCode failure);
  /// As it is signed.
  [[nodiscard]] std::string application() const;

  Server& m_server;
  DraftWork& m_work;
  CardVisit* m_visit;
  bool m_isAsking = false;
  bool m_waits = false;  ///< until the draft is kept
  bool m_again = false;
  bool m_isSending = false;
  bool m_sent = false;  ///< mayHaveArrived()
  bool m_done = false;
  FailureCode m_failure = FailureCode::none;
  std::string m_key;
  std::string m_of;      ///< what the key, and the signature, are for
  std::string m_signed;  ///< empty until it is
  FiledAnswer m_outcome;
  Pending m_asking;
};

}  // namespace madoguchi::app
