#pragma once

#include <nlohmann/json.hpp>

#include "backend/rooms/drafts/draft_service.h"

// Drafts as backend/openapi.json has them.

namespace madoguchi::backend {

/// In the list of drafts.
nlohmann::json summaryJson(const Draft& draft);
nlohmann::json draftJson(const Draft& draft);
/// What saving is answered with.
nlohmann::json savedJson(const Draft& draft);

}  // namespace madoguchi::backend
