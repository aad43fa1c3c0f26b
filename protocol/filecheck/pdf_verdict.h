#pragma once

#include <cstdint>

namespace madoguchi::filecheck {

/// What madoguchi-check-pdf ends with. Where the file makes it end otherwise (a signal, no memory,
/// no time), it is none that can be looked at: damaged. What the system does to it, or another
/// status, tells nothing of the file.
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
