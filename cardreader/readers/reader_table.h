#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::card {

/// What is known of a reader's keypad.
enum class PinPadQuirk { unknown, unusable, noMessage };

/// A row of resources/readers/readers.json, whose README names the sources.
struct KnownReader {
  std::string usbId;  ///< "054c:0dc8", lower case
  std::string name;
  std::string driver;  ///< Debian package; empty where no driver for the PC/SC service is known
  PinPadQuirk pinPad = PinPadQuirk::unknown;
  std::string serviceName;  ///< part of the name that the PC/SC service shows; may be empty
};

/// Null where the table has no such reader.
const KnownReader* knownReader(std::string_view usbId);

/// By USB id, or where that is empty by the name that the PC/SC service shows.
PinPadQuirk pinPadQuirk(std::string_view usbId, std::string_view serviceName);

/// True for a driver of the kernel that takes readers away from the PC/SC service.
bool isReaderTakingDriver(std::string_view kernelDriver);

}  // namespace madoguchi::card
