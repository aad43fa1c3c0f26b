#include "app/kit/page_widget.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <utility>

#include "app/kit/glossary.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/seen_as_one.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

/// The longest comfortable line, in font sizes.
constexpr double kColumnWidth = 40;

}  // namespace

PageWidget::PageWidget(const QString& name, Text title, QWidget* parent)
    : QWidget(parent), m_title(std::move(title)) {
  setObjectName(name);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  m_scroll = new QScrollArea(this);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  whole->addWidget(m_scroll);
  auto* content = new QWidget;
  auto* sides = new QHBoxLayout(content);
  auto* columnWidget = new QWidget(content);
  limitWidth(*columnWidget, kColumnWidth);
  sides->addStretch(1);
  sides->addWidget(columnWidget, 100);
  sides->addStretch(1);
  auto* all = new QVBoxLayout(columnWidget);
  all->setContentsMargins(0, 0, 0, 0);
  auto* page = new QWidget(columnWidget);
  m_column = new QVBoxLayout(page);
  m_column->setContentsMargins(0, 0, 0, 0);
  all->addWidget(page, 1);
  all->addWidget(new Glossary(*page, columnWidget));
  fitToFont(*this, [this, sides] {
    const int unit = em(*this);
    sides->setContentsMargins(unit, unit * 3 / 2, unit, unit * 3);
    m_column->setSpacing(unit);
  });
  m_column->setAlignment(Qt::AlignTop);
  m_scroll->setWidget(content);
  // Pages are laid out in several goes, and in another way in another language: what was brought
  // into view stays there, until the person scrolls.
  connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
    if (m_followed != nullptr) scrollTo(*m_followed);
  });
  connect(m_scroll->verticalScrollBar(), &QScrollBar::actionTriggered, this,
          [this] { m_followed.clear(); });

  m_heading = new RubyLabel(RubyLabel::Role::heading, page);
  m_heading->setObjectName(named(QStringLiteral("heading")));
  m_column->addWidget(m_heading);
  speak(*this, [this] { sayTitle(); });
}

void PageWidget::sayTitle() {
  m_heading->setMarkup(m_title());
  setAccessibleName(m_heading->text());
  setWindowTitle(m_heading->text());
}

void PageWidget::focusFirst() { m_heading->setFocus(Qt::OtherFocusReason); }

void PageWidget::takeFocusBack(QWidget* before) {
  if (before != nullptr && before->isVisibleTo(this)) {
    before->setFocus(Qt::OtherFocusReason);
  } else {
    focusFirst();
  }
}

PageWidget* PageWidget::around(const QWidget& widget) {
  for (QWidget* one = widget.parentWidget(); one != nullptr; one = one->parentWidget()) {
    if (auto* page = qobject_cast<PageWidget*>(one)) return page;
  }
  return nullptr;
}

void PageWidget::bringIntoView(const QWidget& widget) {
  if (!m_scroll->widget()->isAncestorOf(&widget)) return;
  m_followed = &widget;
  // A page that was just made, or whose texts have changed, is laid out first.
  QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
  scrollTo(widget);
}

void PageWidget::scrollTo(const QWidget& widget) {
  const int view = m_scroll->viewport()->height();
  const QRect place = placeToSee(widget, *m_scroll->widget(), view - em(*this));
  const int above = std::min(em(*this, 5), std::max(0, (view - place.height()) / 2));
  QScrollBar* bar = m_scroll->verticalScrollBar();
  if (place.top() - above < bar->value()) {
    // What is near the beginning is shown with it, rather than with half of a heading.
    bar->setValue(place.bottom() + em(*this) < view ? 0 : place.top() - above);
  } else if (place.bottom() + em(*this) > bar->value() + view) {
    const int lowest = std::min(place.top() - above, place.bottom() + em(*this) - view);
    // Half of the heading says nothing: it is seen as a whole or not at all.
    const QRect heading(m_heading->mapTo(m_scroll->widget(), QPoint(0, 0)), m_heading->size());
    const bool cutsHeading = lowest > heading.top() && lowest <= heading.bottom();
    bar->setValue(cutsHeading ? std::min(heading.bottom() + 1, place.top()) : lowest);
  }
}

RubyLabel* PageWidget::addLabel(RubyLabel::Role role) {
  auto* label = new RubyLabel(role, this);
  m_column->addWidget(label);
  return label;
}

RubyLabel* PageWidget::addText(Text text, RubyLabel::Role role) {
  RubyLabel* label = addLabel(role);
  speak(*label, [label, text = std::move(text)] { label->setMarkup(text()); });
  return label;
}

RubyLabel* PageWidget::addSection(Text text) {
  addSpace(0.5);
  return addText(std::move(text), RubyLabel::Role::section);
}

void PageWidget::putBefore(QWidget& next, QWidget& widget) {
  m_column->insertWidget(m_column->indexOf(&next), &widget);
  // The order of the children is that of the accessible tree.
  widget.stackUnder(&next);
}

void PageWidget::addSpace(double times) { m_column->addSpacing(em(*this, times)); }

FlowLayout* PageWidget::addButtonRow() {
  auto* row = new FlowLayout(em(*this, 0.75));
  m_column->addLayout(row);
  return row;
}

RubyButton* PageWidget::addButton(const QString& name, RubyButton::Kind kind, Text text,
                                  char16_t mnemonic, FlowLayout* row) {
  auto* button = new RubyButton(kind, this);
  button->setObjectName(named(name));
  if (mnemonic != 0) button->setMnemonic(mnemonic);
  speak(*button, [button, text = std::move(text)] { button->setMarkup(text()); });
  if (row != nullptr) {
    row->addWidget(button);
  } else if (kind == RubyButton::Kind::entrance) {
    m_column->addWidget(button);
  } else {
    m_column->addWidget(button, 0, Qt::AlignLeft);
  }
  return button;
}

void PageWidget::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  // A key that is still held down from the page before must not press this page's button.
  // In a list that one chooses from, Enter is about the list.
  if (auto* list = qobject_cast<QComboBox*>(focusWidget()); enter && list != nullptr) {
    if (!event->isAutoRepeat()) list->showPopup();
    return;
  }
  if (enter && !event->isAutoRepeat() && m_default != nullptr && m_default->isVisible()) {
    m_default->click();
    return;
  }
  QWidget::keyPressEvent(event);
}

}  // namespace madoguchi::app
