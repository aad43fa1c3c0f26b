#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <map>

#include "app/card/card_desk.h"
#include "app/rooms/registration/registration_flow.h"

namespace madoguchi::app {

/// A JSON file about one run for scripts: what crossed to the card, how long the person was at each
/// place, and how it ended. Nothing personal but the authentication ID.
class RunReport : public QObject {
  Q_OBJECT
 public:
  /// Both outlive it.
  RunReport(const CardDesk& card, const Language& language, QString file,
            QObject* parent = nullptr);

  /// The person has come there.
  void notePlace(const Place& place);
  /// A registration has begun. Written by itself at its end.
  void follow(const RegistrationFlow& flow);
  /// False where the file cannot be written.
  bool write();

 private:
  void countTime();

  const CardDesk& m_card;
  const Language& m_language;
  const QString m_file;
  QString m_authenticationId;
  QString m_place;
  QElapsedTimer m_since;
  std::map<QString, qint64> m_milliseconds;
  std::uint64_t m_untilPassword = 0;  ///< APDUs when the password was last given
  std::uint64_t m_afterPassword = 0;  ///< from then until the form was filled
};

}  // namespace madoguchi::app
