#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <map>

#include "app/card/card_desk.h"
#include "app/rooms/registration/registration_flow.h"

namespace madoguchi::app {

/// A JSON file about one run for scripts: what crossed to the card, how long each page was shown,
/// and how it ended. Nothing personal but the authentication ID.
class RunReport : public QObject {
  Q_OBJECT
 public:
  RunReport(const RegistrationFlow& flow, const CardDesk& card, QString file,
            QObject* parent = nullptr);

  void setLanguageTag(const QString& tag) { m_languageTag = tag; }
  /// Written by itself at the end of a registration. False where the file cannot be written.
  bool write();

 private:
  void onPage();
  void onSecretAnswer(card::Secret which);
  void countTime();

  const RegistrationFlow& m_flow;
  const CardDesk& m_card;
  const QString m_file;
  QString m_languageTag;
  QString m_authenticationId;
  Page m_page;
  QElapsedTimer m_since;
  std::map<Page, qint64> m_milliseconds;
  std::uint64_t m_untilPassword = 0;  ///< APDUs when the password was last given
  std::uint64_t m_afterPassword = 0;  ///< from then until the form was filled
};

}  // namespace madoguchi::app
