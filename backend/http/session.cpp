#include "backend/http/session.h"

#include <algorithm>

#include "backend/core/encoding.h"
#include "backend/http/exchange.h"

namespace madoguchi::backend {
namespace {

namespace asio = boost::asio;
using Clock = Connection::Clock;

/// Waits for a head and takes it; returns when its first byte came.
asio::awaitable<Clock::time_point> readHead(const Patience& patience, Connection& connection,
                                            RequestReader& reader) {
  std::optional<Clock::time_point> start;
  connection.endIn(patience.idle);
  while (true) {
    if (!connection.input.empty()) {
      if (!start) {
        start = Clock::now();
        connection.endAt(*start + std::min(patience.head, patience.request));
      }
      if (reader.take(connection.input) != RequestReader::State::head) {
        co_return *start;
      }
    }
    co_await connection.channel.read(connection.input);
  }
}

void measure(Metrics& metrics, const Exchange& exchange, int status) {
  // Else whoever asks could make up rows: methods are the client's words.
  const std::string_view route =
      exchange.endpoint != nullptr ? std::string_view(exchange.record.route) : "other";
  metrics.add(metric::kRequests, {route, std::to_string(status), exchange.record.reason});
  const std::chrono::duration<double> taken = Clock::now() - exchange.record.start;
  metrics.observe(metric::kRequestTime, {route}, taken.count());
}

/// One request and its answer; false where it was the last of this connection.
asio::awaitable<bool> serveRequest(Engine& engine, Connection& connection, Connections::Id id) {
  const Patience& patience = engine.options.patience;
  RequestReader reader;
  const Clock::time_point start = co_await readHead(patience, connection, reader);
  if (!engine.connections.isBusy(id)) {
    co_return false;
  }
  Exchange exchange{.engine = engine,
                    .connection = connection,
                    .reader = reader,
                    .record = {.id = randomHex(8)},
                    .memory = Budget::Share(engine.budget),
                    .deadline = start + patience.request};
  connection.endAt(exchange.deadline);
  const Answer answer = co_await answerRequest(exchange);

  const bool unread = reader.state() != RequestReader::State::complete;
  const bool last = unread || !reader.head().keepAlive || engine.connections.isDraining();
  logRequest(engine.log, exchange.record, answer.status);
  measure(*engine.options.metrics, exchange, answer.status);
  connection.endAt(std::max(exchange.deadline,
                            deadlineIn(patience.answer + patience.timeFor(answer.body.size()))));
  const std::string text =
      toWire(answer, exchange.record, {.withBody = reader.head().method != "HEAD", .closes = last});
  co_await connection.channel.write(text);
  if (connection.input.empty()) {
    connection.input.shrink_to_fit();
  }
  const bool goesOn = engine.connections.isWaiting(id) && !last;
  if (unread || (last && !connection.input.empty())) {
    connection.endIn(patience.hearOut);
    co_await connection.channel.hearOut();
  }
  co_return goesOn;
}

/// Hears from the proxy who comes; false where they have too many connections.
asio::awaitable<bool> identifyClient(Engine& engine, Connection& connection, Connections::Id id) {
  const ProxyHeader header = co_await connection.channel.proxyHeader();
  if (!header.client) {
    co_return true;
  }
  connection.peer = *header.client;
  connection.isShared = false;
  const bool hasRoom = engine.connections.identify(id, subscriberOf(*header.client));
  if (!hasRoom) {
    engine.options.metrics->add(metric::kConnectionsRefused);
  }
  co_return hasRoom;
}

}  // namespace

asio::awaitable<void> serveConnection(Engine& engine, std::shared_ptr<Connection> connection,
                                      Connections::Id id) {
  const Patience& patience = engine.options.patience;
  connection->endIn(std::min(patience.handshake, patience.request));
  if (engine.options.proxyProtocol && connection->isShared &&
      !co_await identifyClient(engine, *connection, id)) {
    co_return;
  }
  const auto tls = engine.tls.now();
  co_await connection->channel.handshake(*tls);
  bool goesOn = true;
  while (goesOn) {
    goesOn = co_await serveRequest(engine, *connection, id);
  }
  connection->channel.end();
}

}  // namespace madoguchi::backend
