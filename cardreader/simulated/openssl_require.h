#pragma once

#include <openssl/err.h>

#include <stdexcept>
#include <string>

// One way to turn OpenSSL's failures into an exception.

namespace madoguchi::simulated {

/// Gives `result` back, or throws std::runtime_error naming `what` where OpenSSL reports a failure.
template <typename T>
T require(T result, const char* what) {
  if (!result) {
    const char* reason = ERR_reason_error_string(ERR_get_error());
    throw std::runtime_error(std::string("OpenSSL: ") + what + ": " +
                             (reason == nullptr ? "unknown reason" : reason));
  }
  return result;
}

/// The same for functions that answer 1 for success and 0 or less for failure.
inline void requireOne(int result, const char* what) { require(result > 0, what); }

}  // namespace madoguchi::simulated
