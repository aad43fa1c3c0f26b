#include "app/rooms/application/documents/scanned_page.h"

// ISO 32000-1, only as far as a page with one picture needs it. Qt's own writer would compress the
// pictures once more, at a quality that is fixed, and tell program and time.

namespace madoguchi::app {
namespace {

constexpr QSize kA4Points(595, 842);
constexpr int kPageObjects = 3;  // the page, what is drawn on it, the picture
constexpr int kFirstPage = 3;    // behind catalogue and list of pages

class PdfText {
 public:
  void addObject(const QByteArray& body) {
    m_places.push_back(m_bytes.size());
    m_bytes += QByteArray::number(m_places.size()) + " 0 obj\n" + body + "\nendobj\n";
  }
  void addStream(const QByteArray& dictionary, const QByteArray& content) {
    addObject("<<" + dictionary + "/Length " + QByteArray::number(content.size()) + ">>\nstream\n" +
              content + "\nendstream");
  }
  [[nodiscard]] QByteArray finished() const {
    const QByteArray count = QByteArray::number(m_places.size() + 1);
    QByteArray table = "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const qsizetype place : m_places) {
      table += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    }
    return m_bytes + table + "trailer\n<</Size " + count + "/Root 1 0 R>>\nstartxref\n" +
           QByteArray::number(m_bytes.size()) + "\n%%EOF\n";
  }

 private:
  QByteArray m_bytes = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";  // told to be no text
  QList<qsizetype> m_places;
};

QByteArray reference(qsizetype object) { return QByteArray::number(object) + " 0 R"; }

void addPage(PdfText& pdf, const ScannedPage& page, qsizetype first) {
  const bool isWide = page.size.width() > page.size.height();
  const QSize paper = isWide ? kA4Points.transposed() : kA4Points;
  const QSizeF picture = QSizeF(page.size).scaled(paper, Qt::KeepAspectRatio);
  const auto points = [](double length) { return QByteArray::number(length, 'f', 2); };
  pdf.addObject("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + QByteArray::number(paper.width()) +
                " " + QByteArray::number(paper.height()) + "]/Rotate " +
                QByteArray::number(page.turns * 90) + "/Resources<</XObject<</P " +
                reference(first + 2) + ">>>>/Contents " + reference(first + 1) + ">>");
  pdf.addStream({}, "q " + points(picture.width()) + " 0 0 " + points(picture.height()) + " " +
                        points((paper.width() - picture.width()) / 2) + " " +
                        points((paper.height() - picture.height()) / 2) + " cm /P Do Q");
  pdf.addStream("/Type/XObject/Subtype/Image/Width " + QByteArray::number(page.size.width()) +
                    "/Height " + QByteArray::number(page.size.height()) + "/ColorSpace/" +
                    (page.isGrey ? "DeviceGray" : "DeviceRGB") +
                    "/BitsPerComponent 8/Filter/DCTDecode",
                page.jpeg);
}

}  // namespace

QByteArray pdfOfPages(std::span<const ScannedPage> pages) {
  PdfText pdf;
  QByteArray kids;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    kids += reference(kFirstPage + static_cast<qsizetype>(i) * kPageObjects) + " ";
  }
  pdf.addObject("<</Type/Catalog/Pages 2 0 R>>");
  pdf.addObject("<</Type/Pages/Kids[" + kids + "]/Count " +
                QByteArray::number(static_cast<qsizetype>(pages.size())) + ">>");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    addPage(pdf, pages[i], kFirstPage + static_cast<qsizetype>(i) * kPageObjects);
  }
  return pdf.finished();
}

}  // namespace madoguchi::app
