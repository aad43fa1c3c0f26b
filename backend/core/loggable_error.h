#pragma once

#include <stdexcept>

namespace madoguchi::backend {

/// An error whose what() may stand in a log: it names nobody and quotes nothing that a person sent.
class LoggableError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// There is no memory for it now.
class MemoryError : public LoggableError {
 public:
  using LoggableError::LoggableError;
};

}  // namespace madoguchi::backend
