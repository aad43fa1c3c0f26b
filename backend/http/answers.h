#pragma once

#include <chrono>
#include <string>

#include "backend/http/endpoint.h"

namespace madoguchi::backend {

class StructuredLog;

/// What the log says about one request.
struct RequestRecord {
  std::string id;
  std::string route = "other";
  std::string reason = {};
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
};

/// The refusal as an answer (application/problem+json), noted in the record.
Answer refusal(const protocol::Refusal& refused, RequestRecord& record);

void logRequest(StructuredLog& log, const RequestRecord& record, int status);

struct Framing {
  bool withBody = true;  ///< false for HEAD
  bool closes = false;   ///< the connection ends with this answer
};
/// The answer as it is sent, with the fields that every answer has.
std::string toWire(const Answer& answer, const RequestRecord& record, const Framing& framing);

}  // namespace madoguchi::backend
