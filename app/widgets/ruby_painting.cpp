#include <QColor>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/widgets/ruby_layout.h"

namespace madoguchi::app {

int RubyLayout::positionAt(QPointF point) const {
  const auto row = std::clamp(static_cast<long>(std::floor(point.y() / m_lineHeight)), 0L,
                              static_cast<long>(m_lines.size()) - 1);
  const Line& line = m_lines[static_cast<std::size_t>(row)];
  int best = line.start;
  qreal distance = std::abs(point.x());
  for (const Piece& piece : line.base) {
    for (qsizetype i = 0; i <= piece.text.size(); ++i) {
      const qreal away =
          std::abs(piece.x + m_text->metrics.horizontalAdvance(piece.text.left(i)) - point.x());
      if (away < distance) {
        distance = away;
        best = piece.start + static_cast<int>(i);
      }
    }
  }
  return best;
}

void RubyLayout::draw(QPainter& painter, QPointF topLeft, const QColor& colour,
                      bool underlineMnemonic) const {
  painter.setPen(colour);
  painter.setFont(m_text->font);
  for (const Line& line : m_lines) {
    for (const Piece& piece : line.base) {
      painter.drawText(topLeft + QPointF(piece.x, line.baseline), piece.text);
      const qsizetype at = m_text->mnemonic - piece.start;
      if (underlineMnemonic && m_text->mnemonic >= 0 && at >= 0 && at < piece.text.size()) {
        const qreal x =
            topLeft.x() + piece.x + m_text->metrics.horizontalAdvance(piece.text.left(at));
        const qreal y = topLeft.y() + line.baseline + m_text->metrics.underlinePos();
        painter.drawLine(QPointF(x, y),
                         QPointF(x + m_text->metrics.horizontalAdvance(piece.text.at(at)), y));
      }
    }
  }
  painter.setFont(m_text->rubyFont);
  for (const Line& line : m_lines) {
    for (const Piece& piece : line.ruby) {
      painter.drawText(topLeft + QPointF(piece.x, line.rubyBaseline), piece.text);
    }
  }
}

void RubyLayout::drawSelection(QPainter& painter, QPointF topLeft, Selection selection,
                               const QColor& colour) const {
  for (const Line& line : m_lines) {
    for (const Piece& piece : line.base) {
      const int from = std::max(selection.start, piece.start) - piece.start;
      const int to =
          std::min<int>(selection.end - piece.start, static_cast<int>(piece.text.size()));
      if (from >= to) continue;
      const qreal left = piece.x + m_text->metrics.horizontalAdvance(piece.text.left(from));
      const qreal right = piece.x + m_text->metrics.horizontalAdvance(piece.text.left(to));
      painter.fillRect(
          QRectF(topLeft.x() + left, topLeft.y() + line.top, right - left, line.height), colour);
    }
  }
}

}  // namespace madoguchi::app
