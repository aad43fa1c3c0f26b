#include "app/core/system.h"

#include <windows.h>

#include <aclapi.h>

#include <QLoggingCategory>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

namespace madoguchi::app {

namespace {

struct LocalFreeDeleter {
  void operator()(void* memory) const { LocalFree(memory); }
};
struct HandleDeleter {
  using pointer = HANDLE;
  void operator()(HANDLE handle) const { CloseHandle(handle); }
};
using Handle = std::unique_ptr<void, HandleDeleter>;

/// The account that runs the program, as bytes of a TOKEN_USER; empty where Windows does not say.
std::vector<std::uint8_t> tokenUser() {
  HANDLE opened = nullptr;
  if (OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &opened) == 0) return {};
  const Handle token(opened);
  DWORD size = 0;
  GetTokenInformation(token.get(), TokenUser, nullptr, 0, &size);
  std::vector<std::uint8_t> user(size);
  if (size == 0 || GetTokenInformation(token.get(), TokenUser, user.data(), size, &size) == 0)
    return {};
  return user;
}

EXPLICIT_ACCESSW allow(PSID whom, DWORD rights) {
  EXPLICIT_ACCESSW entry{};
  entry.grfAccessPermissions = rights;
  entry.grfAccessMode = SET_ACCESS;
  BuildTrusteeWithSidW(&entry.Trustee, whom);
  return entry;
}

std::vector<std::uint8_t> wellKnown(WELL_KNOWN_SID_TYPE type) {
  std::vector<std::uint8_t> sid(SECURITY_MAX_SID_SIZE);
  DWORD size = SECURITY_MAX_SID_SIZE;
  if (CreateWellKnownSid(type, nullptr, sid.data(), &size) == 0) return {};
  return sid;
}

/// Other programs of the same person may see that the process is there, wait for it and end it, and
/// read none of its memory. Screen readers take what they say from UI Automation, which asks the
/// process and reads nothing in it.
void keepMemoryToItself() {
  std::vector<std::uint8_t> user = tokenUser();
  std::vector<std::uint8_t> system = wellKnown(WinLocalSystemSid);
  // Without this entry, whoever owns an object may write its list anew.
  std::vector<std::uint8_t> owner = wellKnown(WinCreatorOwnerRightsSid);
  if (user.empty() || system.empty() || owner.empty()) return;
  constexpr DWORD kHarmless = SYNCHRONIZE | READ_CONTROL | PROCESS_TERMINATE |
                              PROCESS_QUERY_INFORMATION | PROCESS_QUERY_LIMITED_INFORMATION;
  std::array<EXPLICIT_ACCESSW, 3> entries = {
      allow(reinterpret_cast<TOKEN_USER*>(user.data())->User.Sid, kHarmless),
      allow(system.data(), PROCESS_ALL_ACCESS), allow(owner.data(), READ_CONTROL)};
  PACL made = nullptr;
  if (SetEntriesInAclW(static_cast<ULONG>(entries.size()), entries.data(), nullptr, &made) !=
      ERROR_SUCCESS)
    return;
  const std::unique_ptr<ACL, LocalFreeDeleter> list(made);
  SetSecurityInfo(GetCurrentProcess(), SE_KERNEL_OBJECT,
                  DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, nullptr, nullptr,
                  list.get(), nullptr);
}

/// VirtualLock gives no more than the least working set, which is 50 pages by default.
void allowLockedMemory() {
  constexpr SIZE_T kMore = SIZE_T{8} * 1024 * 1024;
  SIZE_T least = 0;
  SIZE_T most = 0;
  if (GetProcessWorkingSetSize(GetCurrentProcess(), &least, &most) != 0)
    SetProcessWorkingSetSize(GetCurrentProcess(), least + kMore, most + kMore);
}

/// The path of the running program.
QString ownFile() {
  std::wstring file(MAX_PATH, L'\0');
  for (;;) {
    const DWORD length = GetModuleFileNameW(nullptr, file.data(), static_cast<DWORD>(file.size()));
    if (length < file.size()) {
      file.resize(length);
      return QString::fromStdWString(file);
    }
    file.resize(file.size() * 2);
  }
}

bool isOpen(DWORD stream) {
  const HANDLE handle = GetStdHandle(stream);
  return handle != nullptr && handle != INVALID_HANDLE_VALUE &&
         GetFileType(handle) != FILE_TYPE_UNKNOWN;
}

}  // namespace

void hardenProcess() {
  // Where the program breaks, Windows Error Reporting is not asked: it would keep memory in a file.
  SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
  HeapSetInformation(nullptr, HeapEnableTerminationOnCorruption, nullptr, 0);
  // No library out of the folder from which the program was started.
  SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
  SetDllDirectoryW(L"");
  for (const char* tap : {"SSLKEYLOGFILE", "QT_LOGGING_RULES", "QT_LOGGING_CONF"}) qunsetenv(tap);
  QLoggingCategory::setFilterRules(QStringLiteral("*.debug=false"));  // over any qtlogging.ini
  // Compiled expressions keep a stack for each thread. With the thread-local variables of MinGW,
  // that is looked for where the thread's memory has been given back, and the program breaks.
  qputenv("QT_ENABLE_REGEXP_JIT", "0");
  allowLockedMemory();
  keepMemoryToItself();
}

QString systemName() { return QStringLiteral("windows"); }

QStringList systemLanguages() {
  // Texts one after the other, each with its end, and one more end.
  ULONG count = 0;
  ULONG size = 0;
  if (GetUserPreferredUILanguages(MUI_LANGUAGE_NAME, &count, nullptr, &size) == 0) return {};
  std::wstring names(size, L'\0');
  if (GetUserPreferredUILanguages(MUI_LANGUAGE_NAME, &count, names.data(), &size) == 0) return {};
  return QString::fromStdWString(names).split(QChar(u'\0'), Qt::SkipEmptyParts);
}

std::chrono::steady_clock::time_point timeThroughSleep() {
  return std::chrono::steady_clock::time_point(std::chrono::milliseconds(GetTickCount64()));
}

QString machinePolicyFile() {
  return ownFile().section(u'\\', 0, -2) + QStringLiteral("\\client.json");
}

std::filesystem::path pathOf(const QString& file) { return file.toStdU16String(); }

void printWhereItIsSeen() {
  constexpr UINT kUtf8 = 65001;
  const bool outIsOpen = isOpen(STD_OUTPUT_HANDLE);
  const bool errorsAreOpen = isOpen(STD_ERROR_HANDLE);
  if ((outIsOpen && errorsAreOpen) || AttachConsole(ATTACH_PARENT_PROCESS) == 0) return;
  if (!outIsOpen) std::freopen("CONOUT$", "w", stdout);
  if (!errorsAreOpen) std::freopen("CONOUT$", "w", stderr);
  static const UINT before = GetConsoleOutputCP();
  SetConsoleOutputCP(kUtf8);
  // The console is the caller's, who goes on with it.
  std::atexit([] { SetConsoleOutputCP(before); });
}

bool isStartedFromAnIcon(int argc) {
  return argc == 1 && !isOpen(STD_OUTPUT_HANDLE) && GetConsoleWindow() == nullptr;
}

void onSystemsEnd(std::function<void()> /*end*/) {}

void outliveSessionManager() {}

void sayWhyShutdownWaits(quintptr window, const QString& why) {
  const auto handle = reinterpret_cast<HWND>(window);
  if (why.isEmpty()) {
    ShutdownBlockReasonDestroy(handle);
  } else {
    ShutdownBlockReasonCreate(handle, why.left(MAX_STR_BLOCKREASON - 1).toStdWString().c_str());
  }
}

}  // namespace madoguchi::app
