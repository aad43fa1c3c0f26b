#include "app/rooms/application/documents/file_name.h"

#include <QFileInfo>
#include <QTextBoundaryFinder>
#include <algorithm>

#include "protocol/plain_text.h"

namespace madoguchi::app {
namespace {

/// U+061C, U+200E to U+200F, U+202A to U+202E and U+2066 to U+2069, by which a name that ends in
/// "fdp.exe" can look as if it ended in "exe.pdf".
bool turnsReading(QChar character) {
  switch (character.direction()) {
    case QChar::DirLRE:
    case QChar::DirLRO:
    case QChar::DirRLE:
    case QChar::DirRLO:
    case QChar::DirPDF:
    case QChar::DirLRI:
    case QChar::DirRLI:
    case QChar::DirFSI:
    case QChar::DirPDI:
      return true;
    default:
      return character.category() == QChar::Other_Format &&
             (character.direction() == QChar::DirL || character.direction() == QChar::DirR ||
              character.direction() == QChar::DirAL);
  }
}

/// The beginning of it that takes no more bytes, and tears no character that people see.
QString beginning(const QString& text, qsizetype bytes) {
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
  qsizetype end = 0;
  for (qsizetype next = finder.toNextBoundary();
       next > 0 && text.left(next).toUtf8().size() <= bytes; next = finder.toNextBoundary()) {
    end = next;
  }
  return text.left(end);
}

}  // namespace

QString handedInName(const QString& file) {
  constexpr QChar kCut(u'…');
  constexpr qsizetype kLongestEnding = 10;
  QString name = QFileInfo(file).fileName().normalized(QString::NormalizationForm_C);
  name.removeIf([](QChar character) {
    switch (character.category()) {
      case QChar::Other_Control:
      case QChar::Separator_Line:
      case QChar::Separator_Paragraph:
        return true;
      default:
        return turnsReading(character);
    }
  });
  name.replace(u'\\', u'_');
  const qsizetype longest = qsizetype{protocol::kLongestFileName};
  if (name.toUtf8().size() > longest) {
    const qsizetype point = name.lastIndexOf(u'.');
    const bool hasEnding = point > 0 && name.size() - point <= kLongestEnding;
    const QString end = kCut + (hasEnding ? name.mid(point) : QString());
    name = beginning(name, longest - end.toUtf8().size()) + end;
  }
  return name.trimmed().isEmpty() ? QStringLiteral("_") : name;
}

}  // namespace madoguchi::app
