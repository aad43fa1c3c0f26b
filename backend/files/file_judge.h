#pragma once

#include <filesystem>
#include <optional>
#include <semaphore>
#include <string_view>

#include "backend/core/deadline.h"
#include "protocol/filecheck/judge_jpeg.h"
#include "protocol/refusal.h"

namespace madoguchi::backend {

/// Looks at files that people hand in. Thread-safe.
class FileJudge {
 public:
  /// So many PDF files are looked at in one moment, which bounds what they take together; the
  /// others wait.
  static constexpr int kAtOnce = 2;

  /// `checkPdf` is the program madoguchi-check-pdf.
  explicit FileJudge(std::filesystem::path checkPdf);

  /// Nothing where it is good; else fileType, fileEmpty, fileDamaged, fileEncrypted, fileLocked,
  /// fileWithScript or fileWithFiles; unavailable where there is no time. Throws std::system_error
  /// where the program cannot be run.
  std::optional<protocol::Reason> judgePdf(std::string_view bytes, Deadline deadline);

  /// Throws LoggableError, with the program's path, where it cannot be run, or does not take a file
  /// that is good: it would say of everybody's that they are none.
  void demandWorks();

 private:
  using Turns = std::counting_semaphore<kAtOnce>;

  std::filesystem::path m_checkPdf;
  Turns m_turns{kAtOnce};
};

using filecheck::judgeJpeg;

}  // namespace madoguchi::backend
