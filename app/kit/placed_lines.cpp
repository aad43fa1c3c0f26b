#include "app/kit/placed_lines.h"

#include <QApplication>
#include <QColor>
#include <QImage>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <algorithm>
#include <array>
#include <utility>

#include "app/widgets/ruby_layout.h"

namespace madoguchi::app {

namespace {

/// Paper sizes: body text of 11 points reads well at arm's length.
constexpr double kBodyPoints = 11;
constexpr double kPictureShare = 0.45;  ///< of the page's width and height, at most
constexpr double kFootSize = 0.75;      ///< of body text

// Times the height of the letters: room for ruby in body text, less where there is none.
constexpr double kBodyLine = 1.7;
constexpr double kHeadingLine = 1.4;
constexpr double kPlainLine = 1.5;
constexpr double kCellLine = 1.25;
constexpr double kCellPadding = 0.35;  ///< the same
constexpr double kGap = 0.6;           ///< the same

double lineHeight(const Document::Line& line) {
  if (!line.markup) return kPlainLine;
  return line.heading ? kHeadingLine : kBodyLine;
}

QFont fontOf(const Document::Line& line, int resolution) {
  QFont font = QApplication::font();
  font.setPixelSize(static_cast<int>(kBodyPoints * line.size * resolution / 72));
  font.setBold(line.heading);
  // Some fonts shape digits with glyphs that stand for no character; such text cannot be copied
  // out of a PDF. Scripts that cannot do without shaping are shaped nevertheless.
  font.setStyleStrategy(QFont::PreferNoShaping);
  return font;
}

/// Readings are shapes only: what is searched, copied and read aloud is the text, once.
void draw(QPainter& painter, const RubyLayout& layout, const QFont& font, QPointF topLeft) {
  painter.setFont(font);
  for (const RubyLayout::Line& line : layout.lines()) {
    for (const RubyLayout::Piece& piece : line.base)
      painter.drawText(topLeft + QPointF(piece.x, line.baseline), piece.text);
    for (const RubyLayout::Piece& piece : line.ruby) {
      QPainterPath shape;
      shape.addText(topLeft + QPointF(piece.x, line.rubyBaseline), layout.rubyFont(), piece.text);
      painter.fillPath(shape, Qt::black);
    }
  }
}

RubyText textOf(const Document::Line& line) {
  return line.markup ? RubyText::fromMarkup(line.text) : RubyText::plain(line.text);
}

PlacedLine placedText(const Document::Line& line, QPagedPaintDevice& paper, const QSizeF& page) {
  const QFont font = fontOf(line, paper.logicalDpiX());
  const RubyLayout layout(textOf(line), font, page.width(), lineHeight(line), &paper);
  return {.height = layout.size().height(),
          .gap = layout.em() * kGap,
          .paint = [layout, font](QPainter& painter, qreal y) {
            draw(painter, layout, font, {0, y});
          }};
}

PlacedLine placedPicture(const Document::Line& line, const QPagedPaintDevice& paper,
                         const QSizeF& page) {
  const QImage image(line.picture);
  const QSizeF size = QSizeF(image.size()).scaled(page * kPictureShare, Qt::KeepAspectRatio);
  return {.height = size.height(),
          .gap = kBodyPoints * paper.logicalDpiX() / 72,
          .paint = [image, size](QPainter& painter, qreal y) {
            painter.drawImage(QRectF(QPointF(0, y), size), image);
          }};
}

struct PlacedCell {
  qreal left = 0;
  qreal width = 0;
  RubyLayout layout;
  bool names = false;
};

void drawCell(QPainter& painter, const PlacedCell& cell, const QFont& font, QRectF box) {
  const qreal padding = font.pixelSize() * kCellPadding;
  if (cell.names) painter.fillRect(box, QColor(0xee, 0xee, 0xee));
  painter.setPen(QPen(Qt::darkGray, font.pixelSize() / 16.0));
  painter.drawRect(box);
  painter.setPen(Qt::black);
  draw(painter, cell.layout, font, box.topLeft() + QPointF(padding, padding));
}

PlacedLine placedRow(const Document::Line& line, QPagedPaintDevice& paper, const QSizeF& page) {
  const QFont font = fontOf(line, paper.logicalDpiX());
  const qreal padding = font.pixelSize() * kCellPadding;
  std::vector<PlacedCell> cells;
  qreal left = 0;
  qreal height = 0;
  for (const Document::Cell& cell : line.cells) {
    const qreal width = cell.width * page.width();
    RubyLayout layout(RubyText::plain(cell.text), font, width - 2 * padding, kCellLine, &paper);
    height = std::max(height, layout.size().height() + 2 * padding);
    cells.push_back(
        {.left = left, .width = width, .layout = std::move(layout), .names = cell.names});
    left += width;
  }
  return {.height = height, .paint = [cells, font, height](QPainter& painter, qreal y) {
            for (const PlacedCell& cell : cells)
              drawCell(painter, cell, font, QRectF(cell.left, y, cell.width, height));
          }};
}

PlacedLine placed(const Document::Line& line, QPagedPaintDevice& paper, const QSizeF& page) {
  if (!line.cells.empty()) return placedRow(line, paper, page);
  return line.picture.isEmpty() ? placedText(line, paper, page) : placedPicture(line, paper, page);
}

std::array<Document::Line, 2> halvesOf(const Document::Line& row) {
  std::array<Document::Line, 2> halves{row, row};
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const QString& text = row.cells[i].text;
    qsizetype middle = text.size() / 2;
    if (middle > 0 && text[middle].isLowSurrogate()) ++middle;
    halves[0].cells[i].text = text.left(middle);
    halves[1].cells[i].text = text.mid(middle);
  }
  return halves;
}

void place(const Document::Line& line, QPagedPaintDevice& paper, const QSizeF& page,
           std::vector<PlacedLine>& to) {
  PlacedLine one = placed(line, paper, page);
  const bool canBeCut = std::ranges::any_of(
      line.cells, [](const Document::Cell& cell) { return cell.text.size() > 1; });
  if (one.height > page.height() && canBeCut) {
    for (const Document::Line& half : halvesOf(line)) place(half, paper, page, to);
    return;
  }
  one.heads = line.heading;
  one.onNewPage = line.onNewPage;
  to.push_back(std::move(one));
}

}  // namespace

std::vector<PlacedLine> placedLines(const Document& document, QPagedPaintDevice& paper,
                                    const QSizeF& page) {
  std::vector<PlacedLine> lines;
  bool isInTable = false;
  for (const Document::Line& line : document.lines) {
    const bool isRow = !line.cells.empty();
    if (isInTable && !isRow) {
      lines.back().gap = kBodyPoints * paper.logicalDpiX() / 72;
    }
    isInTable = isRow;
    place(line, paper, page, lines);
  }
  return lines;
}

PlacedLine placedFoot(const QString& foot, const QString& number, QPagedPaintDevice& paper,
                      const QSizeF& page) {
  return placedText(
      {.text = foot + QStringLiteral("  ") + number, .size = kFootSize, .markup = false}, paper,
      page);
}

QString wordsOf(const Document::Line& line) {
  QString words = textOf(line).base();
  for (const Document::Cell& cell : line.cells) words += cell.text;
  return words;
}

}  // namespace madoguchi::app
