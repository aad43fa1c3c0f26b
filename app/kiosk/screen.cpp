#include "app/kiosk/screen.h"

#include <QScreen>
#include <algorithm>

namespace madoguchi::app {

double scaleForTouch(double dotsPerInch) {
  constexpr double kTouched = 15;  // mm
  constexpr double kInch = 25.4;
  constexpr double kUsual = 44;  // pixels: targetSize() of text that is not enlarged
  constexpr double kMost = 3;
  return std::clamp(kTouched / kInch * dotsPerInch / kUsual, 1.0, kMost);
}

double scaleForTouch(const QScreen& screen, std::optional<int> dotsPerInch) {
  return scaleForTouch(dotsPerInch ? *dotsPerInch : screen.physicalDotsPerInch());
}

}  // namespace madoguchi::app
