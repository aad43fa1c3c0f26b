#include "app/kit/printed_document.h"

#include <QApplication>
#include <QColor>
#include <QMarginsF>
#include <QPainter>
#include <QPrinter>

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

}  // namespace

bool paint(QPrinter& printer, const Document& document) {
  printer.setPageMargins(QMarginsF(kMargin, kMargin, kMargin, kMargin), QPageLayout::Millimeter);
  printer.setDocName(document.title);
  QPainter painter;
  if (!painter.begin(&printer)) return false;
  const qreal width = printer.pageRect(QPrinter::DevicePixel).width();
  qreal y = 0;
  for (const Document::Line& line : document.lines) {
    const RubyText text =
        line.markup ? RubyText::fromMarkup(line.text) : RubyText::plain(line.text);
    const RubyLayout layout(text, fontOf(line, printer.resolution()), width, lineHeight(line),
                            &printer);
    layout.draw(painter, {0, y}, Qt::black);
    y += layout.size().height() + layout.em() * 0.6;
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
