#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string_view>

#include "protocol/refusal.h"

// Whether a PDF file can be taken, the same for client and service: both have it looked at by the
// program madoguchi-check-pdf, which has little memory and time.

namespace madoguchi::filecheck {

/// Whether it says of itself that it is one.
bool isPdf(std::string_view bytes);

/// The program, where it lies beside the calling one.
std::filesystem::path checkPdfBesideThis();

/// Nothing where it is good; else fileType, fileEmpty, fileDamaged, fileEncrypted, fileLocked,
/// fileWithScript or fileWithFiles. One with which the program uses up its own time or memory is
/// damaged; what is not known by `deadline` is unavailable. Throws std::system_error where the
/// program cannot be run. Thread-safe.
std::optional<protocol::Reason> judgePdf(const std::filesystem::path& program,
                                         std::string_view bytes,
                                         std::chrono::steady_clock::time_point deadline);

}  // namespace madoguchi::filecheck
