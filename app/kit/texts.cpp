#include "app/kit/texts.h"

#include <QLocale>
#include <QUrl>

#include "app/core/operator_texts.h"
#include "app/core/service_clock.h"
#include "protocol/counted.h"

namespace madoguchi::app {

namespace {

QString text(const QString& id) { return qtTrId(id.toUtf8().constData()); }

}  // namespace

QString writtenDate(const QDate& date) {
  const QString text =
      qtTrId("date.full")
          .replace(QStringLiteral("%year"), QString::number(date.year()))
          .replace(QStringLiteral("%namedMonth"), QLocale(QLocale::English).monthName(date.month()))
          .replace(QStringLiteral("%month"), QString::number(date.month()));
  return QString::fromStdString(
      protocol::withCounted(text.toStdString(), "%day", static_cast<unsigned>(date.day())));
}

QString writtenTime(const QDateTime& time) {
  constexpr int kHalfDay = 12;
  constexpr int kTwoDigits = 10;
  const int hour = time.time().hour();
  const int minute = time.time().minute();
  const QString text =
      (hour < kHalfDay ? qtTrId("time.morning") : qtTrId("time.afternoon"))
          .replace(QStringLiteral("%date"), writtenDate(time.date()))
          .replace(QStringLiteral("%clockHour"),
                   QString::number((hour + kHalfDay - 1) % kHalfDay + 1))
          .replace(QStringLiteral("%hour"), QString::number(hour % kHalfDay))
          .replace(QStringLiteral("%minute"),
                   minute < kTwoDigits ? QStringLiteral("0%minute") : QStringLiteral("%minute"));
  return QString::fromStdString(
      protocol::withCounted(text.toStdString(), "%minute", static_cast<unsigned>(minute)));
}

QDateTime timeInJapan(std::chrono::sys_seconds time) {
  constexpr int kAheadOfUtc = 9 * 60 * 60;
  return QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), Qt::OffsetFromUTC,
                                       kAheadOfUtc);
}

QDate dayInJapan() { return timeInJapan(serviceTime()).date(); }

QString writtenMinutes(int minutes) {
  const auto number = static_cast<unsigned>(minutes);
  return QString::fromStdString(protocol::withCounted(qtTrId("time.minutes", minutes).toStdString(),
                                                      std::to_string(number), number));
}

QString writtenSize(std::uint64_t bytes) {
  const QLocale locale(
      QLocale::English);  // digits as in all other texts, whatever the system's are
  const auto size = static_cast<qint64>(bytes);
  const QString precise = locale.formattedDataSize(size, 1, QLocale::DataSizeTraditionalFormat);
  // "25.0 MB" says no more than "25 MB".
  const QString nought = locale.decimalPoint() + locale.zeroDigit() + u' ';
  return precise.contains(nought)
             ? locale.formattedDataSize(size, 0, QLocale::DataSizeTraditionalFormat)
             : precise;
}

QString messageAt(const QString& code, const QString& label) {
  if (code.isEmpty()) return {};
  return text(QStringLiteral("fieldError.%1").arg(code)).arg(label) +
         QStringLiteral(" (%1)").arg(code);
}

QString helpDeskLine() {
  const QString words = helpDesk();
  return words.isEmpty() ? words : qtTrId("help.desk.line").arg(words);
}

QString printedText(const Outlets& outlets, Outlets::Outcome outcome, const QString& done,
                    const QString& failed) {
  switch (outcome) {
    case Outlets::Outcome::done:
      return done;
    case Outlets::Outcome::tooManyPages:
      return qtTrId("print.tooManyPages", outlets.mostPages());
    case Outlets::Outcome::failed:
      break;
  }
  return failed;
}

QString withHelpDesk(QString markup) {
  const QLatin1String place("%helpDesk");
  if (!markup.contains(place)) return markup;
  const QString line = helpDeskLine();
  return markup.replace(place, line.isEmpty() ? qtTrId("help.desk.none") : line);
}

QString whoGetsTheData(const QString& service) {
  const QString host = QUrl(service).authority();
  const QString who = operatorName();
  return who.isEmpty() ? qtTrId("data.service").arg(host) : qtTrId("data.operator").arg(who, host);
}

FailureTexts failureTexts(FailureCode code) {
  const QString start = QStringLiteral("failure.%1.").arg(name(code));
  QString remedy = withHelpDesk(text(start + QStringLiteral("remedy")));
  if (code == FailureCode::clientTooOld && !updateNotice().isEmpty()) {
    remedy += u'\n' + updateNotice();
  }
  QString what = text(start + QStringLiteral("text"));
  if (code == FailureCode::sessionEnded) {
    what = what.arg(writtenMinutes(sessionMinutes()));
  }
  return {text(start + QStringLiteral("title")), what, remedy};
}

}  // namespace madoguchi::app
