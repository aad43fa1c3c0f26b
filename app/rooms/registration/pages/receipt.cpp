#include "app/rooms/registration/pages/receipt.h"

#include "app/kit/glossary.h"
#include "app/kit/texts.h"
#include "app/widgets/ruby_text.h"

namespace madoguchi::app {

Document receipt(const QString& authenticationId, QDate day, const QString& service) {
  Document document{.title = spokenText(qtTrId("receipt.title")),
                    .lines = {
                        {.text = qtTrId("app.system")},
                        {.text = qtTrId("receipt.title"), .size = 1.75, .heading = true},
                        {.text = qtTrId("receipt.day").arg(writtenDate(day))},
                        {.text = qtTrId("step3.id"), .size = 1.25, .heading = true},
                        {.text = authenticationId, .size = 2.25, .heading = true, .markup = false},
                        {.text = qtTrId("step3.keep")},
                        {.text = qtTrId("step3.next.title"), .size = 1.25, .heading = true},
                        {.text = qtTrId("step3.next")},
                        {.text = qtTrId("receipt.help"), .size = 1.25, .heading = true},
                        {.text = qtTrId("help.service").arg(service)},
                    }};
  if (const QString desk = helpDeskLine(); !desk.isEmpty())
    document.lines.push_back({.text = desk});
  QString words;
  for (const Document::Line& line : document.lines) words += spokenText(line.text) + u'\n';
  if (const QStringList glosses = explained(words); !glosses.isEmpty())
    document.lines.push_back({.text = glosses.join(u'\n')});
  return document;
}

}  // namespace madoguchi::app
