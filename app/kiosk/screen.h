#pragma once

#include <optional>

class QScreen;

namespace madoguchi::app {

/// How much larger everything has to be on a touch screen, so that what is touched is at least 15
/// mm high: fingers of people who stand, are in a hurry or old. `dotsPerInch` in place of what the
/// screen says of itself. From 1 to 3.
double scaleForTouch(const QScreen& screen, std::optional<int> dotsPerInch);
double scaleForTouch(double dotsPerInch);

}  // namespace madoguchi::app
