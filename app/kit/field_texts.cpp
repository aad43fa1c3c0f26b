#include "app/kit/field_texts.h"

#include <QLocale>

#include "app/widgets/municipality_field.h"
#include "protocol/refusal.h"

namespace madoguchi::app {

namespace {

QString text(const QString& id) { return qtTrId(id.toUtf8().constData()); }

/// A later service may know codes that this program has no texts for: the general one stands in.
QString textOfCode(const QString& start, const QString& code, const QString& end) {
  const QString id = start + code + end;
  const QString found = text(id);
  return found != id ? found
                     : text(start +
                            QLatin1String(protocol::kInputCode.data(),
                                          qsizetype{protocol::kInputCode.size()}) +
                            end);
}

/// Attorneys and scriveners give their office's address, telephone and mail: where a text of their
/// own exists it has this ending.
QString forEntrance(const QString& id, const QString& field, forms::Entrance entrance) {
  const bool office = field == u"municipalityCode" || field == u"addressRest" ||
                      field == u"phone" || field == u"email";
  return text(entrance == forms::Entrance::attorneyOrScrivener && office
                  ? id + QStringLiteral(".office")
                  : id);
}

bool isChosen(const QString& field) {
  const auto* definition = forms::findField(forms::registrationForm(), field.toStdString());
  return definition != nullptr && (definition->type == forms::FieldType::sex ||
                                   definition->type == forms::FieldType::choice);
}

}  // namespace

QString fieldLabel(const QString& field, forms::Entrance entrance) {
  return forEntrance(QStringLiteral("field.%1.label").arg(field), field, entrance);
}

QString fieldHint(const QString& field, forms::Entrance entrance) {
  return forEntrance(QStringLiteral("field.%1.hint").arg(field), field, entrance);
}

QString choiceText(const QString& field, const QString& choice) {
  return text(QStringLiteral("value.%1.%2").arg(field, choice));
}

QString fieldErrorText(const QString& field, const QString& code, forms::Entrance entrance) {
  // What is missing among choices is not to be written.
  const bool choice = code == u"WZBAM001E" && isChosen(field);
  return textOfCode(QStringLiteral("fieldError."), code,
                    choice ? QStringLiteral(".choice") : QString())
             .arg(fieldLabel(field, entrance)) +
         QStringLiteral(" (%1)").arg(code);
}

MessageTexts messageTexts(const QString& code) {
  const QString start = QStringLiteral("message.");
  return {textOfCode(start, code, QStringLiteral(".text")),
          textOfCode(start, code, QStringLiteral(".remedy"))};
}

QString writtenDate(const QDate& date) {
  return qtTrId("date.full")
      .replace(QStringLiteral("%year"), QString::number(date.year()))
      .replace(QStringLiteral("%namedMonth"), QLocale(QLocale::English).monthName(date.month()))
      .replace(QStringLiteral("%month"), QString::number(date.month()))
      .replace(QStringLiteral("%day"), QString::number(date.day()));
}

QString shownValue(const forms::Field& field, const QString& value, bool& markup) {
  const QString id = QString::fromStdString(field.id);
  markup = true;
  switch (field.type) {
    case forms::FieldType::sex:
    case forms::FieldType::choice:
    case forms::FieldType::consent:
      return value.isEmpty() ? value : choiceText(id, value);
    case forms::FieldType::date:
    case forms::FieldType::partialDate: {
      const QDate date = QDate::fromString(value, Qt::ISODate);
      return date.isValid() ? writtenDate(date) : value;
    }
    case forms::FieldType::municipality:
      markup = false;
      return MunicipalityField::shownName(value);
    default:
      break;
  }
  markup = false;
  return value;
}

FailureTexts failureTexts(FailureCode code) {
  const QString start = QStringLiteral("failure.%1.").arg(name(code));
  return {text(start + QStringLiteral("title")), text(start + QStringLiteral("text")),
          text(start + QStringLiteral("remedy"))};
}

}  // namespace madoguchi::app
