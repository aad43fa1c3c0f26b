#include "app/widgets/kept_words.h"

#include <QFontMetrics>

namespace madoguchi::app {
namespace {

constexpr QChar kWordJoiner(0x2060);
constexpr QChar kFirstEastAsian(0x2E80);

bool endsWord(QChar before, QChar next) {
  return before.isSpace() || next.isSpace() || before == u'。' || before == u'、' ||
         next == u'（' || next == u'(';
}

/// Others are not torn anyway, and lose their ligatures.
bool canBeTorn(QChar before, QChar next) {
  return (before >= kFirstEastAsian || next >= kFirstEastAsian) && !next.isLowSurrogate();
}

QString joined(const QString& word) {
  QString whole;
  for (const QChar next : word) {
    if (!whole.isEmpty() && canBeTorn(whole.back(), next)) whole += kWordJoiner;
    whole += next;
  }
  return whole;
}

}  // namespace

QString withKeptWords(const QString& text, const QFontMetrics& metrics, int width) {
  QString result;
  qsizetype begin = 0;
  for (qsizetype end = 1; begin < text.size(); ++end) {
    if (end < text.size() && !endsWord(text[end - 1], text[end])) continue;
    const QString word = text.mid(begin, end - begin);
    result += metrics.horizontalAdvance(word) <= width ? joined(word) : word;
    begin = end;
  }
  return result;
}

}  // namespace madoguchi::app
