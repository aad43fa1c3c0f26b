#include "app/kit/printed_document.h"

#include <QApplication>
#include <QBuffer>
#include <QColor>
#include <QImage>
#include <QMarginsF>
#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>
#include <QPrinter>
#include <QSaveFile>
#include <functional>
#include <vector>

#include "app/kit/pdf_characters.h"
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

/// Readings are shapes only: what is searched, copied and read aloud is the text, once.
void draw(QPainter& painter, const RubyLayout& layout, const QFont& font, qreal top) {
  painter.setFont(font);
  for (const RubyLayout::Line& line : layout.lines()) {
    for (const RubyLayout::Piece& piece : line.base)
      painter.drawText(QPointF(piece.x, top + line.baseline), piece.text);
    for (const RubyLayout::Piece& piece : line.ruby) {
      QPainterPath shape;
      shape.addText(QPointF(piece.x, top + line.rubyBaseline), layout.rubyFont(), piece.text);
      painter.fillPath(shape, Qt::black);
    }
  }
}

RubyText textOf(const Document::Line& line) {
  return line.markup ? RubyText::fromMarkup(line.text) : RubyText::plain(line.text);
}

/// A line with its measures, in the paper's pixels.
struct Placed {
  qreal height = 0;
  qreal gap = 0;  ///< below it
  std::function<void(QPainter&, qreal y)> paint;
};

Placed placedText(const Document::Line& line, QPagedPaintDevice& paper, const QSizeF& page) {
  const QFont font = fontOf(line, paper.logicalDpiX());
  const RubyLayout layout(textOf(line), font, page.width(), lineHeight(line), &paper);
  return {layout.size().height(), layout.em() * 0.6,
          [layout, font](QPainter& painter, qreal y) { draw(painter, layout, font, y); }};
}

Placed placedPicture(const Document::Line& line, const QPagedPaintDevice& paper,
                     const QSizeF& page) {
  const QImage image(line.picture);
  const QSizeF size = QSizeF(image.size()).scaled(page * kPictureShare, Qt::KeepAspectRatio);
  return {size.height(), kBodyPoints * paper.logicalDpiX() / 72,
          [image, size](QPainter& painter, qreal y) {
            painter.drawImage(QRectF(QPointF(0, y), size), image);
          }};
}

Placed placed(const Document::Line& line, QPagedPaintDevice& paper, const QSizeF& page) {
  return line.picture.isEmpty() ? placedText(line, paper, page) : placedPicture(line, paper, page);
}

bool paintOn(QPagedPaintDevice& paper, const Document& document) {
  paper.setPageMargins(QMarginsF(kMargin, kMargin, kMargin, kMargin), QPageLayout::Millimeter);
  QPainter painter;
  if (!painter.begin(&paper)) return false;
  const QSizeF page = paper.pageLayout().paintRectPixels(paper.logicalDpiX()).size();
  std::vector<Placed> lines;
  for (const Document::Line& line : document.lines) lines.push_back(placed(line, paper, page));
  qreal y = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // A heading stays with what it is of.
    const bool heads = document.lines[i].heading && i + 1 < lines.size();
    const qreal needed = lines[i].height + (heads ? lines[i].gap + lines[i + 1].height : 0);
    if (y > 0 && y + needed > page.height()) {
      paper.newPage();
      y = 0;
    }
    lines[i].paint(painter, y);
    y += lines[i].height + lines[i].gap;
  }
  return painter.end();
}

QByteArray pdfOf(const Document& document) {
  QBuffer pdf;
  pdf.open(QIODevice::WriteOnly);
  QPdfWriter writer(&pdf);
  writer.setPageSize(QPageSize(QPageSize::A4));
  writer.setTitle(document.title);
  return paintOn(writer, document) ? pdf.data() : QByteArray();
}

}  // namespace

bool paint(QPrinter& printer, const Document& document) {
  printer.setDocName(document.title);
  return paintOn(printer, document);
}

bool writePdf(const QString& path, const Document& document) {
  QByteArray pdf = pdfOf(document);
  QString text;
  for (const Document::Line& line : document.lines) text += textOf(line).base();
  nameCharacters(pdf, text, QApplication::font());
  QSaveFile file(path);
  return !pdf.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() &&
         file.commit();
}

}  // namespace madoguchi::app
