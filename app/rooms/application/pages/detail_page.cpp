#include "app/rooms/application/pages/detail_page.h"

#include <QStringList>
#include <QVBoxLayout>
#include <functional>
#include <map>
#include <utility>

#include "app/form/form_model.h"
#include "app/kit/failure_panel.h"
#include "app/kit/form/form_review.h"
#include "app/kit/texts.h"
#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/pages/application_texts.h"
#include "app/rooms/application/pages/paper_ways.h"
#include "app/rooms/application/pages/report_view.h"
#include "app/rooms/application/pages/result_checklist.h"
#include "app/rooms/application/pages/wanted_view.h"
#include "app/rooms/application/print/application_paper.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"
#include "forms/application/application_form.h"

namespace madoguchi::app {
namespace {

/// Before the office has decided.
bool isOpen(const Application& application) {
  switch (application.line.state) {
    case ApplicationState::filed:
    case ApplicationState::examination:
    case ApplicationState::documentsWanted:
      return true;
    default:
      return false;
  }
}

/// It has ended without a card that could be received.
bool isWithoutCard(const Application& application) {
  switch (application.line.state) {
    case ApplicationState::withdrawn:
    case ApplicationState::refused:
    case ApplicationState::ended:
      return true;
    default:
      return application.granted == false;
  }
}

/// Permissions that end with the application.
bool wasFiledTogether(const Application& application) {
  return forms::valueAt(application.answers, forms::topField("alsoReentry")) == "yes" ||
         forms::valueAt(application.answers, forms::topField("alsoOtherActivity")) == "yes";
}

/// What a decision says to who filed it.
QString decision(const Application& application) {
  QStringList parts = {application.result};
  if (!*application.granted && wasFiledTogether(application))
    parts << qtTrId("applicationDetail.refused.together");
  parts.removeAll(QString());
  return parts.join(u'\n');
}

}  // namespace

ApplicationDetailPage::~ApplicationDetailPage() = default;

ApplicationDetailPage::ApplicationDetailPage(ApplicationFlow& flow, Outlets& outlets,
                                             QWidget* parent)
    : PageWidget(
          QStringLiteral("applicationDetail"), [] { return qtTrId("applicationDetail.title"); },
          parent),
      m_flow(flow),
      m_outlets(outlets) {
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  m_failure->addWaysOut(*this);
  column()->addWidget(m_failure);
  addText(
      [line = flow.application()->line, account = flow.welcome().userName] {
        return qtTrId("application.people").arg(line.applicant, account);
      },
      RubyLabel::Role::small);
  addText([procedure = flow.application()->line.procedure] { return procedureName(procedure); },
          RubyLabel::Role::strong);
  addNews();
  addHistory();
  addReceipt();
  addWays();
  addFiles();
  addAnswers();
  addReport();
  column()->addStretch();
  connect(&flow, &ApplicationFlow::changed, this, &ApplicationDetailPage::showState);
  showState();
}

void ApplicationDetailPage::addNews() {
  const Application& application = *m_flow.application();
  if (application.line.documentsWanted) {
    column()->addWidget(new WantedView(m_flow, m_outlets, named(QStringLiteral("wanted")), this));
  }
  addHandedIn();
  if (!application.granted) return;
  const bool granted = *application.granted;
  auto* result =
      new MessagePanel(granted ? MessagePanel::Kind::good : MessagePanel::Kind::warning, this);
  result->setObjectName(named(QStringLiteral("result")));
  speak(*result, [result, granted, application] {
    result->setTexts(
        granted ? qtTrId("applicationDetail.granted") : qtTrId("applicationDetail.refused"),
        decision(application),
        granted ? QString() : withHelpDesk(qtTrId("applicationDetail.refused.remedy")));
  });
  column()->addWidget(result);
  if (granted) addChecklist();
}

void ApplicationDetailPage::addChecklist() {
  const Application& application = *m_flow.application();
  const auto addList = [this, &application](Text title, const QString& part,
                                            std::function<QString(const ResultWords&)> words) {
    if (words(resultWords(application)).isEmpty()) return;
    addSection(std::move(title));
    addText([application, words = std::move(words)] {
      return words(resultWords(application));
    })->setObjectName(named(QStringLiteral("checklist.")) + part);
  };
  addList([] { return qtTrId("resultChecklist.title"); }, QStringLiteral("papers"),
          [](const ResultWords& words) { return listed(words.papers); });
  addList([] { return qtTrId("prospect.fee"); }, QStringLiteral("fees"),
          [](const ResultWords& words) { return listed(words.fees); });
  addList([] { return qtTrId("resultChecklist.address"); }, QStringLiteral("address"),
          [](const ResultWords& words) { return words.address; });
  addList([] { return qtTrId("resultChecklist.afterwards"); }, QStringLiteral("afterwards"),
          [](const ResultWords& words) { return listed(words.afterwards); });
  column()->addWidget(new PaperWays(
      m_outlets,
      {.print = [] { return qtTrId("resultChecklist.print"); },
       .save = [] { return qtTrId("resultChecklist.save"); },
       .file = QStringLiteral("madoguchi-checklist.pdf")},
      [application] { return resultChecklist(application); }, named(QStringLiteral("checklist")),
      this));
}

void ApplicationDetailPage::addHandedIn() {
  const std::vector<Application::Step>& steps = m_flow.application()->history;
  if (steps.size() < 2 || steps.back().state != ApplicationState::examination ||
      steps[steps.size() - 2].state != ApplicationState::documentsWanted) {
    return;
  }
  auto* there = new MessagePanel(MessagePanel::Kind::good, this);
  there->setObjectName(named(QStringLiteral("handedIn")));
  speak(*there, [there, at = steps.back().at] {
    there->setTexts(qtTrId("applicationDetail.handedIn"),
                    qtTrId("applicationDetail.handedIn.text").arg(momentText(at)), {});
  });
  column()->addWidget(there);
}

void ApplicationDetailPage::addHistory() {
  addSection([] { return qtTrId("applicationDetail.history"); });
  m_history = addLabel();
  m_history->setObjectName(named(QStringLiteral("history")));
  speak(*m_history, [this] { sayHistory(); });
  const Application& application = *m_flow.application();
  const auto stay = [application] {
    return pendingStayText(application.line.procedure, application.answers,
                           application.line.filedOn());
  };
  if (isOpen(application) && !stay().isEmpty())
    addText(stay)->setObjectName(named(QStringLiteral("stay")));
}

void ApplicationDetailPage::sayHistory() {
  const Application& application = *m_flow.application();
  std::multimap<std::chrono::sys_seconds, QString> events;
  for (const Application::Step& step : application.history)
    events.emplace(step.at,
                   qtTrId("applications.state").arg(stateName(step.state), momentText(step.at)));
  for (const Application::Report& report : application.reports)
    events.emplace(report.at, qtTrId("applicationDetail.reported").arg(momentText(report.at)));
  QStringList lines;
  lines << qtTrId("applications.provisional").arg(application.line.provisionalNumber);
  if (!application.line.number.isEmpty())
    lines << qtTrId("applications.number").arg(application.line.number);
  for (const auto& [at, event] : events) lines << event;
  m_history->setMarkup(lines.join(u'\n'));
}

void ApplicationDetailPage::addReceipt() {
  const Application& application = *m_flow.application();
  if (isWithoutCard(application)) return;
  addSection([] { return qtTrId("applicationDetail.receipt"); });
  addText([way = application.receive] {
    return receiveText(way);
  })->setObjectName(named(QStringLiteral("receipt")));
  if (!isOpen(application) || wasFiledTogether(application)) return;
  const QString other =
      application.receive == u"post" ? QStringLiteral("counter") : QStringLiteral("post");
  RubyButton* change = addButton(QStringLiteral("receiveOther"), RubyButton::Kind::link, [other] {
    return qtTrId("applicationDetail.receiveOther").arg(receiveText(other));
  });
  connect(change, &RubyButton::clicked, &m_flow, [this, other] { m_flow.receiveBy(other); });
}

void ApplicationDetailPage::addWays() {
  addSection([] { return qtTrId("applicationDetail.more"); });
  RubyButton* copy = addButton(QStringLiteral("copy"), RubyButton::Kind::secondary,
                               [] { return qtTrId("applicationDetail.copy"); });
  connect(copy, &RubyButton::clicked, &m_flow, &ApplicationFlow::copyAsNewDraft);
  column()->addWidget(makeApplicationPaperWays(
      m_outlets,
      [this, line = m_flow.application()->line] {
        return applicationPaper(*m_filed, {.procedure = line.procedure,
                                           .day = line.filedOn(),
                                           .provisionalNumber = line.provisionalNumber,
                                           .number = line.number});
      },
      named(QStringLiteral("paper")), this));
  if (isOpen(*m_flow.application())) addWithdrawal();
}

void ApplicationDetailPage::addWithdrawal() {
  RubyButton* withdraw = addButton(QStringLiteral("withdraw"), RubyButton::Kind::link,
                                   [] { return qtTrId("applicationDetail.withdraw"); });
  auto* question = new MessagePanel(MessagePanel::Kind::warning, this);
  question->setObjectName(named(QStringLiteral("question")));
  RubyButton* yes =
      question->addWay(named(QStringLiteral("withdraw.yes")), RubyButton::Kind::destructive);
  RubyButton* no = question->addWay(named(QStringLiteral("withdraw.no")));
  speak(*question, [question, yes, no] {
    question->setTexts(qtTrId("applicationDetail.withdraw.question"),
                       qtTrId("applicationDetail.withdraw.text"), {});
    yes->setMarkup(qtTrId("applicationDetail.withdraw"));
    no->setMarkup(qtTrId("applicationDetail.withdraw.no"));
  });
  question->hide();
  column()->addWidget(question);
  connect(withdraw, &RubyButton::clicked, question, [question] {
    question->show();
    question->present();
  });
  connect(no, &RubyButton::clicked, question, [question, withdraw] {
    question->hide();
    withdraw->setFocus(Qt::OtherFocusReason);
  });
  connect(yes, &RubyButton::clicked, &m_flow, &ApplicationFlow::withdraw);
}

void ApplicationDetailPage::addReport() {
  const Application& application = *m_flow.application();
  if (!takesReports(application.line.state) && application.reports.empty()) return;
  addSection([] { return qtTrId("applicationDetail.report"); });
  column()->addWidget(new ReportView(m_flow, named(QStringLiteral("report")), *this));
}

void ApplicationDetailPage::addFiles() {
  QStringList names;
  for (const StoredFile& file : m_flow.application()->files) {
    if (!file.isAdded) names << QStringLiteral("・") + fileText(file);
  }
  if (names.isEmpty()) return;
  addSection([] { return qtTrId("applicationDetail.files"); });
  RubyLabel* files = addLabel();
  files->setObjectName(named(QStringLiteral("files")));
  files->setPlain(names.join(u'\n'));
}

void ApplicationDetailPage::addAnswers() {
  const Application& application = *m_flow.application();
  const std::string procedure = application.line.procedure.toStdString();
  // What was asked of other classes was not filed, and is not there to be shown.
  m_filed = std::make_unique<FormModel>(
      forms::applicationForm(),
      // As it was asked then: who may file what changes.
      [procedure, userClass = m_flow.userClass(), day = application.line.filedOn()] {
        return forms::applicationFacts(procedure, userClass, day);
      });
  m_filed->fill(application.answers, ValueOrigin::account);
  addSection([] { return qtTrId("applicationDetail.answers"); });
  column()->addWidget(new FormReview(*m_filed, applicationTexts(application.line.procedure),
                                     objectName(), FormReview::Shows::wasStored, this));
}

void ApplicationDetailPage::showState() {
  sayHistory();
  if (m_failure->setFailure(m_flow.failure())) m_failure->present();
}

}  // namespace madoguchi::app
