#pragma once

namespace madoguchi::app {

/// Whether this computer has a font with Japanese: without one, most of what the program says is
/// boxes. Wants a QGuiApplication.
bool hasJapaneseFont();

}  // namespace madoguchi::app
