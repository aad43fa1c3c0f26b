#pragma once

#include <boost/asio/awaitable.hpp>

#include "backend/http/answers.h"
#include "backend/http/connection.h"
#include "backend/http/engine.h"
#include "backend/http/request_reader.h"
#include "backend/http/target.h"

namespace madoguchi::backend {

/// One request on its way to its answer.
struct Exchange {
  Engine& engine;
  Connection& connection;
  RequestReader& reader;  ///< has taken the head, or refused it
  RequestRecord record;
  Budget::Share memory;
  Deadline deadline;
  const Endpoint* endpoint = nullptr;  ///< once it was found
  Target target = {};
};

/// The answer. The body has not been read to its end where the request is refused before. Throws
/// ConnectionEnded only: faults become answers.
boost::asio::awaitable<Answer> answerRequest(Exchange& exchange);

}  // namespace madoguchi::backend
