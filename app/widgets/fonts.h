#pragma once

#include <QStringList>

namespace madoguchi::app {

/// Whether this computer has a font with Japanese: without one, most of what the program says is
/// boxes. Wants a QGuiApplication.
bool hasJapaneseFont();

/// The families in which everything is written, on a system whose own is `own`: that one first, but
/// not where it has the kanji of another language, which are drawn differently there.
QStringList textFamilies(const QString& own);

}  // namespace madoguchi::app
