#include "app/kiosk/visit_frame.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/kiosk/visit_pages.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/kana_kanji.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/screen_keyboard.h"
#include "app/widgets/speak.h"
#include "app/widgets/svg_picture.h"
#include "app/widgets/tab_order.h"

namespace madoguchi::app {

namespace {

void paintAs(QWidget& strip) {
  strip.setAutoFillBackground(true);
  strip.setBackgroundRole(QPalette::AlternateBase);
}

}  // namespace

VisitFrame::VisitFrame(QWidget& content, VisitWatch& watch, QWidget* parent)
    : QWidget(parent, Qt::Window | Qt::FramelessWindowHint), m_watch(watch), m_content(content) {
  setObjectName(QStringLiteral("visit"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_head = makeHead();
  column->addWidget(m_head);
  m_stack = new QStackedWidget(this);
  QWidget* focus = content.focusWidget();  // is forgotten on the way
  content.setParent(m_stack, Qt::Widget);
  m_stack->addWidget(&content);
  if (focus != nullptr) focus->setFocus(Qt::OtherFocusReason);
  column->addWidget(m_stack, 1);
  m_keyboard = new ScreenKeyboard(KanaKanji::load(), this);
  paintAs(*m_keyboard);
  column->addWidget(m_keyboard);
  m_foot = makeFoot();
  column->addWidget(m_foot);
  connect(&watch, &VisitWatch::questionChanged, this, &VisitFrame::showQuestion);
  connect(&content, &QWidget::windowTitleChanged, this, &QWidget::setWindowTitle);
  setWindowTitle(content.windowTitle());
  fitToFont(*this, [this] { arrange(); });
}

QWidget* VisitFrame::makeHead() {
  auto* head = new QWidget(this);
  paintAs(*head);
  auto* column = new QVBoxLayout(head);
  auto* row = new FlowLayout(em(*head));
  column->addStretch();
  column->addLayout(row);
  column->addStretch();
  row->addWidget(new SvgPicture(QStringLiteral(":/icons/madoguchi.svg"), 4, head));
  auto* name = new RubyLabel(RubyLabel::Role::heading, head);
  speak(*name, [name] { name->setMarkup(qtTrId("app.name")); });
  row->addWidget(name);
  fitToFont(*head, [head, column] {
    const int side = em(*head, 2);
    column->setContentsMargins(side, side, side, side);
  });
  return head;
}

QWidget* VisitFrame::makeFoot() {
  auto* foot = new QWidget(this);
  foot->setObjectName(QStringLiteral("visit.foot"));
  paintAs(*foot);
  auto* row = new FlowLayout(em(*foot), foot);
  row->setLastAtRight(true);
  fitToFont(*foot, [foot, row] {
    const int side = em(*foot);
    row->setContentsMargins(side, side / 2, side, side / 2);
  });
  auto* words = new RubyLabel(RubyLabel::Role::small, foot);
  speak(*words, [words] { words->setMarkup(qtTrId("visit.foot")); });
  row->addWidget(words);
  auto* end = new RubyButton(RubyButton::Kind::secondary, foot);
  end->setObjectName(QStringLiteral("visit.end"));
  speak(*end, [end] { end->setMarkup(qtTrId("visit.end")); });
  connect(end, &RubyButton::clicked, &m_watch, &VisitWatch::askToEnd);
  row->addWidget(end);
  return foot;
}

void VisitFrame::showQuestion() {
  QWidget* before = m_stack->currentWidget();
  if (m_watch.question() == VisitWatch::Question::none) {
    showPage(m_content);
    if (m_focusBefore != nullptr) m_focusBefore->setFocus(Qt::OtherFocusReason);
  } else {
    if (before == &m_content) m_focusBefore = m_content.focusWidget();
    auto* page = new VisitQuestionPage(m_watch, m_stack);
    showPage(*page);
    page->focusFirst();
  }
  if (before != &m_content) before->deleteLater();
}

void VisitFrame::showPage(QWidget& page) {
  m_foot->setVisible(&page == &m_content);
  if (m_stack->indexOf(&page) < 0) m_stack->addWidget(&page);
  m_stack->setCurrentWidget(&page);
}

VisitEndPage& VisitFrame::showEnd() {
  auto* page = new VisitEndPage(m_stack);
  showPage(*page);
  page->focusFirst();
  return *page;
}

bool VisitFrame::focusNextPrevChild(bool next) {
  // Pages come and go, each behind all that was there before it; the foot is reached after them.
  putBeforeInTabOrder(*this, *m_foot);
  return QWidget::focusNextPrevChild(next);
}

void VisitFrame::arrange() {
  const bool isTall = height() > width();
  m_head->setVisible(isTall);
  constexpr int kShare = 3;
  m_head->setFixedHeight(height() / kShare);
  // Keys that grow with the text would leave no line to read in below so many lines' height.
  constexpr int kLow = 42;
  const int left = isTall ? height() - m_head->height() : height();
  keepUsualTextSize(*m_keyboard, left < kLow * em(*this));
}

void VisitFrame::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

}  // namespace madoguchi::app
