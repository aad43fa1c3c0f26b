#include "app/kiosk/visit_pages.h"

#include <QVBoxLayout>

#include "app/widgets/accessibility.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

constexpr double kLargeText = 1.4;

Text titleOf(VisitWatch::Question question) {
  switch (question) {
    case VisitWatch::Question::cardTaken:
      return [] { return qtTrId("visit.cardTaken.title"); };
    case VisitWatch::Question::end:
      return [] { return qtTrId("visit.end.title"); };
    case VisitWatch::Question::idle:
    case VisitWatch::Question::none:
      break;
  }
  return [] { return qtTrId("visit.idle.title"); };
}

Text textOf(VisitWatch::Question question) {
  switch (question) {
    case VisitWatch::Question::cardTaken:
      return [] { return qtTrId("visit.cardTaken.text"); };
    case VisitWatch::Question::end:
      return [] { return qtTrId("visit.end.text"); };
    case VisitWatch::Question::idle:
    case VisitWatch::Question::none:
      break;
  }
  return [] { return qtTrId("visit.idle.text"); };
}

}  // namespace

VisitQuestionPage::VisitQuestionPage(VisitWatch& watch, QWidget* parent)
    : PageWidget(QStringLiteral("visitQuestion"), titleOf(watch.question()), parent),
      m_watch(watch) {
  keepFont(*addText(textOf(watch.question())), kLargeText, false);
  m_left = addLabel(RubyLabel::Role::large);
  m_left->setObjectName(named(QStringLiteral("left")));
  speak(*m_left, [this] { sayLeft(); });
  connect(&watch, &VisitWatch::secondPassed, this, &VisitQuestionPage::sayLeft);
  addText([] { return qtTrId("visit.drafts"); });
  addSpace(0.5);
  FlowLayout* row = addButtonRow();
  RubyButton* goOn = addButton(
      QStringLiteral("goOn"), RubyButton::Kind::primary, [] { return qtTrId("visit.goOn"); }, 0,
      row);
  connect(goOn, &RubyButton::clicked, &watch, &VisitWatch::goOn);
  // Whoever reaches for a button has answered before they let go of it, and this page has gone:
  // they end at the foot of the one that comes back.
  if (watch.question() != VisitWatch::Question::idle) {
    RubyButton* end = addButton(
        QStringLiteral("end"), RubyButton::Kind::destructive, [] { return qtTrId("visit.end"); }, 0,
        row);
    connect(end, &RubyButton::clicked, &watch, &VisitWatch::end);
  }
  setDefaultButton(goOn);
  column()->addStretch();
}

void VisitQuestionPage::sayLeft() {
  const auto left = static_cast<int>(m_watch.left().count());
  m_left->setMarkup(qtTrId("visit.left", left));
  constexpr int kAgain = 10;  // not every second: whoever listens could not hear anything else
  if (left > 0 && left % kAgain == 0) announce(*m_left);
}

VisitEndPage::VisitEndPage(QWidget* parent)
    : PageWidget(
          QStringLiteral("visitEnd"), [] { return qtTrId("visit.ending.title"); }, parent) {
  m_wait = addText([] { return qtTrId("visit.ending.text"); });
  m_card = addText([] { return qtTrId("visit.ending.card"); }, RubyLabel::Role::strong);
  m_card->setObjectName(named(QStringLiteral("card")));
  for (RubyLabel* label : {m_wait, m_card}) keepFont(*label, kLargeText, label == m_card);
  m_card->hide();
  column()->addStretch();
}

void VisitEndPage::setCard(bool isThere) {
  if (isThere == m_card->isVisibleTo(this)) return;
  m_card->setVisible(isThere);
  if (isThere) announce(*m_card);
}

}  // namespace madoguchi::app
