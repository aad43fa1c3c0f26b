#pragma once

#include <QObject>
#include <QString>
#include <cstdint>
#include <string>

#include "app/rooms/application/applications_api.h"

namespace madoguchi::app {

/// What somebody writes to the office because something that they filed is wrong. The text stays
/// until it has arrived, and arrives once.
class ErrorReport : public QObject {
  Q_OBJECT
 public:
  enum class Fault : std::uint8_t { none, missing, tooLong, tooMany };
  static constexpr int kLongest = 2000;  ///< characters

  /// `server` outlives it.
  ErrorReport(Server& server, QString application, QObject* parent = nullptr);

  [[nodiscard]] const QString& text() const { return m_text; }
  void write(const QString& text);
  void send();
  /// Nothing is sent; the text stays.
  void callOff();

  [[nodiscard]] bool isAsking() const { return m_isAsking; }
  [[nodiscard]] Fault fault() const { return m_fault; }            ///< of the text
  [[nodiscard]] FailureCode failure() const { return m_failure; }  ///< of the sending

 signals:
  void changed();
  void sent(const madoguchi::app::ApplicationAnswer& answer);

 private:
  void onAnswer(const ApplicationAnswer& answer);

  Server& m_server;
  const QString m_application;
  QString m_text;
  QString m_of;  ///< what the key is for
  std::string m_key;
  bool m_isAsking = false;
  Fault m_fault = Fault::none;
  FailureCode m_failure = FailureCode::none;
  Pending m_asking;
};

}  // namespace madoguchi::app
