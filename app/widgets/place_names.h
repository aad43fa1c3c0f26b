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

}  // namespace madoguchi::app
