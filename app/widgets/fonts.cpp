#include "app/widgets/fonts.h"

#include <QFontDatabase>

namespace madoguchi::app {

bool hasJapaneseFont() { return !QFontDatabase::families(QFontDatabase::Japanese).isEmpty(); }

}  // namespace madoguchi::app
