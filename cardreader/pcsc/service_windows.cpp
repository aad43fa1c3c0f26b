// What of the service differs between systems, for Windows: waiting for the Smart Card service, its
// numbers.

#include <windows.h>
#include <winscard.h>

#include <array>
#include <system_error>

#include "cardreader/pcsc/service_codes.h"
#include "cardreader/pcsc/service_version.h"
#include "cardreader/pcsc/service_watch.h"

namespace madoguchi::card::pcsc {

std::size_t mostEntries() { return MAXIMUM_SMARTCARD_READERS; }

std::optional<TransportFault> ownMeaningOf(LONG code) {
  switch (code) {
    case SCARD_W_SECURITY_VIOLATION:
      return TransportFault::accessDenied;
    // The service stops where its last reader has gone, and starts with the next.
    case SCARD_E_SERVICE_STOPPED:
    case ERROR_INVALID_HANDLE:  // of a context that it gave before
    case RPC_S_SERVER_UNAVAILABLE:
      return TransportFault::serviceUnavailable;
    case ERROR_BROKEN_PIPE:  // a remote session redirects readers and has none of them
      return TransportFault::serviceIncompatible;
    default:
      return std::nullopt;
  }
}

DWORD controlCode(DWORD number) { return SCARD_CTL_CODE(number); }

// The service speaks RPC, whose version is the system's own.
std::string serviceProtocolVersion() { return {}; }

class ServiceWatch::Private {
 public:
  Private() {
    if (m_interrupt == nullptr) {
      throw std::system_error(static_cast<int>(GetLastError()), std::system_category(),
                              "CreateEvent");
    }
  }
  ~Private() {
    CloseHandle(m_interrupt);
    if (m_started != nullptr) {
      SCardReleaseStartedEvent();
    }
  }
  Private(const Private&) = delete;
  Private& operator=(const Private&) = delete;

  /// The event is set for as long as the service runs.
  void arm() {
    if (m_started == nullptr) {
      m_started = SCardAccessStartedEvent();
    }
  }

  void wait() {
    const std::array<HANDLE, 2> events = {m_interrupt, m_started};
    WaitForMultipleObjects(m_started != nullptr ? 2 : 1, events.data(), FALSE, INFINITE);
  }

  void interrupt() noexcept { SetEvent(m_interrupt); }

 private:
  HANDLE m_interrupt = CreateEventW(nullptr, /*bManualReset=*/FALSE, FALSE, nullptr);
  HANDLE m_started = nullptr;
};

ServiceWatch::ServiceWatch() : d(std::make_unique<Private>()) {}
ServiceWatch::~ServiceWatch() = default;
void ServiceWatch::arm() { d->arm(); }
void ServiceWatch::wait() { d->wait(); }
void ServiceWatch::interrupt() noexcept { d->interrupt(); }

}  // namespace madoguchi::card::pcsc
