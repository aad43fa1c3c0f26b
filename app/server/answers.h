#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "app/server/http_answer.h"
#include "protocol/refusal.h"

// How the service's answers are read (backend/openapi.json says what they may be), as far as that
// is the same for all of them.

namespace madoguchi::app {

/// None where the answer is no JSON object.
std::optional<nlohmann::json> jsonObjectOf(const HttpAnswer& answer);

/// What a refusal means for a person; by the status alone where there is none, or none that this
/// program knows.
FailureCode failureOf(const std::optional<protocol::ReceivedRefusal>& refusal, long status);
/// None where the answer has the status that was hoped for.
FailureCode failureUnless(long hopedFor, const HttpAnswer& answer);

/// Whether the service is well; why not, otherwise. It is the answer to a GET of kHealthPath.
FailureCode readHealth(const HttpAnswer& answer);
inline constexpr auto kHealthPath = "/v1/health";

struct NonceAnswer {
  FailureCode failure = FailureCode::none;
  std::string nonce;
};
NonceAnswer readNonce(const HttpAnswer& answer);

}  // namespace madoguchi::app
