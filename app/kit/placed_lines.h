#pragma once

#include <QSizeF>
#include <functional>
#include <vector>

#include "app/core/outlets.h"

class QPagedPaintDevice;
class QPainter;

// The lines of a document with their measures, in the paper's pixels.

namespace madoguchi::app {

struct PlacedLine {
  qreal height = 0;
  qreal gap = 0;       ///< below it
  bool heads = false;  ///< what follows stands on the same page
  bool onNewPage = false;
  std::function<void(QPainter&, qreal y)> paint = {};
};

/// In their order. What is higher than a page is cut into several rows where it stands in a table.
std::vector<PlacedLine> placedLines(const Document& document, QPagedPaintDevice& paper,
                                    const QSizeF& page);

/// The foot of a page; `number` is "1 / 3".
PlacedLine placedFoot(const QString& foot, const QString& number, QPagedPaintDevice& paper,
                      const QSizeF& page);

/// What stands in a line, without readings.
QString wordsOf(const Document::Line& line);

}  // namespace madoguchi::app
