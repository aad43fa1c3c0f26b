#include "app/widgets/japanese_phrases.h"

namespace madoguchi::app {

namespace {

/// Particles, and what verbs and adjectives before a noun end with. Without い and the other
/// endings with which compounds go on: 使い方, 読み取る.
bool endsWord(QChar c) {
  return QStringLiteral("をにはがでともへやのかてただらばずなるうくすつむぶぐ").contains(c);
}

bool isHiragana(QChar c) { return c.script() == QChar::Script_Hiragana; }
bool isKatakana(QChar c) { return c.script() == QChar::Script_Katakana || c == u'ー'; }
bool isKanji(QChar c) { return c.script() == QChar::Script_Han; }

}  // namespace

bool isKana(QChar c) { return isHiragana(c) || isKatakana(c); }
bool isBlankOnTheLeft(QChar c) { return QStringLiteral("（「『【〈《［｛〔＜").contains(c); }
bool isBlankOnTheRight(QChar c) {
  return QStringLiteral("）」』】〉》］｝〕＞、。，．").contains(c);
}

bool endsPhrase(const QString& text, qsizetype at) {
  const QChar before = text.at(at - 1);
  const QChar after = text.at(at);
  if (before.isSpace() || isBlankOnTheRight(before) || isBlankOnTheLeft(after)) return true;
  // What follows を, or が behind a noun (not 上がる), is the verb, in hiragana too.
  const bool behindNoun = at >= 2 && !isHiragana(text.at(at - 2));
  const bool subject =
      before == u'が' && behindNoun && !QStringLiteral("らりるれろっ").contains(after);
  if (before == u'：' || before == u'を' || subject) return true;
  // もう一度 is one word to the reader, and あと goes with the number that it tells.
  const bool again = before == u'う' && at >= 2 && text.at(at - 2) == u'も';
  if (!endsWord(before) || again || after.isDigit()) return false;
  // A word may begin with the polite お or ご.
  const bool polite =
      (after == u'お' || after == u'ご') && at + 1 < text.size() && isKanji(text.at(at + 1));
  return polite || !isHiragana(after);
}

bool isInKatakanaWord(const QString& text, qsizetype at) {
  return at > 0 && at < text.size() && isKatakana(text.at(at - 1)) && isKatakana(text.at(at));
}

}  // namespace madoguchi::app
