#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "backend/filing/attachment_service.h"
#include "backend/http/endpoint.h"

namespace madoguchi::backend {

/// A file as backend/openapi.json has it.
nlohmann::json attachmentJson(const Attachment& attachment);

/// {base}/attachments and what belongs to it, where `base` is "/v1/drafts/{id}" or the like;
/// `owner` tells whose files a request is about. The service outlives them.
std::vector<Endpoint> attachmentEndpoints(
    AttachmentService& attachments, const std::string& base,
    const std::function<AttachmentService::Owner(const Request&)>& owner);

}  // namespace madoguchi::backend
