// See winscard.h.

// Before what includes the older winsock.h.
#define WIN32_LEAN_AND_MEAN
#define WINSCARDDATA __declspec(dllexport)  // what winscard.h would import
#include <windows.h>
#include <winscard.h>
#include <winsock2.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "tests/windows/card_link.h"

namespace {

using madoguchi::test::Bytes;
using madoguchi::test::CardLink;

constexpr std::string_view kReader = "Virtual PCD 00 00";
constexpr std::string_view kPlugAndPlay = "\\\\?PnP?\\Notification";
constexpr unsigned kUpperHalf = 16;

struct Connection {
  SCARDCONTEXT context = 0;
  bool exclusive = false;
  std::uint64_t insertion = 0;  ///< of the card that it was made with
  std::uint64_t resets = 0;
};

struct Injected {
  LONG code;
  int times;
};

/// All of the service. One lock: no test is about how quick it is.
class Service {
 public:
  Service() : m_started(CreateEventW(nullptr, TRUE, TRUE, nullptr)) {
    std::thread([this] { serveCards(); }).detach();
  }

  LONG establish(SCARDCONTEXT* context) {
    const std::lock_guard lock(m_mutex);
    if (!m_runs) return SCARD_E_NO_SERVICE;
    *context = m_next++;
    m_contexts.emplace(*context, false);
    return SCARD_S_SUCCESS;
  }

  LONG release(SCARDCONTEXT context) {
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_connections, [&](const auto& one) { return one.second.context == context; });
    return m_contexts.erase(context) != 0 ? SCARD_S_SUCCESS : SCARD_E_INVALID_HANDLE;
  }

  LONG cancel(SCARDCONTEXT context) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_contexts.find(context);
    if (found == m_contexts.end()) return SCARD_E_INVALID_HANDLE;
    found->second = m_sleeping.contains(context);  // whoever does not sleep hears nothing of it
    m_changed.notify_all();
    return SCARD_S_SUCCESS;
  }

  LONG listReaders(SCARDCONTEXT context, char* names, DWORD* length) {
    const std::lock_guard lock(m_mutex);
    if (const LONG fault = faultOf(context); fault != SCARD_S_SUCCESS) return fault;
    if (!m_connected) return SCARD_E_NO_READERS_AVAILABLE;
    const std::string all = std::string(kReader) + std::string(2, '\0');
    const DWORD room = std::exchange(*length, static_cast<DWORD>(all.size()));
    if (names == nullptr) return SCARD_S_SUCCESS;
    if (room < all.size()) return SCARD_E_INSUFFICIENT_BUFFER;
    std::memcpy(names, all.data(), all.size());
    return SCARD_S_SUCCESS;
  }

  LONG statusChange(SCARDCONTEXT context, DWORD milliseconds, SCARD_READERSTATEA* states,
                    DWORD count) {
    std::unique_lock lock(m_mutex);
    const auto deadline =
        std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    m_sleeping.insert(context);
    LONG result = SCARD_S_SUCCESS;
    for (;;) {
      result = faultOf(context);
      if (result != SCARD_S_SUCCESS || look(states, count, result)) break;
      if (std::exchange(m_contexts[context], false)) {
        result = SCARD_E_CANCELLED;
        break;
      }
      if (milliseconds == INFINITE) {
        m_changed.wait(lock);
      } else if (m_changed.wait_until(lock, deadline) == std::cv_status::timeout) {
        result = SCARD_E_TIMEOUT;
        break;
      }
    }
    m_sleeping.erase(m_sleeping.find(context));
    return result;
  }

  LONG connect(SCARDCONTEXT context, std::string_view reader, DWORD share, SCARDHANDLE* handle,
               DWORD* protocol) {
    const std::lock_guard lock(m_mutex);
    if (const LONG fault = faultOf(context); fault != SCARD_S_SUCCESS) return fault;
    if (!m_connected || reader != kReader) return SCARD_E_UNKNOWN_READER;
    const bool exclusive = share == SCARD_SHARE_EXCLUSIVE;
    const bool isTaken = std::ranges::any_of(
        m_connections, [&](const auto& one) { return exclusive || one.second.exclusive; });
    if (isTaken) return SCARD_E_SHARING_VIOLATION;
    if (!m_card) return SCARD_W_REMOVED_CARD;
    if (m_atr.empty()) return SCARD_W_UNRESPONSIVE_CARD;
    if (m_connections.empty()) m_card->order(CardLink::powerOn);
    *handle = m_next++;
    *protocol = SCARD_PROTOCOL_T1;
    m_connections[*handle] = {context, exclusive, m_insertions, m_resets};
    m_changed.notify_all();
    return SCARD_S_SUCCESS;
  }

  LONG disconnect(SCARDHANDLE handle, DWORD disposition) {
    const std::lock_guard lock(m_mutex);
    if (m_connections.erase(handle) == 0) return SCARD_E_INVALID_HANDLE;
    if (m_card && disposition == SCARD_UNPOWER_CARD) m_card->order(CardLink::powerOff);
    if (m_card && disposition == SCARD_RESET_CARD) resetNow();
    m_changed.notify_all();
    return SCARD_S_SUCCESS;
  }

  LONG transmit(SCARDHANDLE handle, const Bytes& command, std::uint8_t* answer, DWORD* length) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_connections.find(handle);
    if (!m_runs) return SCARD_E_NO_SERVICE;
    if (found == m_connections.end()) return SCARD_E_INVALID_HANDLE;
    if (!m_connected) return SCARD_E_READER_UNAVAILABLE;
    if (!m_card || found->second.insertion != m_insertions) return SCARD_W_REMOVED_CARD;
    if (found->second.resets != m_resets) return SCARD_W_RESET_CARD;
    const Bytes said = m_card->exchange(command);
    if (said.empty()) {
      takeOut();
      return SCARD_W_REMOVED_CARD;
    }
    if (said.size() > *length) return SCARD_E_INSUFFICIENT_BUFFER;
    std::memcpy(answer, said.data(), said.size());
    *length = static_cast<DWORD>(said.size());
    return SCARD_S_SUCCESS;
  }

  LONG injected(const char* function) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_injected.find(function);
    if (found == m_injected.end() || found->second.times == 0) return SCARD_S_SUCCESS;
    --found->second.times;
    return found->second.code;
  }

  HANDLE started() const { return m_started; }

  void answerWith(const char* function, LONG code, int times) {
    const std::lock_guard lock(m_mutex);
    m_injected[function] = {code, times};
  }
  void resetCard() {
    const std::lock_guard lock(m_mutex);
    if (m_card) resetNow();
  }
  void setLies(bool lies) {
    const std::lock_guard lock(m_mutex);
    m_lies = lies;
    if (!lies) takeOut();
  }
  void setConnected(bool connected) {
    const std::lock_guard lock(m_mutex);
    m_connected = connected;
    if (!connected) takeOut();
    m_changed.notify_all();
  }
  void setRuns(bool runs) {
    const std::lock_guard lock(m_mutex);
    m_runs = runs;
    if (runs) {
      SetEvent(m_started);
    } else {
      ResetEvent(m_started);
      m_connections.clear();
    }
    m_changed.notify_all();
  }

 private:
  LONG faultOf(SCARDCONTEXT context) const {
    if (!m_runs) return SCARD_E_SERVICE_STOPPED;
    return m_contexts.contains(context) ? SCARD_S_SUCCESS : SCARD_E_INVALID_HANDLE;
  }

  [[nodiscard]] DWORD stateNow() const {
    if (!m_connected) return SCARD_STATE_UNAVAILABLE;
    DWORD state = m_card ? SCARD_STATE_PRESENT : SCARD_STATE_EMPTY;
    if (m_card && m_atr.empty()) state |= SCARD_STATE_MUTE;
    for (const auto& [handle, connection] : m_connections) {
      state |= SCARD_STATE_INUSE | (connection.exclusive ? SCARD_STATE_EXCLUSIVE : 0);
    }
    return state | (static_cast<DWORD>(m_events) << kUpperHalf);
  }

  /// Fills in what is; whether something differs from what the caller knows.
  bool look(SCARD_READERSTATEA* states, DWORD count, LONG& result) const {
    bool differs = false;
    for (DWORD i = 0; i < count; ++i) {
      SCARD_READERSTATEA& one = states[i];
      DWORD now = 0;
      if (one.szReader == kPlugAndPlay) {
        const DWORD known = one.dwCurrentState >> kUpperHalf;
        now = (m_connected ? 1UL : 0UL) << kUpperHalf;
        if (known != now >> kUpperHalf) now |= SCARD_STATE_CHANGED;
      } else if (one.szReader == kReader) {
        // Of a reader that is not there when it is asked for, Windows knows nothing.
        if (!m_connected && (one.dwCurrentState & 0xFFFFU) == SCARD_STATE_UNAWARE) {
          result = SCARD_E_UNKNOWN_READER;
          return true;
        }
        now = stateNow();
        if (((now ^ one.dwCurrentState) & ~DWORD{SCARD_STATE_CHANGED}) != 0)
          now |= SCARD_STATE_CHANGED;
        one.cbAtr = m_card ? static_cast<DWORD>(m_atr.size()) : 0;
        std::copy_n(m_atr.begin(), std::min<std::size_t>(m_atr.size(), sizeof one.rgbAtr),
                    static_cast<BYTE*>(one.rgbAtr));
      } else {
        result = SCARD_E_UNKNOWN_READER;
        return true;
      }
      one.dwEventState = now;
      differs = differs || (now & SCARD_STATE_CHANGED) != 0;
    }
    return differs;
  }

  void resetNow() {
    m_card->order(CardLink::reset);
    ++m_resets;
  }

  void takeOut() {
    if (!m_card) return;
    m_card.reset();
    m_atr.clear();
    ++m_events;
    m_changed.notify_all();
  }

  void layIn(SOCKET socket) {
    m_card = std::make_unique<CardLink>(socket);
    m_card->order(CardLink::powerOn);
    m_atr = m_card->exchange({CardLink::tellAtr});
    ++m_events;
    ++m_insertions;
    m_changed.notify_all();
  }

  void serveCards() {
    WSADATA data{};
    WSAStartup(MAKEWORD(2, 2), &data);
    const char* wanted = std::getenv("MADOGUCHI_VPCD_PORT");
    const int port = wanted != nullptr ? std::atoi(wanted) : 35963;  // vpcd's own
    const SOCKET listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<u_short>(port));
    if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        listen(listener, 1) != 0)
      return;
    for (;;) {
      fd_set readable;
      FD_ZERO(&readable);
      FD_SET(listener, &readable);
      // Between the tries, for a card that goes by itself.
      timeval patience{0, 50'000};
      const bool somebody = select(0, &readable, nullptr, nullptr, &patience) > 0;
      const std::lock_guard lock(m_mutex);
      if (m_card && m_card->hasGone()) takeOut();
      if (!somebody) continue;
      const SOCKET card = accept(listener, nullptr, nullptr);
      if (m_card || !m_lies || !m_connected) {
        closesocket(card);
      } else {
        layIn(card);
      }
    }
  }

  std::mutex m_mutex;
  std::condition_variable m_changed;
  HANDLE m_started;
  bool m_runs = true;
  bool m_connected = true;
  bool m_lies = true;
  ULONG_PTR m_next = 0x4D00;
  std::map<SCARDCONTEXT, bool> m_contexts;  ///< whether its sleep is to end
  std::multiset<SCARDCONTEXT> m_sleeping;
  std::map<SCARDHANDLE, Connection> m_connections;
  std::unique_ptr<CardLink> m_card;
  Bytes m_atr;
  std::uint64_t m_insertions = 0;
  std::uint64_t m_resets = 0;
  std::uint16_t m_events = 0;
  std::map<std::string, Injected> m_injected;
};

/// Made at the first call, never destroyed: its thread ends with the process.
Service& service() {
  static auto* const the = new Service;
  return *the;
}

/// The answer that a test wants of a function in place of doing it.
LONG wanted(const char* function) { return service().injected(function); }

}  // namespace

#define TEST_EXPORT extern "C" __declspec(dllexport)

TEST_EXPORT const SCARD_IO_REQUEST g_rgSCardT0Pci = {SCARD_PROTOCOL_T0, sizeof(SCARD_IO_REQUEST)};
TEST_EXPORT const SCARD_IO_REQUEST g_rgSCardT1Pci = {SCARD_PROTOCOL_T1, sizeof(SCARD_IO_REQUEST)};
TEST_EXPORT const SCARD_IO_REQUEST g_rgSCardRawPci = {SCARD_PROTOCOL_RAW, sizeof(SCARD_IO_REQUEST)};

TEST_EXPORT LONG WINAPI SCardEstablishContext(DWORD, LPCVOID, LPCVOID, LPSCARDCONTEXT context) {
  const LONG code = wanted("SCardEstablishContext");
  return code != SCARD_S_SUCCESS ? code : service().establish(context);
}

TEST_EXPORT LONG WINAPI SCardReleaseContext(SCARDCONTEXT context) {
  return service().release(context);
}

TEST_EXPORT LONG WINAPI SCardCancel(SCARDCONTEXT context) { return service().cancel(context); }

TEST_EXPORT LONG WINAPI SCardListReadersA(SCARDCONTEXT context, LPCSTR, LPSTR names,
                                          LPDWORD length) {
  const LONG code = wanted("SCardListReaders");
  return code != SCARD_S_SUCCESS ? code : service().listReaders(context, names, length);
}

TEST_EXPORT LONG WINAPI SCardGetStatusChangeA(SCARDCONTEXT context, DWORD milliseconds,
                                              LPSCARD_READERSTATEA states, DWORD count) {
  const LONG code = wanted("SCardGetStatusChange");
  return code != SCARD_S_SUCCESS ? code
                                 : service().statusChange(context, milliseconds, states, count);
}

TEST_EXPORT LONG WINAPI SCardConnectA(SCARDCONTEXT context, LPCSTR reader, DWORD share, DWORD,
                                      LPSCARDHANDLE handle, LPDWORD protocol) {
  const LONG code = wanted("SCardConnect");
  return code != SCARD_S_SUCCESS ? code
                                 : service().connect(context, reader, share, handle, protocol);
}

TEST_EXPORT LONG WINAPI SCardDisconnect(SCARDHANDLE handle, DWORD disposition) {
  return service().disconnect(handle, disposition);
}

TEST_EXPORT LONG WINAPI SCardTransmit(SCARDHANDLE handle, LPCSCARD_IO_REQUEST, LPCBYTE command,
                                      DWORD size, LPSCARD_IO_REQUEST, LPBYTE answer,
                                      LPDWORD length) {
  const LONG code = wanted("SCardTransmit");
  return code != SCARD_S_SUCCESS
             ? code
             : service().transmit(handle, Bytes(command, command + size), answer, length);
}

// As a driver without a keypad answers.
TEST_EXPORT LONG WINAPI SCardControl(SCARDHANDLE, DWORD, LPCVOID, DWORD, LPVOID, DWORD, LPDWORD) {
  return ERROR_NOT_SUPPORTED;
}

TEST_EXPORT HANDLE WINAPI SCardAccessStartedEvent() { return service().started(); }
TEST_EXPORT void WINAPI SCardReleaseStartedEvent() {}

TEST_EXPORT void madoguchiAnswerWith(const char* function, LONG code, int times) {
  service().answerWith(function, code, times);
}
TEST_EXPORT void madoguchiResetCard() { service().resetCard(); }
TEST_EXPORT void madoguchiCardLies(BOOL lies) { service().setLies(lies != FALSE); }
TEST_EXPORT void madoguchiReaderConnected(BOOL connected) {
  service().setConnected(connected != FALSE);
}
TEST_EXPORT void madoguchiServiceRuns(BOOL runs) { service().setRuns(runs != FALSE); }
