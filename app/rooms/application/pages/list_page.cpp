#include "app/rooms/application/pages/list_page.h"

#include <QVBoxLayout>

#include "app/core/outlets.h"
#include "app/kit/card_ended_notice.h"
#include "app/kit/failure_panel.h"
#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/pages/application_texts.h"
#include "app/widgets/look.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"
#include "app/widgets/tab_order.h"

namespace madoguchi::app {
namespace {

RubyButton* entrance(QWidget* parent, const QString& name, QVBoxLayout& lines) {
  auto* button = new RubyButton(RubyButton::Kind::entrance, parent);
  button->setObjectName(name);
  lines.addWidget(button);
  return button;
}

QString applicationWords(const ApplicationLine& line) {
  QStringList words = {
      qtTrId("applications.state").arg(stateName(line.state), momentText(line.changedAt)),
      line.number.isEmpty() ? qtTrId("applications.provisional").arg(line.provisionalNumber)
                            : qtTrId("applications.number").arg(line.number)};
  if (line.documentsWanted) {
    words.prepend(line.wantedUntil == std::chrono::sys_seconds()
                      ? qtTrId("applications.task")
                      : qtTrId("applications.task.until").arg(wantedUntilText(line)));
  }
  return words.join(u'\n');
}

}  // namespace

ApplicationListPage::ApplicationListPage(ApplicationFlow& flow, const Outlets& outlets,
                                         QWidget* parent)
    : PageWidget(
          QStringLiteral("applications"), [] { return qtTrId("applications.title"); }, parent),
      m_flow(flow),
      m_takesFiles(outlets.offers(Outlets::Kind::ownFiles)) {
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  RubyButton* again = m_failure->addWay(named(QStringLiteral("again")), RubyButton::Kind::primary);
  speak(*again, [again] { again->setMarkup(qtTrId("way.again")); });
  connect(again, &RubyButton::clicked, &flow, &ApplicationFlow::askAgain);
  m_failure->addWaysOut(*this);
  column()->addWidget(m_failure);
  if (flow.welcome().cardEnded) {
    column()->addWidget(cardEndedNotice(named(QStringLiteral("cardEnded")), this));
  }
  addText([] { return qtTrId("applications.intro"); });
  m_asking = addText([] { return qtTrId("applications.asking"); });
  m_new = addButton(
      QStringLiteral("new"), RubyButton::Kind::primary, [] { return qtTrId("applications.new"); },
      u'N');
  connect(m_new, &RubyButton::clicked, &flow, &ApplicationFlow::beginNew);
  setDefaultButton(m_new);
  m_several = addButton(QStringLiteral("several"), RubyButton::Kind::secondary,
                        [] { return qtTrId("applications.several"); });
  connect(m_several, &RubyButton::clicked, &flow, &ApplicationFlow::beginBulk);
  m_none = addText([] { return qtTrId("applications.none"); });
  m_none->setObjectName(named(QStringLiteral("none")));
  m_place = new QVBoxLayout;
  column()->addLayout(m_place);
  m_more = addButton(QStringLiteral("more"), RubyButton::Kind::secondary,
                     [] { return qtTrId("applications.more"); });
  connect(m_more, &RubyButton::clicked, &flow, &ApplicationFlow::showMore);
  column()->addStretch();
  connect(&flow, &ApplicationFlow::changed, this, &ApplicationListPage::showState);
  showState();
}

void ApplicationListPage::addHeading(const char* id, QVBoxLayout& lines) {
  if (lines.count() > 0) lines.addSpacing(em(*this, 1));
  auto* heading = new RubyLabel(RubyLabel::Role::section, m_lists);
  speak(*heading, [heading, id] { heading->setMarkup(qtTrId(id)); });
  lines.addWidget(heading);
}

void ApplicationListPage::addDraft(const DraftLine& draft, QVBoxLayout& lines) {
  const QString name = named(QStringLiteral("draft.")) + draft.id;
  RubyButton* open = entrance(m_lists, name, lines);
  speak(*open, [open, draft] {
    open->setMarkup(procedureName(draft.procedure));
    open->setDescription(
        (draft.applicant.isEmpty() ? QString()
                                   : qtTrId("applications.of").arg(draft.applicant) + u'\n') +
        qtTrId("applications.saved").arg(momentText(draft.savedAt), momentText(draft.expiresAt)));
  });
  connect(open, &RubyButton::clicked, &m_flow, [this, draft] { m_flow.openDraft(draft.id); });
  auto* remove = new RubyButton(RubyButton::Kind::link, m_lists);
  remove->setObjectName(name + QStringLiteral(".remove"));
  speak(*remove, [remove, draft] {
    remove->setMarkup(qtTrId("applications.remove"));
    remove->setAccessibleName(spokenText(qtTrId("applications.remove")) + QStringLiteral(": ") +
                              spokenText(procedureName(draft.procedure)) + u' ' + draft.applicant);
  });
  lines.addWidget(remove);
  auto* question = new MessagePanel(MessagePanel::Kind::warning, m_lists);
  question->setObjectName(name + QStringLiteral(".question"));
  RubyButton* yes = question->addWay(name + QStringLiteral(".yes"), RubyButton::Kind::destructive);
  RubyButton* no = question->addWay(name + QStringLiteral(".no"));
  speak(*question, [question, yes, no] {
    question->setTexts(qtTrId("applications.remove.question"), qtTrId("applications.remove.text"),
                       {});
    yes->setMarkup(qtTrId("applications.remove"));
    no->setMarkup(qtTrId("applications.remove.no"));
  });
  question->hide();
  lines.addWidget(question);
  connect(remove, &RubyButton::clicked, question, [question] {
    question->show();
    question->present();
  });
  connect(no, &RubyButton::clicked, question, [question, remove] {
    question->hide();
    remove->setFocus(Qt::OtherFocusReason);
  });
  connect(yes, &RubyButton::clicked, &m_flow, [this, draft] { m_flow.throwDraftAway(draft.id); });
}

void ApplicationListPage::addDrafts(QVBoxLayout& lines) {
  if (m_flow.drafts()->empty()) return;
  addHeading("applications.drafts", lines);
  for (const DraftLine& draft : *m_flow.drafts()) addDraft(draft, lines);
}

void ApplicationListPage::addApplication(const ApplicationLine& line) {
  RubyButton* open = entrance(m_lists, named(QStringLiteral("filed.")) + line.id, *m_lines);
  speak(*open, [open, line] {
    open->setMarkup(procedureName(line.procedure));
    open->setDescription(qtTrId("applications.of").arg(line.applicant) + u'\n' +
                         applicationWords(line));
  });
  connect(open, &RubyButton::clicked, &m_flow,
          [this, id = line.id] { m_flow.openApplication(id); });
}

void ApplicationListPage::addApplications() {
  const std::vector<ApplicationLine>& all = *m_flow.applications();
  for (; m_shown < all.size(); ++m_shown) addApplication(all[m_shown]);
}

void ApplicationListPage::addMore() {
  const int first = m_lines->count();
  addApplications();
  if (first == m_lines->count()) return;
  continueTabOrder(m_several, *m_lists);
  m_lines->itemAt(first)->widget()->setFocus(Qt::OtherFocusReason);
}

void ApplicationListPage::showState() {
  if (m_failure->setFailure(m_flow.failure())) m_failure->present();
  const bool isThere = m_flow.drafts() && m_flow.applications();
  m_asking->setVisible(!isThere && m_flow.failure() == FailureCode::none);
  m_new->setVisible(isThere);
  m_several->setVisible(isThere && m_takesFiles && m_flow.mayEnterSeveral());
  m_none->setVisible(isThere && m_flow.drafts()->empty() && m_flow.applications()->empty());
  m_more->setVisible(isThere && m_flow.hasMore());
  m_more->setEnabled(!m_flow.isAsking());
  if (!isThere) return;
  if (m_lists != nullptr) {
    addMore();
    return;
  }
  m_lists = new QWidget(this);
  m_lines = new QVBoxLayout(m_lists);
  m_lines->setContentsMargins({});
  m_lines->setSpacing(em(*this, 0.75));
  addDrafts(*m_lines);
  if (!m_flow.applications()->empty()) addHeading("applications.filed", *m_lines);
  addApplications();
  m_place->addWidget(m_lists);
  m_lists->stackUnder(m_more);  // made later, and read before it
  continueTabOrder(m_several, *m_lists);
  m_lists->show();
}

}  // namespace madoguchi::app
