#include "backend/files/file_judge.h"

#include <memory>
#include <utility>

#include "protocol/filecheck/judge_pdf.h"

namespace madoguchi::backend {

using protocol::Reason;

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

}  // namespace madoguchi::backend
