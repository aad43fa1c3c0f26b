#pragma once

#include <winscard.h>

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

// The PC/SC library as a script: a program that links scripted_pcsc.cpp talks to this one reader in
// place of the service, through the library's own functions.

namespace madoguchi::test {

struct ScriptedPcsc {
  using Bytes = std::vector<std::uint8_t>;
  struct Answer {
    Bytes data;
    LONG code = SCARD_S_SUCCESS;
  };
  struct Call {
    DWORD code;
    Bytes data;
  };

  std::string reader = "Scripted Pad 00 00";
  DWORD state = SCARD_STATE_PRESENT;  ///< of the reader
  /// By control code; what is not there is not supported.
  std::map<DWORD, Answer> controls;
  std::deque<Answer> transmits;

  // What was asked for.
  std::vector<Call> controlled;
  std::vector<Bytes> transmitted;
  std::size_t connected = 0;
  std::vector<DWORD> disconnected;  ///< dispositions
};

/// The one that answers; to be set anew by each test.
ScriptedPcsc& scriptedPcsc();

}  // namespace madoguchi::test
