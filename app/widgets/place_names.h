#pragma once

#include <QString>

#include "forms/places/municipality_search.h"

// How places are written in the language of the moment: in kanji, with their kana, or in romaji.

namespace madoguchi::app {

QString prefectureName(const forms::Municipality& place);
/// Without the prefecture.
QString shortPlaceName(const forms::Municipality& place);
QString placeName(const forms::Municipality& place);
/// With the town, where a postal code has led to one.
QString placeName(const forms::MunicipalityHit& hit);
QString formerPlaceName(const forms::FormerName& former);

/// Which of the two the language of the moment takes, as markup: text of the program's own that is
/// Japanese in every language, an address or an example, and the same with its readings.
QString writtenOrRead(const QString& kanji, const QString& read);

}  // namespace madoguchi::app
