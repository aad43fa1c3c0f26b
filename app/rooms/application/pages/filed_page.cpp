#include "app/rooms/application/pages/filed_page.h"

#include <QVBoxLayout>

#include "app/core/outlets.h"
#include "app/kit/texts.h"
#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/pages/application_texts.h"
#include "app/rooms/application/pages/draft_lines.h"
#include "app/rooms/application/pages/paper_ways.h"
#include "app/rooms/application/print/application_paper.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

ApplicationFiledPage::ApplicationFiledPage(ApplicationFlow& flow, Outlets& outlets, QWidget* parent)
    : PageWidget(
          QStringLiteral("applicationFiled"), [] { return qtTrId("applicationFiled.title"); },
          parent),
      m_flow(flow),
      m_outlets(outlets) {
  column()->addWidget(makePeopleLine(flow, this));
  auto* filed = new MessagePanel(MessagePanel::Kind::good, this);
  filed->setObjectName(named(QStringLiteral("number")));
  speak(*filed, [filed, &flow] {
    const FiledAnswer& outcome = flow.filing().outcome();
    filed->setTexts(qtTrId("applicationFiled.number").arg(outcome.provisionalNumber),
                    procedureName(flow.work().draft().procedure) + u'\n' +
                        qtTrId("applicationFiled.at").arg(momentText(outcome.filedAt)),
                    {});
  });
  column()->addWidget(filed);
  addSection([] { return qtTrId("applicationFiled.next"); });
  addText([] { return qtTrId("applicationFiled.next.text"); });
  if (!stayText().isEmpty())
    addText([this] { return stayText(); })->setObjectName(named(QStringLiteral("stay")));
  m_printed = addLabel();
  m_printed->hide();
  FlowLayout* row = addButtonRow();
  RubyButton* list = addButton(
      QStringLiteral("list"), RubyButton::Kind::primary,
      [] { return qtTrId("applicationFiled.list"); }, 0, row);
  connect(list, &RubyButton::clicked, &flow, &ApplicationFlow::showList);
  setDefaultButton(list);
  if (outlets.offers(Outlets::Kind::print)) {
    RubyButton* print = addButton(
        QStringLiteral("print"), RubyButton::Kind::secondary,
        [] { return qtTrId("applicationFiled.print"); }, u'P', row);
    connect(print, &RubyButton::clicked, this, &ApplicationFiledPage::print);
  }
  column()->addWidget(makeApplicationPaperWays(
      outlets,
      [&flow] {
        DraftWork& work = flow.work();
        const FiledAnswer& outcome = flow.filing().outcome();
        return applicationPaper(work.form(), {.procedure = work.draft().procedure,
                                              .day = outcome.filedOn(),
                                              .provisionalNumber = outcome.provisionalNumber});
      },
      named(QStringLiteral("paper")), this));
  column()->addStretch();
}

QString ApplicationFiledPage::stayText() const {
  DraftWork& work = m_flow.work();
  return pendingStayText(work.draft().procedure, work.form().answers(),
                         m_flow.filing().outcome().filedOn());
}

void ApplicationFiledPage::print() {
  const FiledAnswer& outcome = m_flow.filing().outcome();
  constexpr double kTitle = 1.5;
  const QString title = qtTrId("applicationFiled.proof");
  const QString stay = stayText();
  m_outlets.print(
      {.title = spokenText(title),
       .lines = {{.text = title, .size = kTitle, .heading = true},
                 {.text = qtTrId("applicationFiled.number").arg(outcome.provisionalNumber)},
                 {.text = procedureName(m_flow.work().draft().procedure)},
                 {.text = qtTrId("applications.of")
                              .arg(m_flow.work().form().value(forms::topField("name")))},
                 {.text = qtTrId("applicationFiled.at").arg(momentText(outcome.filedAt))},
                 {.text = qtTrId("applicationFiled.next.text") +
                          (stay.isEmpty() ? stay : u'\n' + stay)}}},
      *this, [this](Outlets::Outcome printing) {
        m_printed->setMarkup(printedText(m_outlets, printing, qtTrId("applicationFiled.printed"),
                                         qtTrId("applicationFiled.notPrinted")));
        m_printed->show();
        announce(*m_printed);
      });
}

}  // namespace madoguchi::app
