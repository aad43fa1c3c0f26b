#include "cardreader/readers/windows_devices.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "cardreader/readers/reader_table.h"

namespace madoguchi::card {

namespace {

// https://learn.microsoft.com/windows-hardware/drivers/install/standard-usb-identifiers, read
// 2026-11-27.
constexpr std::string_view kVendor = "vid_";
constexpr std::string_view kProduct = "pid_";
constexpr std::string_view kClassOfReaders = "usb\\class_0b";
constexpr std::size_t kDigits = 4;

std::string lowered(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

std::string digitsBehind(const std::string& id, std::string_view mark) {
  const std::size_t at = id.find(mark);
  return at == std::string::npos ? std::string() : id.substr(at + mark.size(), kDigits);
}

/// "054c:0dc8"; empty where it is no device of USB.
std::string usbIdOf(const WindowsDevice& device) {
  for (const std::string& one : device.hardwareIds) {
    const std::string id = lowered(one);
    std::string found = digitsBehind(id, kVendor);
    found += ':';
    found += digitsBehind(id, kProduct);
    if (id.starts_with("usb\\") && found.size() == 2 * kDigits + 1) return found;
  }
  return {};
}

std::string printable(std::string text) {
  std::erase_if(text, [](unsigned char c) { return c < ' ' || c > '~'; });
  return text;
}

}  // namespace

std::vector<UsbReader> readersWithoutDriver(std::span<const WindowsDevice> devices) {
  std::vector<UsbReader> readers;
  for (const WindowsDevice& device : devices) {
    const std::string id = usbIdOf(device);
    if (id.empty() || device.hasDriver) continue;
    const KnownReader* const known = knownReader(id);
    const bool ofTheClass =
        std::ranges::any_of(device.compatibleIds, [](const std::string& compatible) {
          return lowered(compatible).starts_with(kClassOfReaders);
        });
    // A device of several functions is there once for each.
    const bool isThere = std::ranges::find(readers, id, &UsbReader::usbId) != readers.end();
    if ((known == nullptr && !ofTheClass) || isThere) continue;
    const std::string own = printable(device.description);
    readers.push_back({.usbId = id,
                       .name = known != nullptr ? known->name : (own.empty() ? id : own),
                       .driver = {},
                       .kernelDriver = {},
                       .ownName = own,
                       .withoutDriver = true});
  }
  return readers;
}

}  // namespace madoguchi::card
