#include "tests/unit/cardreader/scripted_pcsc.h"

#include <algorithm>
#include <span>

namespace madoguchi::test {

ScriptedPcsc& scriptedPcsc() {
  static ScriptedPcsc script;
  return script;
}

namespace {

LONG give(const ScriptedPcsc::Answer& answer, void* room, DWORD size, DWORD* length) {
  if (answer.code == SCARD_S_SUCCESS) {
    if (answer.data.size() > size) {
      return SCARD_E_INSUFFICIENT_BUFFER;
    }
    std::ranges::copy(answer.data, static_cast<std::uint8_t*>(room));
    *length = answer.data.size();
  }
  return answer.code;
}

ScriptedPcsc::Bytes bytes(const void* data, DWORD length) {
  const auto* first = static_cast<const std::uint8_t*>(data);
  return {first, first + length};
}

}  // namespace
}  // namespace madoguchi::test

using madoguchi::test::ScriptedPcsc;
using madoguchi::test::scriptedPcsc;

extern "C" {

LONG SCardEstablishContext(DWORD, LPCVOID, LPCVOID, LPSCARDCONTEXT context) {
  *context = 1;
  return SCARD_S_SUCCESS;
}

LONG SCardReleaseContext(SCARDCONTEXT) { return SCARD_S_SUCCESS; }

LONG SCardListReaders(SCARDCONTEXT, LPCSTR, LPSTR names, LPDWORD length) {
  const std::string& reader = scriptedPcsc().reader;
  // The name and the list end with a zero byte each.
  ScriptedPcsc::Bytes list(reader.begin(), reader.end());
  list.resize(list.size() + 2);
  if (names == nullptr) {
    *length = list.size();
    return SCARD_S_SUCCESS;
  }
  return madoguchi::test::give({list}, names, *length, length);
}

LONG SCardGetStatusChange(SCARDCONTEXT, DWORD, SCARD_READERSTATE* states, DWORD count) {
  for (SCARD_READERSTATE& one : std::span(states, count)) {
    one.dwEventState = scriptedPcsc().state;
  }
  return SCARD_S_SUCCESS;
}

LONG SCardConnect(SCARDCONTEXT, LPCSTR reader, DWORD, DWORD, LPSCARDHANDLE card, LPDWORD protocol) {
  *card = 1;
  *protocol = SCARD_PROTOCOL_T1;
  if (reader != scriptedPcsc().reader) {
    return SCARD_E_UNKNOWN_READER;
  }
  ++scriptedPcsc().connected;
  return SCARD_S_SUCCESS;
}

LONG SCardDisconnect(SCARDHANDLE, DWORD disposition) {
  scriptedPcsc().disconnected.push_back(disposition);
  return SCARD_S_SUCCESS;
}

LONG SCardTransmit(SCARDHANDLE, const SCARD_IO_REQUEST*, LPCBYTE command, DWORD commandLength,
                   SCARD_IO_REQUEST*, LPBYTE answer, LPDWORD answerLength) {
  auto& script = scriptedPcsc();
  script.transmitted.push_back(madoguchi::test::bytes(command, commandLength));
  if (script.transmits.empty()) {
    return SCARD_E_NOT_TRANSACTED;
  }
  const auto next = script.transmits.front();
  script.transmits.pop_front();
  return madoguchi::test::give(next, answer, *answerLength, answerLength);
}

LONG SCardControl(SCARDHANDLE, DWORD code, LPCVOID data, DWORD length, LPVOID room, DWORD size,
                  LPDWORD answerLength) {
  auto& script = scriptedPcsc();
  script.controlled.push_back({code, madoguchi::test::bytes(data, length)});
  const auto answer = script.controls.find(code);
  // What pcsc-lite says of a code that no driver knows.
  return answer == script.controls.end()
             ? SCARD_E_UNSUPPORTED_FEATURE
             : madoguchi::test::give(answer->second, room, size, answerLength);
}
}
