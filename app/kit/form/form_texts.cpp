#include "app/kit/form/form_texts.h"

#include <QDate>
#include <QLocale>
#include <utility>

#include "app/kit/form/cause_texts.h"
#include "app/kit/texts.h"
#include "app/widgets/municipality_field.h"
#include "forms/engine/attachment.h"
#include "forms/engine/code_list.h"
#include "protocol/counted.h"
#include "protocol/refusal.h"

namespace madoguchi::app {

namespace {

using forms::FieldType;

QString text(const QString& id) { return qtTrId(id.toUtf8().constData()); }

QString of(std::string_view view) {
  return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// A later service may know codes that this program has no texts for: the general one stands in.
QString textOfCode(const QString& start, const QString& code, const QString& end) {
  const QString id = start + code + end;
  const QString found = text(id);
  return found != id ? found : text(start + of(protocol::kInputCode) + end);
}

/// What is missing of them is chosen, not written.
bool isChosen(const forms::Field& field) {
  return forms::isChoice(field.type) || field.type == FieldType::codes ||
         field.type == FieldType::attachment || field.type == FieldType::municipality;
}

/// Those of the Agency are said with the message, so that a help desk can look them up.
bool isPublished(const QString& code) { return code == code.toUpper(); }

/// "PDF" of "application/pdf".
QString kindOfFile(const std::string& mediaType) {
  return of(mediaType).section(u'/', 1).toUpper();
}

RubyText shownAttachment(const QString& value) {
  const auto attachment = forms::attachmentFrom(value.toStdString());
  if (!attachment) return RubyText::plain(value);
  return RubyText::plain(
      QStringLiteral("%1 (%2)").arg(kindOfFile(attachment->mediaType),
                                    writtenSize(static_cast<std::uint64_t>(attachment->bytes))));
}

/// "3,000,000": a nought too many is seen.
QString grouped(const QString& number) {
  bool isNumber = false;
  const qlonglong read = number.toLongLong(&isNumber);
  return isNumber ? QLocale(QLocale::English).toString(read) : number;
}

}  // namespace

FormTexts::FormTexts(const forms::Definition& form, QString variant, const forms::FormWords* words)
    : m_form(&form), m_variant(std::move(variant)), m_words(words) {}

QString FormTexts::own(const QString& id) const {
  return m_words == nullptr
             ? QString()
             : of(forms::wordsOf(*m_words, id.toStdString(), qtTrId("language.tag").toStdString(),
                                 m_variant.toStdString()));
}

QString FormTexts::word(const QString& id) const {
  const QString found = own(id);
  return found.isEmpty() ? text(id) : found;
}

QString FormTexts::ofVariant(const QString& id) const {
  const QString variant = id + u'.' + m_variant;
  const QString found = m_variant.isEmpty() ? variant : text(variant);
  return found != variant ? found : word(id);
}

QString FormTexts::ofCode(const QString& code, const QString& end) const {
  const QString start = QStringLiteral("fieldError.");
  const QString found = own(start + code);
  return found.isEmpty() ? textOfCode(start, code, end) : found;
}

QString FormTexts::pageTitle(std::string_view page) const {
  return word(QStringLiteral("page.%1.%2.title").arg(of(m_form->id), of(page)));
}

QString FormTexts::sectionTitle(const forms::Section& section) const {
  if (m_form->pages[section.page].sections.size() < 2) return {};
  const QString title =
      word(QStringLiteral("section.%1.%2.title").arg(of(m_form->id), of(section.id)));
  return title == pageTitle(m_form->pages[section.page].id) ? QString() : title;
}

QString FormTexts::label(const FormModel& form, const forms::FieldPath& path) const {
  const forms::Field* field = forms::findField(*m_form, path);
  const QString name =
      field != nullptr ? label(*field) : word(QStringLiteral("group.%1.title").arg(of(path.group)));
  const QString number = form.itemNumber(path);
  return number.isEmpty() ? name : number + u' ' + name;
}

QString FormTexts::label(const forms::Field& field) const {
  const QString group = of(forms::groupIdOf(*m_form, field));
  return ofVariant(group.isEmpty() ? QStringLiteral("field.%1.label").arg(of(field.id))
                                   : QStringLiteral("field.%1.%2.label").arg(group, of(field.id)));
}

QString FormTexts::hint(const forms::Field& field) const {
  const QString group = of(forms::groupIdOf(*m_form, field));
  return ofVariant(group.isEmpty() ? QStringLiteral("field.%1.hint").arg(of(field.id))
                                   : QStringLiteral("field.%1.%2.hint").arg(group, of(field.id)));
}

QString FormTexts::takes(const forms::Field& field) const {
  const QString group = of(forms::groupIdOf(*m_form, field));
  QString words =
      own(group.isEmpty() ? QStringLiteral("field.%1.takes").arg(of(field.id))
                          : QStringLiteral("field.%1.%2.takes").arg(group, of(field.id)));
  if (words.isEmpty()) words = qtTrId("form.file.limits");
  QStringList kinds;
  for (const std::string& type : field.mediaTypes) kinds << kindOfFile(type);
  // Not arg(): words of a form's own use only some of them.
  return words.replace(QStringLiteral("%1"), kinds.join(qtTrId("list.comma")))
      .replace(QStringLiteral("%2"), writtenSize(field.maxBytes));
}

QString FormTexts::choice(const forms::Field& field, const QString& choice) const {
  if (field.list) {
    const auto entry = field.list->position.find(choice.toStdString());
    if (entry == field.list->position.end()) return {};
    const auto& texts = field.list->entries[entry->second].texts;
    const auto found = texts.find(qtTrId("language.tag").toStdString());
    return found == texts.end() ? choice : QString::fromStdString(found->second);
  }
  if (field.type == FieldType::yesNo) return word(QStringLiteral("value.yesNo.%1").arg(choice));
  const QString group = of(forms::groupIdOf(*m_form, field));
  return word(group.isEmpty() ? QStringLiteral("value.%1.%2").arg(of(field.id), choice)
                              : QStringLiteral("value.%1.%2.%3").arg(group, of(field.id), choice));
}

std::pair<QString, QString> FormTexts::unit(const forms::Field& field) const {
  const QString words = word(QStringLiteral("unit.%1").arg(of(field.unit)));
  const qsizetype number = words.indexOf(QStringLiteral("%1"));
  return {words.left(number).trimmed(), words.mid(number + 2).trimmed()};
}

QString FormTexts::addRow(const forms::Group& group) const {
  return word(QStringLiteral("group.%1.add").arg(of(group.id)));
}

QString FormTexts::rowNumber(const FormModel& form, const forms::FieldPath& row) const {
  const auto index = forms::indexOfRow(form.answers(), row.group, row.row);
  const QString words = word(QStringLiteral("group.%1.row").arg(of(row.group)));
  return QString::fromStdString(protocol::withCounted(
      words.toStdString(), "%1", static_cast<unsigned>(index.value_or(0) + 1)));
}

RubyText FormTexts::rowName(const FormModel& form, const forms::FieldPath& row) const {
  RubyText name = RubyText::fromMarkup(rowNumber(form, row));
  QString between = qtTrId("list.colon");
  for (const std::size_t index : forms::findGroup(*m_form, row.group)->title) {
    const forms::Field& field = m_form->fields[index];
    const RubyText part =
        shown(field, form.value({.group = row.group, .row = row.row, .field = field.id}));
    if (part.runs.empty()) continue;
    append(name, RubyText::plain(std::exchange(between, qtTrId("list.comma"))));
    append(name, part);
  }
  return name;
}

RubyText FormTexts::shown(const forms::Field& field, const QString& value) const {
  if (value.isEmpty()) return {};
  if (forms::isChoice(field.type)) return RubyText::fromMarkup(choice(field, value));
  switch (field.type) {
    case FieldType::codes: {
      QStringList names;
      for (const QString& code : value.split(u',')) names << choice(field, code);
      return RubyText::fromMarkup(names.join(u'\n'));
    }
    case FieldType::date:
    case FieldType::partialDate:
    case FieldType::partialMonth: {
      const QString written = writtenPartialDate(value);
      return written.isEmpty() ? RubyText::plain(value) : RubyText::fromMarkup(written);
    }
    case FieldType::number:
      return field.unit.empty()
                 ? RubyText::plain(value)
                 : RubyText::fromMarkup(
                       word(QStringLiteral("unit.%1").arg(of(field.unit))).arg(grouped(value)));
    case FieldType::municipality:
      return RubyText::plain(MunicipalityField::shownName(value));
    case FieldType::attachment:
      return shownAttachment(value);
    default:
      break;
  }
  return RubyText::plain(value);
}

bool hasWrittenExample(const forms::Field& field) {
  return field.type == FieldType::text && !field.example.empty();
}

QString FormTexts::finding(const FormModel& form, const forms::FieldPath& path,
                           const ShownError& error) const {
  return said(form, path, error, false);
}

QString FormTexts::namedFinding(const FormModel& form, const forms::FieldPath& path,
                                const ShownError& error) const {
  return said(form, path, error, true);
}

QString FormTexts::namedLabel(const FormModel& form, const forms::FieldPath& path) const {
  const QString label = this->label(form, path);
  const bool isInRow = forms::findField(*m_form, path) != nullptr && !path.row.empty();
  return isInRow ? qtTrId("form.ofRow").arg(rowNumber(form, path), label) : label;
}

QString FormTexts::said(const FormModel& form, const forms::FieldPath& path,
                        const ShownError& error, bool named) const {
  const forms::Field* field = forms::findField(*m_form, path);
  QString variant;
  if (field != nullptr && error.code == u"WZBAM001E" && isChosen(*field)) {
    variant = QStringLiteral(".choice");
  } else if (field != nullptr && error.code == u"WZBAM005E" && !hasWrittenExample(*field)) {
    variant = QStringLiteral(".plain");
  }
  const QString label = namedLabel(form, path);
  const QString pattern = ofCode(error.code, variant);
  QString said = pattern.contains(QStringLiteral("%1")) ? pattern.arg(label)
                 : named                                ? qtTrId("form.named").arg(label, pattern)
                                                        : pattern;
  if (isPublished(error.code)) said += QStringLiteral(" (%1)").arg(error.code);
  switch (error.severity) {
    case forms::Severity::error:
      break;
    case forms::Severity::warning:
      return qtTrId("form.warning").arg(said);
    case forms::Severity::notice:
      return qtTrId("form.notice").arg(said);
  }
  return said;
}

QString FormTexts::cause(const forms::Field& field, const ShownError& error) const {
  return causeText(field, error.explanation);
}

MessageTexts messageTexts(const QString& code) {
  const QString start = QStringLiteral("message.");
  return {textOfCode(start, code, QStringLiteral(".text")),
          withHelpDesk(textOfCode(start, code, QStringLiteral(".remedy")))};
}

QString writtenPartialDate(const QString& value) {
  if (value == u"unknown") return qtTrId("date.unknown");
  const QDate date = QDate::fromString(value, Qt::ISODate);
  if (date.isValid()) return writtenDate(date);
  const QDate month = QDate::fromString(value, QStringLiteral("yyyy-MM"));
  if (month.isValid()) {
    return qtTrId("date.yearMonth")
        .replace(QStringLiteral("%year"), QString::number(month.year()))
        .replace(QStringLiteral("%namedMonth"), QLocale(QLocale::English).monthName(month.month()))
        .replace(QStringLiteral("%month"), QString::number(month.month()));
  }
  const QDate year = QDate::fromString(value, QStringLiteral("yyyy"));
  return year.isValid() ? qtTrId("date.yearOnly")
                              .replace(QStringLiteral("%year"), QString::number(year.year()))
                        : QString();
}

}  // namespace madoguchi::app
