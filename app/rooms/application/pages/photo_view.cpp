#include "app/rooms/application/pages/photo_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <cmath>
#include <utility>

#include "app/rooms/application/documents/photo_work.h"
#include "app/widgets/look.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {
namespace {

constexpr double kZoomStep = 1.05;
constexpr double kMoveStep = 0.01;  // of the frame's width: a third of a millimetre
constexpr double kTurnStep = 0.5;   // degrees
constexpr double kWidth = 18;       // font sizes
constexpr double kNotch = 120;      // of a wheel, in eighths of a degree

}  // namespace

PhotoView::PhotoView(PhotoWork& work, const forms::PhotoRow& rules, QWidget* parent)
    : QWidget(parent), m_work(work), m_rules(rules) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::SizeAllCursor);
  fitToFont(*this, [this] {
    const int width = em(*this, kWidth);
    setFixedSize(width, width * m_rules.heightMm / m_rules.widthMm);
  });
  connect(&work, &PhotoWork::changed, this, qOverload<>(&QWidget::update));
}

void PhotoView::zoom(double steps) {
  m_work.setFrame(zoomedFrame(m_work.frame(), std::pow(kZoomStep, steps), m_work.picture().size()));
}

void PhotoView::turn(double degrees) { m_work.setFrame(turnedFrame(m_work.frame(), degrees)); }

void PhotoView::move(QPointF by) {
  m_work.setFrame(movedFrame(m_work.frame(), by, m_work.picture().size()));
}

void PhotoView::paintEvent(QPaintEvent* /*event*/) {
  const Colours colours = coloursOf(palette());
  QPainter painter(this);
  if (m_work.picture().isNull()) {
    painter.fillRect(rect(), colours.surface);
  } else {
    painter.drawImage(rect(), framed(m_work.picture(), m_work.frame(), size()));
    paintGuides(painter);
  }
  painter.setPen(QPen(hasFocus() ? colours.focusOuter : colours.border, hasFocus() ? 4 : 1));
  painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void PhotoView::paintGuides(QPainter& painter) const {
  const double mm = static_cast<double>(height()) / m_rules.heightMm;
  const int chin = m_rules.aboveMm + m_rules.faceMm;
  // Seen on light and dark: white on black.
  constexpr QColor kBand(255, 255, 255, 90);
  for (const auto& [at, tolerance] : {std::pair(m_rules.aboveMm, m_rules.aboveToleranceMm),
                                      std::pair(chin, m_rules.faceToleranceMm)}) {
    painter.fillRect(QRectF(0, (at - tolerance) * mm, width(), 2 * tolerance * mm), kBand);
    painter.setPen(QPen(Qt::black, 3));
    painter.drawLine(QPointF(0, at * mm), QPointF(width(), at * mm));
    painter.setPen(QPen(Qt::white, 1));
    painter.drawLine(QPointF(0, at * mm), QPointF(width(), at * mm));
  }
  constexpr double kFaceWidth = 0.72;  // of its height, about
  const double face = m_rules.faceMm * mm;
  const QRectF oval((width() - face * kFaceWidth) / 2, m_rules.aboveMm * mm, face * kFaceWidth,
                    face);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(Qt::black, 2, Qt::DashLine));
  painter.drawEllipse(oval);
  painter.setPen(QPen(Qt::white, 1, Qt::DashLine));
  painter.drawEllipse(oval);
}

void PhotoView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return move({-kMoveStep, 0});
    case Qt::Key_Right:
      return move({kMoveStep, 0});
    case Qt::Key_Up:
      return move({0, -kMoveStep});
    case Qt::Key_Down:
      return move({0, kMoveStep});
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoom(1);
    case Qt::Key_Minus:
      return zoom(-1);
    case Qt::Key_PageUp:
      return turn(-kTurnStep);
    case Qt::Key_PageDown:
      return turn(kTurnStep);
    default:
      QWidget::keyPressEvent(event);
  }
}

void PhotoView::mousePressEvent(QMouseEvent* event) { m_dragged = event->position().toPoint(); }

void PhotoView::mouseMoveEvent(QMouseEvent* event) {
  const QPoint here = event->position().toPoint();
  move(QPointF(here - m_dragged) / width());
  m_dragged = here;
}

void PhotoView::wheelEvent(QWheelEvent* event) {
  if (!hasFocus()) {  // the page scrolls until the person works on the photo
    QWidget::wheelEvent(event);
    return;
  }
  const double notches = event->angleDelta().y() / kNotch;  // touchpads tell parts of them
  if (event->modifiers().testFlag(Qt::ShiftModifier)) {
    turn(kTurnStep * notches);
  } else {
    zoom(notches);
  }
  event->accept();
}

}  // namespace madoguchi::app
