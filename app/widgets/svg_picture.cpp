#include "app/widgets/svg_picture.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>
#include <algorithm>

#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"

namespace madoguchi::app {

SvgPicture::SvgPicture(const QString& file, double heightInEm, QWidget* parent)
    : QWidget(parent), m_heightInEm(heightInEm) {
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  setPicture(file);
}

void SvgPicture::setPicture(const QString& file, const QColor& colour) {
  m_file = file;
  m_colour = colour;
  m_proportions = QSvgRenderer(file).viewBoxF().size();
  updateGeometry();
  update();
}

void SvgPicture::standBeside(const RubyLabel& label) {
  m_beside = &label;
  m_firstLineMiddle = [&label] { return label.firstLineMiddle(); };
  m_lowestMiddle = [&label] { return label.lowestFirstLineMiddle(); };
}

void SvgPicture::standBeside(const RubyButton& link) {
  m_beside = &link;
  m_firstLineMiddle = [&link] { return link.firstLineMiddle(); };
  m_lowestMiddle = m_firstLineMiddle;  // readings stand within its padding
}

QSize SvgPicture::drawnSize() const {
  const double height = em(*this, m_heightInEm);
  const double ratio =
      m_proportions.height() > 0 ? m_proportions.width() / m_proportions.height() : 1;
  return {static_cast<int>(height * ratio), static_cast<int>(height)};
}

QSize SvgPicture::sizeHint() const {
  QSize size = drawnSize();
  // Not by the line as it is: nothing tells when that changes.
  if (m_beside != nullptr)
    size.setHeight(std::max(size.height(), m_lowestMiddle() + (size.height() + 1) / 2));
  return size;
}

QSize SvgPicture::minimumSizeHint() const {
  constexpr double kLarge = 12;
  constexpr double kNarrow = 4;  // as text
  const QSize size = sizeHint();
  return {size.width() > em(*this, kLarge) ? em(*this, kNarrow) : size.width(), size.height()};
}

void SvgPicture::paintEvent(QPaintEvent* /*event*/) {
  QFile file(m_file);
  if (!file.open(QIODevice::ReadOnly)) return;
  const Colours colours = coloursOf(palette());
  QByteArray drawing = file.readAll();
  drawing.replace("currentColor", (m_colour.isValid() ? m_colour : colours.text).name().toLatin1());
  drawing.replace("{{primary}}", colours.primary.name().toLatin1());
  drawing.replace("{{background}}", colours.background.name().toLatin1());
  drawing.replace("{{surface}}", colours.surface.name().toLatin1());
  QSize size = drawnSize();
  if (size.width() > width()) size.scale(width(), size.height(), Qt::KeepAspectRatio);
  const int top = m_beside == nullptr
                      ? 0
                      : std::max(0, m_beside->y() - y() + m_firstLineMiddle() - size.height() / 2);
  QPainter painter(this);
  QSvgRenderer(drawing).render(&painter, QRectF(QPoint(0, top), size));
}

}  // namespace madoguchi::app
