#pragma once

#include <boost/asio/awaitable.hpp>

#include "backend/http/answers.h"
#include "backend/http/connection.h"
#include "backend/http/engine.h"
#include "backend/http/request_reader.h"

namespace madoguchi::backend {

/// The answer to a request whose head `reader` has taken or refused. The body has not been read to
/// its end where the request is refused before. Throws ConnectionEnded only: faults become answers.
boost::asio::awaitable<Answer> answerRequest(Engine& engine, Connection& connection,
                                             RequestReader& reader, RequestRecord& record,
                                             Deadline deadline);

}  // namespace madoguchi::backend
