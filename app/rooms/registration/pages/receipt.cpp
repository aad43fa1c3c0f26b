#include "app/rooms/registration/pages/receipt.h"

#include <QApplication>
#include <QColor>
#include <QMarginsF>
#include <QPainter>
#include <QPrinter>

#include "app/kit/field_texts.h"
#include "app/widgets/ruby_layout.h"

namespace madoguchi::app {

namespace {

/// Paper sizes: body text of 11 points reads well at arm's length.
constexpr double kBodyPoints = 11;
constexpr double kMargin = 20;  ///< mm: what any printer can print, and a hole punch leaves

class Sheet {
 public:
  Sheet(QPainter& painter, QPrinter& printer)
      : m_painter(painter),
        m_printer(printer),
        m_width(printer.pageRect(QPrinter::DevicePixel).width()) {}

  void write(const RubyText& text, double times, bool bold, double lineHeight) {
    QFont font = QApplication::font();
    font.setPixelSize(static_cast<int>(kBodyPoints * times * m_printer.resolution() / 72));
    font.setBold(bold);
    // Some fonts shape digits with glyphs that stand for no character; such text cannot be copied
    // out of a PDF. Scripts that cannot do without shaping are shaped nevertheless.
    font.setStyleStrategy(QFont::PreferNoShaping);
    const RubyLayout layout(text, font, m_width, lineHeight, &m_printer);
    layout.draw(m_painter, {0, m_y}, Qt::black);
    m_y += layout.size().height() + layout.em() * 0.6;
  }
  void write(const QString& markup, double times = 1, bool bold = false) {
    write(RubyText::fromMarkup(markup), times, bold, bold ? 1.4 : 1.7);
  }

 private:
  QPainter& m_painter;
  QPrinter& m_printer;
  qreal m_width;
  qreal m_y = 0;
};

}  // namespace

bool printReceipt(QPrinter& printer, const QString& authenticationId, QDate day) {
  printer.setPageMargins(QMarginsF(kMargin, kMargin, kMargin, kMargin), QPageLayout::Millimeter);
  QPainter painter;
  if (!painter.begin(&printer)) return false;
  Sheet sheet(painter, printer);
  sheet.write(qtTrId("app.system"));
  sheet.write(qtTrId("receipt.title"), 1.75, true);
  sheet.write(qtTrId("receipt.day").arg(writtenDate(day)));
  sheet.write(qtTrId("step3.id"), 1.25, true);
  sheet.write(RubyText::plain(authenticationId), 2.25, true, 1.5);
  sheet.write(qtTrId("step3.keep"));
  sheet.write(qtTrId("step3.next.title"), 1.25, true);
  sheet.write(qtTrId("step3.next"));
  return painter.end();
}

}  // namespace madoguchi::app
