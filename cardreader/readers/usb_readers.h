#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace madoguchi::card {

/// A card reader as USB shows it, with or without a driver.
struct UsbReader {
  std::string usbId;           ///< "054c:0dc8"
  std::string name;            ///< the table's, else what the device says of itself
  std::string driver;          ///< Debian package to install; empty where none is known
  std::string kernelDriver;    ///< of those that keep the PC/SC service away; else empty
  std::string ownName;         ///< what the device says of itself; printable ASCII
  bool withoutDriver = false;  ///< the system itself says so
};

/// The readers that are connected: those of the table, and all with an interface of the smart-card
/// class. Serial numbers are not read. On Windows only those that it has no driver for
/// (windows_devices.h).
std::vector<UsbReader> usbReaders();
/// As Linux shows them in a folder; none where it is not there.
std::vector<UsbReader> usbReaders(const std::filesystem::path& devices);

/// Those of `connected` that the PC/SC service does not list. The service names readers in its
/// drivers' words, so this goes by likeness, but for those of which it is certain. Where at least
/// as many listed names as connected readers are like nothing, they are taken for one another:
/// rather one missed than a false alarm.
std::vector<UsbReader> notServed(std::vector<UsbReader> connected,
                                 std::span<const std::string> served);

}  // namespace madoguchi::card
