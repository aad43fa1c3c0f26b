#include "app/widgets/ruby_label.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

struct RoleLook {
  double size;
  bool bold;
  double lineHeight;
};

RoleLook lookOf(RubyLabel::Role role) {
  switch (role) {
    case RubyLabel::Role::body:
      return {1.0, false, 1.7};
    case RubyLabel::Role::small:
      return {0.875, false, 1.6};
    case RubyLabel::Role::heading:
      return {1.75, true, 1.4};
    case RubyLabel::Role::section:
      return {1.25, true, 1.5};
    case RubyLabel::Role::strong:
      return {1.0, true, 1.6};
    case RubyLabel::Role::large:
      return {2.0, true, 1.4};
  }
  return {1.0, false, 1.7};
}

}  // namespace

RubyLabel::RubyLabel(Role role, QWidget* parent) : QLabel(parent), m_role(role) {
  installAccessibility();
  setTextFormat(Qt::PlainText);
  keepFont(*this, lookOf(role).size, lookOf(role).bold);
  setCursor(Qt::IBeamCursor);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void RubyLabel::setMarkup(const QString& markup) { setRubyText(RubyText::fromMarkup(markup)); }

void RubyLabel::setPlain(const QString& text) { setRubyText(RubyText::plain(text)); }

void RubyLabel::setRubyText(const RubyText& text) {
  m_text = text;
  m_selection = {};
  m_layouts.forget();
  setText(text.base());
  updateGeometry();
  update();
}

void RubyLabel::setColour(const QColor& colour) {
  m_colour = colour;
  update();
}

QString RubyLabel::selectedBaseText() const {
  return m_text.base().mid(m_selection.start, m_selection.end - m_selection.start);
}

void RubyLabel::copySelection() const {
  const QString text = selectedBaseText();
  QApplication::clipboard()->setText(text.isEmpty() ? m_text.base() : text);
}

std::shared_ptr<const RubyLayout> RubyLabel::layoutFor(int width) const {
  return m_layouts.of(m_text, font(), width, lookOf(m_role).lineHeight);
}

QSize RubyLabel::sizeHint() const {
  const QSizeF size = layoutFor(em(*this, 40))->size();
  const QMargins m = contentsMargins();
  return {static_cast<int>(std::ceil(size.width())) + m.left() + m.right() + 1,
          static_cast<int>(std::ceil(size.height())) + m.top() + m.bottom()};
}

QSize RubyLabel::minimumSizeHint() const {
  // Narrow enough for a phone-wide window; longer words break.
  return {std::min(sizeHint().width(), em(*this, 3)), em(*this, lookOf(m_role).lineHeight)};
}

int RubyLabel::heightForWidth(int width) const {
  const QMargins m = contentsMargins();
  const qreal height = layoutFor(width - m.left() - m.right())->size().height();
  return static_cast<int>(std::ceil(height)) + m.top() + m.bottom();
}

int RubyLabel::firstLineMiddle() const {
  const qreal middle = layoutFor(contentsRect().width())->firstLineMiddle();
  return contentsRect().top() + static_cast<int>(std::lround(middle));
}

int RubyLabel::lowestFirstLineMiddle() const {
  const double middle = RubyLayout::middleWithReadings(lookOf(m_role).lineHeight);
  return contentsRect().top() + em(*this, middle);
}

bool RubyLabel::wrapsIn(int width) const {
  const QMargins m = contentsMargins();
  return layoutFor(width - m.left() - m.right())->lines().size() > 1;
}

void RubyLabel::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const auto layout = layoutFor(contentsRect().width());
  const QPointF origin = contentsRect().topLeft();
  if (m_selection.start < m_selection.end) {
    QColor colour = palette().color(QPalette::Highlight);
    colour.setAlphaF(0.25F);
    layout->drawSelection(painter, origin, m_selection, colour);
  }
  layout->draw(painter, origin, m_colour.isValid() ? m_colour : palette().color(foregroundRole()));
}

void RubyLabel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) {
    updateGeometry();
  }
  QLabel::changeEvent(event);
}

void RubyLabel::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  m_anchor =
      layoutFor(contentsRect().width())->positionAt(event->position() - contentsRect().topLeft());
  m_selection = {m_anchor, m_anchor};
  update();
}

void RubyLabel::mouseMoveEvent(QMouseEvent* event) {
  if (!event->buttons().testFlag(Qt::LeftButton)) return;
  const int at =
      layoutFor(contentsRect().width())->positionAt(event->position() - contentsRect().topLeft());
  m_selection = {std::min(at, m_anchor), std::max(at, m_anchor)};
  update();
}

void RubyLabel::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  if (m_selection.start < m_selection.end) {
    setFocus(Qt::MouseFocusReason);  // so that Ctrl+C arrives here
  } else if (buddy() != nullptr) {
    buddy()->setFocus(Qt::MouseFocusReason);
  }
}

void RubyLabel::mouseDoubleClickEvent(QMouseEvent* /*event*/) {
  m_selection = {0, static_cast<int>(m_text.base().size())};
  update();
}

void RubyLabel::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy) && m_selection.start < m_selection.end) {
    copySelection();
    return;
  }
  event->ignore();
}

void RubyLabel::focusOutEvent(QFocusEvent* event) {
  if (event->reason() != Qt::PopupFocusReason) {
    m_selection = {};
    update();
  }
  QLabel::focusOutEvent(event);
}

void RubyLabel::contextMenuEvent(QContextMenuEvent* event) {
  // Not on the stack, in a loop of its own: the label may go while it is open.
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(spokenText(qtTrId("common.copy")), this, [this] { copySelection(); });
  menu->popup(event->globalPos());
}

}  // namespace madoguchi::app
