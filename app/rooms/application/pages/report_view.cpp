#include "app/rooms/application/pages/report_view.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "app/kit/failure_panel.h"
#include "app/kit/page_widget.h"
#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/pages/application_texts.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/counted_lines.h"
#include "app/widgets/look.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {
namespace {

QString faultOfReport(ErrorReport::Fault fault) {
  switch (fault) {
    case ErrorReport::Fault::none:
      break;
    case ErrorReport::Fault::missing:
      return qtTrId("applicationDetail.report.missing");
    case ErrorReport::Fault::tooLong:
      return qtTrId("applicationDetail.report.tooLong").arg(ErrorReport::kLongest);
    case ErrorReport::Fault::tooMany:
      return qtTrId("applicationDetail.report.tooMany");
  }
  return {};
}

}  // namespace

bool takesReports(ApplicationState state) {
  switch (state) {
    case ApplicationState::filed:
    case ApplicationState::examination:
    case ApplicationState::documentsWanted:
    case ApplicationState::decided:
      return true;
    case ApplicationState::done:
    case ApplicationState::withdrawn:
    case ApplicationState::refused:
    case ApplicationState::ended:
      return false;
  }
  return false;
}

ReportView::ReportView(ApplicationFlow& flow, const QString& name, PageWidget& page)
    : QWidget(&page), m_flow(flow), m_name(name) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(em(*this, 0.75));
  m_before = new RubyLabel(RubyLabel::Role::body, this);
  m_before->setObjectName(name + QStringLiteral(".before"));
  column->addWidget(m_before);
  m_sent = new MessagePanel(MessagePanel::Kind::good, this);
  m_sent->setObjectName(name + QStringLiteral(".sent"));
  m_sent->hide();
  column->addWidget(m_sent);
  addControls(page);
  const ErrorReport& report = flow.report();
  connect(&report, &ErrorReport::changed, this, &ReportView::showState);
  connect(&report, &ErrorReport::sent, this, &ReportView::onSent);
  connect(&flow, &ApplicationFlow::changed, this, &ReportView::sayBefore);
  speak(*m_before, [this] { sayBefore(); });
  speak(*m_sent, [this] {
    m_sent->setTexts(qtTrId("applicationDetail.report.sent"),
                     qtTrId("applicationDetail.report.sent.text"), {});
  });
  speak(*m_wrong, [this] { sayWrong(); });
  showState();
}

void ReportView::addControls(PageWidget& page) {
  auto* controls = new QWidget(this);
  controls->setVisible(takesReports(m_flow.application()->line.state));
  layout()->addWidget(controls);
  auto* column = new QVBoxLayout(controls);
  column->setContentsMargins({});
  column->setSpacing(em(*this, 0.75));
  auto* intro = new RubyLabel(RubyLabel::Role::body, controls);
  speak(*intro, [intro] { intro->setMarkup(qtTrId("applicationDetail.report.intro")); });
  column->addWidget(intro);
  m_wrong = new RubyLabel(RubyLabel::Role::strong, controls);
  m_wrong->setObjectName(m_name + QStringLiteral(".wrong"));
  m_wrong->setColour(coloursOf(palette()).error);
  column->addWidget(m_wrong);
  m_text = new CountedLines(ErrorReport::kLongest, m_name, controls);
  m_text->setText(m_flow.report().text());
  column->addWidget(m_text);
  connect(m_text, &CountedLines::edited, this, [this] {
    m_sent->hide();
    m_flow.report().write(m_text->text());
  });
  m_failure = new FailurePanel(m_name + QStringLiteral(".failure"), controls);
  m_failure->addWaysOut(page);
  column->addWidget(m_failure);
  m_send = new RubyButton(RubyButton::Kind::secondary, controls);
  m_send->setObjectName(m_name + QStringLiteral(".send"));
  speak(*m_send, [this] {
    m_send->setMarkup(qtTrId("applicationDetail.report.send"));
    m_text->lines().setAccessibleName(spokenText(qtTrId("applicationDetail.report")));
  });
  column->addWidget(m_send, 0, Qt::AlignLeft);
  connect(m_send, &RubyButton::clicked, this, [this] {
    m_flow.report().send();
    if (m_flow.report().fault() == ErrorReport::Fault::none) return;
    m_text->lines().setFocus(Qt::OtherFocusReason);
    announce(*m_wrong);
  });
}

void ReportView::sayBefore() {
  RubyText lines;
  for (const Application::Report& report : m_flow.application()->reports) {
    if (!lines.runs.empty()) append(lines, RubyText::plain(QStringLiteral("\n")));
    append(lines, RubyText::fromMarkup(
                      qtTrId("applicationDetail.reported").arg(momentText(report.at)) + u'\n'));
    append(lines, RubyText::plain(report.text));
  }
  m_before->setRubyText(lines);
  m_before->setVisible(!lines.runs.empty());
}

void ReportView::sayWrong() {
  const ErrorReport::Fault fault = m_flow.report().fault();
  const bool isWrong = fault != ErrorReport::Fault::none;
  m_wrong->setMarkup(faultOfReport(fault));
  m_wrong->setVisible(isWrong);
  m_text->lines().setProperty("wrong", isWrong);
  m_text->lines().update();
  m_text->lines().setAccessibleDescription(m_wrong->text());
}

void ReportView::showState() {
  sayWrong();
  m_send->setEnabled(!m_flow.report().isAsking());
  if (m_failure->setFailure(m_flow.report().failure())) m_failure->present();
}

void ReportView::onSent() {
  m_text->setText({});
  m_sent->show();
  m_sent->present();
}

}  // namespace madoguchi::app
