#include "app/rooms/application/print/paper_words.h"

#include <QStringList>

#include "forms/application/application_form.h"
#include "forms/engine/attachment.h"
#include "forms/engine/code_list.h"
#include "forms/places/municipalities.h"

namespace madoguchi::app {
namespace {

using forms::FieldType;

constexpr auto kJapanese = "ja";
constexpr auto kEnglish = "en";

QString paperChoice(const forms::Field& field, const QString& value, const QString& procedure) {
  if (field.type == FieldType::yesNo)
    return value == u"yes" ? QStringLiteral("有 Yes") : QStringLiteral("無 No");
  if (!field.list) {
    const std::string id = forms::applicationWordsId("value", field, value.toStdString());
    return paperWords(qt(id), procedure).on(u' ');
  }
  const auto entry = field.list->position.find(value.toStdString());
  if (entry == field.list->position.end()) return value;
  const auto& texts = field.list->entries[entry->second].texts;
  return PaperWords{QString::fromStdString(texts.at(kJapanese)),
                    QString::fromStdString(texts.at(kEnglish))}
      .on(u' ');
}

QString paperFile(const QString& value) {
  const auto file = forms::attachmentFrom(value.toStdString());
  if (!file) return value;
  return QStringLiteral("%1, %2 bytes\nSHA-256 %3")
      .arg(qt(file->mediaType), QString::number(file->bytes), qt(file->digest));
}

QString paperPlace(const QString& code) {
  const forms::Municipality* place = forms::findMunicipality(code.toStdString());
  return place == nullptr ? code : QString::fromStdString(place->fullName());
}

}  // namespace

QString qt(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString PaperWords::on(QChar between) const {
  return japanese == english ? japanese : japanese + between + english;
}

PaperWords paperWords(const QString& id, const QString& procedure) {
  const auto in = [&](const char* language) {
    return qt(forms::wordsOf(forms::applicationWords(), id.toStdString(), language,
                             procedure.toStdString()));
  };
  return {in(kJapanese), in(kEnglish)};
}

QString paperDate(const QString& value) {
  if (value == u"unknown") return QStringLiteral("不詳 Unknown");
  const QStringList parts = value.split(u'-');
  static const QStringList kUnits = {QStringLiteral("年"), QStringLiteral("月"),
                                     QStringLiteral("日")};
  QString written;
  for (qsizetype i = 0; i < parts.size() && i < kUnits.size(); ++i)
    written += QString::number(parts[i].toInt()) + kUnits[i];
  return written + QStringLiteral(" (%1)").arg(value);
}

QString paperLabel(const forms::Field& field, const QString& procedure) {
  return paperWords(qt(forms::applicationWordsId("field", field, "label")), procedure).on(u'\n');
}

QString paperTitle(const QString& id, const QString& procedure) {
  return paperWords(id, procedure).on(u' ');
}

QString paperAnswer(const forms::Field& field, const QString& value, const QString& procedure) {
  if (value.isEmpty()) return {};
  if (forms::isChoice(field.type)) return paperChoice(field, value, procedure);
  switch (field.type) {
    case FieldType::codes: {
      QStringList names;
      for (const QString& code : value.split(u',')) names << paperChoice(field, code, procedure);
      return names.join(u'\n');
    }
    case FieldType::date:
    case FieldType::partialDate:
    case FieldType::partialMonth:
      return paperDate(value);
    case FieldType::number:
      return field.unit.empty() ? value
                                : paperWords(QStringLiteral("unit.") + qt(field.unit), procedure)
                                      .on(u' ')
                                      .arg(value);
    case FieldType::municipality:
      return paperPlace(value);
    case FieldType::attachment:
      return paperFile(value);
    default:
      break;
  }
  return value;
}

}  // namespace madoguchi::app
