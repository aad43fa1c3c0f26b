#include "app/rooms/application/pages/result_checklist.h"

#include <QLocale>
#include <string>

#include "app/rooms/application/draft_work.h"
#include "app/rooms/application/pages/application_texts.h"
#include "app/widgets/place_names.h"
#include "app/widgets/ruby_text.h"
#include "forms/procedures/result_needs.h"

namespace madoguchi::app {
namespace {

QString feeWords(const forms::ResultNeeds::Fee& fee) {
  const QString sum = fee.yen == 0
                          ? qtTrId("prospect.free")
                          : qtTrId("prospect.yen").arg(QLocale(QLocale::English).toString(fee.yen));
  return qtTrId("resultChecklist.fee").arg(factText(fee.name), sum);
}

}  // namespace

ResultWords resultWords(const Application& application) {
  const std::string procedure = application.line.procedure.toStdString();
  const std::string receipt = application.receive.toStdString();
  const forms::ResultNeeds needs = forms::resultNeeds(forms::procedureFacts(),
                                                      {.procedure = procedure,
                                                       .answers = application.answers,
                                                       .receipt = receipt,
                                                       .filedOn = application.line.filedOn()},
                                                      todayInJapan());
  const QString address = QString::fromStdString(needs.address);
  const QString read = QString::fromStdString(needs.addressRead);
  ResultWords words{.address = writtenOrRead(address, read.isEmpty() ? address : read)};
  for (const auto& fee : needs.fees) words.fees << feeWords(fee);
  for (const forms::Texts* text : needs.papers) words.papers << factText(text);
  for (const forms::Texts* text : needs.afterwards) words.afterwards << factText(text);
  return words;
}

Document resultChecklist(const Application& application) {
  constexpr double kTitle = 1.5;
  constexpr double kPart = 1.2;
  const ResultWords needs = resultWords(application);
  const QString title = qtTrId("resultChecklist.title");
  const ApplicationLine& line = application.line;
  Document document{.title = spokenText(title)};
  const auto add = [&](const QString& text) { document.lines.push_back({.text = text}); };
  const auto addHeading = [&](const QString& text, double size) {
    document.lines.push_back({.text = text, .size = size, .heading = true});
  };
  addHeading(title, kTitle);
  add(procedureName(line.procedure));
  document.lines.push_back({.text = line.applicant, .markup = false});
  add(line.number.isEmpty() ? qtTrId("applications.provisional").arg(line.provisionalNumber)
                            : qtTrId("applications.number").arg(line.number));
  add(receiveText(application.receive));
  addHeading(qtTrId("resultChecklist.papers"), kPart);
  const auto addBoxes = [&](const QStringList& items) {
    for (const QString& item : items) add(u'□' + QStringLiteral(" ") + item);
  };
  addBoxes(needs.papers);
  if (!needs.fees.isEmpty()) {
    addHeading(qtTrId("prospect.fee"), kPart);
    addBoxes(needs.fees);
  }
  if (!needs.address.isEmpty()) {
    addHeading(qtTrId("resultChecklist.address"), kPart);
    document.lines.push_back({.text = needs.address, .size = kPart});
  }
  if (!needs.afterwards.isEmpty()) {
    addHeading(qtTrId("resultChecklist.afterwards"), kPart);
    addBoxes(needs.afterwards);
  }
  return document;
}

}  // namespace madoguchi::app
