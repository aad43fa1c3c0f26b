#pragma once

#include <boost/asio/awaitable.hpp>
#include <memory>

#include "backend/http/connection.h"
#include "backend/http/engine.h"

namespace madoguchi::backend {

/// Serves one connection to its end: handshake, requests one after the other, closing. Throws
/// ConnectionEnded where the client ended it or took too long, and whatever went wrong here.
boost::asio::awaitable<void> serveConnection(Engine& engine, std::shared_ptr<Connection> connection,
                                             Connections::Id id);

}  // namespace madoguchi::backend
