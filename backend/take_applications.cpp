#include "backend/take_applications.h"

#include <algorithm>
#include <iterator>

#include "backend/files/s3_shelf.h"
#include "backend/housekeeping.h"
#include "backend/rooms/applications/application_endpoints.h"
#include "backend/rooms/drafts/draft_endpoints.h"
#include "protocol/filecheck/judge_pdf.h"

namespace madoguchi::backend {
ApplicationRooms::ApplicationRooms(const Surroundings& around, const Config& config)
    : m_log(around.log),
      m_mailAdded(around.mailAdded),
      m_facts(config.procedureFacts),
      m_keys(config.dataKeys, around.log),
      m_files(makeShelf(config.files, config.s3), m_keys),
      m_judge(filecheck::checkPdfBesideThis()),
      m_scanner(config.clamd.empty() ? std::nullopt : std::optional<VirusScanner>(config.clamd)),
      m_attachments({.storage = around.storage,
                     .files = m_files,
                     .judge = m_judge,
                     .keys = m_keys,
                     .scanner = m_scanner ? &*m_scanner : nullptr}),
      m_drafts(around.storage, m_keys, m_files),
      m_filing({.storage = around.storage,
                .trust = around.trust,
                .nonces = around.nonces,
                .keys = m_keys,
                .files = m_files,
                .origin = around.origin}),
      m_desk(around.storage, m_keys) {
  m_judge.demandWorks();
}

std::vector<Endpoint> ApplicationRooms::endpoints() {
  std::vector<Endpoint> all = draftEndpoints({.drafts = m_drafts, .attachments = m_attachments});
  std::ranges::move(applicationEndpoints({.filing = m_filing,
                                          .desk = m_desk,
                                          .attachments = m_attachments,
                                          .mailAdded = m_mailAdded}),
                    std::back_inserter(all));
  return all;
}

void ApplicationRooms::readAnew() {
  m_keys.readWhereChanged();
  m_facts.read();
}

std::vector<RegularJob> ApplicationRooms::jobs() { return filingJobs(m_keys, m_files, m_log); }

}  // namespace madoguchi::backend
