#pragma once

#include <winscard.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "cardreader/transport.h"

// The PC/SC calls this program makes. Reader names cross to the library only in pcsc_calls.cpp, so
// that the wide functions of another platform concern one file.

namespace madoguchi::card::pcsc {

/// What an answer of the library means. SCARD_S_SUCCESS has no meaning here.
TransportFault faultOf(LONG code);

/// The code as it is written in the documentation, 0x8010xxxx, whatever LONG is here.
std::int64_t publishedCode(LONG code);

/// Calls a function of the library; throws TransportError with the function's name unless it
/// succeeds or answers one of `Accepted`. Gives the answer.
template <LONG... Accepted, typename Function, typename... Arguments>
LONG call(const char* name, Function function, Arguments... arguments) {
  const LONG code = function(arguments...);
  if (code != SCARD_S_SUCCESS && ((code != Accepted) && ...)) {
    throw TransportError(faultOf(code), name, publishedCode(code));
  }
  return code;
}

/// Owner of a context: one per thread that may block, since the library serialises calls in a
/// context.
class Context {
 public:
  Context();
  ~Context();
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  [[nodiscard]] SCARDCONTEXT handle() const noexcept { return m_handle; }

 private:
  SCARDCONTEXT m_handle = 0;
};

/// A reader in SCardGetStatusChange. The upper 16 bits of a state count insertions and removals.
struct WatchedReader {
  std::string name;
  DWORD state = SCARD_STATE_UNAWARE;
  std::vector<std::uint8_t> atr;
};

/// The readers there are, and how they are. Empty where there is none.
std::vector<WatchedReader> listReaders(const Context& context);

/// Sleeps until a reader differs from its `state`, one comes or goes, `milliseconds` are over, or
/// SCardCancel. pcsc-lite before 2.0 only tells that a reader came while it sleeps.
void sleepUntilChange(const Context& context, const std::vector<WatchedReader>& readers,
                      DWORD milliseconds);

struct PoweredCard {
  SCARDHANDLE handle = 0;
  DWORD protocol = 0;
};

/// Powers the card and takes it exclusively.
PoweredCard connectCard(const Context& context, const std::string& reader);

/// What the reader's driver answers to a control code of its own.
std::vector<std::uint8_t> control(SCARDHANDLE card, DWORD code, std::span<const std::uint8_t> data);

}  // namespace madoguchi::card::pcsc
