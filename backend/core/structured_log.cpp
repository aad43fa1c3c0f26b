#include "backend/core/structured_log.h"

#include <cxxabi.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <system_error>
#include <typeinfo>
#include <utility>

#include "backend/core/encoding.h"
#include "backend/core/loggable_error.h"

namespace madoguchi::backend {

namespace {

constexpr mode_t kLogMode = S_IRUSR | S_IWUSR | S_IRGRP;

/// Negative where it cannot be written. A pipe that nobody reads is one that cannot: it would hold
/// the service at its start.
int openLog(const std::string& path) {
  const int descriptor =
      open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, kLogMode);
  if (descriptor >= 0) {
    fcntl(descriptor, F_SETFL, O_APPEND);
  }
  return descriptor;
}

}  // namespace

StructuredLog::StructuredLog(const std::string& target, std::shared_ptr<Metrics> metrics)
    : m_metrics(std::move(metrics)),
      m_target(target),
      m_descriptor(target == "-" ? STDERR_FILENO : openLog(target)) {
  if (m_descriptor < 0) {
    throw std::system_error(errno, std::generic_category(), "cannot write the log " + target);
  }
  closeToOthers();
}

StructuredLog::~StructuredLog() {
  if (m_descriptor != STDERR_FILENO) {
    close(m_descriptor);
  }
}

void StructuredLog::reopen() {
  const int fresh = m_descriptor == STDERR_FILENO ? -1 : openLog(m_target);
  if (fresh >= 0) {
    dup3(fresh, m_descriptor, O_CLOEXEC);  // at once for all threads
    close(fresh);
    closeToOthers();
  }
}

void StructuredLog::closeToOthers() {
  constexpr mode_t kOthers = S_IWGRP | S_IRWXO;
  constexpr mode_t kAll = S_IRWXU | S_IRWXG | S_IRWXO;
  struct stat file {};
  if (m_descriptor == STDERR_FILENO || fstat(m_descriptor, &file) != 0 || !S_ISREG(file.st_mode) ||
      (file.st_mode & kOthers) == 0) {
    return;
  }
  if (fchmod(m_descriptor, file.st_mode & kAll & ~kOthers) == 0) {
    info("logClosedToOthers", {});
  } else {
    error("fileOpenToOthers", {{"option", "log"}});
  }
}

void StructuredLog::info(std::string_view event, const nlohmann::json& members) {
  write("info", event, members);
}

void StructuredLog::error(std::string_view event, const nlohmann::json& members) {
  write("error", event, members);
}

void StructuredLog::write(std::string_view level, std::string_view event,
                          const nlohmann::json& members) {
  m_metrics->add(metric::kLogEntries, {level, event});
  nlohmann::ordered_json line = {{"time", rfc3339(now())}, {"level", level}, {"event", event}};
  for (const auto& [key, value] : members.items()) {
    line[key] = value;
  }
  const std::string text =
      line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
  const std::lock_guard lock(m_mutex);
  for (std::size_t written = 0; written < text.size();) {
    const ssize_t count = ::write(m_descriptor, text.data() + written, text.size() - written);
    if (count < 0) {
      if (errno == EINTR) {
        continue;
      }
      return;  // A full disk must not stop the service; there is nowhere left to say so.
    }
    written += static_cast<std::size_t>(count);
  }
}

std::string describe(const std::exception& exception) {
  const char* mangled = typeid(exception).name();
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> readable(
      abi::__cxa_demangle(mangled, nullptr, nullptr, &status), &std::free);
  std::string text = status == 0 ? readable.get() : mangled;
  if (dynamic_cast<const LoggableError*>(&exception) != nullptr) {
    text += ": " + std::string(exception.what());
  } else if (const auto* system = dynamic_cast<const std::system_error*>(&exception)) {
    text += ": " + system->code().message();
  }
  return text;
}

}  // namespace madoguchi::backend
