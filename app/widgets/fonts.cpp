#include "app/widgets/fonts.h"

#include <QFontDatabase>

namespace madoguchi::app {

bool hasJapaneseFont() { return !QFontDatabase::families(QFontDatabase::Japanese).isEmpty(); }

QStringList textFamilies(const QString& own) {
  // Debian's, Windows', macOS', an older Windows'. Without them, fonts of other languages may lend
  // their shapes of the same kanji.
  QStringList families{QStringLiteral("Noto Sans CJK JP"), QStringLiteral("Yu Gothic UI"),
                       QStringLiteral("Hiragino Sans"), QStringLiteral("Meiryo")};
  if (families.contains(own)) {
    families.removeOne(own);
    families.prepend(own);
    return families;
  }
  const QList<QFontDatabase::WritingSystem> written = QFontDatabase::writingSystems(own);
  const bool hasOtherKanji = written.contains(QFontDatabase::SimplifiedChinese) ||
                             written.contains(QFontDatabase::TraditionalChinese) ||
                             written.contains(QFontDatabase::Korean);
  // DejaVu is nobody's choice, but what a desktop without one falls back to: there, one family
  // writes all scripts.
  const bool isNobodysChoice = own.startsWith(QStringLiteral("DejaVu"));
  families.insert(hasOtherKanji || isNobodysChoice ? families.size() : 0, own);
  return families;
}

}  // namespace madoguchi::app
