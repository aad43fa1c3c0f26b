#pragma once

#include <QDate>
#include <QString>

#include "app/core/failure_code.h"
#include "forms/registration/registration_form.h"

// The copy rows of fields, messages and failures in the language of the moment.

namespace madoguchi::app {

QString fieldLabel(const QString& field, forms::Entrance entrance);
QString fieldHint(const QString& field, forms::Entrance entrance);
/// "male" of "sex" -> 男.
QString choiceText(const QString& field, const QString& choice);
/// The same words in the summary and at the field; markup.
QString fieldErrorText(const QString& field, const QString& code, forms::Entrance entrance);
/// What stands above the form; markup.
struct MessageTexts {
  QString text;
  QString remedy;
};
MessageTexts messageTexts(const QString& code);
/// Markup.
QString writtenDate(const QDate& date);
/// A value as STEP2 shows it. Whether it is markup is told in `markup`.
QString shownValue(const forms::Field& field, const QString& value, bool& markup);

struct FailureTexts {
  QString title;
  QString text;
  QString remedy;
};
FailureTexts failureTexts(FailureCode code);

}  // namespace madoguchi::app
