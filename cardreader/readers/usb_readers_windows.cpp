#include <windows.h>

#include <devguid.h>
#include <setupapi.h>

#include <cstddef>
#include <memory>

#include "cardreader/readers/usb_readers.h"
#include "cardreader/readers/windows_devices.h"

namespace madoguchi::card {

namespace {

struct ListDeleter {
  using pointer = HDEVINFO;
  void operator()(HDEVINFO list) const { SetupDiDestroyDeviceInfoList(list); }
};
using DeviceList = std::unique_ptr<void, ListDeleter>;

/// Empty where the device has no such property.
std::wstring property(HDEVINFO list, SP_DEVINFO_DATA& device, DWORD which) {
  DWORD bytes = 0;
  SetupDiGetDeviceRegistryPropertyW(list, &device, which, nullptr, nullptr, 0, &bytes);
  std::wstring value(bytes / sizeof(wchar_t), L'\0');
  if (value.empty() ||
      SetupDiGetDeviceRegistryPropertyW(list, &device, which, nullptr,
                                        reinterpret_cast<BYTE*>(value.data()), bytes, nullptr) == 0)
    return {};
  return value;
}

std::string utf8(const std::wstring& text) {
  const int units = static_cast<int>(text.size());
  const int size =
      WideCharToMultiByte(CP_UTF8, 0, text.data(), units, nullptr, 0, nullptr, nullptr);
  std::string result(static_cast<std::size_t>(size), '\0');
  WideCharToMultiByte(CP_UTF8, 0, text.data(), units, result.data(), size, nullptr, nullptr);
  return result;
}

/// The texts of a list, each ended by a zero.
std::vector<std::string> textsOf(const std::wstring& list) {
  std::vector<std::string> texts;
  std::size_t begin = 0;
  for (std::size_t end = list.find(L'\0'); end != std::wstring::npos && end > begin;
       end = list.find(L'\0', begin)) {
    texts.push_back(utf8(list.substr(begin, end - begin)));
    begin = end + 1;
  }
  return texts;
}

std::string textOf(const std::wstring& value) { return utf8(value.substr(0, value.find(L'\0'))); }

}  // namespace

std::vector<UsbReader> usbReaders() {
  const DeviceList list(
      SetupDiGetClassDevsW(nullptr, L"USB", nullptr, DIGCF_ALLCLASSES | DIGCF_PRESENT));
  if (list.get() == INVALID_HANDLE_VALUE) return {};
  std::vector<WindowsDevice> devices;
  SP_DEVINFO_DATA found{};
  found.cbSize = sizeof found;
  for (DWORD i = 0; SetupDiEnumDeviceInfo(list.get(), i, &found) != 0; ++i) {
    devices.push_back({.hardwareIds = textsOf(property(list.get(), found, SPDRP_HARDWAREID)),
                       .compatibleIds = textsOf(property(list.get(), found, SPDRP_COMPATIBLEIDS)),
                       .description = textOf(property(list.get(), found, SPDRP_DEVICEDESC)),
                       // Where the driver's own settings are; a device without one has none.
                       .hasDriver = !property(list.get(), found, SPDRP_DRIVER).empty()});
  }
  return readersWithoutDriver(devices);
}

}  // namespace madoguchi::card
