#include "cardreader/pcsc/pcsc_calls.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "cardreader/pcsc/service_codes.h"

namespace madoguchi::card::pcsc {

namespace {

// Reports readers that come and go (SCardGetStatusChange, pcsc-lite and Windows alike).
constexpr const char* kPlugAndPlayReader = "\\\\?PnP?\\Notification";

/// SCardGetStatusChange over `readers` with an entry for coming and going readers where asked for.
class StatusChange {
 public:
  StatusChange(const std::vector<WatchedReader>& readers, bool withPlugAndPlay) {
    for (const WatchedReader& reader : readers) {
      add(reader.name.c_str(), reader.state);
    }
    if (withPlugAndPlay && readers.size() < mostEntries()) {
      // The upper 16 bits carry how many readers are known (pcsc-lite since 2.0, Windows); older
      // versions ignore them.
      add(kPlugAndPlayReader, static_cast<DWORD>(readers.size()) << 16U);
    }
  }

  /// False where a reader has gone before the call.
  bool wait(const Context& context, DWORD milliseconds) {
    const LONG code = call<SCARD_E_TIMEOUT, SCARD_E_CANCELLED, SCARD_E_UNKNOWN_READER>(
        "SCardGetStatusChange", SCardGetStatusChange, context.handle(), milliseconds,
        m_states.data(), static_cast<DWORD>(m_states.size()));
    return code != SCARD_E_UNKNOWN_READER;
  }

  [[nodiscard]] const SCARD_READERSTATE& at(std::size_t index) const { return m_states[index]; }

 private:
  void add(const char* name, DWORD knownState) {
    SCARD_READERSTATE state{};
    state.szReader = name;
    state.dwCurrentState = knownState;
    m_states.push_back(state);
  }

  std::vector<SCARD_READERSTATE> m_states;
};

/// Names end with a zero byte each, the list with another.
std::vector<WatchedReader> splitNames(std::string_view list) {
  std::vector<WatchedReader> readers;
  while (!list.empty() && list.front() != '\0') {
    const std::size_t end = std::min(list.find('\0'), list.size());
    readers.emplace_back().name = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return readers;
}

std::vector<WatchedReader> readerNames(const Context& context) {
  // The list may grow between asking for its length and fetching it.
  for (;;) {
    DWORD length = 0;
    if (call<SCARD_E_NO_READERS_AVAILABLE>("SCardListReaders", SCardListReaders, context.handle(),
                                           nullptr, nullptr, &length) != SCARD_S_SUCCESS) {
      return {};
    }
    std::string list(length, '\0');
    const LONG code = call<SCARD_E_NO_READERS_AVAILABLE, SCARD_E_INSUFFICIENT_BUFFER>(
        "SCardListReaders", SCardListReaders, context.handle(), nullptr, list.data(), &length);
    if (code == SCARD_E_NO_READERS_AVAILABLE) {
      return {};
    }
    if (code == SCARD_S_SUCCESS) {
      return splitNames(std::string_view(list).substr(0, length));
    }
  }
}

}  // namespace

TransportFault faultOf(LONG code) {
  if (const auto own = ownMeaningOf(code)) {
    return *own;
  }
  switch (code) {
    case SCARD_E_NO_SERVICE:
    case SCARD_F_COMM_ERROR:      // the link to the service broke
    case SCARD_E_INVALID_HANDLE:  // the service was started anew and does not know us
    case SCARD_E_SERVER_TOO_BUSY:
    case SCARD_P_SHUTDOWN:
    case SCARD_E_SYSTEM_CANCELLED:
      return TransportFault::serviceUnavailable;
    case SCARD_E_NO_READERS_AVAILABLE:
      return TransportFault::noReader;
    case SCARD_E_UNKNOWN_READER:
    case SCARD_E_READER_UNAVAILABLE:
    case SCARD_E_READER_UNSUPPORTED:
    case SCARD_E_NOT_READY:
    case SCARD_E_INVALID_VALUE:  // pcscd of a card whose reader it has removed (RFReaderInfoById)
      return TransportFault::readerUnavailable;
    case SCARD_E_NO_SMARTCARD:
      return TransportFault::noCard;
    case SCARD_W_REMOVED_CARD:
      return TransportFault::cardRemoved;
    case SCARD_W_RESET_CARD:
      return TransportFault::cardReset;
    case SCARD_E_SHARING_VIOLATION:
      return TransportFault::sharingViolation;
    case SCARD_W_UNRESPONSIVE_CARD:
    case SCARD_W_UNPOWERED_CARD:
    case SCARD_W_UNSUPPORTED_CARD:
    case SCARD_E_CARD_UNSUPPORTED:
    case SCARD_E_PROTO_MISMATCH:
      return TransportFault::unresponsiveCard;
    case SCARD_E_NOT_TRANSACTED:
    case SCARD_E_COMM_DATA_LOST:
    case SCARD_E_TIMEOUT:
    case SCARD_F_WAITED_TOO_LONG:
      return TransportFault::communication;
    case SCARD_E_INSUFFICIENT_BUFFER:  // more than was asked for
      return TransportFault::malformedAnswer;
    case SCARD_E_CANCELLED:
      return TransportFault::cancelled;
    default:
      return TransportFault::other;
  }
}

std::int64_t publishedCode(LONG code) { return static_cast<std::uint32_t>(code); }

Context::Context() {
  constexpr const char* kName = "SCardEstablishContext";
  const auto establish = [this] {
    return call<SCARD_W_SECURITY_VIOLATION>(kName, SCardEstablishContext,
                                            static_cast<DWORD>(SCARD_SCOPE_SYSTEM), nullptr,
                                            nullptr, &m_handle);
  };
  // pcscd hangs up before it reads, where polkit serves the session before the screen only. One
  // that ends just now does the same, but not twice.
  if (establish() == SCARD_W_SECURITY_VIOLATION) {
    if (const LONG code = establish(); code == SCARD_W_SECURITY_VIOLATION) {
      throw TransportError(TransportFault::accessDenied, kName, publishedCode(code));
    }
  }
}

Context::~Context() {
  // Nothing is left to do where this fails: the service has gone.
  SCardReleaseContext(m_handle);
}

std::vector<WatchedReader> listReaders(const Context& context) {
  for (;;) {
    std::vector<WatchedReader> readers = readerNames(context);
    if (readers.empty()) {
      return readers;
    }
    StatusChange states(readers, false);
    if (!states.wait(context, 0)) {
      continue;  // a reader has gone since it was listed
    }
    for (std::size_t i = 0; i < readers.size(); ++i) {
      const SCARD_READERSTATE& state = states.at(i);
      readers[i].state = state.dwEventState & ~static_cast<DWORD>(SCARD_STATE_CHANGED);
      const std::size_t length = std::min<std::size_t>(state.cbAtr, sizeof state.rgbAtr);
      readers[i].atr.assign(state.rgbAtr, state.rgbAtr + length);
    }
    return readers;
  }
}

void sleepUntilChange(const Context& context, const std::vector<WatchedReader>& readers,
                      DWORD milliseconds) {
  StatusChange(readers, true).wait(context, milliseconds);
}

PoweredCard connectCard(const Context& context, const std::string& reader) {
  PoweredCard card;
  call("SCardConnect", SCardConnect, context.handle(), reader.c_str(),
       static_cast<DWORD>(SCARD_SHARE_EXCLUSIVE),
       static_cast<DWORD>(SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1), &card.handle, &card.protocol);
  return card;
}

std::vector<std::uint8_t> control(SCARDHANDLE card, DWORD code,
                                  std::span<const std::uint8_t> data) {
  // Far more than any answer: some drivers use the room for their own exchange with the reader.
  std::vector<std::uint8_t> answer(512);
  DWORD length = 0;
  call("SCardControl", SCardControl, card, code, data.data(), static_cast<DWORD>(data.size()),
       answer.data(), static_cast<DWORD>(answer.size()), &length);
  answer.resize(std::min<std::size_t>(length, answer.size()));
  return answer;
}

}  // namespace madoguchi::card::pcsc
