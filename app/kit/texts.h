#pragma once

#include <QDate>
#include <QString>

#include "app/core/failure_code.h"

// What several pages say, in the language of the moment. Markup.

namespace madoguchi::app {

QString writtenDate(const QDate& date);

struct FailureTexts {
  QString title;
  QString text;
  QString remedy;
};
FailureTexts failureTexts(FailureCode code);

}  // namespace madoguchi::app
