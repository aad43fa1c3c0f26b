#include "app/kiosk/kiosk_outlets.h"

#include <QPrinter>
#include <QPrinterInfo>
#include <utility>

#include "app/core/policy.h"
#include "app/kit/printed_document.h"

namespace madoguchi::app {

KioskOutlets::KioskOutlets(QString printer, int pagesPerVisit, Print print)
    : m_printer(std::move(printer)),
      m_mostPages(pagesPerVisit),
      m_pagesLeft(pagesPerVisit),
      m_print(std::move(print)) {}

bool KioskOutlets::offers(Kind kind) const { return kind == Kind::print && !m_printer.isEmpty(); }

void KioskOutlets::print(const Document& document, const QObject& /*asker*/, Printed answer) {
  answer(printNow(document));
}

Outlets::Outcome KioskOutlets::printNow(const Document& document) {
  if (!offers(Kind::print)) return Outcome::failed;
  const std::optional<int> pages = m_print(m_printer, document, m_pagesLeft);
  if (!pages) return Outcome::failed;
  if (*pages > m_pagesLeft) return Outcome::tooManyPages;
  m_pagesLeft -= *pages;
  return Outcome::done;
}

std::optional<int> KioskOutlets::printOnPaper(const QString& printer, const Document& document,
                                              int most) {
  const QPrinterInfo known = QPrinterInfo::printerInfo(printer);
  // Qt would take another printer, or write a file.
  if (known.isNull()) return std::nullopt;
  QPrinter paper(known, QPrinter::HighResolution);
  paper.setOutputFormat(QPrinter::NativeFormat);
  const int pages = pagesOf(paper, document);
  if (pages <= most && !paint(paper, document)) return std::nullopt;
  return pages;
}

void KioskOutlets::chooseFile(const FileWish& /*wish*/, const QObject& /*asker*/,
                              Chosen /*answer*/) {}

void KioskOutlets::chooseExisting(const FileWish& /*wish*/, const QObject& /*asker*/,
                                  Chosen /*answer*/) {}

void KioskOutlets::chooseSeveral(const FileWish& /*wish*/, const QObject& /*asker*/,
                                 SeveralChosen /*answer*/) {}

void KioskOutlets::showFolderOf(const QString& /*file*/) {}

void KioskOutlets::copy(const QString& /*text*/) {}

std::unique_ptr<Outlets> kioskOutlets(const Policy& policy) {
  if (policy.closed.contains(Outlets::Kind::print))
    return std::make_unique<KioskOutlets>(QString(), 0);
  return std::make_unique<KioskOutlets>(policy.kiosk->printer, policy.kiosk->pagesPerVisit);
}

}  // namespace madoguchi::app
