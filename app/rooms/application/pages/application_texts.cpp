#include "app/rooms/application/pages/application_texts.h"

#include <QStringList>

#include "app/kit/texts.h"
#include "forms/application/application_form.h"
#include "forms/procedures/pending_stay.h"

namespace madoguchi::app {
namespace {

QString inThisLanguage(const forms::Texts& texts) {
  const auto found = texts.find(qtTrId("language.tag").toStdString());
  return found == texts.end() ? QString() : QString::fromStdString(found->second);
}

}  // namespace

FormTexts applicationTexts(const QString& procedure) {
  return FormTexts(forms::applicationForm(), procedure, &forms::applicationWords());
}

QString procedureName(const QString& procedure) {
  const auto& words = forms::applicationWords().texts;
  const auto found = words.find("value.procedure." + procedure.toStdString());
  return found == words.end() ? procedure : inThisLanguage(found->second);
}

QString stateName(ApplicationState state) {
  switch (state) {
    case ApplicationState::filed:
      return qtTrId("application.state.filed");
    case ApplicationState::examination:
      return qtTrId("application.state.examination");
    case ApplicationState::documentsWanted:
      return qtTrId("application.state.documentsWanted");
    case ApplicationState::decided:
      return qtTrId("application.state.decided");
    case ApplicationState::done:
      return qtTrId("application.state.done");
    case ApplicationState::withdrawn:
      return qtTrId("application.state.withdrawn");
    case ApplicationState::refused:
      return qtTrId("application.state.refused");
    case ApplicationState::ended:
      return qtTrId("application.state.ended");
  }
  return {};
}

QString factText(const forms::Texts* texts) {
  return texts == nullptr ? QString() : inThisLanguage(*texts);
}

QString dayText(std::chrono::year_month_day day) {
  return writtenDate(QDate(static_cast<int>(day.year()),
                           static_cast<int>(static_cast<unsigned>(day.month())),
                           static_cast<int>(static_cast<unsigned>(day.day()))));
}

QString momentText(std::chrono::sys_seconds time) { return writtenTime(timeInJapan(time)); }

QString wantedUntilText(const ApplicationLine& line) {
  const auto day = line.lastDayWanted();
  return day ? dayText(*day) : momentText(line.wantedUntil);
}

QString pendingStayText(const QString& procedure, const forms::Answers& answers,
                        std::chrono::year_month_day filedOn) {
  const auto stay =
      forms::pendingStay(forms::procedureFacts(), procedure.toStdString(), answers, filedOn);
  return stay ? factText(stay->text)
                    .replace(QStringLiteral("%1"), dayText(stay->stayExpiry))
                    .replace(QStringLiteral("%2"), dayText(stay->until))
              : QString();
}

QString receiveText(const QString& way) {
  return applicationTexts({}).choice(*forms::findField(forms::applicationForm(), "receipt"), way);
}

QString fileText(const StoredFile& file) {
  return QStringLiteral("%1 (%2)").arg(file.name,
                                       writtenSize(static_cast<std::uint64_t>(file.bytes)));
}

QString listed(const QStringList& lines) {
  return lines.isEmpty() ? QString() : QStringLiteral("・") + lines.join(QStringLiteral("\n・"));
}

FaultTexts faultTexts(FileFault fault) {
  switch (fault) {
    case FileFault::none:
      break;
    case FileFault::unreadable:
      return {qtTrId("file.unreadable"), qtTrId("file.unreadable.remedy")};
    case FileFault::noContent:
      return {qtTrId("file.noContent"), qtTrId("file.noContent.remedy")};
    case FileFault::damaged:
      return {qtTrId("file.damaged"), qtTrId("file.damaged.remedy")};
    case FileFault::infected:
      return {qtTrId("file.infected"), qtTrId("file.infected.remedy")};
    case FileFault::encrypted:
      return {qtTrId("file.encrypted"), qtTrId("file.encrypted.remedy")};
    case FileFault::locked:
      return {qtTrId("file.locked"), qtTrId("file.locked.remedy")};
    case FileFault::withScript:
      return {qtTrId("file.withScript"), qtTrId("file.withScript.remedy")};
    case FileFault::empty:
      return {qtTrId("file.empty"), qtTrId("file.damaged.remedy")};
    case FileFault::type:
      return {qtTrId("file.type"), qtTrId("file.type.remedy")};
    case FileFault::tooLarge:
      return {qtTrId("file.tooLarge"), qtTrId("file.tooLarge.remedy")};
    case FileFault::alreadyThere:
      return {qtTrId("file.alreadyThere"), qtTrId("file.alreadyThere.remedy")};
    case FileFault::tooMany:
      return {qtTrId("file.tooMany"), qtTrId("file.tooMany.remedy")};
  }
  return {};
}

}  // namespace madoguchi::app
