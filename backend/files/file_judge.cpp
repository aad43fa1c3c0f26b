#include "backend/files/file_judge.h"

#include <memory>
#include <system_error>
#include <utility>

#include "backend/core/loggable_error.h"
#include "protocol/filecheck/judge_pdf.h"

namespace madoguchi::backend {

using protocol::Reason;

namespace {

constexpr std::string_view kGoodPdf =
    "%PDF-1.4\n"
    "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
    "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n"
    "xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n"
    "0000000105 00000 n \n"
    "trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n166\n%%EOF\n";

}  // namespace

FileJudge::FileJudge(std::filesystem::path checkPdf) : m_checkPdf(std::move(checkPdf)) {}

std::optional<Reason> FileJudge::judgePdf(std::string_view bytes, Deadline deadline) {
  if (!filecheck::isPdf(bytes)) {
    return Reason::fileType;  // without waiting for a turn
  }
  if (!m_turns.try_acquire_until(deadline)) {
    return Reason::unavailable;
  }
  const std::unique_ptr<Turns, void (*)(Turns*)> turn(&m_turns,
                                                      [](Turns* turns) { turns->release(); });
  return filecheck::judgePdf(m_checkPdf, bytes, deadline);
}

void FileJudge::demandWorks() {
  constexpr std::chrono::seconds kPatience{60};
  std::optional<Reason> reason;
  try {
    reason = judgePdf(kGoodPdf, deadlineIn(kPatience));
  } catch (const std::system_error& fault) {
    throw LoggableError(m_checkPdf.string() + " cannot be run: " + fault.code().message());
  }
  if (reason == Reason::unavailable) {
    throw LoggableError(m_checkPdf.string() + " has not looked at one page within a minute");
  }
  if (reason) {
    throw LoggableError(m_checkPdf.string() + " takes no good file: is it of this version?");
  }
}

}  // namespace madoguchi::backend
