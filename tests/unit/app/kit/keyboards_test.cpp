#include "app/kit/keyboards.h"

#include <gtest/gtest.h>

namespace madoguchi::app {
namespace {

// As /proc/bus/input/devices has them.
const QByteArray kPowerButton =
    "I: Bus=0019 Vendor=0000 Product=0001 Version=0000\nN: Name=\"Power Button\"\n"
    "B: PROP=0\nB: EV=3\nB: KEY=10000000000000 0\n\n";
const QByteArray kKeyboard =
    "I: Bus=0011 Vendor=0001 Product=0001 Version=ab41\nN: Name=\"AT Translated Set 2 keyboard\"\n"
    "B: PROP=0\nB: EV=120013\nB: KEY=402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe\n"
    "B: MSC=10\nB: LED=7\n\n";
const QByteArray kTouchScreen =
    "I: Bus=0018 Vendor=04f3 Product=2234 Version=0100\nN: Name=\"ELAN Touchscreen\"\n"
    "B: PROP=2\nB: EV=b\nB: KEY=400 0 0 0 0 0\nB: ABS=3273800000000003\n\n";
const QByteArray kMouse =
    "I: Bus=0003 Vendor=046d Product=c077 Version=0111\nN: Name=\"USB Mouse\"\n"
    "B: PROP=0\nB: EV=17\nB: KEY=ff0000 0 0 0 0\nB: REL=903\n\n";

TEST(Keyboards, AreMissedOnlyWhereThereIsATouchScreenInstead) {
  EXPECT_TRUE(hasKeyboard(kPowerButton + kTouchScreen + kKeyboard));
  EXPECT_TRUE(hasKeyboard(kKeyboard + kMouse));
  EXPECT_FALSE(hasKeyboard(kPowerButton + kTouchScreen));
  EXPECT_FALSE(hasKeyboard(kTouchScreen + kMouse));
}

TEST(Keyboards, AreTakenToBeThereWhereNothingIsKnown) {
  EXPECT_TRUE(hasKeyboard(QByteArray()));
  EXPECT_TRUE(hasKeyboard(kPowerButton));
  EXPECT_TRUE(hasKeyboard(kMouse));
  EXPECT_TRUE(hasKeyboard("B: KEY=\nnot a list"));
}

TEST(Keyboards, AreFoundInAListThatEndsShort) {
  EXPECT_FALSE(hasKeyboard(kTouchScreen.trimmed()));
  EXPECT_TRUE(hasKeyboard(kTouchScreen + kKeyboard.trimmed()));
}

}  // namespace
}  // namespace madoguchi::app
