#pragma once

#include <exception>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace madoguchi::backend {

/// One JSON object a line. What is logged is never personal: no form value, no address, no name.
class StructuredLog {
 public:
  /// A file, which is appended to, or "-" for standard error. Throws std::runtime_error.
  explicit StructuredLog(const std::string& target);
  ~StructuredLog();
  StructuredLog(const StructuredLog&) = delete;
  StructuredLog& operator=(const StructuredLog&) = delete;

  void info(std::string_view event, const nlohmann::json& members);
  void error(std::string_view event, const nlohmann::json& members);

 private:
  void write(std::string_view level, std::string_view event, const nlohmann::json& members);

  std::mutex m_mutex;
  int m_descriptor;
};

/// What may be logged of an exception: its type and the message of a LoggableError or of the
/// system. Messages of other exceptions may quote what a person sent.
std::string describe(const std::exception& exception);

}  // namespace madoguchi::backend
