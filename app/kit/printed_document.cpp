#include "app/kit/printed_document.h"

#include <QApplication>
#include <QColor>
#include <QImage>
#include <QMarginsF>
#include <QPainter>
#include <QPrinter>
#include <functional>
#include <vector>

#include "app/widgets/ruby_layout.h"

namespace madoguchi::app {

namespace {

/// Paper sizes: body text of 11 points reads well at arm's length.
constexpr double kBodyPoints = 11;
constexpr double kPictureShare = 0.45;  ///< of the page's width and height, at most
constexpr double kMargin = 20;          ///< mm: what any printer can print, and a hole punch leaves

// Times the height of the letters: room for ruby in body text, less where there is none.
constexpr double kBodyLine = 1.7;
constexpr double kHeadingLine = 1.4;
constexpr double kPlainLine = 1.5;

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

/// A line with its measures, in the printer's pixels.
struct Placed {
  qreal height = 0;
  qreal gap = 0;  ///< below it
  std::function<void(QPainter&, qreal y)> draw;
};

Placed placedText(const Document::Line& line, QPrinter& printer, const QSizeF& page) {
  const RubyText text = line.markup ? RubyText::fromMarkup(line.text) : RubyText::plain(line.text);
  const RubyLayout layout(text, fontOf(line, printer.resolution()), page.width(), lineHeight(line),
                          &printer);
  return {layout.size().height(), layout.em() * 0.6, [layout](QPainter& painter, qreal y) {
            layout.draw(painter, {0, y}, Qt::black);
          }};
}

Placed placedPicture(const Document::Line& line, const QPrinter& printer, const QSizeF& page) {
  const QImage image(line.picture);
  const QSizeF size = QSizeF(image.size()).scaled(page * kPictureShare, Qt::KeepAspectRatio);
  return {size.height(), kBodyPoints * printer.resolution() / 72,
          [image, size](QPainter& painter, qreal y) {
            painter.drawImage(QRectF(QPointF(0, y), size), image);
          }};
}

Placed placed(const Document::Line& line, QPrinter& printer, const QSizeF& page) {
  return line.picture.isEmpty() ? placedText(line, printer, page)
                                : placedPicture(line, printer, page);
}

}  // namespace

bool paint(QPrinter& printer, const Document& document) {
  printer.setPageMargins(QMarginsF(kMargin, kMargin, kMargin, kMargin), QPageLayout::Millimeter);
  printer.setDocName(document.title);
  QPainter painter;
  if (!painter.begin(&printer)) return false;
  const QSizeF page = printer.pageRect(QPrinter::DevicePixel).size();
  std::vector<Placed> lines;
  for (const Document::Line& line : document.lines) lines.push_back(placed(line, printer, page));
  qreal y = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // A heading stays with what it is of.
    const bool heads = document.lines[i].heading && i + 1 < lines.size();
    const qreal needed = lines[i].height + (heads ? lines[i].gap + lines[i + 1].height : 0);
    if (y > 0 && y + needed > page.height()) {
      printer.newPage();
      y = 0;
    }
    lines[i].draw(painter, y);
    y += lines[i].height + lines[i].gap;
  }
  return painter.end();
}

bool writePdf(const QString& file, const Document& document) {
  QPrinter printer(QPrinter::HighResolution);
  printer.setOutputFormat(QPrinter::PdfFormat);
  printer.setOutputFileName(file);
  printer.setPageSize(QPageSize(QPageSize::A4));
  return paint(printer, document);
}

}  // namespace madoguchi::app
