#include "app/kit/printed_document.h"

#include <QApplication>
#include <QBuffer>
#include <QColor>
#include <QMarginsF>
#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>
#include <QPrinter>
#include <QSaveFile>

#include "app/kit/pdf_characters.h"
#include "app/widgets/ruby_layout.h"

namespace madoguchi::app {

namespace {

/// Paper sizes: body text of 11 points reads well at arm's length.
constexpr double kBodyPoints = 11;
constexpr double kMargin = 20;  ///< mm: what any printer can print, and a hole punch leaves

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

bool paintOn(QPagedPaintDevice& paper, const Document& document) {
  paper.setPageMargins(QMarginsF(kMargin, kMargin, kMargin, kMargin), QPageLayout::Millimeter);
  QPainter painter;
  if (!painter.begin(&paper)) return false;
  const int resolution = paper.logicalDpiX();
  const qreal width = paper.pageLayout().paintRectPixels(resolution).width();
  qreal y = 0;
  for (const Document::Line& line : document.lines) {
    const QFont font = fontOf(line, resolution);
    const RubyLayout layout(textOf(line), font, width, lineHeight(line), &paper);
    draw(painter, layout, font, y);
    y += layout.size().height() + layout.em() * 0.6;
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
