#pragma once

#include <QString>

namespace madoguchi::app {

/// Whether a phrase (文節) ends before the character at `at`, which is neither the first nor past
/// the last: Japanese may be broken between almost any two characters, but is read more easily
/// where lines end with phrases. Told by the script alone: a particle or ending in hiragana, then
/// something else. What cannot be told that way is no end.
bool endsPhrase(const QString& text, qsizetype at);

/// Whether both sides of `at` belong to one word written in katakana.
bool isInKatakanaWord(const QString& text, qsizetype at);

/// Hiragana, katakana and the long vowel's line.
bool isKana(QChar c);

/// Brackets and punctuation, half of whose square is blank.
bool isBlankOnTheLeft(QChar c);
bool isBlankOnTheRight(QChar c);

}  // namespace madoguchi::app
