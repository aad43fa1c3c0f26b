#pragma once

#include <cstdint>

namespace madoguchi::filecheck {

/// What madoguchi-check-pdf ends with. All else that may happen to it (a signal, no memory, no
/// time) means that the file is none that can be looked at: damaged.
enum class PdfVerdict : std::uint8_t {
  good = 0,
  damaged = 10,
  encrypted = 11,   ///< a password is needed to open it
  locked = 12,      ///< printing or copying is not allowed
  withScript = 13,  ///< or starts a program
  withFiles = 14,   ///< attachments inside
  empty = 15,       ///< no pages
};

}  // namespace madoguchi::filecheck
