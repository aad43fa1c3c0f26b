#include "cardreader/readers/usb_readers.h"

namespace madoguchi::card {

std::vector<UsbReader> usbReaders() { return {}; }

}  // namespace madoguchi::card
