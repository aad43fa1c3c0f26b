#pragma once

#include <string>
#include <string_view>

#include "backend/core/deadline.h"

namespace madoguchi::backend {

/// Has files looked at by ClamAV's clamd, which reads them over a socket (INSTREAM, see clamd(8)).
/// Thread-safe: each file is a connection of its own.
class VirusScanner {
 public:
  /// `address` is the path of clamd's socket, or host:port where it listens.
  explicit VirusScanner(std::string address);

  /// Whether a virus was found. Throws FileError where clamd is not there, does not answer in time
  /// or does not look at it: nothing is taken that nobody has looked at.
  [[nodiscard]] bool isInfected(std::string_view bytes, Deadline deadline) const;

 private:
  std::string m_address;
};

}  // namespace madoguchi::backend
