#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::card {

/// A row of resources/readers/readers.json, whose README names the sources.
struct KnownReader {
  std::string usbId;  ///< "054c:0dc8", lower case
  std::string name;
  std::string driver;  ///< Debian package; empty where no driver for the PC/SC service is known
};

/// Null where the table has no such reader.
const KnownReader* knownReader(std::string_view usbId);

/// True for a driver of the kernel that takes readers away from the PC/SC service.
bool isReaderTakingDriver(std::string_view kernelDriver);

}  // namespace madoguchi::card
