#include "app/rooms/application/pages/result_checklist.h"

#include <QLocale>
#include <string_view>

#include "app/rooms/application/draft_work.h"
#include "app/rooms/application/pages/application_texts.h"
#include "app/widgets/ruby_text.h"
#include "forms/application/application_form.h"

namespace madoguchi::app {
namespace {

using std::chrono::year_month_day;

void addFee(std::string_view procedure, std::string_view variant, year_month_day filed,
            QStringList& to) {
  const forms::ProcedureFacts& facts = forms::procedureFacts();
  const auto yen = forms::feeInYen(facts, procedure, variant, "online", filed);
  const auto* row = forms::findProcedure(facts, procedure, filed);
  if (!yen || row == nullptr) return;
  const QString sum = *yen == 0
                          ? qtTrId("prospect.free")
                          : qtTrId("prospect.yen").arg(QLocale(QLocale::English).toString(*yen));
  to << qtTrId("resultChecklist.fee").arg(factText(forms::textOf(facts, row->name)), sum);
}

}  // namespace

ResultNeeds resultNeeds(const Application& application) {
  const forms::ProcedureFacts& facts = forms::procedureFacts();
  const year_month_day today = todayInJapan();
  const auto answer = [&](const char* field) -> const std::string& {
    return forms::valueAt(application.answers, forms::topField(field));
  };
  const std::string procedure = application.line.procedure.toStdString();
  const std::string& status = answer(procedure == "extension" ? "currentStatus" : "desiredStatus");
  ResultNeeds needs;
  const auto add = [&](std::string_view when, QStringList& to) {
    for (const forms::NeedRow* need : forms::needsOf(facts, procedure, status, when, today))
      to << factText(forms::textOf(facts, need->text));
  };
  add(application.receive.toStdString(), needs.papers);
  add("afterwards", needs.afterwards);
  // The fee is that of the day of filing.
  const year_month_day filed = application.line.filedOn();
  addFee(procedure, {}, filed, needs.fees);
  if (answer("alsoReentry") == "yes") addFee("reentry", answer("reentryKind"), filed, needs.fees);
  if (application.receive == u"post") {
    const auto address = forms::addressForPapers(facts, today);
    needs.address = QString::fromUtf8(address.data(), static_cast<qsizetype>(address.size()));
  }
  return needs;
}

Document resultChecklist(const Application& application) {
  constexpr double kTitle = 1.5;
  constexpr double kPart = 1.2;
  const ResultNeeds needs = resultNeeds(application);
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
  add(qtTrId("applications.number").arg(line.number));
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
    document.lines.push_back({.text = needs.address, .size = kPart, .markup = false});
  }
  if (!needs.afterwards.isEmpty()) {
    addHeading(qtTrId("resultChecklist.afterwards"), kPart);
    addBoxes(needs.afterwards);
  }
  return document;
}

}  // namespace madoguchi::app
