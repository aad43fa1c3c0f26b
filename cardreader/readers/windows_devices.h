#pragma once

#include <span>
#include <string>
#include <vector>

#include "cardreader/readers/usb_readers.h"

namespace madoguchi::card {

/// A connected device as Windows' device manager has it (SetupDiGetDeviceRegistryProperty).
struct WindowsDevice {
  std::vector<std::string> hardwareIds;    ///< "USB\VID_054C&PID_0DC8&REV_0100", most exact first
  std::vector<std::string> compatibleIds;  ///< "USB\Class_0B&SubClass_00&Prot_00"
  std::string description;                 ///< of the driver, else what the device says of itself
  bool hasDriver = false;
};

/// The readers among them for which Windows has no driver: those of the table, and all of the
/// smart-card class. Whatever has a driver is the business of Windows and its smart-card service.
std::vector<UsbReader> readersWithoutDriver(std::span<const WindowsDevice> devices);

}  // namespace madoguchi::card
