#include "app/rooms/application/pages/prospect_texts.h"

#include <QStringList>

#include "app/rooms/application/pages/application_texts.h"

namespace madoguchi::app {
namespace {

using MayFile = Prospect::Verdict;

/// Why it cannot be filed online on this day, and what to do.
QString outsideWords(const forms::FilingWindow& window) {
  QString words = factText(window.text);
  return window.atCounter ? words.replace(QStringLiteral("%1"), dayText(*window.atCounter)) : words;
}

}  // namespace

QString windowWords(const forms::FilingWindow& window) {
  QStringList lines;
  if (window.opens) lines << qtTrId("prospect.opens").arg(dayText(*window.opens));
  if (window.closes) lines << qtTrId("prospect.closes").arg(dayText(*window.closes));
  return lines.join(u'\n');
}

VerdictTexts outsideTexts(const forms::FilingWindow& window) {
  return {qtTrId("prospect.notNow"), outsideWords(window),
          qtTrId("prospect.when") + u'\n' + windowWords(window)};
}

VerdictTexts verdictTexts(const Prospect& prospect) {
  switch (prospect.verdict) {
    case MayFile::yes:
      break;
    case MayFile::otherAccount:
      return {qtTrId("prospect.otherAccount"), qtTrId("prospect.otherAccount.text"),
              qtTrId("prospect.otherAccount.remedy")};
    case MayFile::otherProcedure:
      return {qtTrId("prospect.otherProcedure"), qtTrId("prospect.otherProcedure.text"), {}};
    case MayFile::partMissing:
      return {qtTrId("prospect.partMissing"),
              factText(prospect.note)
                  .replace(QStringLiteral("%1"), QString::fromStdString(prospect.part)),
              {}};
    case MayFile::notAllowed:
      return {qtTrId("prospect.notAllowed"), factText(prospect.note), factText(prospect.instead)};
    case MayFile::notNow:
      return outsideTexts(*prospect.window);
  }
  const bool hurries =
      prospect.window && prospect.window->state == forms::FilingWindow::State::closing;
  return {qtTrId("prospect.yes"), factText(prospect.note),
          hurries ? qtTrId("prospect.hurry").arg(dayText(*prospect.window->closes)) : QString()};
}

}  // namespace madoguchi::app
