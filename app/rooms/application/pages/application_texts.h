#pragma once

#include <QDate>
#include <QString>

#include "app/kit/form/form_texts.h"
#include "app/rooms/application/applications_api.h"
#include "app/rooms/application/file_upload.h"
#include "forms/procedures/procedure_facts.h"

// What several pages of applications say, in the language of the moment. Markup.

namespace madoguchi::app {

/// Of the form, as it is worded for a procedure.
FormTexts applicationTexts(const QString& procedure);
QString procedureName(const QString& procedure);
QString stateName(ApplicationState state);
/// Empty for null.
QString factText(const forms::Texts* texts);
QString dayText(std::chrono::year_month_day day);
QString momentText(std::chrono::sys_seconds time);
/// Until when documents are wanted: a day, to the end of which they are, or else the moment.
QString wantedUntilText(const ApplicationLine& line);
/// How long whoever has filed it may stay while it is pending; empty where there is nothing to say.
QString pendingStayText(const QString& procedure, const forms::Answers& answers,
                        std::chrono::year_month_day filedOn);
QString receiveText(const QString& way);
/// The name of a file with its size; no markup.
QString fileText(const StoredFile& file);
/// Lines of a list.
QString listed(const QStringList& lines);
/// Why a file is not taken, and what to do.
struct FaultTexts {
  QString text;
  QString remedy;
};
FaultTexts faultTexts(FileFault fault);

}  // namespace madoguchi::app
