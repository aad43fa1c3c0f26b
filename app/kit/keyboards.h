#pragma once

#include <QByteArray>

namespace madoguchi::app {

/// Whether one can type at this machine. Where nothing is known, for example of a display that is
/// seen from elsewhere, it has a keyboard.
bool hasKeyboard();

/// The same of what Linux tells of its input devices (/proc/bus/input/devices: a block of lines for
/// each, bits as hexadecimal words of 64 bits, highest first): false where there is a touch screen
/// and no device with the letters.
bool hasKeyboard(const QByteArray& inputDevices);

}  // namespace madoguchi::app
