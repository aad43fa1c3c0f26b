#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <chrono>
#include <cstdint>

#include "app/core/failure_code.h"
#include "app/core/outlets.h"

// What several pages say, in the language of the moment. Markup.

namespace madoguchi::app {

QString writtenDate(const QDate& date);
/// With its hour and minute, in whatever zone it is.
QString writtenTime(const QDateTime& time);
/// Certificates and the service say UTC; offices and clocks here tell the time of Japan.
QDateTime timeInJapan(std::chrono::sys_seconds time);
/// Whatever zone this computer is set to; by the service's clock once that was heard.
QDate dayInJapan();

/// "5 minutes".
QString writtenMinutes(int minutes);

/// "1.2 MB": what offices and telephones call it, in units of 1024.
QString writtenSize(std::uint64_t bytes);

/// What the Agency's table says at a field, with its code: a help desk can look it up. Empty
/// without a code.
QString messageAt(const QString& code, const QString& label);

/// What has become of printing: what a page says where it is done or has failed, or that it were
/// too many pages for this machine, whose printer is as it should be.
QString printedText(const Outlets& outlets, Outlets::Outcome outcome, const QString& done,
                    const QString& failed);

/// Below a text that says "%helpDesk": how to reach the one it speaks of, or what to do where
/// nobody named one.
QString withHelpDesk(QString markup);
/// The line of it; empty where nobody named one.
QString helpDeskLine();

/// To whom goes what a person sends to the service of this origin.
QString whoGetsTheData(const QString& service);

struct FailureTexts {
  QString title;
  QString text;
  QString remedy;
};
FailureTexts failureTexts(FailureCode code);

}  // namespace madoguchi::app
