#include "app/kit/keyboards.h"

#include <QList>

namespace madoguchi::app {

namespace {

// linux/input-event-codes.h
constexpr int kEscape = 1;
constexpr int kLetterS = 31;
constexpr int kTouch = 0x14A;           // BTN_TOUCH
constexpr int kPositionOfTouch = 0x35;  // ABS_MT_POSITION_X

bool hasBit(const QList<QByteArray>& words, int bit) {
  const qsizetype word = words.size() - 1 - bit / 64;
  return word >= 0 && (words[word].toULongLong(nullptr, 16) >> (bit % 64) & 1) != 0;
}

QList<QByteArray> bitsIn(const QByteArray& device, const char* kind) {
  const qsizetype start = device.indexOf(kind);
  if (start < 0) return {};
  const qsizetype from = start + qsizetype(qstrlen(kind));
  const qsizetype end = device.indexOf('\n', from);
  return device.mid(from, end < 0 ? -1 : end - from).simplified().split(' ');
}

/// As udev sees one: all keys from Escape to S. Buttons for power or volume have some.
bool isKeyboard(const QByteArray& device) {
  const auto keys = bitsIn(device, "B: KEY=");
  for (int key = kEscape; key <= kLetterS; ++key) {
    if (!hasBit(keys, key)) return false;
  }
  return true;
}

bool isTouchScreen(const QByteArray& device) {
  return hasBit(bitsIn(device, "B: KEY="), kTouch) &&
         hasBit(bitsIn(device, "B: ABS="), kPositionOfTouch);
}

}  // namespace

bool hasKeyboard(const QByteArray& inputDevices) {
  bool touch = false;
  qsizetype start = 0;
  while (start < inputDevices.size()) {
    const qsizetype end = inputDevices.indexOf("\n\n", start);
    const QByteArray device = inputDevices.mid(start, end < 0 ? -1 : end - start);
    if (isKeyboard(device)) return true;
    touch = touch || isTouchScreen(device);
    if (end < 0) break;
    start = end + 2;
  }
  return !touch;
}

}  // namespace madoguchi::app
