#include "child_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <stdexcept>

namespace madoguchi::test {

ChildProcess::ChildProcess(const std::vector<std::string>& command,
                           const std::filesystem::path& errors) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("no pipe");
  }
  posix_spawn_file_actions_t actions{};
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors.c_str(),
                                   O_WRONLY | O_CREAT | O_APPEND, S_IRUSR | S_IWUSR);
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (const std::string& part : command) {
    arguments.push_back(const_cast<char*>(part.c_str()));
  }
  arguments.push_back(nullptr);
  const int result =
      posix_spawnp(&m_id, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  m_output = ends[0];
  if (result != 0) {
    m_ended = true;
    throw std::runtime_error("cannot start " + command.front());
  }
}

ChildProcess::~ChildProcess() {
  if (!m_ended) {
    signal(SIGKILL);
    wait();
  }
  close(m_output);
}

std::string ChildProcess::readLine() {
  std::string line;
  char byte = 0;
  while (true) {
    const ssize_t count = read(m_output, &byte, 1);
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count != 1 || byte == '\n') {
      return line;
    }
    line += byte;
  }
}

void ChildProcess::signal(int number) const { kill(m_id, number); }

int ChildProcess::wait() {
  int status = 0;
  while (waitpid(m_id, &status, 0) < 0 && errno == EINTR) {
  }
  m_ended = true;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

CommandResult runCommand(const std::vector<std::string>& command) {
  ChildProcess process(command, "/dev/null");
  CommandResult result;
  for (std::string line = process.readLine(); !line.empty(); line = process.readLine()) {
    result.output += line + '\n';
  }
  result.exitCode = process.wait();
  return result;
}

}  // namespace madoguchi::test
