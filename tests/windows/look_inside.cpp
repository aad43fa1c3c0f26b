// What another program of the same person may do with a process: look_inside PROGRAM.EXE says for
// each right whether Windows gives it.

#include <windows.h>

#include <tlhelp32.h>

#include <cstdio>
#include <cwchar>

namespace {

DWORD processOf(const wchar_t* program) {
  const HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
  PROCESSENTRY32W entry{};
  entry.dwSize = sizeof entry;
  DWORD found = 0;
  for (BOOL more = Process32FirstW(all, &entry); more != 0; more = Process32NextW(all, &entry)) {
    if (_wcsicmp(entry.szExeFile, program) == 0) found = entry.th32ProcessID;
  }
  CloseHandle(all);
  return found;
}

void tell(const char* name, DWORD process, DWORD right) {
  const HANDLE opened = OpenProcess(right, FALSE, process);
  std::printf("%s=%s\n", name, opened != nullptr ? "given" : "refused");
  if (opened != nullptr) CloseHandle(opened);
}

}  // namespace

int wmain(int count, wchar_t** arguments) {
  const DWORD process = count == 2 ? processOf(arguments[1]) : 0;
  if (process == 0) return 1;
  tell("read", process, PROCESS_VM_READ);
  tell("write", process, PROCESS_VM_WRITE);
  tell("duplicate", process, PROCESS_DUP_HANDLE);
  tell("rights", process, WRITE_DAC);
  tell("wait", process, SYNCHRONIZE);
  return 0;
}
