#include "app/kit/pdf_characters.h"

#include <QHash>
#include <QRawFont>
#include <QRegularExpression>

namespace madoguchi::app {

namespace {

quint32 shapeOf(const QRawFont& font, QChar character) {
  const auto shapes = font.glyphIndexesForString(QString(character));
  return shapes.isEmpty() ? 0 : shapes.first();
}

}  // namespace

void nameCharacters(QByteArray& pdf, const QString& text, const QFont& font) {
  const QRawFont raw = QRawFont::fromFont(font, QFontDatabase::Japanese);
  QHash<quint32, QChar> meant;
  for (const QChar character : text) meant.insert(shapeOf(raw, character), character);
  meant.remove(0);
  // Latin-1 keeps every byte of the file in its place.
  QString file = QString::fromLatin1(pdf);
  // ISO 32000-1, 9.10.3: "<first> <last> [<character> <character> ...]", as Qt writes the streams
  // ToUnicode, without compression.
  static const QRegularExpression lists(
      QStringLiteral("\\n<[0-9A-F]{4}> <[0-9A-F]{4}> \\[((?:<[0-9A-F]{4}> ?)+)\\]"));
  static const QRegularExpression codes(QStringLiteral("<([0-9A-F]{4})>"));
  for (auto list = lists.globalMatch(file); list.hasNext();) {
    const auto found = list.next();
    for (auto code = codes.globalMatch(found.captured(1)); code.hasNext();) {
      const auto one = code.next();
      const QChar named(one.captured(1).toUShort(nullptr, 16));
      if (text.contains(named)) continue;
      const QChar better = meant.value(shapeOf(raw, named), named);
      const QByteArray digits =
          QByteArray::number(better.unicode(), 16).toUpper().rightJustified(4, '0');
      pdf.replace(found.capturedStart(1) + one.capturedStart(1), digits.size(), digits);
    }
  }
}

}  // namespace madoguchi::app
