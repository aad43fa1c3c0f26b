#pragma once

#include <vector>

#include "backend/http/endpoint.h"

namespace madoguchi::backend {

class AttachmentService;
class DraftService;

struct DraftParts {
  DraftService& drafts;            ///< outlives the endpoints
  AttachmentService& attachments;  ///< outlives the endpoints
};

/// /v1/drafts and what belongs to it: of whoever asks, and of nobody else.
std::vector<Endpoint> draftEndpoints(const DraftParts& parts);

}  // namespace madoguchi::backend
