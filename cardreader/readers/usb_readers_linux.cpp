#include "cardreader/readers/usb_readers.h"

namespace madoguchi::card {

std::vector<UsbReader> usbReaders() { return usbReaders("/sys/bus/usb/devices"); }

}  // namespace madoguchi::card
