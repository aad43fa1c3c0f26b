#include "app/rooms/application/pages/bulk_texts.h"

#include "app/core/visible_text.h"
#include "app/kit/form/form_texts.h"
#include "app/rooms/application/pages/application_texts.h"
#include "app/rooms/application/pages/prospect_texts.h"
#include "forms/application/application_form.h"
#include "forms/bulk/bulk_table.h"

namespace madoguchi::app {
namespace {

QString patternOf(forms::CellFault fault) {
  switch (fault) {
    case forms::CellFault::none:
      break;
    case forms::CellFault::notInList:
      return qtTrId("bulk.cell.notInList");
    case forms::CellFault::shortenedNumber:
      return qtTrId("bulk.cell.shortenedNumber");
    case forms::CellFault::becameDay:
      return qtTrId("bulk.cell.becameDay");
    case forms::CellFault::errorValue:
      return qtTrId("bulk.cell.errorValue");
    case forms::CellFault::lostCharacter:
      return qtTrId("bulk.cell.lostCharacter");
    case forms::CellFault::noSuchPlace:
      return qtTrId("bulk.cell.noSuchPlace");
    case forms::CellFault::different:
      return qtTrId("bulk.cell.different");
    case forms::CellFault::example:
      return qtTrId("bulk.cell.example");
  }
  return {};
}

/// Empty where the row ends before it.
QString cellText(const forms::BulkTable& table, const BulkApplicant& applicant,
                 const BulkFinding& finding) {
  const auto& row = table.cells.at(applicant.number - 1);
  return finding.column && *finding.column < row.size() ? bulkCellText(row[*finding.column])
                                                        : QString();
}

QString cellName(std::size_t column, BulkPlace place) {
  return QString::fromStdString(forms::columnLetters(column + place.columnsBefore)) +
         QString::number(place.row);
}

/// "H4: "; empty where no column of the table is for it.
RubyText placeText(const BulkFinding& finding, BulkPlace place) {
  return finding.column ? RubyText::plain(cellName(*finding.column, place) + QStringLiteral(": "))
                        : RubyText();
}

RubyText textOf(const forms::BulkTable& table, const BulkApplicant& applicant,
                const BulkFinding& finding, BulkPlace place) {
  const FormTexts texts = applicationTexts(QString::fromStdString(table.procedure));
  const QString cell = cellText(table, applicant, finding);
  RubyText text = placeText(finding, place);
  if (finding.fault != forms::CellFault::none) {
    append(text, filledIn(patternOf(finding.fault),
                          {RubyText::fromMarkup(texts.namedLabel(*applicant.form, finding.path)),
                           RubyText::plain(cell)}));
    return text;
  }
  append(text,
         RubyText::fromMarkup(texts.namedFinding(*applicant.form, finding.path, finding.error)));
  const forms::Field* field = forms::findField(forms::applicationForm(), finding.path);
  const QString cause = field == nullptr ? QString() : texts.cause(*field, finding.error);
  if (!cause.isEmpty()) append(text, RubyText::fromMarkup(u' ' + cause));
  if (!cell.isEmpty()) {
    append(text, filledIn(u' ' + qtTrId("bulk.cell.says"), {RubyText::plain(cell)}));
  }
  return text;
}

}  // namespace

QString bulkFaultText(forms::BulkFault fault) {
  switch (fault) {
    case forms::BulkFault::none:
      break;
    case forms::BulkFault::tooLarge:
      return qtTrId("bulk.fault.tooLarge");
    case forms::BulkFault::workbook:
      return qtTrId("bulk.fault.workbook");
    case forms::BulkFault::notText:
      return qtTrId("bulk.fault.notText");
    case forms::BulkFault::openQuote:
      return qtTrId("bulk.fault.openQuote");
    case forms::BulkFault::noTemplate:
      return qtTrId("bulk.fault.noTemplate");
    case forms::BulkFault::noProcedure:
      return qtTrId("bulk.fault.noProcedure");
    case forms::BulkFault::noRows:
      return qtTrId("bulk.fault.noRows");
    case forms::BulkFault::tooManyRows:
      return qtTrId("bulk.fault.tooManyRows").arg(forms::kMostBulkRows);
  }
  return {};
}

QString bulkCellNames(const std::vector<std::size_t>& columns, BulkPlace place) {
  QStringList names;
  for (const std::size_t column : columns) names << cellName(column, place);
  return names.join(QStringLiteral(", "));
}

QString bulkCellText(const std::string& cell) {
  constexpr qsizetype kMost = 60;
  QString line = QString::fromStdString(cell);
  line.replace(u'\n', u' ');
  const QStringList characters = graphemes(line.left(8 * kMost));
  if (characters.size() <= kMost) return visible(line);
  return visible(characters.first(kMost).join(QString())) + u'…';
}

RubyText bulkApplicantName(const BulkApplicant& applicant) {
  const QString name = visible(applicant.name());
  return filledIn(qtTrId("bulk.row"),
                  {RubyText::plain(QString::number(applicant.number)),
                   name.isEmpty() ? RubyText::fromMarkup(qtTrId("application.people.noName"))
                                  : RubyText::plain(name)});
}

std::vector<RubyText> bulkFindings(const forms::BulkTable& table, const BulkApplicant& applicant,
                                   BulkPlace place) {
  if (applicant.state == BulkApplicant::State::notFiled) {
    const VerdictTexts texts = verdictTexts(applicant.prospect);
    std::vector<RubyText> lines;
    for (const QString& text : {texts.text, texts.remedy}) {
      if (!text.isEmpty()) lines.push_back(RubyText::fromMarkup(text));
    }
    return lines;
  }
  std::vector<RubyText> lines;
  for (const BulkFinding& finding : applicant.findings) {
    lines.push_back(textOf(table, applicant, finding, place));
  }
  return lines;
}

std::vector<RubyText> bulkUnused(const forms::BulkTable& table, const BulkApplicant& applicant,
                                 BulkPlace place) {
  const FormTexts texts = applicationTexts(QString::fromStdString(table.procedure));
  std::vector<RubyText> lines;
  for (const BulkUnused& unused : applicant.unused) {
    lines.push_back(
        filledIn(qtTrId("bulk.unused"),
                 {RubyText::fromMarkup(texts.namedLabel(*applicant.form, unused.refusal)),
                  RubyText::plain(bulkCellNames(unused.columns, place))}));
  }
  return lines;
}

}  // namespace madoguchi::app
