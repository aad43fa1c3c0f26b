#include "protocol/filecheck/judge_pdf.h"

#include "protocol/filecheck/pdf_verdict.h"
#include "protocol/filecheck/run_apart.h"

namespace madoguchi::filecheck {

using protocol::Reason;

namespace {

std::optional<Reason> reasonOf(PdfVerdict verdict) {
  switch (verdict) {
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
      break;
  }
  return Reason::fileDamaged;  // and whatever else it may have ended with
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
  const std::optional<int> status = runApart(program, file, nullptr, deadline);
  return status ? reasonOf(static_cast<PdfVerdict>(*status)) : Reason::fileDamaged;
}

}  // namespace madoguchi::filecheck
