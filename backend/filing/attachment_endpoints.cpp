#include "backend/filing/attachment_endpoints.h"

#include <charconv>
#include <optional>

#include "backend/core/config.h"
#include "backend/http/server.h"

namespace madoguchi::backend {
namespace {

static_assert(Patience().timeFor(kLongestPieceSent) <= kMostPieceTime);

using protocol::Reason;
using protocol::Refusal;
using OwnerOf = std::function<AttachmentService::Owner(const Request&)>;

constexpr std::size_t kLongestAnnouncement = 4096;

Outcome attachmentAnswer(AttachmentService::Outcome outcome, int status) {
  if (auto* refusal = std::get_if<Refusal>(&outcome)) {
    return std::move(*refusal);
  }
  return Answer{.status = status, .body = attachmentJson(std::get<Attachment>(outcome)).dump()};
}

std::optional<std::uint64_t> numberIn(const std::string& text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number)
                                                                  : std::nullopt;
}

Outcome appendPiece(AttachmentService& attachments, const AttachmentService::Owner& owner,
                    const Request& request) {
  const auto from = numberIn(valueOf(request.query, "from"));
  if (!from) {
    return Refusal{Reason::malformed};
  }
  return attachmentAnswer(attachments.append(owner, valueOf(request.path, "attachment"), *from,
                                             request.body, request.deadline),
                          kOk);
}

Outcome removeOne(AttachmentService& attachments, const AttachmentService::Owner& owner,
                  const Request& request) {
  if (!attachments.remove(owner, valueOf(request.path, "attachment"), request.deadline)) {
    return Refusal{Reason::notFound};
  }
  return Answer{.status = kNoContent};
}

}  // namespace

nlohmann::json attachmentJson(const Attachment& attachment) {
  return {{"id", attachment.id},
          {"kind", attachment.kind},
          {"name", attachment.name},
          {"bytes", attachment.bytes},
          {"received", attachment.received},
          {"sha256", attachment.digest},
          {"state", attachment.isWhole ? "whole" : "arriving"}};
}

std::vector<Endpoint> attachmentEndpoints(AttachmentService& attachments, const std::string& base,
                                          const OwnerOf& owner) {
  const std::string one = base + "/attachments/{attachment}";
  return {{.method = "POST",
           .pattern = base + "/attachments",
           .needsSession = true,
           .forApplicants = true,
           .takes = "application/json",
           .maxBody = kLongestAnnouncement,
           .answer =
               [&attachments, owner](const Request& request) {
                 return attachmentAnswer(
                     attachments.create(owner(request), request.body, request.deadline), kCreated);
               }},
          {.method = "PUT",
           .pattern = one + "/content",
           .needsSession = true,
           .forApplicants = true,
           .takes = "application/octet-stream",
           .maxBody = kLongestPieceSent,
           .answer =
               [&attachments, owner](const Request& request) {
                 return appendPiece(attachments, owner(request), request);
               }},
          {.method = "GET",
           .pattern = one,
           .needsSession = true,
           .forApplicants = true,
           .answer =
               [&attachments, owner](const Request& request) {
                 return attachmentAnswer(
                     attachments.find(owner(request), valueOf(request.path, "attachment"),
                                      request.deadline),
                     kOk);
               }},
          {.method = "DELETE",
           .pattern = one,
           .needsSession = true,
           .forApplicants = true,
           .answer = [&attachments, owner](const Request& request) {
             return removeOne(attachments, owner(request), request);
           }}};
}

}  // namespace madoguchi::backend
