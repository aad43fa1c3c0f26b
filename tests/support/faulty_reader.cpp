// A driver for pcscd: the virtual reader (vpcd), with faults of which vpcd knows nothing. What is
// wrong stands in the file reader-fault beside the service's socket:
//   fails   the driver does not find the reader any more
//   mute    there is a card, but it does not answer to power
//   silent  the card's next answer does not come back; the file goes with it
#include <dlfcn.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

extern "C" {  // which the header does not say itself
#include <ifdhandler.h>
}

namespace {

// private-pcscd binds the folder "serial" in the place of all drivers.
constexpr const char* kVirtualReader = "/usr/lib/pcsc/drivers/libifdvpcd.so";
constexpr const char* kFaultFile = "/run/pcscd/reader-fault";

/// The virtual reader's own function.
template <typename Function>
Function* original(const char* name) {
  static void* const driver = dlopen(kVirtualReader, RTLD_NOW | RTLD_LOCAL);
  void* const function = driver != nullptr ? dlsym(driver, name) : nullptr;
  if (function == nullptr) {
    std::abort();  // the service's log has the rest
  }
  return reinterpret_cast<Function*>(function);
}

bool is(std::string_view fault) {
  std::string present;
  std::ifstream(kFaultFile) >> present;
  return present == fault;
}

/// A card in a reader that is not there has no power.
bool fails(DWORD lun) {
  if (!is("fails")) {
    return false;
  }
  std::array<UCHAR, MAX_ATR_SIZE> atr{};
  DWORD length = atr.size();
  original<decltype(IFDHPowerICC)>("IFDHPowerICC")(lun, IFD_POWER_DOWN, atr.data(), &length);
  return true;
}

}  // namespace

extern "C" {

RESPONSECODE IFDHCreateChannelByName(DWORD lun, LPSTR name) {
  return original<decltype(IFDHCreateChannelByName)>(__func__)(lun, name);
}

RESPONSECODE IFDHCreateChannel(DWORD lun, DWORD channel) {
  return original<decltype(IFDHCreateChannel)>(__func__)(lun, channel);
}

RESPONSECODE IFDHCloseChannel(DWORD lun) {
  return original<decltype(IFDHCloseChannel)>(__func__)(lun);
}

RESPONSECODE IFDHGetCapabilities(DWORD lun, DWORD tag, PDWORD length, PUCHAR value) {
  return original<decltype(IFDHGetCapabilities)>(__func__)(lun, tag, length, value);
}

RESPONSECODE IFDHSetCapabilities(DWORD lun, DWORD tag, DWORD length, PUCHAR value) {
  return original<decltype(IFDHSetCapabilities)>(__func__)(lun, tag, length, value);
}

RESPONSECODE IFDHSetProtocolParameters(DWORD lun, DWORD protocol, UCHAR flags, UCHAR pts1,
                                       UCHAR pts2, UCHAR pts3) {
  return original<decltype(IFDHSetProtocolParameters)>(__func__)(lun, protocol, flags, pts1, pts2,
                                                                 pts3);
}

RESPONSECODE IFDHPowerICC(DWORD lun, DWORD action, PUCHAR atr, PDWORD atrLength) {
  if (fails(lun)) {
    return IFD_NO_SUCH_DEVICE;
  }
  if (action != IFD_POWER_DOWN && is("mute")) {
    *atrLength = 0;
    return IFD_ERROR_POWER_ACTION;
  }
  return original<decltype(IFDHPowerICC)>(__func__)(lun, action, atr, atrLength);
}

RESPONSECODE IFDHTransmitToICC(DWORD lun, SCARD_IO_HEADER sent, PUCHAR command, DWORD commandLength,
                               PUCHAR answer, PDWORD answerLength, PSCARD_IO_HEADER received) {
  if (fails(lun)) {
    *answerLength = 0;
    return IFD_NO_SUCH_DEVICE;
  }
  const RESPONSECODE code = original<decltype(IFDHTransmitToICC)>(__func__)(
      lun, sent, command, commandLength, answer, answerLength, received);
  if (is("silent")) {
    std::filesystem::remove(kFaultFile);
    *answerLength = 0;
    return IFD_RESPONSE_TIMEOUT;
  }
  return code;
}

RESPONSECODE IFDHControl(DWORD lun, DWORD code, PUCHAR data, DWORD length, PUCHAR answer,
                         DWORD room, LPDWORD answerLength) {
  return fails(lun) ? IFD_NO_SUCH_DEVICE
                    : original<decltype(IFDHControl)>(__func__)(lun, code, data, length, answer,
                                                                room, answerLength);
}

RESPONSECODE IFDHICCPresence(DWORD lun) {
  return fails(lun) ? IFD_NO_SUCH_DEVICE : original<decltype(IFDHICCPresence)>(__func__)(lun);
}
}
