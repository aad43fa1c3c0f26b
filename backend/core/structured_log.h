#pragma once

#include <exception>
#include <memory>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "backend/core/metrics.h"

namespace madoguchi::backend {

/// One JSON object a line. What is logged is never personal: no form value, no address, no name.
class StructuredLog {
 public:
  /// A file, which is appended to, or "-" for standard error. Throws std::runtime_error.
  explicit StructuredLog(const std::string& target,
                         std::shared_ptr<Metrics> metrics = std::make_shared<Metrics>());
  ~StructuredLog();
  StructuredLog(const StructuredLog&) = delete;
  StructuredLog& operator=(const StructuredLog&) = delete;

  /// After the file was moved away: goes on in a new one of its name, or in the old one where that
  /// cannot be. Nothing is lost meanwhile.
  void reopen();

  void info(std::string_view event, const nlohmann::json& members);
  void error(std::string_view event, const nlohmann::json& members);

 private:
  /// A file that was there may be anybody's to read and write; from now on it is not.
  void closeToOthers();
  void write(std::string_view level, std::string_view event, const nlohmann::json& members);

  std::shared_ptr<Metrics> m_metrics;  ///< which count the entries
  std::mutex m_mutex;
  std::string m_target;
  int m_descriptor;
};

/// What may be logged of an exception: its type and the message of a LoggableError or of the
/// system. Messages of other exceptions may quote what a person sent.
std::string describe(const std::exception& exception);

}  // namespace madoguchi::backend
