#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace madoguchi::test {

/// A program that runs beside the test. Killed with its owner.
class ChildProcess {
 public:
  /// Standard error goes to `errors`; standard output is read by readLine().
  ChildProcess(const std::vector<std::string>& command, const std::filesystem::path& errors);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// The next line of its output; empty where it ended first.
  std::string readLine();
  void signal(int number) const;
  /// Its exit code, or minus the signal that ended it.
  int wait();
  [[nodiscard]] pid_t id() const { return m_id; }

 private:
  pid_t m_id = -1;
  int m_output = -1;
  bool m_ended = false;
};

struct CommandResult {
  int exitCode = 0;
  std::string output;  ///< standard output
};
CommandResult runCommand(const std::vector<std::string>& command);

}  // namespace madoguchi::test
