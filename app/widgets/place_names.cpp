#include "app/widgets/place_names.h"

#include <string_view>

#include "forms/places/kana.h"

namespace madoguchi::app {

namespace {

QString spelt(std::string_view view) {
  return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString written(const QString& kanji, const QString& kana, const QString& romaji) {
  // Not arg(): most languages use only some of the three.
  return qtTrId("place.written")
      .replace(QStringLiteral("%kanji"), kanji)
      .replace(QStringLiteral("%kana"), kana)
      .replace(QStringLiteral("%romaji"), romaji);
}

/// "Chuo-ku, Sapporo-shi" of "Chuo-ku, Sapporo-shi, Hokkaido".
QString withoutPrefecture(const QString& romaji) {
  const qsizetype comma = romaji.lastIndexOf(u',');
  return comma > 0 ? romaji.left(comma) : romaji;
}

/// With spaces: kana run into each other, and a narrow line may end only where a part of the name
/// does.
QString kanaOf(const forms::Municipality& place) {
  return spelt(place.prefectureHiragana) + u' ' + spelt(place.hiragana);
}

/// The postal codes' kana are katakana.
QString hiraganaOf(QString kana) {
  for (QChar& c : kana) c = QChar(forms::toHiragana(c.unicode()));
  return kana;
}

}  // namespace

QString prefectureName(const forms::Municipality& place) {
  return written(spelt(place.prefecture), spelt(place.prefectureHiragana),
                 spelt(place.prefectureRomaji));
}

QString shortPlaceName(const forms::Municipality& place) {
  return written(QString::fromStdString(place.name()), spelt(place.hiragana),
                 withoutPrefecture(spelt(place.romaji)));
}

QString placeName(const forms::Municipality& place) {
  return written(QString::fromStdString(place.fullName()), kanaOf(place), spelt(place.romaji));
}

QString placeName(const forms::MunicipalityHit& hit) {
  const forms::Municipality& place = *hit.municipality;
  if (hit.town.empty()) return placeName(place);
  // A town without readings is written as it is rather than left out.
  const QString town = QString::fromStdString(hit.town);
  const QString kana =
      hit.townKana.empty() ? town : hiraganaOf(QString::fromStdString(hit.townKana));
  const QString romaji = hit.townRomaji.empty() ? town : QString::fromStdString(hit.townRomaji);
  return written(QString::fromStdString(place.fullName()) + town, kanaOf(place) + u' ' + kana,
                 romaji + QStringLiteral(", ") + spelt(place.romaji));
}

QString formerPlaceName(const forms::FormerName& former) {
  return written(spelt(former.name), spelt(former.hiragana), spelt(former.romaji));
}

QString writtenOrRead(const QString& kanji, const QString& read) {
  return qtTrId("text.written")
      .replace(QStringLiteral("%kanji"), kanji)
      .replace(QStringLiteral("%read"), read);
}

}  // namespace madoguchi::app
