#include "app/widgets/japanese_phrases.h"

namespace madoguchi::app {

namespace {

/// Particles, and what verbs and adjectives before a noun end with. Without い and the other
/// endings with which compounds go on: 使い方, 読み取る.
bool endsWord(QChar c) {
  return QStringLiteral("をにはがでともへやのかてただらばずなるうくすつむぶぐ").contains(c);
}

bool isHiragana(QChar c) { return c.script() == QChar::Script_Hiragana; }
bool isKanji(QChar c) { return c.script() == QChar::Script_Han; }

}  // namespace

bool isBlankOnTheLeft(QChar c) { return QStringLiteral("（「『【〈《［｛〔＜").contains(c); }
bool isBlankOnTheRight(QChar c) {
  return QStringLiteral("）」』】〉》］｝〕＞、。，．").contains(c);
}

bool endsPhrase(const QString& text, qsizetype at) {
  const QChar before = text.at(at - 1);
  const QChar after = text.at(at);
  if (before.isSpace() || isBlankOnTheRight(before) || isBlankOnTheLeft(after)) return true;
  // もう一度 is one word to the reader, and あと goes with the number that it tells.
  const bool again = before == u'う' && at >= 2 && text.at(at - 2) == u'も';
  if (!endsWord(before) || again || after.isDigit()) return false;
  // A word may begin with the polite お or ご.
  const bool polite =
      (after == u'お' || after == u'ご') && at + 1 < text.size() && isKanji(text.at(at + 1));
  return polite || !isHiragana(after);
}

}  // namespace madoguchi::app
