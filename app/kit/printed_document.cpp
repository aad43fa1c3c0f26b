#include "app/kit/printed_document.h"

#include <QApplication>
#include <QBuffer>
#include <QMarginsF>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <vector>

#include "app/core/whole_file.h"
#include "app/kit/pdf_characters.h"
#include "app/kit/placed_lines.h"

namespace madoguchi::app {

namespace {

constexpr double kMargin = 20;  ///< mm: what any printer can print, and a hole punch leaves

/// Which line each page begins with.
std::vector<std::size_t> firstLines(const std::vector<PlacedLine>& lines, qreal pageHeight) {
  std::vector<std::size_t> first{0};
  qreal y = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // A heading stays with what it is of.
    qreal needed = lines[i].height;
    for (std::size_t j = i; lines[j].heads && j + 1 < lines.size(); ++j)
      needed += lines[j].gap + lines[j + 1].height;
    if (y > 0 && (lines[i].onNewPage || y + needed > pageHeight)) {
      first.push_back(i);
      y = 0;
    }
    y += lines[i].height + lines[i].gap;
  }
  return first;
}

struct Sheets {
  QSizeF page;  ///< without margins
  std::vector<PlacedLine> lines;
  std::vector<std::size_t> first;  ///< line of each sheet
};

Sheets sheetsOf(QPagedPaintDevice& paper, const Document& document) {
  paper.setPageMargins(QMarginsF(kMargin, kMargin, kMargin, kMargin), QPageLayout::Millimeter);
  Sheets sheets;
  sheets.page = paper.pageLayout().paintRectPixels(paper.logicalDpiX()).size();
  QSizeF room = sheets.page;
  if (!document.foot.isEmpty()) {
    const PlacedLine foot = placedFoot(document.foot, QStringLiteral("000 / 000"), paper, room);
    room.rheight() -= foot.height + foot.gap;
  }
  sheets.lines = placedLines(document, paper, room);
  sheets.first = firstLines(sheets.lines, room.height());
  return sheets;
}

bool paintOn(QPagedPaintDevice& paper, const Document& document) {
  const auto [page, lines, first] = sheetsOf(paper, document);
  QPainter painter;
  if (!painter.begin(&paper)) return false;
  const qreal bottom = page.height();
  for (std::size_t number = 0; number < first.size(); ++number) {
    if (number > 0) paper.newPage();
    const std::size_t end = number + 1 < first.size() ? first[number + 1] : lines.size();
    qreal y = 0;
    for (std::size_t i = first[number]; i < end; ++i) {
      lines[i].paint(painter, y);
      y += lines[i].height + lines[i].gap;
    }
    if (!document.foot.isEmpty()) {
      const PlacedLine foot = placedFoot(
          document.foot, QStringLiteral("%1 / %2").arg(number + 1).arg(first.size()), paper, page);
      foot.paint(painter, bottom - foot.height);
    }
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

int pagesOf(QPrinter& printer, const Document& document) {
  return static_cast<int>(sheetsOf(printer, document).first.size());
}

bool paint(QPrinter& printer, const Document& document) {
  printer.setDocName(document.title);
  return paintOn(printer, document);
}

bool writePdf(const QString& path, const Document& document) {
  QByteArray pdf = pdfOf(document);
  QString text = document.foot + QStringLiteral(" 0123456789/");
  for (const Document::Line& line : document.lines) text += wordsOf(line);
  nameCharacters(pdf, text, QApplication::font());
  return !pdf.isEmpty() && writeFile(path, pdf);
}

}  // namespace madoguchi::app
