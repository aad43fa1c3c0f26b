#include "protocol/filecheck/run_apart.h"

#include <windows.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdint>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

namespace madoguchi::filecheck {

struct MemoryFile::Private {
  std::string bytes;
};

namespace {

constexpr std::size_t kPiece = std::size_t{64} * 1024;

struct HandleDeleter {
  using pointer = HANDLE;
  void operator()(HANDLE handle) const { CloseHandle(handle); }
};
using Handle = std::unique_ptr<void, HandleDeleter>;

[[noreturn]] void failRun() {
  throw std::system_error(static_cast<int>(GetLastError()), std::system_category(),
                          "a file cannot be looked at");
}

Handle owned(HANDLE handle) {
  if (handle == nullptr || handle == INVALID_HANDLE_VALUE) {
    failRun();
  }
  return Handle(handle);
}

/// A pipe of which a child inherits one end.
struct Pipe {
  Handle read;
  Handle write;
};

Pipe makePipe(bool childReads) {
  SECURITY_ATTRIBUTES inherited{sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
  HANDLE read = nullptr;
  HANDLE write = nullptr;
  if (CreatePipe(&read, &write, &inherited, 0) == 0) {
    failRun();
  }
  Pipe pipe{Handle(read), Handle(write)};
  SetHandleInformation(childReads ? write : read, HANDLE_FLAG_INHERIT, 0);
  return pipe;
}

Handle nowhere() {
  SECURITY_ATTRIBUTES inherited{sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
  return owned(CreateFileW(L"NUL", GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited,
                           OPEN_EXISTING, 0, nullptr));
}

/// Ends what it holds when it goes, and lets it start nothing.
Handle makeJob() {
  Handle job = owned(CreateJobObjectW(nullptr, nullptr));
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
  limits.BasicLimitInformation.ActiveProcessLimit = 1;
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_ACTIVE_PROCESS |
                                            JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE |
                                            JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
  SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits);
  return job;
}

/// "SystemRoot=C:\Windows": without it the system's own libraries are not found.
std::wstring smallestEnvironment() {
  std::array<wchar_t, MAX_PATH> root{};
  GetSystemWindowsDirectoryW(root.data(), MAX_PATH);
  std::wstring environment = L"SystemRoot=" + std::wstring(root.data());
  environment.append(2, L'\0');
  return environment;
}

/// The handles that a child inherits, and no others.
class Inherited {
 public:
  explicit Inherited(std::array<HANDLE, 3> handles) : m_handles(handles) {
    SIZE_T size = 0;
    InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
    m_list.resize(size);
    if (InitializeProcThreadAttributeList(list(), 1, 0, &size) == 0 ||
        UpdateProcThreadAttribute(list(), 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, m_handles.data(),
                                  sizeof m_handles, nullptr, nullptr) == 0) {
      failRun();
    }
  }
  ~Inherited() { DeleteProcThreadAttributeList(list()); }
  Inherited(const Inherited&) = delete;
  Inherited& operator=(const Inherited&) = delete;

  LPPROC_THREAD_ATTRIBUTE_LIST list() {
    return reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(m_list.data());
  }

 private:
  std::array<HANDLE, 3> m_handles;
  std::vector<std::uint8_t> m_list;
};

Handle start(const std::filesystem::path& program, HANDLE job, std::array<HANDLE, 3> streams) {
  Inherited inherited(streams);
  STARTUPINFOEXW startup{};
  startup.StartupInfo.cb = sizeof startup;
  startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
  startup.StartupInfo.hStdInput = streams[0];
  startup.StartupInfo.hStdOutput = streams[1];
  startup.StartupInfo.hStdError = streams[2];
  startup.lpAttributeList = inherited.list();
  std::wstring command = L'"' + program.wstring() + L'"';
  std::wstring environment = smallestEnvironment();
  constexpr DWORD kFlags = CREATE_SUSPENDED | CREATE_NO_WINDOW | CREATE_UNICODE_ENVIRONMENT |
                           EXTENDED_STARTUPINFO_PRESENT;
  PROCESS_INFORMATION started{};
  if (CreateProcessW(program.c_str(), command.data(), nullptr, nullptr, TRUE, kFlags,
                     environment.data(), nullptr, &startup.StartupInfo, &started) == 0) {
    failRun();
  }
  Handle process(started.hProcess);
  const Handle thread(started.hThread);
  if (AssignProcessToJobObject(job, process.get()) == 0) {
    TerminateProcess(process.get(), 1);
    failRun();
  }
  ResumeThread(thread.get());
  return process;
}

void send(Handle to, std::string_view bytes) {
  DWORD written = 0;
  while (!bytes.empty() &&
         WriteFile(to.get(), bytes.data(), static_cast<DWORD>(std::min(bytes.size(), kPiece)),
                   &written, nullptr) != 0) {
    bytes.remove_prefix(written);
  }
}

/// What the program bounds itself to and some more: one that is no longer itself keeps no promise.
void receive(Handle from, std::string& bytes) {
  constexpr std::size_t kMost = std::size_t{1} << 30U;
  std::array<char, kPiece> piece;
  DWORD count = 0;
  while (bytes.size() < kMost && ReadFile(from.get(), piece.data(), kPiece, &count, nullptr) != 0 &&
         count > 0) {
    bytes.append(piece.data(), count);
  }
}

/// Less than others may: it can write to nothing that is the person's (Low integrity, S-1-16-4096).
void lowerOneself() {
  HANDLE opened = nullptr;
  if (OpenProcessToken(GetCurrentProcess(), TOKEN_ADJUST_DEFAULT | TOKEN_QUERY, &opened) == 0) {
    return;
  }
  const Handle token(opened);
  std::array<std::uint8_t, SECURITY_MAX_SID_SIZE> sid{};
  DWORD size = SECURITY_MAX_SID_SIZE;
  if (CreateWellKnownSid(WinLowLabelSid, nullptr, sid.data(), &size) != 0) {
    TOKEN_MANDATORY_LABEL label{};
    label.Label.Attributes = SE_GROUP_INTEGRITY;
    label.Label.Sid = sid.data();
    SetTokenInformation(token.get(), TokenIntegrityLevel, &label, sizeof label + size);
  }
}

/// Where the C library gives up it ends with status 3, which would be taken for an answer.
void endWithoutAnswer(int /*signal*/) {
  constexpr UINT kFatal = 0x40000015;  // STATUS_FATAL_APP_EXIT
  TerminateProcess(GetCurrentProcess(), kFatal);
}

/// What the program may still write.
std::size_t& outputLeft() {
  static std::size_t left = 0;
  return left;
}

}  // namespace

MemoryFile::MemoryFile(std::string_view bytes) : d(std::make_unique<Private>()) {
  d->bytes = bytes;
}
MemoryFile::~MemoryFile() = default;
std::string_view MemoryFile::bytes() { return d->bytes; }

std::filesystem::path programBesideThis(std::string_view name) {
  std::wstring file(MAX_PATH, L'\0');
  DWORD length = GetModuleFileNameW(nullptr, file.data(), static_cast<DWORD>(file.size()));
  while (length == file.size()) {
    file.resize(file.size() * 2);
    length = GetModuleFileNameW(nullptr, file.data(), static_cast<DWORD>(file.size()));
  }
  file.resize(length);
  return std::filesystem::path(file).parent_path() / (std::string(name) + ".exe");
}

std::optional<int> runApart(const std::filesystem::path& program, const MemoryFile& input,
                            MemoryFile* output, std::chrono::steady_clock::time_point deadline) {
  Pipe in = makePipe(true);
  Pipe out = makePipe(false);
  Handle lost = nowhere();
  const Handle job = makeJob();
  const Handle process =
      start(program, job.get(),
            {in.read.get(), output != nullptr ? out.write.get() : lost.get(), lost.get()});
  in.read.reset();
  out.write.reset();
  std::string received;
  std::thread writer([&input, to = std::move(in.write)]() mutable {
    send(std::move(to), input.ofSystem().bytes);
  });
  std::thread reader(
      [&received, from = std::move(out.read)]() mutable { receive(std::move(from), received); });
  constexpr long long kLongest = 60'000;
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  const DWORD ended = WaitForSingleObject(
      process.get(), static_cast<DWORD>(std::clamp<long long>(left.count(), 0, kLongest)));
  DWORD status = 0;
  GetExitCodeProcess(process.get(), &status);
  // Its ends of the pipes are closed with it, and so both threads end.
  TerminateJobObject(job.get(), 1);
  writer.join();
  reader.join();
  constexpr DWORD kMostStatus = 255;  // what is greater tells of an exception
  if (ended != WAIT_OBJECT_0 || status > kMostStatus) {
    return std::nullopt;
  }
  if (output != nullptr) {
    output->ofSystem().bytes = std::move(received);
  }
  return static_cast<int>(status);
}

void boundOneself(const Bounds& bounds) {
  constexpr LONGLONG kTicksOfASecond = 10'000'000;
  SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
  SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32);
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_PROCESS_TIME;
  limits.BasicLimitInformation.PerProcessUserTimeLimit.QuadPart = bounds.seconds * kTicksOfASecond;
  if (bounds.memory) {
    limits.BasicLimitInformation.LimitFlags |= JOB_OBJECT_LIMIT_PROCESS_MEMORY;
    limits.ProcessMemoryLimit = *bounds.memory;
  }
  if (bounds.startsNothing) {
    limits.BasicLimitInformation.LimitFlags |= JOB_OBJECT_LIMIT_ACTIVE_PROCESS;
    limits.BasicLimitInformation.ActiveProcessLimit = 1;
  }
  // Never closed: the bounds last as long as the process.
  const HANDLE job = CreateJobObjectW(nullptr, nullptr);
  SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
  AssignProcessToJobObject(job, GetCurrentProcess());
  std::signal(SIGABRT, &endWithoutAnswer);
  outputLeft() = bounds.output;
  lowerOneself();
}

std::string_view wholeInput() {
  static std::string all;
  std::array<char, kPiece> piece;
  DWORD count = 0;
  while (ReadFile(GetStdHandle(STD_INPUT_HANDLE), piece.data(), kPiece, &count, nullptr) != 0 &&
         count > 0) {
    all.append(piece.data(), count);
  }
  return all;
}

bool writeOutput(std::string_view bytes) {
  if (bytes.size() > outputLeft()) {
    return false;
  }
  outputLeft() -= bytes.size();
  DWORD written = 0;
  while (!bytes.empty() &&
         WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), bytes.data(),
                   static_cast<DWORD>(std::min(bytes.size(), kPiece)), &written, nullptr) != 0) {
    bytes.remove_prefix(written);
  }
  return bytes.empty();
}

}  // namespace madoguchi::filecheck
