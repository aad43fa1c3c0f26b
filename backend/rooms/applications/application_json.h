#pragma once

#include <nlohmann/json.hpp>

#include "backend/filing/attachment_service.h"
#include "backend/rooms/applications/application_desk.h"

// Applications as backend/openapi.json has them.

namespace madoguchi::backend {

/// In the list of applications.
nlohmann::json summaryJson(const ApplicationRow& row, const std::string& applicant);
nlohmann::json pageJson(const ApplicationPage& page);
/// Without its files.
nlohmann::json detailJson(const OwnApplication& application);
/// Its files, as they come behind that; which of them were added for documents that are wanted.
nlohmann::json filesJson(const OwnApplication& application, const std::vector<Attachment>& files);

}  // namespace madoguchi::backend
