#include "app/kit/texts.h"

#include <QLocale>

namespace madoguchi::app {

namespace {

QString text(const QString& id) { return qtTrId(id.toUtf8().constData()); }

}  // namespace

QString writtenDate(const QDate& date) {
  return qtTrId("date.full")
      .replace(QStringLiteral("%year"), QString::number(date.year()))
      .replace(QStringLiteral("%namedMonth"), QLocale(QLocale::English).monthName(date.month()))
      .replace(QStringLiteral("%month"), QString::number(date.month()))
      .replace(QStringLiteral("%day"), QString::number(date.day()));
}

FailureTexts failureTexts(FailureCode code) {
  const QString start = QStringLiteral("failure.%1.").arg(name(code));
  return {text(start + QStringLiteral("title")), text(start + QStringLiteral("text")),
          text(start + QStringLiteral("remedy"))};
}

}  // namespace madoguchi::app
