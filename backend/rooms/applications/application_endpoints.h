#pragma once

#include <functional>
#include <vector>

#include "backend/http/endpoint.h"

namespace madoguchi::backend {

class ApplicationDesk;
class AttachmentService;
class FilingService;

struct ApplicationParts {
  FilingService& filing;  ///< outlives the endpoints, as do the others
  ApplicationDesk& desk;
  AttachmentService& attachments;
  std::function<void()> mailAdded;  ///< called when a mail may have been stored
};

/// /v1/applications and the filing of a draft: of whoever asks, and of nobody else.
std::vector<Endpoint> applicationEndpoints(const ApplicationParts& parts);

}  // namespace madoguchi::backend
