#include <QFile>

#include "app/kit/keyboards.h"

namespace madoguchi::app {

bool hasKeyboard() {
  QFile devices(QStringLiteral("/proc/bus/input/devices"));
  return !devices.open(QIODevice::ReadOnly) || hasKeyboard(devices.readAll());
}

}  // namespace madoguchi::app
