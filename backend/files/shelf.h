#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "backend/core/encoding.h"
#include "backend/core/loggable_error.h"

namespace madoguchi::backend {

/// A disk that is full, a folder or an object store that is not there, a file that is not what was
/// kept.
class FileError : public LoggableError {
 public:
  using LoggableError::LoggableError;
};

/// At the one time or later, and before the other one.
struct PutBetween {
  Seconds since;
  Seconds before;
};

/// Where bytes rest under names: lower-case hexadecimal digits, of which each is given once.
/// Thread-safe. All but remove() throw FileError.
class Shelf {
 public:
  Shelf() = default;
  virtual ~Shelf() = default;
  Shelf(const Shelf&) = delete;
  Shelf& operator=(const Shelf&) = delete;

  /// They survive a loss of power when it returns.
  virtual void put(const std::string& name, std::string_view bytes) = 0;
  virtual std::string get(const std::string& name) = 0;
  /// False where it cannot be done now; where there is none, it is done.
  virtual bool remove(const std::string& name) noexcept = 0;
  /// Names that begin with this byte, of what was put there in that time.
  virtual std::vector<std::string> namesFrom(std::uint8_t firstByte, PutBetween time) = 0;
};

/// Files in a folder, which is made where it is not there, and may be one that several machines
/// share.
std::unique_ptr<Shelf> makeFolderShelf(std::filesystem::path folder);

}  // namespace madoguchi::backend
