#include "protocol/filecheck/judge_pdf.h"

#include <algorithm>
#include <string>
#include <system_error>

#include "protocol/filecheck/pdf_verdict.h"
#include "protocol/filecheck/run_apart.h"

namespace madoguchi::filecheck {

using protocol::Reason;

namespace {

/// The program uses a processor for ten seconds at most, which may take longer where others do,
/// too.
constexpr std::chrono::seconds kLongestLook{60};

std::optional<Reason> reasonOf(int status) {
  switch (static_cast<PdfVerdict>(status)) {
    case PdfVerdict::good:
      return std::nullopt;
    case PdfVerdict::encrypted:
      return Reason::fileEncrypted;
    case PdfVerdict::locked:
      return Reason::fileLocked;
    case PdfVerdict::withScript:
      return Reason::fileWithScript;
    case PdfVerdict::withFiles:
      return Reason::fileWithFiles;
    case PdfVerdict::empty:
      return Reason::fileEmpty;
    case PdfVerdict::damaged:
      return Reason::fileDamaged;
  }
  // A library that it needs is not there, or it is another program: nothing is known of the file.
  throw std::system_error(
      std::make_error_code(std::errc::executable_format_error),
      "the program that looks at files has ended with " + std::to_string(status));
}

}  // namespace

bool isPdf(std::string_view bytes) {
  constexpr std::size_t kHeaderWithin = 1024;  // where readers look for it (ISO 32000-1, 7.5.2)
  return bytes.substr(0, kHeaderWithin).find("%PDF-") != std::string_view::npos;
}

std::filesystem::path checkPdfBesideThis() { return programBesideThis("madoguchi-check-pdf"); }

std::optional<Reason> judgePdf(const std::filesystem::path& program, std::string_view bytes,
                               std::chrono::steady_clock::time_point deadline) {
  if (!isPdf(bytes)) {
    return Reason::fileType;
  }
  const MemoryFile file(bytes);
  const auto end = std::min(deadline, std::chrono::steady_clock::now() + kLongestLook);
  const std::optional<int> status = runApart(program, file, nullptr, end);
  if (status) {
    return reasonOf(*status);
  }
  // Its own limit tells of the file, ours of how much else there was to do.
  return std::chrono::steady_clock::now() < end ? Reason::fileDamaged : Reason::unavailable;
}

}  // namespace madoguchi::filecheck
