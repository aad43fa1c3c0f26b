#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "backend/core/config.h"
#include "backend/core/data_keys.h"
#include "backend/files/file_judge.h"
#include "backend/files/file_store.h"
#include "backend/files/virus_scanner.h"
#include "backend/filing/attachment_service.h"
#include "backend/filing/operator_facts.h"
#include "backend/http/endpoint.h"
#include "backend/jobs/regular_jobs.h"
#include "backend/rooms/applications/application_desk.h"
#include "backend/rooms/applications/filing_service.h"
#include "backend/rooms/drafts/draft_service.h"

namespace madoguchi::backend {

/// The rooms of a service that takes applications, and what they share.
class ApplicationRooms {
 public:
  struct Surroundings {
    Storage& storage;
    TrustStore& trust;
    Nonces& nonces;
    std::string origin;
    StructuredLog& log;
    std::function<void()> mailAdded;
  };

  /// Throws std::runtime_error where keys, facts or the login of an object store cannot be read,
  /// the folder cannot be made, or the program that looks at PDF files does not do so.
  ApplicationRooms(const Surroundings& around, const Config& config);

  std::vector<Endpoint> endpoints();
  std::vector<RegularJob> jobs();
  [[nodiscard]] const DataKeys& keys() const { return m_keys; }
  /// The operator's facts, for clients.
  [[nodiscard]] std::vector<std::string> facts() const { return m_facts.texts(); }
  /// Reads an operator's facts and the keys anew. Throws std::runtime_error; what was read before
  /// holds then.
  void readAnew();

 private:
  StructuredLog& m_log;
  std::function<void()> m_mailAdded;
  OperatorFacts m_facts;
  DataKeys m_keys;
  FileStore m_files;
  FileJudge m_judge;
  std::optional<VirusScanner> m_scanner;
  AttachmentService m_attachments;
  DraftService m_drafts;
  FilingService m_filing;
  ApplicationDesk m_desk;
};

}  // namespace madoguchi::backend
